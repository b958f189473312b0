import type { Lesson } from "../glossary/lesson.ts";
import { commandAbout, isAbout, subjectOption, type AskableCommand } from "./askable-command.ts";
import { assetWord } from "./find-series.ts";
import { moneyWord } from "./find-money.ts";
import { dateWord } from "./find-window.ts";
import type { Phrasings } from "./phrasings.ts";
import { trainClassifier, type Example } from "./text-classifier.ts";
import { wordForm } from "./word-form.ts";

/** How likely a question wants each command, an explanation, advice or nothing of ours; adds up to one. */
export type Intents = ReadonlyMap<string, number>;

/** Learns from the phrasings; the text that the result reads has a word in the place of each asset, date and amount. */
export function intentReader(
  { intents, topics }: Phrasings,
  lessons: readonly Lesson[],
  commands: readonly AskableCommand[],
): (text: string) => Intents {
  const featuresOf = featureReader(commands);
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
  const label = commandAbout(commands, "lesson");
  const topicExamples = [...topics.values()].flat().map((one) => ({ label, features: featuresOf(withSlots(one)) }));
  const classify = trainClassifier([...examples, ...topicExamples]);
  return (text) => {
    const chances = [...classify(featuresOf(text))].filter(([intent]) => isPossible(commands.find(({ name }) => name === intent), text.split(assetWord).length - 1));
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
function featureReader(commands: readonly AskableCommand[]): (text: string) => readonly string[] {
  const allCues = commands.filter(isAbout("assets")).flatMap(({ name, asking }) => asking.cues.map(({ words }) => ({ name, words })));
  return (text) => {
    const words = (text.match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? []).map((word) => (/\d/u.test(word) ? (/^\d*\.\d/u.test(word) ? "#.#" : "#") : wordForm(word)));
    const padded = ["^", ...words, "$"];
    const pairs = padded.slice(1).map((word, index) => `${padded[index] ?? ""} ${word}`);
    const cues = allCues.filter((cue) => cue.words.test(text)).map(({ name }) => `cue:${name}`);
    const assets = words.filter((word) => word === wordForm(assetWord)).length;
    return [...words, ...pairs, ...cues, `assets:${String(Math.min(assets, 2))}`];
  };
}

/** Whether a question that names so many assets can mean the command; undefined for an intent that is none. */
function isPossible(command: AskableCommand | undefined, assets: number): boolean {
  if (!command?.asking) return true;
  const { asking } = command;
  if (assets === 0) return !needsAsset(command);
  if (asking.about === "course") return asking.besideAsset === "examples";
  if (asking.about === "exercise") return false;
  return !(asking.about === "assets" && asking.sideBySide && needsAsset(command)) || assets > 1;
}

const needsAsset = (command: AskableCommand): boolean => subjectOption(command)?.required ?? false;
