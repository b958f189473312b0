import type { APIEmbed } from "discord-api-types/v10";
import type { Reply } from "./reply.ts";

/** Discord's ids of the registered commands, by their names as they are typed ("data list"). */
export type CommandIds = ReadonlyMap<string, string>;

export const noCommandIds: CommandIds = new Map();

/**
 * The reply with its commands as Discord's mentions, which open the command on a tap: `/beta JPM` in a code span becomes
 * `</beta:ID>` and its options in a code span. A command that is not registered stays as it is, and so does a recipe in a
 * code block, which is there to be copied. Where the longer text would pass Discord's limits nothing is changed: no word of
 * a reply is worth less than a tap.
 */
export function withCommandMentions(reply: Reply, ids: CommandIds): Reply {
  if (ids.size === 0) return reply;
  const content = reply.content === undefined ? undefined : mentioning(reply.content, ids);
  const embeds = reply.embeds.map((embed) => embedMentioning(embed, ids));
  return {
    ...reply,
    ...(content === undefined || [...content].length > 2000 ? {} : { content }),
    embeds: embeds.every(isWithinLimits) && sum(embeds.map(lengthOf)) <= 6000 ? embeds : reply.embeds,
  };
}

function embedMentioning(embed: APIEmbed, ids: CommandIds): APIEmbed {
  const { description, fields } = embed;
  return {
    ...embed,
    ...(description === undefined ? {} : { description: mentioning(description, ids) }),
    ...(fields === undefined ? {} : { fields: fields.map((field) => ({ ...field, value: mentioning(field.value, ids) })) }),
  };
}

/** Every other part stands between the marks of a code block. */
const mentioning = (text: string, ids: CommandIds): string =>
  text
    .split("```")
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<![\\`])`\/([^`\n]+)`(?!`)/gu, (span, typed: string) => mentionOf(typed, ids) ?? span)))
    .join("```");

function mentionOf(typed: string, ids: CommandIds): string | null {
  const words = typed.split(" ");
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    const id = ids.get(name);
    if (id === undefined) continue;
    const options = words.slice(length).join(" ");
    return `</${name}:${id}>${options === "" ? "" : ` \`${options}\``}`;
  }
  return null;
}

const isWithinLimits = ({ description = "", fields = [] }: APIEmbed): boolean => [...description].length <= 4096 && fields.every(({ value }) => [...value].length <= 1024);

/** The code points that Discord counts of an embed. */
export const lengthOf = ({ title = "", description = "", footer, author, fields = [] }: APIEmbed): number =>
  sum([title, description, footer?.text ?? "", author?.name ?? "", ...fields.flatMap(({ name, value }) => [name, value])].map((text) => [...text].length));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
