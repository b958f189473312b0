/**
 * What a question may want: an error's cause, a look at the asker's own number, a computation, something of the course, a
 * verdict on a statement, an entry; each with its chance by the classifier and a second vote, the grammar's or that of
 * likeness.
 */
import type { Candidate, Chances, ReaderContext } from "./candidate.ts";
import { commandAbout, isAbout, type AskableCommand } from "./askable-command.ts";
import type { Quantity } from "./asked-quantity.ts";
import { assetCommands, commandOfQuantity, subjectSeries } from "./asked-command.ts";
import { plainReading, readingsOf } from "./command-readings.ts";
import { conceptCandidates } from "./concept-candidates.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { exerciseNamed } from "./practice-readings.ts";
import { concludesPattern, explanationPattern } from "./question-patterns.ts";
import { asksWhetherItIs, reconcileReading } from "./reconcile-reading.ts";
import type { Reading, Knowledge } from "./understanding.ts";

/** The share of all commands from which the classifier decides which it is, whatever quantity is named. */
const clearShare = 0.65;

/** The likeliest first. */
export function candidatesOf(parsed: ParsedQuestion, chances: Chances, errorId: string | null, context: ReaderContext): readonly Candidate[] {
  const ownNumber = ownNumberCandidates(parsed, chances, context);
  const compute = computeCandidates(parsed, chances, context);
  return [
    ...errorCandidates(chances, errorId),
    ...ownNumber,
    ...providerCandidates(parsed, context),
    ...compute,
    ...courseCandidates(parsed, chances, context),
    ...conceptCandidates(parsed, chances, impossibleChance(chances, ownNumber, compute, context), context),
  ].sort((one, other) => other.chance - one.chance);
}

/** The chance of what the question has no asset or no number for: its words are then meant otherwise. */
function impossibleChance(chances: Chances, ownNumber: readonly Candidate[], compute: readonly Candidate[], { knowledge }: ReaderContext): number {
  const own = ownNumber.length > 0 ? 0 : (chances.get(`/${commandAbout(knowledge.commands, "own-number")}`) ?? 0);
  const computed = compute.length > 0 ? 0 : assetCommands(knowledge).reduce((sum, { name }) => sum + (chances.get(`/${name}`) ?? 0), 0);
  return own + computed;
}

function errorCandidates(chances: Chances, errorId: string | null): readonly Candidate[] {
  const labelled = [...chances].filter(([label]) => label.startsWith("error:"));
  const total = labelled.reduce((sum, [, chance]) => sum + chance, 0);
  const [top] = labelled.sort(([, one], [, other]) => other - one);
  const id = errorId ?? top?.[0].slice("error:".length);
  if (id === undefined) return [];
  // A message that matches a pattern is an error whatever its words are like.
  return [{ chance: errorId === null ? total : 1, isAgreed: errorId !== null, readings: [plainReading({ command: "notebook-error", options: { error: id } }, total)] }];
}

function ownNumberCandidates(parsed: ParsedQuestion, chances: Chances, { knowledge }: ReaderContext): readonly Candidate[] {
  const command = commandAbout(knowledge.commands, "own-number");
  const chance = asksWhetherItIs(parsed.text) ? 1 : (chances.get(`/${command}`) ?? 0);
  const reading = reconcileReading(parsed, { command, chance, bookFigures: knowledge.bookFigures });
  if (reading !== null) return [{ chance, isAgreed: true, readings: [reading] }];
  // A position of one's own beside the budget that it is for: the sizes of that budget are what it is held against.
  const sizing = parsed.quantity === "position-size" && parsed.horizon !== null ? assetCommands(knowledge).find(({ asking }) => asking.answers.one?.includes("position-size") === true) : undefined;
  const sizes = sizing === undefined ? [] : readingsOf(sizing, chance, parsed, knowledge);
  return sizes.length === 0 ? [] : [{ chance, isAgreed: true, readings: sizes }];
}

/** "Why is my beta different from yahoo's": the number that the provider makes, step by step, or the entry where no asset is named. */
function providerCandidates(parsed: ParsedQuestion, { knowledge, topics }: ReaderContext): readonly Candidate[] {
  const provider = /\b(yahoo|bloomberg)/u.exec(parsed.text)?.[1];
  // "Bloomberg-style adjusted β of JPM", and nothing else.
  const isAsProvider = parsed.assets.length === 1 && /\badjusted\b|\b(?:style|way|method|like|as|by)\b/u.test(parsed.text) && parsed.words.length <= 8;
  if (provider === undefined || !/\bbetas?\b/u.test(parsed.text) || !(isAsProvider || asksWhyApart.test(parsed.text)) || /\d/u.test(parsed.text)) return [];
  const command = assetCommands(knowledge).find(({ options }) => "as" in options);
  const [ticker] = subjectSeries(parsed, knowledge);
  const call = command !== undefined && ticker !== undefined ? { command: command.name, options: { ticker, as: provider } } : null;
  const entry = topics.search("yahoo beta".split(" "))[0]?.lesson.id;
  if (call === null && entry === undefined) return [];
  const chance = 0.95;
  return [{ chance, isAgreed: true, readings: [plainReading(call ?? { command: commandAbout(knowledge.commands, "lesson"), options: { topic: entry ?? "" } }, chance)] }];
}

const asksWhyApart = /\b(?:why|differ\w*|match\w*|disagree\w*|agree|same as|not equal|higher|lower|off from|compared? (?:to|with))\b/u;

function computeCandidates(parsed: ParsedQuestion, chances: Chances, { knowledge, similarClaims }: ReaderContext): readonly Candidate[] {
  const commands = assetCommands(knowledge);
  const subjects = subjectSeries(parsed, knowledge);
  // What is economically significant is no test's to say.
  if (isOnlyTheMarket(parsed, knowledge) || /\beconomic(?:al(?:ly)?)? signific/u.test(parsed.text)) return [];
  const ranked = commands.map((command) => ({ command, chance: chances.get(`/${command.name}`) ?? 0 })).sort((one, other) => other.chance - one.chance);
  const total = ranked.reduce((sum, { chance }) => sum + chance, 0);
  const voted = subjects.length > 0 ? commandOfQuantity(parsed, knowledge) : null;
  const likeliest = ranked.find(({ command }) => subjects.length > 0 || subjectIsOptional(command));
  const votedCommand = commands.find(({ name }) => name === voted);
  // Where the classifier is clear about the command, the words for a quantity were used in passing.
  // One that answers the quantity too differs in what it is asked of, which the grammar knows.
  const { change: _change, difference: _difference, ...answered } = likeliest?.command.asking.answers ?? {};
  const answersToo = parsed.quantity !== null && Object.values(answered).some((quantities: readonly string[]) => parsed.quantity !== null && quantities.includes(parsed.quantity));
  const isMix = /[*+]/u.test(parsed.assets[0] ?? "") && parsed.move === null;
  const isCertain = parsed.quantity !== null && (parsed.asksChange || isMix || (certainQuantities.has(parsed.quantity) && !(parsed.quantity === "hedged-moments" && parsed.hypothesis !== null) && (parsed.quantity !== "holding-pnl" || isHeld.test(parsed.text))) || (parsed.quantity === "dollar-volatility" && /\bhow volatile\b/u.test(parsed.text)) || parsed.targetVolatility !== null || parsed.extreme !== null);
  const isClear = likeliest !== undefined && !isCertain && !answersToo && likeliest.chance >= clearShare * total && (chances.get(`/${voted ?? ""}`) ?? 0) < 0.3 * total;
  const preferred = isClear ? [likeliest.command, ...(votedCommand ? [votedCommand] : [])] : [...(votedCommand ? [votedCommand] : []), ...(likeliest ? [likeliest.command] : [])];
  const order = [...preferred, ...ranked.slice(0, 2).map(({ command }) => command)];
  const readings = distinct(order.flatMap((command) => readingsOf(command, total, parsed, knowledge)));
  if (readings.length === 0) return [];
  const first = readings[0]?.call.command ?? "";
  const votes = {
    // Whether the classifier says the command that the grammar does.
    commandShare: (chances.get(`/${first}`) ?? 0) / Math.max(total, 1e-9),
    isClassified: likeliest?.command.name === first ? 1 : 0,
    isVoted: voted === first ? 1 : 0,
  };
  // A company without returns and without a question for a number is somebody's news.
  if (parsed.quantity === null && parsed.assets.length > 0 && !parsed.assets.some((id) => knowledge.series.some((series) => series.id === id))) return [];
  // "α is significant, so MSFT must beat the market": a conclusion is judged as one, and not by the test that it names.
  const concludes = concludesPattern.test(parsed.text) && parsed.from === null && parsed.to === null && (similarClaims(parsed.text)[0]?.score ?? 0) > likeAStatement;
  const explains = concludes || /\bexplain\b.*\b(?:output|table|summary|line by line)\b/u.test(parsed.text) || (explanationPattern.test(parsed.text) && votedCommand === undefined);
  const isClassWide = subjects.length === 0;
  // "Rank all stocks by β" is not answered by what ranks them by α.
  const answersIt = ({ call }: Reading): boolean => Object.values(commands.find(({ name }) => name === call.command)?.asking.answers ?? {}).some((quantities: readonly string[]) => parsed.quantity !== null && quantities.includes(parsed.quantity));
  if (isClassWide && parsed.quantity !== null && !readings.some(answersIt)) return [];
  // "Which stock has the highest β", or a series, a number of it and a window: nothing else is asked like that.
  const isOfFactor = !isClassWide && parsed.assets.length === 0 && describing.test(parsed.text) && answersIt(readings[0] as Reading) && parsed.words.length <= 9;
  const isPlain = !explains && votedCommand !== undefined && (isOfFactor || (parsed.extreme !== null && parsed.assets.length > 1) || parsed.from !== null || parsed.to !== null || parsed.targetVolatility !== null);
  if (isPlain) return [{ chance: Math.max(total, 0.86), isAgreed: true, votes, readings }];
  return [{ chance: isClassWide ? (likeliest?.chance ?? 0) : explains ? total / 2 : total, isAgreed: votedCommand !== undefined || likeliest?.command === ranked[0]?.command, votes, readings }];
}

/** A number of a series, asked for as such. */
const describing = /\b(?:average|avg|mean|vol|volatility|sharpe|variance|var|std|sd|standard deviation|drawdown|max dd|skew\w*|kurt\w*|premium)s?\b(?: \w+){0,3}? (?:of|for|on|in|between|since)\b|\b(?:what is|like) (?:the|its|their) (?:average|avg|mean|vol|volatility|sharpe|premium)\b|\bhow (?:risky|volatile)\b|\b(?:avg|average|mean)\b.*\b(?:premium|return)\b|\b(?:sharpe|vol|volatility|drawdown|mean|average)$/u;

/** "A low correlation with SPY means a low β", "SPY's β on itself": the fund stands for the market, and no asset is named. */
function isOnlyTheMarket({ assets, text, quantity, from, to }: ParsedQuestion, { series }: Knowledge): boolean {
  const [only] = assets;
  if (assets.length !== 1 || from !== null || to !== null || !series.some(({ usualFactor }) => usualFactor === only)) return false;
  if (/\b(?:mkt|smb|hml|rmw|cma|mom|momentum)\b/u.test(text) && !/\bbetas? (?:to|on|against|with) thisasset\b/u.test(text)) return false;
  return quantity !== null && /beta|alpha|correlation|r-squared/u.test(quantity) && (/\bitself\b|\bthisasset\b.*\bon thisasset\b/u.test(text) || /(?<!\b(?:compared|alpha|regress\w*) )\b(?:with|w|against|to|than) thisasset\b/u.test(text));
}

/** An amount that is held, as against one that is risked. */
const isHeld = /\bthismoney (?:of |in |worth of )*thisasset\b(?=.*\b(?:make|makes|earn|earns|gain|gains|bring|yield|return|returns)\b)|\bthismoney in thisasset\b|\b(?:hold(?:ing)?|own|position|from|have|long)\b|\b(?:on|with) (?:an? |my )?thismoney (?:of|in|worth|position|long)\b|\bfor (?:an? )?thismoney (?:of |in )?(?:un)?hedged\b/u;

const subjectIsOptional = ({ options }: AskableCommand): boolean => Object.values(options).some(({ series, required }) => series?.as === "series" && !required);

function courseCandidates(parsed: ParsedQuestion, chances: Chances, { knowledge, topics }: ReaderContext): readonly Candidate[] {
  const all = knowledge.commands.filter(isAbout("course"));
  const said = new Set(all.filter(({ asking }) => asking.words.test(parsed.text)).map(({ name }) => name));
  const unsaid = all.reduce((sum, { name }) => sum + (said.has(name) ? 0 : (chances.get(`/${name}`) ?? 0)), 0);
  const course = all.map(({ name }): Candidate => {
    const isSaid = said.has(name);
    const own = chances.get(`/${name}`) ?? 0;
    // What there are no examples of, the classifier can't know: then the words decide. Where one alone is said, it is none of the others.
    const chance = isSaid && !knowledge.phrasings.intents.has(name) ? (said.size === 1 && parsed.assets.length === 0 ? 0.99 : 0.9) : isSaid && said.size === 1 ? Math.min(1, own + unsaid) : own;
    return { chance, isAgreed: isSaid, readings: [plainReading({ command: name, options: {} }, chance)] };
  });
  const exercises = knowledge.commands.filter(isAbout("exercise")).map(({ name, asking }): Candidate => {
    const exercise = exerciseNamed(parsed.words, knowledge.exercises, topics);
    const chance = chances.get(`/${name}`) ?? 0;
    return { chance, isAgreed: asking.words.test(parsed.text), readings: [plainReading({ command: name, options: exercise === null ? {} : { exercise } }, chance)] };
  });
  return [...course, ...exercises];
}

/** Each call once, where it comes first. */
export function distinct(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ call }) => {
    const key = JSON.stringify([call.command, Object.entries(call.options).sort(([one], [other]) => (one < other ? -1 : 1))]);
    return !seen.has(key) && seen.add(key);
  });
}

/** What is read from numbers of the question, not from a word that may be used in passing. */
const certainQuantities: ReadonlySet<Quantity> = new Set<Quantity>(["returns-file", "observations", "frequencies", "what-if", "needed-budget", "holding-pnl", "hedged-moments", "hedged-correlation", "hedged-beta", "hedged-factor-share", "beaten-tracking", "up-down-beta", "years-needed", "lowest-return", "highest-return"]);

/** Likeness to some statement from which a conclusion is about the course. */
const likeAStatement = 0.2;
