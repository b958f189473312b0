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

/**
 * Finds the prompts that a text is made of, in its order: one, or a whole exercise as it is copied, with headings, numbers,
 * bullets and formulas, in lines or without them. Empty where anything else is in it.
 */
export function promptFinder(prompts: readonly ChapterPrompt[]): (question: string) => readonly ChapterPrompt[] {
  const folded = prompts.map((prompt) => ({ prompt, words: ` ${foldName(prompt.prompt)} ` })).sort((one, other) => other.words.length - one.words.length);
  return (question) => {
    if (question.length > longestPaste) return [];
    let rest = ` ${foldName(plainLatex(question).normalize("NFKC"))} `;
    const found: { readonly prompt: ChapterPrompt; readonly at: number }[] = [];
    for (const { prompt, words } of folded) {
      const at = rest.indexOf(words);
      if (at < 0) continue;
      found.push({ prompt, at });
      // As long as it was, so that the places of the others stay.
      rest = `${rest.slice(0, at)} ${foundMark.repeat(words.length - 2)} ${rest.slice(at + words.length)}`;
    }
    const others = rest.replace(headings, " ").split(/\s+/u).filter((word) => word !== "" && !word.startsWith(foundMark) && !besideIt.test(word));
    return others.length > 0 ? [] : found.sort((one, other) => one.at - other.at).map(({ prompt }) => prompt);
  };
}

const longestPaste = 2_000;
const foundMark = "_";
const headings = /\b(?:exercise(?: \d+)?|estimate factor model for jpm|build a hedged portfolio|position sizing(?: under a volatility budget| challenge)?|think and code|two uses of factor models|your code here|click for solution|import statsmodels api as sm)\b/gu;
/** Numbers of a list, and formulas in the letters that a page or a notebook gives: "rhedged=rJPMe−β×rSPYe". */
const besideIt = /^(?:\d+|[=+]|r|e|re|f|beta|times|(?:r?e?)(?:hedged|jpm|spy)e?|r?e?(?:jpm|spy)|jpm|spy|hedged)$/u;
