/**
 * Reads a question in free text as a command: by grammar (series, factors, windows, money, settings), by words that
 * point at commands, by example questions, and by the glossary's names and texts. No step guesses: a reading below
 * `confident` is offered, never run. The same question always has the same reading.
 */
import { commandAbout, isAbout, type AskableCommand } from "./askable-command.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { questionParser, unknownWords } from "./question-parser.ts";
import { explanationPattern } from "./question-patterns.ts";
import { commandReadings, readingsOf } from "./command-readings.ts";
import { courseReadings } from "./course-readings.ts";
import { explainReadings } from "./explain-readings.ts";
import { intentReader, type Intents } from "./intents.ts";
import { isOffTopic, wantsAdvice } from "./off-topic.ts";
import { reconcileReading } from "./reconcile-reading.ts";
import { topicIndex, type Topics } from "./topic-index.ts";
import type { Knowledge, Reading, Understanding } from "./understanding.ts";

/** Readings at least this sure are run. */
const runThreshold = 0.6;
/** Readings at least this sure are offered. */
const offerThreshold = 0.4;
/** Advice asked this likely is not given, though no word of the grammar's says so. */
const adviceThreshold = 0.85;
/** No question needs more: what is longer is a text, and its beginning says what it is about. */
const maxQuestionLength = 400;

export type QuestionReader = (question: string) => Understanding;

/** Builds the index once; the reader that is returned reads a question within milliseconds. */
export function questionReader(knowledge: Knowledge): QuestionReader {
  const topics = topicIndex(knowledge.lessons, knowledge.phrasings);
  const intentsOf = intentReader(knowledge.phrasings, knowledge.lessons.all, knowledge.commands);
  const reconcileCommand = commandAbout(knowledge.commands, "own-number");
  const parseQuestion = questionParser(knowledge, topics);
  return (question) => {
    const parsed = parseQuestion([...question].slice(0, maxQuestionLength).join(""));
    const intents = intentsOf(parsed.text);
    if (wantsAdvice(parsed.text) || (intents.get("no-advice") ?? 0) > adviceThreshold) return { kind: "no-advice", alternatives: startingPoints(parsed, knowledge).slice(0, 2) };
    const offTopic = isOffTopic(parsed.text) || isOffTopic(question.toLowerCase());
    if (offTopic && reconcileReading(parsed, reconcileCommand, intents.get(reconcileCommand) ?? 0) === null) return { kind: "unsure", alternatives: [] };
    const [best, ...rest] = allReadings(parsed, intents, knowledge, topics);
    if (!best || best.confidence < runThreshold) {
      const offered = [best, ...rest].filter((reading) => reading !== undefined && reading.confidence >= offerThreshold);
      return { kind: "unsure", alternatives: distinct([...(offered as Reading[]), ...startingPoints(parsed, knowledge)]).slice(0, 3) };
    }
    const others = [...rest.filter(({ confidence }) => confidence >= offerThreshold), ...nextReadings(best, knowledge)];
    return { kind: "confident", reading: best, alternatives: distinct([best, ...others]).slice(1, 3) };
  };
}

function allReadings(parsed: ParsedQuestion, intents: Intents, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const [lessonCommand, reconcileCommand] = [commandAbout(knowledge.commands, "lesson"), commandAbout(knowledge.commands, "own-number")];
  const reconcile = reconcileReading(parsed, reconcileCommand, intents.get(reconcileCommand) ?? 0);
  const grammarReadings = [
    ...(reconcile ? [reconcile] : []),
    ...courseReadings(parsed, knowledge, topics),
    ...commandReadings(parsed, knowledge, topics),
    ...explainReadings(parsed, lessonCommand, topics, intents.get(lessonCommand) ?? 0),
  ];
  const all = [...grammarReadings.map((reading) => adjustConfidence(reading, intents, knowledge)), ...classifierReadings(parsed, intents, knowledge, topics)];
  return distinct(all.map((reading, index) => ({ reading, place: index }))
    .sort((one, other) => other.reading.confidence - one.reading.confidence || one.place - other.place)
    .map(({ reading }) => reading));
}

/** Penalty per unit by which the classifier prefers another intent; more where no asset backs the words. */
const disagreementPenalty = 0.08;
const courseDisagreementPenalty = 0.4;
/** Penalty per unit of the probability that the question is off topic. */
const offTopicPenalty = 0.25;

function adjustConfidence({ call, confidence }: Reading, intents: Intents, { commands, phrasings }: Knowledge): Reading {
  const likeliest = Math.max(...intents.values());
  // Of what it has no examples the classifier has no opinion.
  const isLearnedCourse = phrasings.intents.has(call.command) && isCourse(commands.find(({ name }) => name === call.command));
  const penalty = isLearnedCourse ? courseDisagreementPenalty : disagreementPenalty;
  return { call, confidence: confidence - penalty * (likeliest - (intents.get(call.command) ?? 0)) - offTopicPenalty * (intents.get("off-topic") ?? 0) };
}

const isCourse = (command: AskableCommand | undefined): boolean => command?.asking?.about === "course" || command?.asking?.about === "exercise";

/** The commands that the question is like the examples of, with or without a cue. */
function classifierReadings(parsed: ParsedQuestion, intents: Intents, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const unknownCount = unknownWords(parsed.words, topics).length;
  const explanationPenalty = parsed.assets.length > 0 && explanationPattern.test(parsed.text) ? 0.3 : 0;
  return [...intents]
    .filter(([, chance]) => chance > 0.25)
    .flatMap(([intent, chance]): readonly Reading[] => {
      const command = knowledge.commands.find(({ name }) => name === intent);
      if (!command) return [];
      const confidence = -explanationPenalty + (parsed.assets.length > 0 ? 0.42 + 0.45 * chance - 0.06 * unknownCount : 0.9 * chance - 0.4 * unknownCount) - offTopicPenalty * (intents.get("off-topic") ?? 0);
      if (isAbout("assets")(command)) return readingsOf(command, confidence, parsed, knowledge);
      // The others need more than the intent: a lesson, or a number.
      return isCourse(command) ? [{ call: { command: intent, options: {} }, confidence }] : [];
    });
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
function startingPoints({ assets }: ParsedQuestion, { series, commands }: Knowledge): readonly Reading[] {
  const [ticker] = assets.filter((asset) => series.some(({ id }) => id === asset));
  if (ticker === undefined) return [];
  return commands
    .filter(isAbout("assets"))
    .filter(({ asking }) => asking.startingPoint)
    .map(({ name }) => ({ call: { command: name, options: { ticker } }, confidence: 0 }));
}

/** What is offered where nothing else was near. */
function nextReadings({ call }: Reading, { commands }: Knowledge): readonly Reading[] {
  const { ticker, from, to } = call.options;
  const next = commands.filter(isAbout("assets")).find(({ name }) => name === call.command)?.asking.next ?? [];
  return next.map((command) => ({
    call: { command, options: Object.fromEntries(Object.entries({ ticker, from, to }).filter((entry): entry is [string, string] => entry[1] !== undefined)) },
    confidence: 0,
  }));
}
