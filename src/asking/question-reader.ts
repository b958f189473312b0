/**
 * Reads a question in free text as a command. A grammar takes out series, windows, money, settings and the quantity
 * that is asked for; a linear classifier, learnt from example questions, says what kind of question it is; the grammar
 * and the likeness to names and texts vote besides. What both say is run; where they differ, both are offered. The same
 * question always has the same reading.
 */
import { commandAbout, isAbout, type AskableCommand } from "./askable-command.ts";
import type { Quantity } from "./asked-quantity.ts";
import { assetCommands, commandOfQuantity, subjectSeries } from "./asked-command.ts";
import { promptFinder, type ChapterPrompt } from "./chapter-prompts.ts";
import { plainReading, readingsOf } from "./command-readings.ts";
import { pairReading } from "./explain-pairs.ts";
import { followUpReading } from "./follow-up.ts";
import { notebookErrorFinder } from "./notebook-errors.ts";
import { asksWhatToDo, isOffTopic, wantsAdvice } from "./off-topic.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { exerciseNamed } from "./practice-readings.ts";
import { questionFeatures } from "./question-features.ts";
import { questionParser, unknownWords } from "./question-parser.ts";
import { explanationPattern } from "./question-patterns.ts";
import { reconcileReading } from "./reconcile-reading.ts";
import { topicIndex, type Topics } from "./topic-index.ts";
import type { EarlierCall, Knowledge, Reading, Understanding } from "./understanding.ts";
import { textSimilarity } from "./text-similarity.ts";

/** Chances from which a reading is run: where a second vote says the same, and where none does. */
const agreedThreshold = 0.5;
const aloneThreshold = 0.8;
/** The same where words of the question are nobody's. */
const strangeThreshold = 0.85;
/** The share of all commands from which the classifier decides which it is, whatever quantity is named. */
const clearShare = 0.65;
/** Readings at least this likely are offered. */
const offerThreshold = 0.06;
/** No question needs more: what is longer is a text, and its beginning says what it is about. */
const maxQuestionLength = 700;

export type QuestionReader = (question: string, earlier?: EarlierCall | null) => Understanding;

/** Builds the index once; the reader that is returned reads a question within milliseconds. */
export function questionReader(knowledge: Knowledge): QuestionReader {
  const topics = topicIndex(knowledge.lessons, knowledge.phrasings);
  const parse = questionParser(knowledge, topics);
  const similarClaims = textSimilarity(knowledge.claims.map(({ id, claim, wordings }) => ({ id, texts: [claim, claim, ...wordings] })));
  const findError = notebookErrorFinder(knowledge.errors);
  const findPrompt = promptFinder(knowledge.prompts);
  const context: ReaderContext = { knowledge, topics, similarClaims };
  const read: QuestionReader = (question, earlier = null) => {
    const prompt = findPrompt(question);
    if (prompt) return promptReading(prompt, read, knowledge);
    const shortened = [...question].slice(0, maxQuestionLength).join("");
    const parsed = parse(shortened);
    if (!/\p{L}|\p{N}/u.test(parsed.text)) return { kind: "unsure", alternatives: [] };
    const error = findError(shortened);
    const chances = chancesOf(parsed, knowledge);
    const alone = readAlone(parsed, chances, error?.id ?? null, context);
    // What is met as a person would is met so after any other question too: "should I buy TSLA?" is no "and for TSLA?".
    const followUp = earlier === null || alone.kind === "distress" || alone.kind === "no-advice" || alone.kind === "declined" ? null : followUpReading(parsed, earlier, knowledge, alone);
    return followUp === null ? alone : { kind: "confident", reading: followUp, alternatives: [] };
  };
  return read;
}

/** A prompt of the chapter, with what the chapter says around it. */
function promptReading({ meaning, assumed }: ChapterPrompt, read: QuestionReader, { commands }: Knowledge): Understanding {
  if (typeof meaning !== "string") return { kind: "confident", reading: plainReading({ command: commandAbout(commands, "lesson"), options: { topic: meaning.topic } }, 1), alternatives: [] };
  const found = read(meaning);
  return found.kind === "confident" && assumed !== null ? { ...found, reading: { ...found.reading, assumed } } : found;
}

export interface ReaderContext {
  readonly knowledge: Knowledge;
  readonly topics: Topics;
  readonly similarClaims: (text: string) => readonly { readonly id: string; readonly score: number }[];
}

/** The parser alone, for what learns from questions. */
export function parserOf(knowledge: Omit<Knowledge, "classifier">): (question: string) => ParsedQuestion {
  return questionParser(knowledge, topicIndex(knowledge.lessons, knowledge.phrasings));
}

/** One thing said to follow from another, or a step of one's own that is to be approved. */
const concludesPattern = /^(?!.*\b(?:what|how (?:much|many|big)|which|give me|compute|calculate|so that)\b).*(?:\bguarant\w+|\b(?:does|do|would)\b[^?.!;]*\bimply\b|\bimplies\b|(?<!\bi )\bmeans? that\b|\b(?:does|do)(?: not)?\b[^?.!;]*\bmean (?!return|of|excess)[^?.!;]*\b(?:is|are|has|have|zero|no|there|will|must)\b|\bmust (?:\w+ )?(?:be|have|beat|mean|return)\b|(?:^|[ ,])(?:so|therefore|hence|thus|which means)\b.{3,}\b(?:is|are|must|will|has|have|cannot|can not|beats?|guaranteed)\b|^(?:since|because|given that|if)\b.*\b(?:must|has to|have to)\b|\bprov(?:es?|en)\b)/u;

/** Words that nobody writes about a regression: better one kind word too many than one too few. */
const distressSign = /\bpanic\w*|\b(?:been |am |keep |im |i'm )?(?:crying|cried)\b|\bhopeless\b|\bsuicid\w*|\b(?:kill|hurt|harm)(?:ing)? (?:myself|himself|herself|themselves)\b|\bdo(?:n'?t| not) (?:want|wanna) (?:to )?(?:live|be here|exist)\b|\b(?:cant|can not|cannot|can't) (?:sleep|cope|go on|breathe)\b|\bpoint (?:of|in) (?:anything|going on|living)\b|\bso (?:stupid|dumb|worthless)\b|\boverwhelmed\b|\bdepress\w+\b(?! market)|\bwant to die\b|\bagobiad\w|\bdesesperad\w|\bno puedo (?:mas|más|con esto)\b|\bnao aguento\b|\bje n'en peux plus\b|\bich kann nicht mehr\b/u;

type Chances = ReadonlyMap<string, number>;

function chancesOf(parsed: ParsedQuestion, { classifier }: Knowledge): Chances {
  const all = classifier.chances(questionFeatures(parsed));
  return new Map(classifier.labels.map((label, index) => [label, all[index] ?? 0]));
}

/** One thing that a question may want, with its chance, and whether the second vote says the same. */
interface Candidate {
  readonly chance: number;
  readonly isAgreed: boolean;
  readonly readings: readonly Reading[];
}

function readAlone(parsed: ParsedQuestion, chances: Chances, errorId: string | null, context: ReaderContext): Understanding {
  const { knowledge } = context;
  const chance = (label: string): number => chances.get(label) ?? 0;
  const candidates = [
    ...errorCandidates(chances, errorId),
    ...ownNumberCandidates(parsed, chances, context),
    ...computeCandidates(parsed, chances, context),
    ...courseCandidates(parsed, chances, context),
    ...claimCandidates(parsed, chances, context),
    ...lessonCandidates(parsed, chances, context),
  ].sort((one, other) => other.chance - one.chance);
  const [best] = candidates;
  const others = candidates.slice(1).filter((candidate) => candidate.chance >= offerThreshold).flatMap(({ readings }) => readings.slice(0, 2));
  const manners = mannersOf(parsed, chance, best?.chance ?? 0, others, context);
  if (manners !== null) return manners;
  // Prices, news and other fields' matters have words of the course in them.
  if (errorId === null && (isOffTopic(parsed.text) || isOffTopic(parsed.question.toLowerCase())) && !isAboutOwnNumber(best, knowledge)) return { kind: "unsure", alternatives: [] };
  const [reading] = best?.readings ?? [];
  // Words of no course, where no quantity of it is named, make another matter likely.
  const isStrange = (parsed.quantity === null || parsed.assets.length === 0) && errorId === null && unknownWords(parsed.words, context.topics).length > 0;
  const isBare = parsed.words.length === 0;
  const isElsewhere = parsed.quantity === null && chance("off-topic") + chance("no-advice") > 0.08;
  const threshold = isBare ? Infinity : isElsewhere || (isStrange && parsed.assets.length === 0) ? 0.95 : isStrange ? strangeThreshold : best?.isAgreed === true ? agreedThreshold : aloneThreshold;
  if (!best || !reading || best.chance < threshold) {
    const offered = candidates.filter((candidate) => candidate.chance >= offerThreshold).flatMap(({ readings }) => readings.slice(0, 2));
    if (isBare && parsed.assets.length > 0) return { kind: "unsure", alternatives: startingPoints(parsed, knowledge) };
    const isForeign = chance("off-topic") > 0.5;
    return { kind: "unsure", alternatives: isForeign ? [] : distinct([...offered, ...startingPoints(parsed, knowledge)]).slice(0, 2) };
  }
  return { kind: "confident", reading, alternatives: distinct([reading, ...best.readings.slice(1), ...others, ...nextReadings(reading, knowledge)]).slice(1, 3) };
}

const isAboutOwnNumber = (candidate: Candidate | undefined, { commands }: Knowledge): boolean => candidate?.readings[0]?.call.command === commandAbout(commands, "own-number");

/** What wants no answer from the chapter: advice, graded work, instructions, the course's dates, a person's own state. */
function mannersOf(parsed: ParsedQuestion, chance: (label: string) => number, best: number, others: readonly Reading[], { knowledge }: ReaderContext): Understanding | null {
  const distress = chance("distress");
  if ((distress > 0.35 && distress > best / 2) || (distressSign.test(parsed.text) && parsed.assets.length === 0)) return { kind: "distress" };
  if (wantsAdvice(parsed.text)) return { kind: "no-advice", alternatives: startingPoints(parsed, knowledge).slice(0, 2) };
  const labels = ["no-advice", "graded-work", "instructions", "course-fact", "greeting", "thanks", "off-topic"] as const;
  const [top, ...rest] = labels.map((label) => ({ label, chance: chance(label) })).sort((one, other) => other.chance - one.chance);
  const second = Math.max(best, rest[0]?.chance ?? 0);
  if (!top || top.chance < 0.3 || top.chance <= best) return null;
  // "Which stock is the riskiest?" and "if the market falls 3% tomorrow" ask for what past rows say.
  if (top.label === "no-advice" && parsed.quantity !== null && (parsed.extreme !== null || parsed.move !== null) && !asksWhatToDo.test(parsed.text)) return null;
  switch (top.label) {
    case "no-advice":
      return { kind: "no-advice", alternatives: startingPoints(parsed, knowledge).slice(0, 2) };
    case "graded-work":
    case "instructions":
      return { kind: "declined", reason: top.label };
    case "course-fact":
      return { kind: "course-fact" };
    case "greeting":
    case "thanks":
      return parsed.words.length > 14 ? null : { kind: "smalltalk", of: top.label };
    case "off-topic":
      return { kind: "unsure", alternatives: top.chance > 0.5 || second < 0.2 ? [] : others.slice(0, 2) };
  }
}

function errorCandidates(chances: Chances, errorId: string | null): readonly Candidate[] {
  const labelled = [...chances].filter(([label]) => label.startsWith("error:"));
  const total = labelled.reduce((sum, [, chance]) => sum + chance, 0);
  const [top] = labelled.sort(([, one], [, other]) => other - one);
  const id = errorId ?? top?.[0].slice("error:".length);
  if (id === undefined) return [];
  // A message that matches a pattern is an error whatever its words are like.
  return [{ chance: errorId === null ? total : Math.max(0.9, total), isAgreed: errorId !== null, readings: [plainReading({ command: "notebook-error", options: { error: id } }, total)] }];
}

function ownNumberCandidates(parsed: ParsedQuestion, chances: Chances, { knowledge }: ReaderContext): readonly Candidate[] {
  const command = commandAbout(knowledge.commands, "own-number");
  const chance = chances.get(`/${command}`) ?? 0;
  const reading = reconcileReading(parsed, { command, chance, bookFigures: knowledge.bookFigures });
  return reading === null ? [] : [{ chance, isAgreed: true, readings: [reading] }];
}

function computeCandidates(parsed: ParsedQuestion, chances: Chances, { knowledge, similarClaims }: ReaderContext): readonly Candidate[] {
  const commands = assetCommands(knowledge);
  const subjects = subjectSeries(parsed, knowledge);
  const ranked = commands.map((command) => ({ command, chance: chances.get(`/${command.name}`) ?? 0 })).sort((one, other) => other.chance - one.chance);
  const total = ranked.reduce((sum, { chance }) => sum + chance, 0);
  const voted = subjects.length > 0 ? commandOfQuantity(parsed, knowledge) : null;
  const likeliest = ranked.find(({ command }) => subjects.length > 0 || subjectIsOptional(command));
  const votedCommand = commands.find(({ name }) => name === voted);
  // Where the classifier is clear about the command, the words for a quantity were used in passing.
  // One that answers the quantity too differs in what it is asked of, which the grammar knows.
  const answersToo = parsed.quantity !== null && Object.values(likeliest?.command.asking.answers ?? {}).some((quantities: readonly string[]) => parsed.quantity !== null && quantities.includes(parsed.quantity));
  const isCertain = parsed.quantity !== null && (certainQuantities.has(parsed.quantity) || (parsed.quantity === "dollar-volatility" && /\bhow volatile\b/u.test(parsed.text)) || parsed.targetVolatility !== null || parsed.extreme !== null);
  const isClear = likeliest !== undefined && !isCertain && !answersToo && likeliest.chance >= clearShare * total && (chances.get(`/${voted ?? ""}`) ?? 0) < 0.3 * total;
  const preferred = isClear ? [likeliest.command, ...(votedCommand ? [votedCommand] : [])] : [...(votedCommand ? [votedCommand] : []), ...(likeliest ? [likeliest.command] : [])];
  const order = [...preferred, ...ranked.slice(0, 2).map(({ command }) => command)];
  const readings = distinct(order.flatMap((command) => readingsOf(command, total, parsed, knowledge)));
  if (readings.length === 0) return [];
  // A company without returns and without a question for a number is somebody's news.
  if (parsed.quantity === null && parsed.assets.length > 0 && !parsed.assets.some((id) => knowledge.series.some((series) => series.id === id))) return [];
  // "α is significant, so MSFT must beat the market": a conclusion is judged as one, and not by the test that it names.
  const concludes = concludesPattern.test(parsed.text) && parsed.from === null && parsed.to === null && (similarClaims(parsed.text)[0]?.score ?? 0) > likeAStatement;
  const explains = concludes || (explanationPattern.test(parsed.text) && votedCommand === undefined);
  const isClassWide = subjects.length === 0;
  // "Which stock has the highest β", or a series, a number of it and a window: nothing else is asked like that.
  const isPlain = !explains && votedCommand !== undefined && ((parsed.extreme !== null && parsed.assets.length > 1) || parsed.from !== null || parsed.to !== null || parsed.targetVolatility !== null);
  if (isPlain) return [{ chance: Math.max(total, 0.86), isAgreed: true, readings }];
  return [{ chance: isClassWide ? (likeliest?.chance ?? 0) : explains ? total / 2 : total, isAgreed: votedCommand !== undefined || likeliest?.command === ranked[0]?.command, readings }];
}

/** What is read from numbers of the question, not from a word that may be used in passing. */
const certainQuantities: ReadonlySet<Quantity> = new Set<Quantity>(["what-if", "needed-budget", "hedged-correlation", "hedged-beta", "hedged-factor-share", "beaten-tracking", "up-down-beta", "years-needed"]);

const subjectIsOptional = ({ options }: AskableCommand): boolean => Object.values(options).some(({ series, required }) => series?.as === "series" && !required);

function courseCandidates(parsed: ParsedQuestion, chances: Chances, { knowledge, topics }: ReaderContext): readonly Candidate[] {
  const course = knowledge.commands.filter(isAbout("course")).map(({ name, asking }): Candidate => {
    const isSaid = asking.words.test(parsed.text);
    // What there are no examples of, the classifier can't know: then the words decide.
    const chance = isSaid && !knowledge.phrasings.intents.has(name) ? 0.9 : (chances.get(`/${name}`) ?? 0);
    return { chance, isAgreed: isSaid, readings: [plainReading({ command: name, options: {} }, chance)] };
  });
  const exercises = knowledge.commands.filter(isAbout("exercise")).map(({ name, asking }): Candidate => {
    const exercise = exerciseNamed(parsed.words, knowledge.exercises, topics);
    const chance = chances.get(`/${name}`) ?? 0;
    return { chance, isAgreed: asking.words.test(parsed.text), readings: [plainReading({ command: name, options: exercise === null ? {} : { exercise } }, chance)] };
  });
  return [...course, ...exercises];
}

/** Likeness from which a statement is meant, and by how much more than the next. */
const nearlyThe = 0.5;
const clearlyThe = 0.08;
/** Likeness to some statement from which a conclusion is about the course. */
const likeAStatement = 0.2;

function claimCandidates(parsed: ParsedQuestion, chances: Chances, { similarClaims }: ReaderContext): readonly Candidate[] {
  const labelled = [...chances].filter(([label]) => label.startsWith("claim:"));
  const total = labelled.reduce((sum, [, chance]) => sum + chance, 0);
  const similar = similarClaims(parsed.text);
  const best = similar[0]?.score ?? 0;
  const [nearest, second] = similar;
  // Said nearly as it is written, a statement is that one whatever else its words are like.
  if (nearest && nearest.score >= nearlyThe && nearest.score - (second?.score ?? 0) > clearlyThe && (concludesPattern.test(parsed.text) || parsed.quantity === null || total > 0.2)) {
    return [{ chance: Math.max(total, 0.9), isAgreed: true, readings: [nearest, ...(second ? [second] : [])].map(({ id }) => plainReading({ command: "claim", options: { claim: id } }, Math.max(total, 0.9))) }];
  }
  const ranked = labelled
    .map(([label, chance]) => {
      const id = label.slice("claim:".length);
      return { id, score: chance / Math.max(total, 1e-9) + (similar.find((one) => one.id === id)?.score ?? 0) / Math.max(best, 1e-9) };
    })
    .sort((one, other) => other.score - one.score);
  const [first] = ranked;
  if (!first) return [];
  const [likeliest] = [...labelled].sort(([, one], [, other]) => other - one);
  return [{ chance: total, isAgreed: likeliest?.[0] === `claim:${similar[0]?.id ?? ""}`, readings: ranked.slice(0, 2).map(({ id }) => plainReading({ command: "claim", options: { claim: id } }, total)) }];
}

function lessonCandidates(parsed: ParsedQuestion, chances: Chances, { knowledge, topics }: ReaderContext): readonly Candidate[] {
  const command = commandAbout(knowledge.commands, "lesson");
  const labelled = knowledge.lessons.all.map(({ id }) => ({ id, chance: chances.get(id) ?? 0 })).filter(({ chance }) => chance > 0);
  const pairChance = chances.get("pair") ?? 0;
  const total = labelled.reduce((sum, { chance }) => sum + chance, pairChance);
  const similar = topics.similarTo(parsed.text);
  const named = topics.search(parsed.words)[0];
  const best = similar[0]?.score ?? 0;
  const likeness = new Map(similar.map(({ lesson, score }) => [lesson.id, score]));
  const loaded = parsed.assets.filter((id) => knowledge.series.some((series) => series.id === id));
  const ticker = loaded.length === 1 ? { ticker: loaded[0] ?? "" } : {};
  const ranked = labelled
    .map(({ id, chance }) => ({ id, chance, score: chance / Math.max(total - pairChance, 1e-9) + (0.8 * (likeness.get(id) ?? 0)) / Math.max(best, 1e-9) + (named?.lesson.id === id && named.score > 0.93 ? 0.5 : 0) }))
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const single = ranked.slice(0, 2).map(({ id }) => plainReading({ command, options: { topic: id, ...ticker } }, total));
  const pair = pairReading(parsed.text, command, topics);
  const likeliest = [...labelled].sort((one, other) => other.chance - one.chance)[0];
  const isAgreed = likeliest?.id === similar[0]?.lesson.id || (named !== undefined && named.lesson.id === likeliest?.id && named.score > 0.7);
  const asksDifference = /\bdiff(?:er\w*)?\b|\bvs\b|\bversus\b|\bdistinguish\w*|\bsame (?:thing )?as\b|\bmix(?:ing|ed)? up\b|\bswap\b/u.test(parsed.text);
  if (pair && (pairChance > 0.25 * total || pair.confidence > (asksDifference ? 0.6 : 0.85))) return [{ chance: total, isAgreed: true, readings: [pair, ...single] }];
  return [{ chance: total, isAgreed, readings: single }];
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
    .map(({ name }) => plainReading({ command: name, options: { ticker } }, 0));
}

/** What is offered where nothing else was near. */
function nextReadings({ call }: Reading, { commands }: Knowledge): readonly Reading[] {
  const { ticker, from, to } = call.options;
  const next = commands.filter(isAbout("assets")).find(({ name }) => name === call.command)?.asking.next ?? [];
  const options = Object.fromEntries(Object.entries({ ticker, from, to }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return ticker === undefined ? [] : next.map((command) => plainReading({ command, options }, 0));
}
