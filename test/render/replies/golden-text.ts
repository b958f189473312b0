import type { APIEmbed } from "discord-api-types/v10";
import { commandText } from "../../../src/render/command-text.ts";
import { textOf, type Answer, type Form, type NextStep, type Picture, type Reply, type TextFile } from "../../../src/render/reply.ts";

/**
 * An answer as Markdown that is read in review like prose: the command, the words, the alt texts, the files by name and
 * the buttons with the commands they stand for. Everything a person meets is in it, and nothing of what only the program
 * sees. The texts stand in `test/render/replies/*.md`; `vitest -u` writes them anew.
 */
export function goldenText(answer: Answer, typed?: string): string {
  const heading = typed === undefined ? [] : [`# \`${typed}\``];
  const parts = answer.kind === "form" ? formParts(answer) : replyParts(answer);
  return `${[...heading, ...parts].join("\n\n")}\n`;
}

function replyParts(reply: Reply): readonly string[] {
  return [
    audienceLine(reply),
    ...(reply.content === undefined || reply.content === "" ? [] : [reply.content]),
    ...reply.embeds.flatMap(embedParts),
    ...section("Pictures", reply.pictures.map(pictureLine)),
    ...section("Files", reply.files.map(fileLine)),
    ...section("Buttons", reply.nextSteps.map(buttonLine)),
    ...section("Menu", (reply.menu?.choices ?? []).map(({ label, description }) => `- ${label}: ${description}`)),
  ];
}

function audienceLine({ audience, replaces, pins }: Reply): string {
  const more = [...(replaces ? ["in place of the message whose button was pressed"] : []), ...(pins ? ["which is pinned"] : [])];
  return `_${[audience === "asker" ? "For the asker alone" : "For everyone", ...more].join(", ")}._`;
}

function embedParts({ title, url, description, fields = [], footer, color, image }: APIEmbed): readonly string[] {
  const marks = [...(color === undefined ? [] : [`#${color.toString(16).padStart(6, "0")}`]), ...(image ? [`shows ${image.url}`] : [])];
  return [
    `## ${title ?? "(no title)"}${url === undefined ? "" : ` (${url})`}`,
    ...(marks.length === 0 ? [] : [`_${marks.join(", ")}_`]),
    ...(description === undefined ? [] : [description]),
    ...fields.map(({ name, value }) => `### ${name}\n\n${value}`),
    ...(footer ? [`Footer: ${footer.text}`] : []),
  ];
}

function formParts({ title, text, fields, submit }: Form): readonly string[] {
  return [
    "_A form._",
    `## ${title}`,
    ...(text === undefined ? [] : [text]),
    fields
      .map(({ option, label, placeholder, value, required, long, maxLength }) =>
        [
          `- **${label}** (${required ? "required" : "optional"}, ${long ? "long text, " : ""}at most ${String(maxLength)} characters) becomes \`${option}\``,
          ...(placeholder === undefined ? [] : [`  - placeholder: ${placeholder}`]),
          ...(value === undefined ? [] : [`  - filled in: ${value}`]),
        ].join("\n"),
      )
      .join("\n"),
    `Sent as \`${commandText(submit)}\``,
  ];
}

const section = (name: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`**${name}**`, lines.map((line) => `- ${line}`).join("\n")];

const pictureLine = ({ filename, description }: Picture): string => `${filename}: ${description}`;

/** The name, what it is, and its first line: a table's header. */
function fileLine(file: TextFile): string {
  const [first = ""] = textOf(file).slice(0, 400).split("\n");
  return `${file.filename}: ${file.description}; begins \`${first.replace(/\r$/u, "")}\``;
}

const buttonLine = ({ label, style, ...call }: NextStep): string =>
  `${label}${style === undefined || style === "secondary" ? "" : ` (${style})`} → \`${commandText(call)}\``;
