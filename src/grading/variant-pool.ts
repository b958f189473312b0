import type { ExerciseDefinition } from "../exercises/exercise.ts";
import { codeOf, variantOfCode } from "../exercises/variants/variant-code.ts";
import type { Variant } from "../exercises/variants/variant.ts";
import type { GradingContext } from "./grading-context.ts";
import { isNear } from "./dealt-variant.ts";

/** How many variants a check hands out: neighbours in class seldom share one, and the key of each is hidden. */
export const poolSize = 24;

/** Fewer make no check: the data cover too little, and the decades are handed out. */
const fewest = poolSize / 2;
const mostTries = 150;

/**
 * The codes of the variants that a new check hands out, drawn from the thousands: each makes a good question, and no two
 * of one stock are on nearly the same days. Tested in slices, so that others are answered meanwhile. Null where the data
 * give too few.
 */
export async function dealPool(exercise: ExerciseDefinition, hashAt: (place: number) => string, { variantCache }: Pick<GradingContext, "variantCache">): Promise<readonly string[] | null> {
  const dealt: Variant[] = [];
  for (let place = 0; place < mostTries && dealt.length < poolSize; place++) {
    const variant = variantOfCode(exercise.plan, codeOf(hashAt(place)));
    if (variant === null || dealt.some((other) => other.asset === variant.asset && isNear(other, variant))) continue;
    if ((await variantCache.testVariant(exercise, variant)) !== null) dealt.push(variant);
  }
  return dealt.length < fewest ? null : dealt.map(({ id }) => id);
}
