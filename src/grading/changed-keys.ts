import type { Quantity } from "../exercises/quantities/quantity.ts";
import type { Check } from "../store/check-records.ts";
import { taskOf } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import { readPostedKeys } from "./posted-keys.ts";

/** A key that the data would give otherwise today. */
interface ChangedKey {
  readonly quantity: Quantity;
  readonly variant: string;
  readonly posted: number | string;
  readonly now: number | string;
}

/** Which keys the data have moved away from since a check was posted, before any correction. */
export function changedKeys(check: Check, context: Pick<GradingContext, "exercises" | "variantCache">): readonly ChangedKey[] {
  const posted = readPostedKeys(check.postedKeys);
  const task = posted === null ? null : taskOf({ ...check, correction: null, namedMistakes: null, postedKeys: null }, context);
  if (posted === null || task === null || !task.ok || task.value.kind === "open") return [];
  const { marked, solvedVariants } = task.value;
  return solvedVariants.flatMap((solved) =>
    marked.quantities.flatMap((quantity) => {
      const [before, now] = [posted[solved.variant.id]?.[quantity.id], quantity.key(solved)];
      return before === undefined || !isOther(before, now) ? [] : [{ quantity, variant: solved.variant.id, posted: before, now }];
    }),
  );
}

/** Beyond what the order of additions does to a sum. */
const isOther = (before: number | string, now: number | string): boolean =>
  typeof before === "string" || typeof now === "string" ? before !== now : Math.abs(now - before) > 1e-9 * Math.abs(before);
