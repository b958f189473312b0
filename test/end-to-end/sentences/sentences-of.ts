import type { Said } from "./case.ts";

export interface Sentence {
  readonly where: "title" | "text" | "table" | "picture" | "recipe";
  readonly text: string;
}

const split = (line: string): readonly string[] => line.split(/(?<=[.?!]|\.”) (?=[A-ZΣ`β]|95% |[\d,]+ windows?; |α a year |α and β )(?<!corr\. |No\. |Adj\. |vs\. )/u);
const bare = (text: string): string => text.replace(/\*\*|^-# |^⚠️ |^💡 /gu, "").replace(/^-# |^⚠️ |^💡 /u, "").trim();

/** A reply as its sentences: each line, each sentence of a line, each table as one. */
export function sentencesOf({ title, description, alt, recipe }: Said): readonly Sentence[] {
  const found: Sentence[] = [{ where: "title", text: bare(title) }];
  const [before = "", ...blocks] = description.split("```");
  const text = (part: string): void => {
    for (const line of part.split("\n")) for (const sentence of split(bare(line))) if (sentence.trim()) found.push({ where: "text", text: bare(sentence) });
  };
  text(before);
  const table = (block: string): void => {
    const body = block.replace(/^\n|\n$/gu, "");
    // The line above a table of one frequency is its head; a caution may stand between.
    const at = found.findLastIndex(({ text }) => /^(?:Daily|Weekly|Monthly|Yearly), n = /u.test(text));
    const head = at > 0 && !found.slice(at).some(({ where }) => where === "table") ? `${found.splice(at, 1)[0]!.text}\n` : "";
    found.push({ where: "table", text: head + body });
  };
  blocks.forEach((block, at) => (at % 2 === 0 ? table(block) : text(block)));
  for (const sentence of split(alt.replace(/ without \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d(?: and \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d)*/gu, ""))) if (sentence.trim()) found.push({ where: "picture", text: bare(sentence) });
  if (recipe) found.push({ where: "recipe", text: recipe });
  return found;
}
