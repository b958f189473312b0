import { findVariant } from "../exercises/variants/sound-variants.ts";
import type { Answer } from "../store/answer-records.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { isConcealed } from "./check-feedback.ts";
import { isClosed } from "./find-check.ts";
import type { GradingContext } from "./grading-context.ts";
import { marksConfirm, sharesSeries, solutionReveals } from "./shares-data.ts";

/** The checks among a person's answers, by id. */
async function checksOf(answers: readonly Answer[], store: Store): Promise<ReadonlyMap<string, Check>> {
  const ids = new Set(answers.flatMap(({ item }) => (item.kind === "check" ? [item.check] : [])));
  const checks = await Promise.all([...ids].map((id) => store.checks.find(id)));
  return new Map(checks.flatMap((check) => (check === null ? [] : [[check.id, check] as const])));
}

/**
 * Answers whose marks their person may read already: those to a check that tells them at its closing come then, and those
 * that would confirm a key of another server's open check that they are `held` to, when that one closes.
 */
export async function markedAnswers(answers: readonly Answer[], held: readonly Check[], store: Store, context: GradingContext): Promise<readonly Answer[]> {
  const now = context.now();
  const checks = await checksOf(answers, store);
  const readable = await Promise.all(answers.map(async ({ item, person }) => {
    const check = item.kind === "check" ? checks.get(item.check) : undefined;
    return check === undefined || !((await isConcealed(check, person, store, now)) || confirmsElsewhere(check, held, context));
  }));
  return answers.filter((_, index) => readable[index]);
}

const confirmsElsewhere = (check: Check, held: readonly Check[], context: GradingContext): boolean =>
  held.some((open) => open.guild !== check.guild && marksConfirm(check, open, context));

/**
 * A person's answers as they may read them while checks are open: of an open check without its keys, and without marks
 * where these come at its closing; of practice on the series of an open check without what they were taken for.
 */
export async function readableAnswers(
  answers: readonly Answer[],
  open: readonly Check[],
  held: readonly Check[],
  store: Store,
  context: GradingContext,
): Promise<readonly Answer[]> {
  const checks = await checksOf(answers, store);
  const now = context.now();
  return answers.map((answer) => {
    const { item } = answer;
    if (item.kind === "practice") return open.some((check) => isOnSeriesOf(check, item.exercise, answer.variant, context)) ? withoutKeys(answer, false) : answer;
    const check = checks.get(item.check);
    const isOpen = check !== undefined && (!isClosed(check, now) || open.some(({ id }) => id === check.id));
    if (check !== undefined && confirmsElsewhere(check, held, context)) return withoutKeys(answer, true);
    if (check !== undefined && held.some((other) => other.id !== check.id && (check.releasedAt === null || other.guild !== check.guild) && solutionReveals(check, other, context))) return withoutKeys(answer, check.feedback === "after-closing");
    return isOpen ? withoutKeys(answer, check.feedback === "after-closing") : answer;
  });
}

function isOnSeriesOf(check: Check, exerciseId: string, variantId: string, context: GradingContext): boolean {
  const exercise = context.exercises.find(exerciseId);
  const variant = exercise ? findVariant(exercise, variantId) : null;
  const solvedVariant = variant ? context.variantCache.solveVariant(variant) : null;
  return solvedVariant?.ok === true && sharesSeries(check, solvedVariant.value, context);
}

function withoutKeys(answer: Answer, withoutMarks: boolean): Answer {
  const parts = answer.parts.map((part) => ({ ...part, expected: null, diagnoses: [], ...(withoutMarks ? { verdict: "unmarked" as const } : {}) }));
  return withoutMarks ? { ...answer, parts, verdict: "unmarked", score: 0, original: null } : { ...answer, parts };
}
