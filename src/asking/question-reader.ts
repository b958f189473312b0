/**
 * Reads a question in free text as a command: by grammar (series, windows, money, settings), by words that point at
 * commands, and by the glossary's names. No step guesses: a reading below `confident` is offered, never run.
 * The same question always has the same reading.
 */
import { takeApart, type Asked } from "./asked.ts";
import { commandReadings } from "./command-readings.ts";
import { courseReadings } from "./course-readings.ts";
import { explainReadings } from "./explain-readings.ts";
import { isOutside, wantsAdvice } from "./outside.ts";
import { reconcileReading } from "./reconcile-reading.ts";
import { topicsOf, type Topics } from "./topics.ts";
import type { Knowledge, Reading, Understanding } from "./understanding.ts";

/** Readings at least this sure are run. */
const confident = 0.6;
/** Readings at least this sure are offered. */
const worthOffering = 0.4;
/** No question needs more: what is longer is a text, and its beginning says what it is about. */
const longest = 400;

export type QuestionReader = (question: string) => Understanding;

/** Builds the index once; the reader that is returned reads a question within milliseconds. */
export function questionReader(knowledge: Knowledge): QuestionReader {
  const topics = topicsOf(knowledge.lessons);
  const apart = takeApart(knowledge, topics);
  return (question) => {
    const asked = apart([...question].slice(0, longest).join(""));
    if (wantsAdvice(asked.text)) return { kind: "no-advice", others: beginnings(asked, knowledge).slice(0, 2) };
    const outside = isOutside(asked.text) || isOutside(question.toLowerCase());
    if (outside && reconcileReading(asked) === null) return { kind: "unsure", others: [] };
    const [best, ...rest] = readingsOf(asked, knowledge, topics);
    if (!best || best.confidence < confident) {
      const offered = [best, ...rest].filter((one) => one !== undefined && one.confidence >= worthOffering);
      return { kind: "unsure", others: distinct([...(offered as Reading[]), ...beginnings(asked, knowledge)]).slice(0, 3) };
    }
    const others = [...rest.filter(({ confidence }) => confidence >= worthOffering), ...neighboursOf(best)];
    return { kind: "confident", reading: best, others: distinct([best, ...others]).slice(1, 3) };
  };
}

function readingsOf(asked: Asked, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const reconcile = reconcileReading(asked);
  const all = [
    ...(reconcile ? [reconcile] : []),
    ...courseReadings(asked, knowledge, topics),
    ...commandReadings(asked, knowledge, topics),
    ...explainReadings(asked, topics),
  ];
  return distinct(all.map((reading, place) => ({ reading, place }))
    .sort((one, other) => other.reading.confidence - one.reading.confidence || one.place - other.place)
    .map(({ reading }) => reading));
}

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
