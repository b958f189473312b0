import { chooseVariant } from "../exercises/variants/choose-variant.ts";
import { otherCode } from "../exercises/variants/variant-code.ts";
import { findVariant } from "../exercises/variants/sound-variants.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { assignedVariant } from "./assigned-variant.ts";
import type { Assignment } from "./assignment.ts";
import { taskOf, type MarkedTask } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import type { NoVariant, VariantProblem } from "./problem.ts";

/** What a check asks of one person, on that person's variant; who has answered keeps the one they answered on. */
export async function checkAssignment(
  check: Check,
  task: MarkedTask,
  person: string,
  store: Store,
  context: GradingContext,
): Promise<Outcome<Assignment, NoVariant>> {
  const assigned = await variantForPerson(check, task, person, store, context);
  if (!assigned.ok) return assigned;
  return success({
    item: { kind: "check", check: check.id },
    title: check.title,
    exercise: task.marked,
    solvedVariant: assigned.value,
    wording: task.wording,
    check,
  });
}

/** A person's own variant of a check that hands out several; null of one question for everybody, and where it can't be had. */
export async function ownVariantOf(check: Check, person: string, store: Store, context: GradingContext): Promise<SolvedVariant | null> {
  if (!check.variants) return null;
  const task = taskOf(check, context);
  const assignment = task.ok && task.value.kind === "marked" ? await checkAssignment(check, task.value, person, store, context) : null;
  return assignment?.ok ? assignment.value.solvedVariant : null;
}

async function variantForPerson(
  check: Check,
  task: MarkedTask,
  person: string,
  store: Store,
  context: GradingContext,
): Promise<Outcome<SolvedVariant, NoVariant>> {
  const [first] = task.solvedVariants;
  const { wording } = task;
  if (!check.variants || wording.kind === "instructor") {
    return first ? success(first) : failure({ kind: "no-variant", exercise: check.exercise ?? check.title });
  }
  const [answered] = await store.answers.ofPersonOnItem({ kind: "check", check: check.id }, person);
  const earlier = answered ? answeredVariant(answered.variant, task, context) : null;
  if (earlier?.ok) return earlier;
  if (check.dealt !== null) {
    const secret = await store.secret();
    const hash = (text: string): string => context.keyedHash(secret, text);
    const chosen = chooseVariant(task.solvedVariants.map(({ variant }) => variant), person, `check/${check.id}`, hash);
    // Under a name of their own: a neighbour with the same data has another.
    const named = chosen && { ...chosen, id: otherCode(wording.exercise.plan, chosen.id, hash(JSON.stringify([person, `check/${check.id}`, "name"]))) };
    const solved = named && context.variantCache.solveVariant(named);
    return solved?.ok ? success(solved.value) : failure({ kind: "no-variant", exercise: wording.exercise.id });
  }
  return assignedVariant(wording.exercise, { person, purpose: `check/${check.id}`, done: new Set(), among: task.solvedVariants }, store, context);
}

/** The variant that an answer was given on, by its id. */
export function answeredVariant(
  variant: string,
  { solvedVariants, wording }: MarkedTask,
  { variantCache }: Pick<GradingContext, "variantCache">,
): Outcome<SolvedVariant, VariantProblem> {
  const solved = solvedVariants.find((solvedVariant) => solvedVariant.variant.id === variant);
  if (solved) return success(solved);
  const exercise = wording.kind === "exercise" ? wording.exercise : null;
  const candidate = exercise ? findVariant(exercise, variant) : null;
  return candidate ? variantCache.solveVariant(candidate) : failure({ kind: "no-variant", exercise: exercise?.id ?? variant });
}
