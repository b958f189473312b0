/**
 * A check's keys as they were when it was posted. Data can change under it: a file is imported, prices are fetched again
 * with revised adjustments. Whoever answered before and whoever answers after is marked by one key, that of the day on
 * which the class got the question; an instructor can correct it (`correct-key.ts`).
 */
import * as v from "valibot";
import type { Quantity } from "../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import type { Json } from "../store/records.ts";

const storedKeys = v.record(v.string(), v.record(v.string(), v.union([v.number(), v.string()])));

/** By variant, then by quantity: a number, or the id of a choice. */
export type PostedKeys = v.InferOutput<typeof storedKeys>;

/** Null where none were stored. */
export function readPostedKeys(json: Json): PostedKeys | null {
  const read = v.safeParse(storedKeys, json);
  return read.success ? read.output : null;
}

interface KeyedTask {
  readonly marked: Pick<ExerciseDefinition, "quantities">;
  readonly solvedVariants: readonly SolvedVariant[];
}

/** The keys that a task has on the loaded data. */
export function keysOf({ marked: { quantities }, solvedVariants }: KeyedTask): PostedKeys {
  const ofVariant = (solved: SolvedVariant) => Object.fromEntries(quantities.map((quantity) => [quantity.id, quantity.key(solved)] as const).filter(([, key]) => isKey(key)));
  return Object.fromEntries(solvedVariants.map((solved) => [solved.variant.id, ofVariant(solved)]));
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
