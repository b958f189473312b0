import type { Lesson } from "./lesson.ts";

/** A stock and what it is called in prose: "JPM", "JPMorgan". */
interface StockNames {
  readonly id: string;
  readonly names: readonly string[];
}

/** Words that say how large something is; a number says it anyway. */
const magnitude =
  /\d|\b(?:half|quarter|third|above|below|more|less|larger|smaller|steeper|flatter|closer|higher|lower|bigger|defensive|aggressive|cyclical|doubled?|twice)\b/iu;

/**
 * The stocks whose figures a text tells, with digits or in words ("JPMorgan … β above 1", "for JPM it is half"). A sentence
 * is read with the one before it, which may hold what the name is an example of.
 */
export function stocksDescribed(texts: readonly string[], stocks: readonly StockNames[]): readonly string[] {
  const passages = texts.flatMap((text) => {
    const sentences = text.split(/(?<=[.:;?!])\s+/u);
    return sentences.map((sentence, at) => ({ sentence, passage: `${sentences[at - 1] ?? ""} ${sentence}` }));
  });
  return stocks
    .filter(({ id, names }) =>
      passages.some(({ sentence, passage }) => [id, ...names].some((name) => isNamed(name, sentence)) && magnitude.test(withoutRows(passage))),
    )
    .map(({ id }) => id);
}

/** What a lesson's own words are, without the formula that is filled with an asset's numbers. */
export const wordsOfLesson = ({ line, paragraph, formula, mistakes }: Lesson): readonly string[] => [line, paragraph, formula ?? "", ...mistakes];

/** Numbers of rows, dates and sections are no figures of a stock. */
const withoutRows = (text: string): string => text.replaceAll(/S&P 500|\b\d[\d,]* (?:rows|days|months|years)\b|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b/gu, "");

const isNamed = (name: string, text: string): boolean => new RegExp(`(?<![\\p{L}\\d])${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?![\\p{L}\\d])`, "u").test(text);
