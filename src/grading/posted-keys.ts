/**
 * A check's keys as they were when it was posted. Data can change under it: a file is imported, prices are fetched again
 * with revised adjustments. Whoever answered before and whoever answers after is marked by one key, that of the day on
 * which the class got the question; an instructor can correct it (`correct-key.ts`).
 */
import * as v from "valibot";
import type { Quantity } from "../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import type { Check, Json } from "../store/records.ts";
import { taskOf, type CheckTask } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";

const storedKeys = v.record(v.string(), v.record(v.string(), v.union([v.number(), v.string()])));

/** By variant, then by quantity: a number, or the id of a choice. */
export type PostedKeys = v.InferOutput<typeof storedKeys>;

/** Null where none were stored. */
export function readPostedKeys(json: Json): PostedKeys | null {
  const read = v.safeParse(storedKeys, json);
  return read.success ? read.output : null;
}

/** The keys that a task has on the loaded data; null for an open question. */
export function keysOf(task: CheckTask): PostedKeys | null {
  if (task.kind === "open") return null;
  const { quantities } = task.marked;
  const ofVariant = (solved: SolvedVariant) => Object.fromEntries(quantities.map((quantity) => [quantity.id, quantity.key(solved)] as const).filter(([, key]) => isKey(key)));
  return Object.fromEntries(task.solvedVariants.map((solved) => [solved.variant.id, ofVariant(solved)]));
}

/** A number that the data don't have is no key. */
const isKey = (key: number | string): boolean => typeof key === "string" || Number.isFinite(key);

/** The exercise with the keys of that day in the place of those that the data give now. */
export function withPostedKeys<E extends Pick<ExerciseDefinition, "quantities">>(exercise: E, posted: PostedKeys | null): E {
  if (posted === null) return exercise;
  const quantities = exercise.quantities.map((quantity): Quantity => {
    const keyOf = ({ variant }: SolvedVariant): number | string | undefined => posted[variant.id]?.[quantity.id];
    if (quantity.kind === "choice") return { ...quantity, key: (solved) => text(keyOf(solved)) ?? quantity.key(solved) };
    return { ...quantity, key: (solved) => number(keyOf(solved)) ?? quantity.key(solved) };
  });
  return { ...exercise, quantities };
}

const text = (key: number | string | undefined): string | undefined => (typeof key === "string" ? key : undefined);
const number = (key: number | string | undefined): number | undefined => (typeof key === "number" ? key : undefined);

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
