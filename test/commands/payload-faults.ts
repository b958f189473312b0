import { messageFaults } from "discord-course-server";
import * as spec from "discord-api-spec/zod";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { readCustomId } from "../../src/render/custom-id.ts";
import { messageOf } from "../../src/render/message.ts";
import type { Answer, Form, Reply } from "../../src/render/reply.ts";

/** What Discord, or a person, would have against an answer: its schemas, its further rules, and ours. */
export function payloadFaults(answer: Answer): readonly string[] {
  if (answer.kind === "form") return formFaults(answer);
  return [...schemaFaults(answer), ...ruleFaults(answer), ...buttonFaults(answer), ...pictureFaults(answer)];
}

function formFaults({ text, fields }: Form): readonly string[] {
  const places = fields.length + (text === undefined ? 0 : 1);
  return [
    ...(fields.length >= 1 && places <= 5 ? [] : ["a form has 1 to 5 places, its text among them"]),
    ...(text === undefined || (text.length >= 1 && text.length <= 2000) ? [] : ["the text of a form has 1 to 2,000 characters"]),
  ];
}

function schemaFaults(reply: Reply): readonly string[] {
  const message = messageOf(reply);
  // discord.js numbers the attachments itself, as text.
  const attachments = message.attachments.map((attachment) => ({ ...attachment, id: String(attachment.id) }));
  const parsed = spec.CreateMessageInteractionCallbackRequestSchema.safeParse({ type: 4, data: { ...message, attachments } });
  return parsed.success ? [] : [`schema: ${parsed.error?.message ?? ""}`];
}

function ruleFaults(reply: Reply): readonly string[] {
  const message = messageOf(reply);
  const characters = message.embeds.flatMap(({ title, description, footer }) => [title, description, footer?.text]).join("");
  const faults = messageFaults(message, message.attachments.map(({ filename }) => filename));
  return [
    ...faults.map((fault) => `rules: ${fault.path}: ${fault.message}`),
    ...(message.content === "" && message.embeds.length === 0 ? ["an empty message"] : []),
    ...(/NaN|undefined|Infinity|\[object/u.test(characters) ? [`a value of ours in the text: ${characters}`] : []),
    ...(characters.includes("\u2212$0 ") ? ["a minus before nothing"] : []),
  ];
}

/** Commands that lessons and answers lead to before they are there. */
const toCome = ["practice"];

function buttonFaults(reply: Reply): readonly string[] {
  const buttons = messageOf(reply).components.flatMap(({ components }) => components);
  return [
    ...reply.nextSteps
      .filter(({ command }) => !toCome.includes(command))
      .map((step) => parseCommand(typedOf(step), commands))
      .flatMap((parsed) => (parsed.ok ? [] : [`a next step can't be parsed: ${JSON.stringify(parsed.problem)}`])),
    ...buttons.flatMap(({ custom_id: id }) => {
      const call = readCustomId(id);
      return call && [...commands.map(({ name }) => name), ...toCome].includes(call.command) ? [] : [`nobody answers the button ${id}`];
    }),
  ];
}

const typedOf = ({ command, options }: Reply["nextSteps"][number]): string =>
  [`/${command}`, ...Object.entries(options).flatMap(([name, value]) => (value === "" ? [] : [`${name}:"${value.replaceAll('"', '""')}"`]))].join(" ");

/** Alt text for every picture, enough within its first 125 characters; no picture is needed to read the answer. */
function pictureFaults(reply: Reply): readonly string[] {
  return reply.pictures.flatMap(({ filename, description }) => [
    ...(description.length < 40 ? [`${filename} has next to no alt text`] : []),
    ...([...description].length > 1024 ? [`${filename}'s alt text is too long`] : []),
    ...(reply.embeds[0]?.image?.url === `attachment://${filename}` ? [] : [`${filename} is not shown`]),
  ]);
}
