import type { Answer } from "../store/answer-records.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { answerHistogram, foldedMistakes, unmatchedGroups, type AnswerBar, type UnmatchedGroup } from "./answer-histogram.ts";
import type { MarkedTask } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import { summariseResults, type ResultsSummary } from "./results-summary.ts";

/** How a marked check went. */
export interface CheckResults {
  readonly summary: ResultsSummary;
  /** By quantity, those without an answer left out. */
  readonly histograms: readonly { readonly quantity: string; readonly bars: readonly AnswerBar[] }[];
  /** What the bars fold and is known, for the staff alone. */
  readonly folded: readonly { readonly quantity: string; readonly bars: readonly AnswerBar[] }[];
  /** Wrong answers that nothing recognised. */
  readonly unmatched: readonly UnmatchedGroup[];
}

export async function checkResults(check: Check, { marked }: MarkedTask, store: Store): Promise<CheckResults> {
  const answers = await answersTo(check, store);
  const { first } = await store.results.ofCheck(check.id);
  const counted = answers.filter(({ attempt }) => attempt !== null);
  // Of two votes the last one, so that nobody counts twice.
  const once = check.vote === null ? counted : counted.filter(({ person, attempt }) => !counted.some((other) => other.person === person && (other.attempt ?? 0) > (attempt ?? 0)));
  const parts = once.flatMap((answer) => answer.parts);
  return {
    summary: summariseResults(answers),
    histograms: marked.quantities
      .map(({ id }) => ({ quantity: id, bars: answerHistogram(first, id) }))
      .filter(({ bars }) => bars.length > 0),
    folded: marked.quantities.map(({ id }) => ({ quantity: id, bars: foldedMistakes(first, id) })).filter(({ bars }) => bars.length > 0),
    unmatched: unmatchedGroups(parts),
  };
}

/** The texts handed in to an open question, one per person: of several, the last counts. */
export async function openAnswers(check: Check, store: Store): Promise<readonly string[]> {
  const answers = await answersTo(check, store);
  const last = [...new Map(answers.map((answer) => [answer.person, answer])).values()];
  return last.map(({ parts }) => parts[0]?.text ?? "");
}

/** Whether a student still has time after the class: then the class must not read the key in its results. */
export async function hasOpenExtension(check: Check, store: Store, { now }: Pick<GradingContext, "now">): Promise<boolean> {
  const extensions = await store.checks.extensions(check.id);
  return extensions.some(({ closesAt }) => closesAt !== null && closesAt > now());
}

const answersTo = ({ id }: Check, store: Store): Promise<readonly Answer[]> => store.answers.ofItem({ kind: "check", check: id });
