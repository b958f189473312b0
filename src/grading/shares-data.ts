import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { RefitMistakeId } from "../exercises/variants/refit-mistakes.ts";
import { placeholdersIn } from "../figures/template.ts";
import type { Marking } from "../exercises/marking/mark-submission.ts";
import { taskOf, type CheckContent, type MarkedTask } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import { ofDaysAlone } from "./reveals-key.ts";
import { isTypedKey } from "./instructor-check.ts";
import { readStoredQuestion } from "./stored-check.ts";
import { isOfPair, tellsRows } from "./telling-rows.ts";

type TaskContext = Pick<GradingContext, "exercises" | "variantCache">;

/** The series that a check's keys are of: of its variants, or those that a typed key is said to be about. */
function subjectsOf(check: CheckContent, task: MarkedTask) {
  const question = check.question === null ? null : readStoredQuestion(check.question);
  if (question?.ok && isTypedKey(question.value.own)) {
    return (question.value.about ?? []).map(({ asset }) => ({ asset, factor: "", days: null }));
  }
  return task.solvedVariants.map(({ variant: { asset, factor, holdings }, model: { first, last } }) => ({ asset, factor, days: { first, last }, parts: holdings?.map((part) => part.asset) }));
}

/**
 * Whether the solution of a check would work out a key of another: the same pair, or the stock that the solution gives a
 * number of besides, on rows that tell it; or a figure of these days alone.
 */
export function solutionReveals(check: CheckContent, open: CheckContent, context: TaskContext): boolean {
  const [solved, hidden] = [markedTask(check, context), markedTask(open, context)];
  if (solved === null || hidden === null) return false;
  const bothOfDays = [solved, hidden].every(({ marked, numbersBehind }) => [...marked.quantities, ...numbersBehind].some(({ id }) => ofDaysAlone.includes(id)));
  return inSolution(check, solved).some((named) =>
    subjectsOf(open, hidden).some((key) => {
      return (bothOfDays || isSamePair(named, key)) && (named.days === null || key.days === null || tellsRows(named.days, key.days, hidden.solvedVariants.length === 1));
    }),
  );
}

/** Whether marking answers to a check could confirm a key of another: any stock in common is enough, as for `sharesSeries`. */
export function marksConfirm(check: CheckContent, open: CheckContent, context: TaskContext): boolean {
  const [marked, hidden] = [markedTask(check, context), markedTask(open, context)];
  if (marked === null || hidden === null) return false;
  return namedIn(check, marked).some((named) => subjectsOf(open, hidden).some((key) => isSamePair(named, key)));
}

interface Pair {
  readonly asset: string;
  readonly factor: string;
  /** Of a portfolio: the series in it. */
  readonly parts?: readonly string[] | undefined;
}

/** Whether numbers of a pair may give those of a key's away: the same pair, or a portfolio with the key's series, or all of its portfolio, in it. */
const isSamePair = (one: Pair, key: Pair): boolean =>
  isOfPair({ asset: one.asset, factors: [one.factor] }, key) || isOfPair({ asset: key.asset, factors: [key.factor] }, one) || (one.parts !== undefined && (key.parts ?? [key.asset]).every((part) => one.parts?.includes(part)));

function markedTask(check: CheckContent, context: TaskContext): MarkedTask | null {
  const task = taskOf(check, context);
  return task.ok && task.value.kind === "marked" ? task.value : null;
}

/** The subjects, and the stocks that their mistakes may be numbers of. */
const namedIn = (check: CheckContent, task: MarkedTask) => [...subjectsOf(check, task), ...comparedIn(check, task)];

/** The subjects, and the stocks that the solution has a number of besides. */
const inSolution = (check: CheckContent, task: MarkedTask) => [...subjectsOf(check, task), ...(tellsComparison(task) ? comparedIn(check, task) : [])];

/** The stocks that a check's are compared with: "WMT" where JPM is asked for. */
function comparedIn(check: CheckContent, task: MarkedTask) {
  if (isTyped(check)) return [];
  return task.solvedVariants.flatMap(({ variant: { comparison }, model: { first, last } }) =>
    comparison === null ? [] : [{ asset: comparison.asset, factor: comparison.factor, days: { first, last } }],
  );
}

/** Mistakes whose numbers are those of the stock that the question's is compared with. */
const comparisonMistakes: readonly string[] = ["other-ticker", "other-reversed", "other-beta"] satisfies readonly RefitMistakeId[];

/** Whether a solution says a number of the other stock: an exercise's words with its β, or a choice that is made of it. */
function tellsComparison({ wording }: MarkedTask): boolean {
  if (wording.kind === "exercise") return placeholdersIn(wording.exercise.text.solution).includes("betaOther");
  const { key } = wording.question.own;
  return key.kind === "choice" && key.choices.some(({ mistake }) => mistake !== null && comparisonMistakes.includes(mistake));
}

/** Whether naming a mistake in a check could confirm a key of another: it may be the number of the stock that its own is compared with. */
export function comparesWith(check: CheckContent, open: CheckContent, context: TaskContext): boolean {
  const [marked, hidden] = [markedTask(check, context), markedTask(open, context)];
  if (marked === null || hidden === null) return false;
  return comparedIn(check, marked).some((named) => subjectsOf(open, hidden).some((key) => isSamePair(named, key)));
}

/** Whether a diagnosis says that an answer is a number of another stock than was asked for. */
export const namesComparison = (diagnoses: readonly string[]): boolean => diagnoses.some((id) => comparisonMistakes.includes(id));

/** The same, of any other series than the question's own. */
export const namesOtherSeries = (diagnoses: readonly string[]): boolean => diagnoses.some((id) => otherSeriesMistakes.includes(id));

const otherSeriesMistakes: readonly string[] = [...comparisonMistakes, ...(["third-ticker", "other-column", "another-variant"] satisfies readonly RefitMistakeId[])];

/** Whether its key is one that an instructor typed. */
function isTyped({ question }: CheckContent): boolean {
  const read = question === null ? null : readStoredQuestion(question);
  return read?.ok === true && isTypedKey(read.value.own);
}

/** Whether practice on a variant would work out a check's key, for somebody whose own variant of the check is `own`: the same pair, on rows that tell it. */
export function sharesRows(check: CheckContent, { variant, model }: SolvedVariant, context: TaskContext, own: SolvedVariant | null): boolean {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return false;
  const practised = { asset: variant.asset, factors: [variant.factor] };
  const isOnlyOne = task.value.solvedVariants.length === 1;
  return (
    (own !== null && isOfPair(practised, own.variant) && tellsRows(model, own.model, true)) ||
    subjectsOf(check, task.value).some(({ asset, factor, days }) => isOfPair(practised, { asset, factor }) && (days === null || tellsRows(model, days, isOnlyOne)))
  );
}

/**
 * Whether naming a mistake in practice could confirm a check's key: mistakes are another ticker's numbers, another
 * window's, a neighbour's, so any series in common is enough.
 */
export function sharesSeries(check: CheckContent, { variant }: SolvedVariant, context: TaskContext): boolean {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return false;
  const practised = [variant.asset, variant.comparison?.asset];
  return subjectsOf(check, task.value).some(({ asset }) => practised.includes(asset));
}

/**
 * Which mistakes may not be named in practice while a check is open: all where its series is the one that is practised;
 * where it is the one that this is compared with, those that are another series' numbers. Null: each may be named.
 */
export function mistakesWithheld(check: CheckContent, solvedVariant: SolvedVariant, context: TaskContext): "all" | "of-other-series" | null {
  if (!sharesSeries(check, solvedVariant, context)) return null;
  const { variant } = solvedVariant;
  return sharesSeries(check, { ...solvedVariant, variant: { ...variant, comparison: null } }, context) ? "all" : "of-other-series";
}

/** The marks without what they were taken for; `withheld`: of which diagnoses, left out: of all. */
export function withoutDiagnoses(marking: Marking, withheld: (diagnoses: readonly string[]) => boolean = () => true): Marking {
  return {
    ...marking,
    parts: marking.parts.map((part) => (part.verdict === "mistake" && withheld(part.diagnoses) ? { ...part, verdict: "unmatched", diagnoses: [] } : part)),
    jointMistakes: marking.jointMistakes.filter(({ mistakes }) => !withheld(mistakes)),
    identities: marking.identities.filter(() => !withheld([])),
  };
}
