import { foldName } from "../glossary/fold-name.ts";
import { askedQuantity } from "./asked-quantity.ts";
import { cleanQuestion } from "./clean-question.ts";
import { commonWords } from "./common-words.ts";
import { courseWords } from "./course-words.ts";
import { findAims } from "./find-aims.ts";
import { findConditions } from "./find-conditions.ts";
import { findFactors } from "./find-factors.ts";
import { assetWord, findSeries } from "./find-series.ts";
import { findMoney, moneyWord } from "./find-money.ts";
import { findSettings, type Settings } from "./find-settings.ts";
import { dateWord, findWindow } from "./find-window.ts";
import { spellingCorrector } from "./spelling.ts";
import { termTranslator } from "./translate-terms.ts";
import type { Topics } from "./topic-index.ts";
import { wordForm } from "./word-form.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

const placeholders: readonly string[] = [assetWord, dateWord, moneyWord];

/** Takes questions apart with what is known of series and of the course's words. */
export function questionParser(knowledge: Omit<Knowledge, "classifier">, topics: Topics): (question: string) => ParsedQuestion {
  const isWord = (word: string): boolean => isEveryday(word) || topics.isGlossaryWord(word) || topics.isCourseWord(word);
  const names = knowledge.lessons.all.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const vocabulary = [...courseWords, ...names.flatMap((name) => foldName(name).split(" "))];
  const correctSpelling = spellingCorrector(vocabulary, (word) => isWord(word) || placeholders.includes(word));
  const translate = termTranslator(knowledge.terms);
  return (question) => {
    const series = findSeries(cleanQuestion(translate(question)), knowledge.series, knowledge.companies, isWord);
    const window = findWindow(series.rest, knowledge.lastDay);
    const money = findMoney(window.rest);
    const text = money.rest
      .replaceAll(/[αβρσε]/gu, (letter) => ` ${foldName(letter)} `)
      .replaceAll(/\p{L}{3,}/gu, correctSpelling)
      .replaceAll(/\s+/gu, " ")
      .trim();
    // A decimal is a number of the asker's own, unless it is one that the glossary speaks of ("0.0736").
    const glossaryText = text.replaceAll(/\d*\.(\d+)/gu, (whole, decimals: string) => (topics.isGlossaryWord(decimals) ? whole : " "));
    const words = foldName(glossaryText).split(" ").filter((word) => word !== "" && !placeholders.includes(word));
    const factors = findFactors(text).filter((id) => knowledge.series.some((known) => known.id === id));
    const { level, hypothesis, tTarget, move, unsupported } = findConditions(text);
    const { extreme, supposedAlpha, targetVolatility } = findAims(text);
    const isBudgetPeriod = money.dollars !== null && money.horizon !== null && /\bbudget\b|\bposition\b|\bsize\b/u.test(text);
    return {
      question,
      text,
      words,
      assets: series.assets,
      factors,
      from: window.from,
      to: window.to,
      without: window.without,
      firstMonths: window.firstMonths,
      dollars: money.dollars,
      horizon: money.horizon,
      settings: settingsWithout(findSettings(text), level, move),
      quantity: askedQuantity(text, { hasMove: move !== null, hasAmount: money.dollars !== null }),
      level,
      hypothesis,
      tTarget,
      move,
      extreme,
      supposedAlpha,
      targetVolatility,
      unused: [...window.unused, ...money.furtherAmounts, ...unsupported.filter((words) => !(isBudgetPeriod && /week|quarter/u.test(words)))],
    };
  };
}

/** A percentage that is a level of confidence or a move of the market is no target of a hedge. */
function settingsWithout(settings: Settings, level: number | null, move: number | null): Settings {
  return level !== null || move !== null ? { ...settings, target: null } : settings;
}

/** The words that neither the course nor everyday speech accounts for: what a question may really be about. */
export function unknownWords(words: readonly string[], topics: Topics): readonly string[] {
  return words.filter((word) => /\p{L}{2}/u.test(word) && !isEveryday(word) && !topics.isGlossaryWord(word) && !topics.isCourseWord(word));
}

const everydayForms: ReadonlySet<string> = new Set([...commonWords, ...courseWords].map(wordForm));

/** Whether it is one of the words, in any of its forms, that a question about the course is made of. */
const isEveryday = (word: string): boolean => commonWords.has(word) || everydayForms.has(wordForm(word));
