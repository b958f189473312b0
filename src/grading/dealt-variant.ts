import type { Exercise } from "../exercises/exercise.ts";
import { solutionKeepsKeys } from "../exercises/shown-numbers.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { codeOf, variantOfCode } from "../exercises/variants/variant-code.ts";
import { findVariant } from "../exercises/variants/sound-variants.ts";
import type { Variant, VariantPlan } from "../exercises/variants/variant.ts";
import { success, type Outcome } from "../outcome.ts";
import type { Store } from "../store/store.ts";
import { assignedVariant } from "./assigned-variant.ts";
import type { GradingContext } from "./grading-context.ts";
import type { NoVariant } from "./problem.ts";
import { sameWindow, windowOverlap } from "./telling-rows.ts";

/** How many codes are tried; of three some two make a good question, and few fall to the windows that were had. */
const mostTries = 120;
/** From then on a window may be near an earlier one: never the same data. */
const strictTries = 80;
/** Solutions of the last ones are in mind, or above in the channel. */
const solutionsRemembered = 3;

/**
 * A person's next variant in practice, of thousands: the first of their own sequence of codes that makes a good question
 * and is on other days than all that they have `seen` of the exercise, since what a solution has shown of nearly the same
 * days would be right again. Nor has one of its keys stood in the solution of the last few. The same one each time until it is seen. Where the data give none, one of the decades.
 */
export async function dealtVariant(
  exercise: Exercise,
  request: { readonly person: string; readonly seen: readonly string[]; readonly waits: (solvedVariant: SolvedVariant) => boolean },
  store: Pick<Store, "secret">,
  { variantCache, keyedHash }: Pick<GradingContext, "variantCache" | "keyedHash">,
): Promise<Outcome<SolvedVariant, NoVariant>> {
  const secret = await store.secret();
  const purpose = `practice/${exercise.id}`;
  const seen = request.seen.flatMap((id) => findVariant(exercise, id) ?? []);
  const read = seen.slice(-solutionsRemembered).flatMap((variant) => solvedOf(variantCache.solveVariant(variant)));
  let waiting: SolvedVariant | null = null;
  for (const variant of variantsInOrder(exercise.plan, seen, (place) => keyedHash(secret, JSON.stringify([request.person, purpose, place])))) {
    const solved = await variantCache.testVariant(exercise, variant);
    if (solved !== null && !read.every((earlier) => solutionKeepsKeys(exercise, earlier, solved))) continue;
    if (solved !== null && !request.waits(solved)) return success(solved);
    waiting ??= solved;
  }
  // All of them wait for a check: the person is told so of one.
  if (waiting !== null) return success(waiting);
  return assignedVariant(exercise, { person: request.person, purpose, done: new Set(request.seen), waits: request.waits }, store, { variantCache, keyedHash });
}

const solvedOf = (solved: Outcome<SolvedVariant, unknown>): readonly SolvedVariant[] => (solved.ok ? [solved.value] : []);

/** The variants that somebody is dealt, one after another, none like what they have seen; `hashAt` is their own sequence. */
export function* variantsInOrder(plan: VariantPlan, seen: readonly Variant[], hashAt: (place: number) => string): Generator<Variant> {
  for (let tries = 0; tries < mostTries; tries++) {
    const variant = variantOfCode(plan, codeOf(hashAt(seen.length + tries)));
    if (variant !== null && !isLikeOneOf(seen, variant, tries < strictTries)) yield variant;
  }
}

/** Whether a variant has the data of one that was seen, or nearly its days. */
function isLikeOneOf(seen: readonly Variant[], variant: Variant, strict: boolean): boolean {
  return seen.some((other) => (strict ? isNear(other, variant) : other.asset === variant.asset && other.window.from === variant.window.from && other.window.to === variant.window.to));
}

/** Whether two variants are on nearly the same days. */
export function isNear({ window: { from, to } }: Variant, { window }: Variant): boolean {
  if (from === undefined || to === undefined || window.from === undefined || window.to === undefined) return false;
  return windowOverlap({ first: from, last: to }, { first: window.from, last: window.to }) >= sameWindow;
}
