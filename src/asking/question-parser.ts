import { foldName } from "../glossary/fold-name.ts";
import { cleanQuestion } from "./clean-question.ts";
import { commonWords } from "./common-words.ts";
import { courseWords } from "./course-words.ts";
import { findFactors } from "./find-factors.ts";
import { assetWord, findSeries } from "./find-series.ts";
import { findMoney, moneyWord } from "./find-money.ts";
import { findSettings } from "./find-settings.ts";
import { dateWord, findWindow } from "./find-window.ts";
import { spellingCorrector } from "./spelling.ts";
import type { Topics } from "./topic-index.ts";
import { wordForm } from "./word-form.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

const placeholders: readonly string[] = [assetWord, dateWord, moneyWord];

/** Takes questions apart with what is known of series and of the course's words. */
export function questionParser(knowledge: Knowledge, topics: Topics): (question: string) => ParsedQuestion {
  const isWord = (word: string): boolean => isEveryday(word) || topics.isGlossaryWord(word) || topics.isCourseWord(word);
  const names = knowledge.lessons.all.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const vocabulary = [...courseWords, ...names.flatMap((name) => foldName(name).split(" "))];
  const correctSpelling = spellingCorrector(vocabulary, (word) => isWord(word) || placeholders.includes(word));
  return (question) => {
    const series = findSeries(cleanQuestion(question), knowledge.series, isWord);
    const { from, to, rest } = findWindow(series.rest, knowledge.lastDay);
    const money = findMoney(rest);
    const text = money.rest
      .replaceAll(/[αβρσε]/gu, (letter) => ` ${foldName(letter)} `)
      .replaceAll(/\p{L}{3,}/gu, correctSpelling)
      .replaceAll(/\s+/gu, " ")
      .trim();
    // A decimal is a number of the asker's own, unless it is one that the glossary speaks of ("0.0736").
    const glossaryText = text.replaceAll(/\d*\.(\d+)/gu, (whole, decimals: string) => (topics.isGlossaryWord(decimals) ? whole : " "));
    const words = foldName(glossaryText).split(" ").filter((word) => word !== "" && !placeholders.includes(word));
    const { assets } = series;
    const factors = findFactors(text).filter((id) => knowledge.series.some((known) => known.id === id));
    const { dollars, horizon } = money;
    return { text, words, assets, factors, from, to, dollars, horizon, settings: findSettings(text) };
  };
}

/** The words that neither the course nor everyday speech accounts for: what a question may really be about. */
export function unknownWords(words: readonly string[], topics: Topics): readonly string[] {
  return words.filter((word) => /\p{L}{2}/u.test(word) && !isEveryday(word) && !topics.isGlossaryWord(word) && !topics.isCourseWord(word));
}

const everydayForms: ReadonlySet<string> = new Set([...commonWords, ...courseWords].map(wordForm));

/** Whether it is one of the words, in any of its forms, that a question about the course is made of. */
const isEveryday = (word: string): boolean => commonWords.has(word) || everydayForms.has(wordForm(word));
