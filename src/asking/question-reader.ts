/**
 * Reads a question in free text as a command: by grammar (series, factors, windows, money, settings), by words that
 * point at commands, by example questions, and by the glossary's names and texts. No step guesses: a reading below
 * `confident` is offered, never run. The same question always has the same reading.
 */
import { strangeWords, takeApart, type Asked } from "./asked.ts";
import { understanding } from "./command-cues.ts";
import { commandReadings, readingsOf } from "./command-readings.ts";
import { courseReadings } from "./course-readings.ts";
import { explainReadings } from "./explain-readings.ts";
import { intentReader, needsAsset, type Intents } from "./intents.ts";
import { isOutside, wantsAdvice } from "./outside.ts";
import { reconcileReading } from "./reconcile-reading.ts";
import { topicsOf, type Topics } from "./topics.ts";
import type { Knowledge, Reading, Understanding } from "./understanding.ts";

/** Readings at least this sure are run. */
const confident = 0.6;
/** Readings at least this sure are offered. */
const worthOffering = 0.4;
/** Advice asked this likely is not given, though no word of the grammar's says so. */
const surelyNot = 0.85;
/** No question needs more: what is longer is a text, and its beginning says what it is about. */
const longest = 400;

export type QuestionReader = (question: string) => Understanding;

/** Builds the index once; the reader that is returned reads a question within milliseconds. */
export function questionReader(knowledge: Knowledge): QuestionReader {
  const topics = topicsOf(knowledge.lessons, knowledge.phrasings);
  const intentsOf = intentReader(knowledge.phrasings, knowledge.lessons.all);
  const apart = takeApart(knowledge, topics);
  return (question) => {
    const asked = apart([...question].slice(0, longest).join(""));
    const intents = intentsOf(asked.text);
    if (wantsAdvice(asked.text) || (intents.get("no-advice") ?? 0) > surelyNot) return { kind: "no-advice", others: beginnings(asked, knowledge).slice(0, 2) };
    const outside = isOutside(asked.text) || isOutside(question.toLowerCase());
    if (outside && reconcileReading(asked, intents.get("reconcile") ?? 0) === null) return { kind: "unsure", others: [] };
    const [best, ...rest] = allReadings(asked, intents, knowledge, topics);
    if (!best || best.confidence < confident) {
      const offered = [best, ...rest].filter((one) => one !== undefined && one.confidence >= worthOffering);
      return { kind: "unsure", others: distinct([...(offered as Reading[]), ...beginnings(asked, knowledge)]).slice(0, 3) };
    }
    const others = [...rest.filter(({ confidence }) => confidence >= worthOffering), ...neighboursOf(best)];
    return { kind: "confident", reading: best, others: distinct([best, ...others]).slice(1, 3) };
  };
}

function allReadings(asked: Asked, intents: Intents, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const reconcile = reconcileReading(asked, intents.get("reconcile") ?? 0);
  const cued = [
    ...(reconcile ? [reconcile] : []),
    ...courseReadings(asked, knowledge, topics),
    ...commandReadings(asked, knowledge, topics),
    ...explainReadings(asked, topics, intents.get("explain") ?? 0),
  ];
  const all = [...cued.map((reading) => weighed(reading, intents)), ...learntReadings(asked, intents, knowledge, topics)];
  return distinct(all.map((reading, place) => ({ reading, place }))
    .sort((one, other) => other.reading.confidence - one.reading.confidence || one.place - other.place)
    .map(({ reading }) => reading));
}

/** What the classifier prefers to a reading takes this much off it, as far as it prefers it; more where no asset backs a cue. */
const doubt = 0.08;
const doubtOfCourse = 0.4;
/** How likely it is off topic takes this much off it. */
const elsewhere = 0.25;

function weighed({ call, confidence }: Reading, intents: Intents): Reading {
  const likeliest = Math.max(...intents.values());
  const doubted = ofCourse.has(call.command) ? doubtOfCourse : doubt;
  return { call, confidence: confidence - doubted * (likeliest - (intents.get(call.command) ?? 0)) - elsewhere * (intents.get("off-topic") ?? 0) };
}

/** Commands about the course itself. */
const ofCourse: ReadonlySet<string> = new Set(["data list", "selftest", "practice", "progress", "help"]);

/** The commands that the question is like the examples of, with or without a cue. */
function learntReadings(asked: Asked, intents: Intents, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const strange = strangeWords(asked.words, topics).length;
  const toUnderstand = asked.assets.length > 0 && understanding.test(asked.text) ? 0.3 : 0;
  return [...intents]
    .filter(([intent, chance]) => chance > 0.25 && !notLearnt.has(intent))
    .flatMap(([intent, chance]) => {
      const confidence = -toUnderstand + (asked.assets.length > 0 ? 0.42 + 0.45 * chance - 0.06 * strange : 0.9 * chance - 0.4 * strange) - elsewhere * (intents.get("off-topic") ?? 0);
      return needsAsset.has(intent) || intent === "alphas" ? readingsOf(intent, confidence, asked, knowledge) : [{ call: { command: intent, options: {} }, confidence }];
    });
}

/** Intents whose readings need more than the intent: an entry, a number, an exercise; and those that are no command. */
const notLearnt: ReadonlySet<string> = new Set(["explain", "reconcile", "off-topic", "no-advice"]);

/** Each call once, where it comes first. */
function distinct(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ call }) => {
    const key = JSON.stringify([call.command, Object.entries(call.options).sort()]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Where to begin with an asset that is named and nothing else understood. */
function beginnings({ assets }: Asked, { series }: Knowledge): readonly Reading[] {
  const [ticker] = assets.filter((asset) => series.some(({ id }) => id === asset));
  if (ticker === undefined) return [];
  return ["beta", "performance", "variance"].map((command) => ({ call: { command, options: { ticker } }, confidence: 0 }));
}

/** The commands that answer what is asked next: what is offered where nothing else was near. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  beta: ["regress", "performance"],
  regress: ["beta", "residuals"],
  residuals: ["beta", "regress"],
  track: ["hedge", "variance"],
  hedge: ["performance", "size"],
  size: ["hedge", "performance"],
  performance: ["hedge", "beta"],
  variance: ["hedge", "regress"],
  expected: ["beta", "performance"],
  rolling: ["beta", "frequency"],
  frequency: ["beta", "rolling"],
};

function neighboursOf({ call }: Reading): readonly Reading[] {
  const { ticker, from, to } = call.options;
  return (neighbours[call.command] ?? []).map((command) => ({
    call: { command, options: Object.fromEntries(Object.entries({ ticker, from, to }).filter((entry): entry is [string, string] => entry[1] !== undefined)) },
    confidence: 0,
  }));
}
