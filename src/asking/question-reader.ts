/**
 * Reads a question in free text as a command. A grammar takes out series, windows, money, settings and the quantity
 * that is asked for; a linear classifier, learnt from example questions, says what kind of question it is; the grammar
 * and the likeness to names and texts vote besides. What both say is run; where they differ, both are offered. The same
 * question always has the same reading.
 */
import { commandAbout, isAbout } from "./askable-command.ts";
import type { Candidate, Chances, ReaderContext } from "./candidate.ts";
import { candidatesOf, distinct } from "./candidates.ts";
import { claimAgreement, measuresNothingOf } from "./claim-agreement.ts";
import { promptFinder, type ChapterPrompt } from "./chapter-prompts.ts";
import { plainReading } from "./command-readings.ts";
import { followUpReading } from "./follow-up.ts";
import type { Evidence } from "./evidence.ts";
import { honestConfidence, runFrom, strangerConfidence } from "./honest-confidence.ts";
import { withNamedEntry } from "./named-entry.ts";
import { notebookErrorFinder } from "./notebook-errors.ts";
import { mannersOf } from "./manners.ts";
import { isOffTopic, wantsAdvice } from "./off-topic.ts";
import { startingPoints } from "./starting-points.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { followUpEvidence, runEvidence } from "./run-evidence.ts";
import { questionFeatures } from "./question-features.ts";
import { countedWords, questionParser, unknownWords } from "./question-parser.ts";
import { textSimilarity } from "./text-similarity.ts";
import { topicIndex, type Topics } from "./topic-index.ts";
import { commonWords } from "./common-words.ts";
import type { EarlierCall, Knowledge, Reading, Understanding } from "./understanding.ts";
import { isOfShort, turnsRound } from "./turned-round.ts";
import { furtherModels, unaccounted } from "./unaccounted.ts";

/** What is less likely is not run, whatever else speaks for it. */
const leastChance = 0.25;
/** Readings at least this likely are offered. */
const offerThreshold = 0.06;
/** No question needs more: what is longer is a text, and its beginning says what it is about. */
const maxQuestionLength = 700;

export type QuestionReader = (question: string, earlier?: EarlierCall | null) => Understanding;

/** How often a reading of this evidence is right, and whether that is enough to run it. */
type Judge = (evidence: Evidence) => { readonly confidence: number; readonly isRun: boolean };

const judgeOf: Judge = (evidence) => {
  return { confidence: strangerConfidence(evidence), isRun: honestConfidence(evidence) >= runFrom };
};

/** Builds the index once; the reader that is returned reads a question within milliseconds. */
export function questionReader(knowledge: Knowledge, judge: Judge = judgeOf): QuestionReader {
  const topics = topicIndex(knowledge.lessons, knowledge.phrasings);
  const parse = questionParser(knowledge, topics);
  const similarClaims = textSimilarity(knowledge.claims.map(({ id, claim, wordings }) => ({ id, texts: [claim, claim, ...wordings] })));
  const findError = notebookErrorFinder(knowledge.errors);
  const agreements = new Map(knowledge.claims.map(({ id, claim, wordings }) => [id, claimAgreement([claim, ...wordings])]));
  const context: ReaderContext = { knowledge, topics, similarClaims, agrees: (id, text) => agreements.get(id)?.(text) ?? false };
  const findPrompts = promptFinder(knowledge.prompts);
  const read: QuestionReader = (question, earlier = null) => withNamedEntry(readQuestion(question, earlier), question, knowledge);
  const readQuestion = (question: string, earlier: EarlierCall | null): Understanding => {
    const prompts = findPrompts(question);
    if (prompts.length > 0) return together(prompts.map((prompt) => promptReading(prompt, read, knowledge)));
    const shortened = [...question].slice(0, maxQuestionLength).join("");
    const parsed = parse(shortened);
    if (!/\p{L}|\p{N}/u.test(parsed.text)) return { kind: "unsure", alternatives: [], words: "" };
    const error = findError(shortened);
    const chances = chancesOf(parsed, knowledge);
    const alone = readAlone(parsed, chances, error?.id ?? null, context, judge);
    // What is met as a person would is met so after any other question too: "should I buy TSLA?" is no "and for TSLA?".
    const followUp = earlier === null || alone.kind === "distress" || (alone.kind === "no-advice" && wantsAdvice(parsed.text)) || alone.kind === "declined" ? null : followUpReading(parsed, earlier, knowledge, alone);
    if (followUp !== null && turnsRound(followUp.call, parsed)) return { kind: "unsure", alternatives: [], words: countedWords(parsed, topics), ...(isOfShort(parsed) && { isOfShort: true }) };
    if (followUp === null) return alone;
    const { confidence, isRun } = judge(followUpEvidence(followUp, knowledge));
    const reading = { ...withModelsSaid(followUp, shortened, knowledge), confidence };
    // The same call once more, without what was asked to change, would be no answer.
    const isUnchanged = earlier !== null && followUp.leftOut.length > 0 && JSON.stringify(followUp.call) === JSON.stringify(earlier.call);
    if (isRun && !isUnchanged && (!isOfAssets(followUp, knowledge) || ((parsed.unheld.length === 0 || (earlier !== null && changesOptions(followUp, earlier))) && isAccounted(followUp, shortened, knowledge)))) return { kind: "confident", reading, alternatives: [] };
    const others = alone.kind === "confident" ? [alone.reading] : "alternatives" in alone ? alone.alternatives : [];
    return { kind: "unsure", alternatives: distinct([reading, ...others]).slice(0, 2), words: countedWords(parsed, topics) };
  };
  return read;
}

/**
 * Several questions of one message: the first that is no entry is answered, with all that is asked of its reply, and the
 * others are offered.
 */
function together(found: readonly Understanding[]): Understanding {
  const readings = found.flatMap((one) => (one.kind === "confident" ? [one.reading] : []));
  const [first = null] = [...readings.filter(({ focus }) => focus !== null), ...readings];
  if (first === null || readings.length < 2) return found[0] ?? { kind: "unsure", alternatives: [], words: "" };
  const isSame = ({ call }: Reading): boolean => JSON.stringify(call) === JSON.stringify(first.call);
  const others = distinct(readings.filter((reading) => !isSame(reading)));
  const seen = new Set<string>();
  const focuses = readings.filter(isSame).flatMap(({ focus }) => (focus === null || seen.has(focus.quantity) ? [] : (seen.add(focus.quantity), [focus])));
  const count = others.length === 0 ? [] : [`${others.length === 1 ? "one more question" : `${String(others.length)} more questions`} of your message below`];
  const assumed = [...(first.assumed === undefined ? [] : [first.assumed]), ...count].join("; ");
  return { kind: "confident", reading: { ...first, focus: focuses[0] ?? first.focus, alsoAsked: focuses.slice(1), ...(assumed === "" ? {} : { assumed }) }, alternatives: others };
}

/** A prompt of the chapter, with what the chapter says around it. */
function promptReading({ meaning, assumed }: ChapterPrompt, read: QuestionReader, { commands }: Knowledge): Understanding {
  if (typeof meaning !== "string") return { kind: "confident", reading: plainReading({ command: commandAbout(commands, "lesson"), options: { topic: meaning.topic } }, 1), alternatives: [] };
  const found = read(meaning);
  return found.kind === "confident" && assumed !== null ? { ...found, reading: { ...found.reading, assumed } } : found;
}

/** The parser alone, for what learns from questions. */
export function parserOf(knowledge: Omit<Knowledge, "classifier">): (question: string) => ParsedQuestion {
  return questionParser(knowledge, topicIndex(knowledge.lessons, knowledge.phrasings));
}

function chancesOf(parsed: ParsedQuestion, { classifier }: Knowledge): Chances {
  const all = classifier.chances(questionFeatures(parsed));
  return new Map(classifier.labels.map((label, index) => [label, all[index] ?? 0]));
}

function readAlone(parsed: ParsedQuestion, chances: Chances, errorId: string | null, context: ReaderContext, judge: Judge): Understanding {
  const { knowledge } = context;
  const chance = (label: string): number => chances.get(label) ?? 0;
  const words = countedWords(parsed, context.topics);
  const candidates = candidatesOf(parsed, chances, errorId, context);
  const [best] = candidates;
  const others = candidates.slice(1).filter((candidate) => candidate.chance >= offerThreshold).flatMap(({ readings }) => readings.slice(0, 2));
  const manners = mannersOf(parsed, chance, best ?? null, others, context);
  if (manners !== null) return manners;
  // Prices, news and other fields' matters have words of the course in them.
  if (errorId === null && (isOffTopic(parsed.text) || isOffTopic(parsed.question.toLowerCase())) && !isAboutOwnNumber(best, knowledge)) return { kind: "unsure", alternatives: [], words };
  const said = withoutLentVerdict(best?.readings[0], parsed, context);
  const reading = said && withModelsSaid(said, parsed.question, knowledge);
  // A number alone is nobody's question: what is near it would be chance, and tell which numbers the course's texts hold.
  const isNumber = parsed.quantity === null && parsed.assets.length === 0 && isNumberAlone(parsed.text, context.topics) && !isAboutOwnNumber(best, knowledge);
  const isBare = isNumber || parsed.words.length === 0;
  const turns = (one: Reading): boolean => turnsRound(one.call, parsed);
  // One day's rows are too few for any estimate, and a single day's return is no command's.
  const inEach = reading === undefined ? [] : parsed.listed.map(({ first, last }): Reading => ({ ...reading, leftOut: [], call: { ...reading.call, options: { ...reading.call.options, from: first, to: last } } }));
  // One call has one window: of three, each is offered.
  if (reading?.call.options["from"] !== undefined && inEach.length > 0 && isOfAssets(reading, knowledge)) return { kind: "unsure", alternatives: inEach, words };
  const isOneDay = reading?.call.options["from"] !== undefined && reading.call.options["from"] === reading.call.options["to"];
  // Of words of leaving out that are not understood, no number: which days it is of would be a guess.
  const isBarred = isBare || isOneDay || parsed.unclear.length > 0 || (reading !== undefined && turns(reading));
  // Nor of what is supposed and left out: it would be the answer to another question.
  const isOfNumbers = knowledge.commands.some(({ name, asking }) => name === reading?.call.command && (asking?.about === "assets" || asking?.about === "own-number"));
  const isPartly = reading !== undefined && !isAccounted(reading, parsed.question, knowledge);
  const share = best?.share ?? 1;
  if (best !== undefined && reading !== undefined && !isBarred && !isPartly && !(isOfNumbers && parsed.unheld.length > 0) && best.chance * share >= leastChance) {
    // Words of no course, where no quantity of it is named, make another matter likely.
    const unknown = errorId === null ? unknownWords(parsed.words, context.topics) : [];
    const runnerUp = candidates.slice(1).reduce((most, one) => Math.max(most, one.chance * (one.share ?? 1)), 0);
    const { confidence, isRun } = judge(runEvidence({ parsed, reading, best, runnerUp, unknown, elsewhere: chance("off-topic") + chance("no-advice") }, knowledge));
    if (isRun) return { kind: "confident", reading: { ...reading, confidence }, alternatives: distinct([reading, ...best.readings.slice(1), ...others, ...nextReadings(reading, knowledge)]).slice(1).filter((one) => !turns(one)).slice(0, 2) };
  }
  const offered = candidates.filter((candidate) => candidate.chance >= offerThreshold).flatMap(({ readings }) => readings.slice(0, 2));
  if (isBare && parsed.assets.length > 0) return { kind: "unsure", alternatives: startingPoints(parsed, knowledge), words };
  const isForeign = isNumber || chance("off-topic") > 0.5;
  return { kind: "unsure", alternatives: isForeign ? [] : distinct([...offered, ...startingPoints(parsed, knowledge)]).filter((one) => !turns(one)).slice(0, 2), words, ...(reading !== undefined && turns(reading) && isOfShort(parsed) && { isOfShort: true }) };
}

/** Whether it computes something from data: what the question says of it has to be in the call. */
const isOfAssets = ({ call }: Reading, { commands }: Knowledge): boolean => commands.filter(isAbout("assets")).some(({ name }) => name === call.command);

/** Whether a call about assets holds each number of its question. */
function isAccounted(reading: Reading, question: string, { commands }: Knowledge): boolean {
  const command = commands.filter(isAbout("assets")).find(({ name }) => name === reading.call.command);
  return command === undefined || unaccounted(question, reading, command).length === 0;
}

/** Whether what is supposed went into an option, as "if it falls 10%" does into the move. */
const changesOptions = ({ call }: Reading, { call: before }: EarlierCall): boolean =>
  Object.entries(call.options).some(([name, value]) => !["ticker", "tickers", "series"].includes(name) && before.options[name] !== value);

/** One call has one model: the others that are named are said to be left out. */
function withModelsSaid(reading: Reading, question: string, knowledge: Knowledge): Reading {
  const models = isOfAssets(reading, knowledge) ? furtherModels(question, reading) : [];
  return models.length === 0 ? reading : { ...reading, leftOut: [...reading.leftOut, ...models] };
}

/** A decimal number and nothing else of the course, no number that an entry is named by. */
const isNumberAlone = (text: string, topics: Topics): boolean => {
  const numbers = text.match(/\d*[.,]\d+/gu) ?? [];
  const words = text.match(/\p{L}+/gu) ?? [];
  return numbers.length > 0 && words.every((word) => commonWords.has(word)) && !numbers.some((number) => topics.isGlossaryWord(number));
};

/** A verdict is of what the statement says: where the question says something else, its entry stands for it. */
function withoutLentVerdict(reading: Reading | undefined, { text }: ParsedQuestion, { knowledge, agrees }: ReaderContext): Reading | undefined {
  const stated = reading?.call.options["claim"];
  const claim = knowledge.claims.find(({ id }) => id === stated);
  if (reading === undefined || claim === undefined || agrees(claim.id, text)) return reading;
  // "Can volatility be negative?" is no question about β, and its entry no answer.
  const isShort = text.split(" ").length <= 8;
  if (isShort && measuresNothingOf([claim.claim, ...claim.wordings], text)) return undefined;
  return plainReading({ command: commandAbout(knowledge.commands, "lesson"), options: { topic: claim.lesson } }, reading.confidence);
}

const isAboutOwnNumber = (candidate: Candidate | undefined, { commands }: Knowledge): boolean => candidate?.readings[0]?.call.command === commandAbout(commands, "own-number");

/** What is offered where nothing else was near. */
function nextReadings({ call }: Reading, { commands }: Knowledge): readonly Reading[] {
  const { ticker, split } = call.options;
  // A window that was cut out of two is none.
  const { from, to } = split === undefined ? call.options : {};
  const next = commands.filter(isAbout("assets")).find(({ name }) => name === call.command)?.asking.next ?? [];
  const options = Object.fromEntries(Object.entries({ ticker, from, to }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return ticker === undefined ? [] : next.map((command) => plainReading({ command, options }, 0));
}
