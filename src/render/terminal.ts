import { commandText } from "./command-text.ts";
import type { Answer, Reply } from "./reply.ts";

/** A reply as text for the terminal: the same words as on Discord, without Markdown's marks. */
export function terminalText(answer: Answer, picturePaths: readonly string[]): string {
  if (answer.kind === "form") {
    const fields = answer.fields.map(({ option, label, placeholder }) => `  ${option}: ${label}${placeholder === undefined ? "" : ` (${placeholder})`}`);
    const title = unmarkedText(answer.title);
    const text = answer.text === undefined ? [] : [unmarkedText(answer.text).replace(/^-# /gmu, ""), ""];
    return [title, "", ...text, ...fields, "", `Send it: ${commandText(answer.submit)} ${answer.fields.map(({ option }) => `${option}:…`).join(" ")}`].join("\n");
  }
  const embeds = answer.embeds.map((embed) =>
    [
      unmarkedText(embed.title ?? ""),
      "",
      unmarkedText(embed.description ?? ""),
      ...(embed.fields ?? []).map(({ name, value }) => `${unmarkedText(name)}: ${unmarkedText(value)}`),
      "",
      unmarkedText(embed.footer?.text ?? ""),
    ].join("\n"),
  );
  return [drawnByDiscord(answer.content ?? ""), ...embeds, ...fileLines(answer, picturePaths), ...stepLines(answer)]
    .filter((part) => part !== "")
    .join("\n\n")
    .replace(/\n{3,}/gu, "\n\n");
}

const fileLines = (reply: Reply, paths: readonly string[]): string[] =>
  [...reply.pictures, ...reply.files].map(({ description }, place) => `${paths[place] ?? ""}\n  ${description}`);

const stepLines = (reply: Reply): string[] =>
  reply.nextSteps.length === 0
    ? []
    : [["Next:", ...reply.nextSteps.map((step) => `  ${step.label}: ${commandText(step)}`)].join("\n")];

/** A text without the marks of its prose; what stands in a code block is code, where ** is a power. */
export const unmarkedText = (text: string): string =>
  text
    .split(/```(?:[a-z]+\n)?/u)
    .map((part, place) => (place % 2 === 1 ? part : unmarkedProse(part)))
    .join("");

/** What is no text at all but on Discord: times, and commands to press. */
const drawnByDiscord = (text: string): string =>
  text
    .replace(/<t:(-?\d+)(?::[a-zA-Z])?>/gu, (_, seconds: string) => `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`)
    .replace(/<(\/[^:<>]+):\d+>/gu, "$1");

const unmarkedProse = (text: string): string =>
  drawnByDiscord(text)
    .replace(/^(?:-#|#{1,3}) /gmu, "")
    .replace(/\*\*/gu, "")
    .replace(/(?<![\\\w])__(?=\S)(.+?)(?<=\S)__(?!\w)/gu, "$1")
    .replace(/(?<!\\)`/gu, "")
    .replace(/\\([\\*_~`|>#[\]()])/gu, "$1");
