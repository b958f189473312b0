import * as v from "valibot";
import { foldName } from "../glossary/fold-name.ts";
import { plainLatex } from "./plain-latex.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const prompt = v.strictObject({
  /** A sentence of the chapter that asks for something, word for word. */
  prompt: text,
  /** The same with what the chapter takes from the lines around it. */
  meaning: v.union([text, v.strictObject({ topic: text })]),
  /** What was taken from there, in words; null for nothing. */
  assumed: v.nullable(text),
});

/** A question or an exercise of the chapter, which names its asset, factor or budget elsewhere. */
export type ChapterPrompt = v.InferOutput<typeof prompt>;

/** Throws, as the file is part of the program. */
export function readChapterPrompts(content: unknown, lessonIds: readonly string[]): readonly ChapterPrompt[] {
  const prompts = v.parse(v.array(prompt), content);
  const faults = prompts.flatMap(({ prompt: written, meaning }, index) => [
    ...(prompts.findIndex((other) => foldName(other.prompt) === foldName(written)) === index ? [] : [`"${written}" stands twice`]),
    ...(typeof meaning === "string" || lessonIds.includes(meaning.topic) ? [] : [`"${written}": there is no entry "${meaning.topic}"`]),
  ]);
  if (faults.length > 0) throw new Error(`chapter-prompts.json: ${faults.join("; ")}`);
  return prompts;
}

/** Finds the prompt that a question is, or begins with where all of it is prompts: copied with its number or bullet. */
export function promptFinder(prompts: readonly ChapterPrompt[]): (question: string) => ChapterPrompt | null {
  const byText = new Map(prompts.map((one) => [foldName(one.prompt), one]));
  return (question) => {
    const written = plainLatex(question).replaceAll(/^[\s•*\d.)-]+/gu, "");
    const whole = byText.get(foldName(written));
    if (whole) return whole;
    const sentences = written.split(/(?<=[?.!:])\s+|\n+/u).map((sentence) => foldName(sentence.replace(/^[\s•*\d.)-]+/u, ""))).filter((sentence) => sentence !== "");
    const found = sentences.map((sentence) => byText.get(sentence));
    return sentences.length > 1 && found.every((one) => one !== undefined) ? (found[0] ?? null) : null;
  };
}
