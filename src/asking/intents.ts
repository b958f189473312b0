import type { Lesson } from "../glossary/lesson.ts";
import { commandCues } from "./command-cues.ts";
import { assetWord } from "./find-series.ts";
import { moneyWord } from "./find-money.ts";
import { dateWord } from "./find-window.ts";
import type { Phrasings } from "./phrasings.ts";
import { trainClassifier, type Example } from "./text-classifier.ts";
import { wordForm } from "./word-form.ts";

/** How likely a question wants each command, an explanation, advice or nothing of ours; adds up to one. */
export type Intents = ReadonlyMap<string, number>;

/** Learns from the phrasings; the text that the result reads has a word in the place of each asset, date and amount. */
export function intentReader({ intents, topics }: Phrasings, lessons: readonly Lesson[]): (text: string) => Intents {
  const names = lessons.flatMap(({ name, otherNames }) => [name, ...otherNames.slice(0, 3)]);
  let nameIndex = 0;
  // Each stands for any entry: a stride through the names shows the classifier many of them.
  const fillTopic = (phrasing: string): string => phrasing.replaceAll("{topic}", () => names[(nameIndex += 7) % names.length] ?? "");
  const examples = [...intents].flatMap(([label, phrasings]) =>
    phrasings.flatMap((phrasing): Example[] => {
      const times = phrasing.includes("{topic}") ? 3 : 1;
      return Array.from({ length: times }, () => ({ label, features: featuresOf(withSlots(fillTopic(phrasing))) }));
    }),
  );
  const topicExamples = [...topics.values()].flat().map((one) => ({ label: "explain", features: featuresOf(withSlots(one)) }));
  const classify = trainClassifier([...examples, ...topicExamples]);
  return (text) => {
    const chances = [...classify(featuresOf(text))].filter(([intent]) => isPossible(intent, text.split(assetWord).length - 1));
    const total = chances.reduce((sum, [, chance]) => sum + chance, 0);
    return new Map(chances.map(([intent, chance]) => [intent, chance / total]));
  };
}

const withSlots = (phrasing: string): string =>
  phrasing
    .toLowerCase()
    .replaceAll(/(?<=\})'s/gu, "")
    .replaceAll("'s", "")
    .replaceAll("{ticker}", ` ${assetWord} `)
    .replaceAll("{date}", ` ${dateWord} `)
    .replaceAll("{money}", ` ${moneyWord} `)
    .replaceAll("{number}", " 0.5 ");

/**
 * What the classifier sees of a text: its words' forms, neighbouring pairs of them, which cues it holds, and how many
 * assets it names. Slips of the finger are corrected before, and letters in a row proved worse than none.
 */
export function featuresOf(text: string): readonly string[] {
  const words = (text.match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? []).map((word) => (/\d/u.test(word) ? (/^\d*\.\d/u.test(word) ? "#.#" : "#") : wordForm(word)));
  const padded = ["^", ...words, "$"];
  const pairs = padded.slice(1).map((word, index) => `${padded[index] ?? ""} ${word}`);
  const cues = commandCues.filter((cue) => cue.words.test(text)).map(({ command }) => `cue:${command}`);
  const assets = words.filter((word) => word === wordForm(assetWord)).length;
  return [...words, ...pairs, ...cues, `assets:${String(Math.min(assets, 2))}`];
}


/** What a question must name for an intent to be possible. */
export const intentsWithAsset: ReadonlySet<string> = new Set(["beta", "regress", "compare", "residuals", "track", "hedge", "size", "performance", "variance", "expected", "rolling", "frequency", "reconcile"]);
const intentsWithoutAsset: ReadonlySet<string> = new Set(["help", "selftest", "practice", "progress"]);

function isPossible(intent: string, assets: number): boolean {
  if (assets === 0) return !intentsWithAsset.has(intent);
  return !intentsWithoutAsset.has(intent) && (intent !== "compare" || assets > 1);
}
