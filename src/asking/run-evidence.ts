import type { AskableCommand } from "./askable-command.ts";
import type { Candidate } from "./candidate.ts";
import { commonWords } from "./common-words.ts";
import type { Evidence } from "./evidence.ts";
import { countedOdds } from "./honest-confidence.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { explanationPattern } from "./question-patterns.ts";
import type { Knowledge, Reading } from "./understanding.ts";
import { wordForm } from "./word-form.ts";

/** The likeliest reading of a question, and what stands beside it. */
interface Considered {
  readonly parsed: ParsedQuestion;
  readonly reading: Reading;
  readonly best: Candidate;
  /** The chance of the likeliest of the other candidates. */
  readonly runnerUp: number;
  /** Words that are nobody's. */
  readonly unknown: readonly string[];
  /** The chance that it is of no course at all. */
  readonly elsewhere: number;
}

const flag = (holds: boolean): number => (holds ? 1 : 0);
const most = (count: number, limit: number): number => Math.min(limit, count) / limit;

/**
 * What speaks for and against running a reading that stands by itself: how likely it is and its runner-up, whether the
 * second vote agrees, and what of the question the reading does not account for.
 */
export function runEvidence({ parsed, reading, best, runnerUp, unknown, elsewhere }: Considered, knowledge: Knowledge): Evidence {
  const kind = kindOf(reading, knowledge.commands);
  const command = knowledge.commands.find(({ name }) => name === reading.call.command);
  const answered = command?.asking?.about === "assets" ? Object.values(command.asking.answers).flatMap((quantities: readonly string[] | undefined) => quantities ?? []) : [];
  const isComputed = kind === "computed";
  const said = isComputed ? null : wordsOf(reading, knowledge);
  const unsaid = said === null ? [] : parsed.words.filter((word) => word.length > 2 && !commonWords.has(word) && !said.has(wordForm(word)));
  return {
    [kind]: 1,
    [`${kind}Odds`]: countedOdds(best.chance),
    ...(best.share === undefined ? {} : { [`${kind}Share`]: countedOdds(best.share) }),
    ...best.votes,
    runnerUp: countedOdds(Math.max(0.01, runnerUp)),
    isAlone: flag(!best.isAgreed),
    unknown: most(unknown.length, 3),
    elsewhere: Math.sqrt(elsewhere),
    length: most(parsed.words.length, 25),
    sentences: most((parsed.question.match(/[?.!;]\s+\S/gu) ?? []).length, 2),
    leftOut: flag(reading.leftOut.length > 0),
    leftOutMuch: most(reading.leftOut.length, 3),
    noQuantity: flag(isComputed && parsed.quantity === null),
    otherQuantity: flag(isComputed && parsed.quantity !== null && !answered.includes(parsed.quantity)),
    explains: flag(isComputed && explanationPattern.test(parsed.text)),
    why: flag(isComputed && asksWhy.test(parsed.text)),
    ownNumberExplains: flag(kind === "ownNumber" && (explanationPattern.test(parsed.text) || asksWhy.test(parsed.text) || !/\b(?:i|my|me|mine|we|our|get|got|gets|getting|says?|shows?|printed|book|chapter)\b/u.test(parsed.text))),
    isStrange: flag(unknown.length > 0 && (parsed.quantity === null || parsed.assets.length === 0)),
    isElsewhere: flag(parsed.quantity === null && elsewhere > 0.08),
    isPrompt: flag(knowledge.lessons.find(reading.call.options["topic"] ?? "")?.kind === "prompt"),
    supposes: flag(/\b(?:if|suppose|assum\w+|imagine|let us say|say)\b/u.test(parsed.text) && parsed.move === null),
    condition: flag(!isComputed && (parsed.from !== null || parsed.to !== null || parsed.dollars !== null || parsed.move !== null)),
    named: flag(!isComputed && parsed.assets.length > 0),
    number: flag(!isComputed && /\d*\.\d+/u.test(parsed.text)),
    unsaid: most(unsaid.length, 5),
  };
}

const asksWhy = /\bwhy\b|\bhow come\b|\bi (?:do not|don't) (?:get|understand)\b|\b(?:luck|coincidence)\b/u;

/** The same of a question that was completed by the call before it: its own words say little of how right that is. */
export const followUpEvidence = (reading: Reading, knowledge: Knowledge): Evidence => ({
  followUp: 1,
  followUpExplains: flag(kindOf(reading, knowledge.commands) !== "computed"),
  leftOut: flag(reading.leftOut.length > 0),
  leftOutMuch: most(reading.leftOut.length, 3),
});

/** What kind of reading it is. */
function kindOf({ call }: Reading, commands: readonly AskableCommand[]): string {
  const { command, options } = call;
  const about = commands.find(({ name }) => name === command)?.asking?.about;
  if (call.options["claim"] !== undefined) return "statement";
  if (about === "lesson") return options["versus"] === undefined ? "entry" : "pair";
  if (about === "assets") return "computed";
  return about === "own-number" ? "ownNumber" : options["error"] === undefined ? "course" : "error";
}

/** The words, in their stems, of what would be shown; null where that is no text of the course. */
function wordsOf({ call }: Reading, { lessons, claims, phrasings }: Knowledge): ReadonlySet<string> | null {
  const { options } = call;
  const entries = [options["topic"], options["versus"]].flatMap((id) => lessons.find(id ?? "") ?? []);
  const claim = claims.find(({ id }) => id === call.options["claim"]);
  const texts = [
    ...entries.flatMap(({ id, name, otherNames, line, paragraph }) => [name, ...otherNames, line, paragraph, ...(phrasings.topics.get(id) ?? [])]),
    ...(claim === undefined ? [] : [claim.claim, ...claim.wordings]),
  ];
  return texts.length === 0 ? null : new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}²]+/gu) ?? []).map(wordForm));
}
