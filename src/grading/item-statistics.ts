/**
 * How well the checks of a course tell students apart, as test theory counts it: difficulty is the mean mark, discrimination
 * the correlation of a check's marks with the same people's mean mark on the other checks (corrected item-total; Crocker and
 * Algina 1986, chapter 14), its 95% interval by Fisher's z, which is right for people who answer independently.
 */
import { mean, median, sampleCorrelation } from "simple-statistics";
import type { Answer } from "../store/answer-records.ts";
import type { Check } from "../store/check-records.ts";
import { markOfParts, rightness } from "./standing.ts";

export interface ItemStatistics {
  readonly check: string;
  readonly title: string;
  readonly people: number;
  /** Mean of each person's best mark by the key under which it counts, 0 to 1; null where nothing is marked, or nobody answered. */
  readonly difficulty: number | null;
  /** Share of people whose first counted answer was right. */
  readonly firstTry: number | null;
  readonly discrimination: { readonly value: number; readonly low: number; readonly high: number; readonly people: number } | null;
  /** Median of the time from the opening to a person's first answer, in milliseconds. */
  readonly firstAnswerAfter: number | null;
}

/** Fewer people than this have no correlation worth showing. */
const leastPeople = 10;

export function itemStatistics(checks: readonly { readonly check: Check; readonly answers: readonly Answer[] }[]): readonly ItemStatistics[] {
  const marks = checks.map(({ answers }) => bestMarks(answers));
  return checks.map(({ check, answers }, index): ItemStatistics => {
    const own = marks[index] ?? new Map<string, number>();
    const first = firstAnswers(answers);
    const marked = first.filter(({ verdict }) => verdict !== "unmarked");
    return {
      check: check.id,
      title: check.title,
      people: new Set(answers.map(({ person }) => person)).size,
      difficulty: own.size === 0 ? null : mean([...own.values()]),
      firstTry: marked.length === 0 ? null : marked.filter(({ parts }) => rightness(parts) !== null).length / marked.length,
      discrimination: discriminationOf(own, marks.filter((_, other) => other !== index)),
      firstAnswerAfter: first.length === 0 ? null : median(first.map(({ at }) => Math.max(0, at - check.opensAt))),
    };
  });
}

/** By the parts, since points of a vote may be for taking part. */
const markOf = ({ parts }: Answer): number => markOfParts(parts);

function bestMarks(answers: readonly Answer[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const answer of answers) {
    if (answer.attempt === null || answer.verdict === "unmarked") continue;
    best.set(answer.person, Math.max(markOf(answer), best.get(answer.person) ?? 0));
  }
  return best;
}

/** Each person's first answer that counts; of a vote, the one that stands of the first round. */
function firstAnswers(answers: readonly Answer[]): readonly Answer[] {
  const first = new Map<string, Answer>();
  for (const answer of answers) {
    if (answer.attempt === null && answer.verdict !== "unmarked") continue;
    const earlier = first.get(answer.person);
    if (earlier === undefined || (answer.attempt ?? 0) < (earlier.attempt ?? 0)) first.set(answer.person, answer);
  }
  return [...first.values()];
}

function discriminationOf(own: ReadonlyMap<string, number>, others: readonly ReadonlyMap<string, number>[]): ItemStatistics["discrimination"] {
  const pairs = [...own].flatMap(([person, mark]) => {
    const rest = others.flatMap((marks) => marks.get(person) ?? []);
    return rest.length === 0 ? [] : [[mark, mean(rest)] as const];
  });
  if (pairs.length < leastPeople) return null;
  const [marks, rests] = [pairs.map(([mark]) => mark), pairs.map(([, rest]) => rest)];
  // Where everybody has the same mark nobody is told apart, and nothing correlates.
  if (new Set(marks).size < 2 || new Set(rests).size < 2) return null;
  const value = Math.max(-1, Math.min(1, sampleCorrelation(marks, rests)));
  const z = Math.atanh(Math.max(-0.999999, Math.min(0.999999, value)));
  const reach = 1.959964 / Math.sqrt(pairs.length - 3);
  return { value, low: Math.tanh(z - reach), high: Math.tanh(z + reach), people: pairs.length };
}
