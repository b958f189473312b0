import type { Exercise } from "../exercises/exercise.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { findVariant } from "../exercises/variants/sound-variants.ts";
import { candidateVariants, chapterId } from "../exercises/variants/variant.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Store } from "../store/store.ts";
import { practiceOf, type Assignment } from "./assignment.ts";
import { dealtVariant } from "./dealt-variant.ts";
import type { GradingContext } from "./grading-context.ts";
import { practiceHistory } from "./practice-reviews.ts";
import type { NoVariant, UnknownVariant, VariantProblem } from "./problem.ts";

/** An exercise on the variant of that id, as a button has it or somebody typed it. Errors: `unknown-variant`, and those of the data. */
export function practiceAssignment(
  exercise: Exercise,
  id: string,
  { variantCache }: Pick<GradingContext, "variantCache">,
): Outcome<Assignment, VariantProblem | UnknownVariant> {
  const variant = findVariant(exercise, id.trim().toLowerCase());
  if (variant === null) return failure({ kind: "unknown-variant", exercise: exercise.id, asked: id, example: candidateVariants(exercise.plan)[1]?.id ?? chapterId });
  const solvedVariant = variantCache.solveVariant(variant);
  return solvedVariant.ok ? success(practiceOf(exercise, solvedVariant.value)) : solvedVariant;
}

/** An exercise on the variant that a person has begun; once that is solved, given up or shown, on their next one. */
export async function nextPractice(
  exercise: Exercise,
  person: string,
  store: Store,
  context: GradingContext,
  waits: (solvedVariant: SolvedVariant) => boolean = () => false,
): Promise<Outcome<Assignment, NoVariant>> {
  const item = { kind: "practice", exercise: exercise.id } as const;
  const answers = await store.answers.ofPersonOnItem(item, person);
  const progress = (await store.answers.progressOfPerson(person)).filter((entry) => entry.item.kind === "practice" && entry.item.exercise === exercise.id);
  const { reviews, unfinished } = practiceHistory(answers, progress);
  const begun = unfinished.at(-1);
  const current = begun ? practiceAssignment(exercise, begun.variant, context) : null;
  if (current?.ok && !waits(current.value.solvedVariant)) return current;
  const seen = [...reviews, ...unfinished].map(({ variant }) => variant);
  const solvedVariant = await dealtVariant(exercise, { person, seen, waits }, store, context);
  return solvedVariant.ok ? success(practiceOf(exercise, solvedVariant.value)) : solvedVariant;
}
