import type { Tables } from "./tables.ts";

/**
 * Which rows belong to a row of another table. The tables have no foreign keys, since an item is a check or an exercise:
 * these take their place when a backup is restored and when a store is verified.
 */
interface Relation {
  readonly table: keyof Tables;
  readonly column: string;
  /** Only values that begin so are meant, and the parent's id follows it. */
  readonly prefix: string;
  readonly parent: "answers" | "checks";
  /** Whether a dump is refused without the parent; elsewhere its absence is reported. */
  readonly essential: boolean;
}

const ofCheck = (table: keyof Tables, essential: boolean): Relation => ({ table, column: "checkId", prefix: "", parent: "checks", essential });

export const relations: readonly Relation[] = [
  { table: "answerParts", column: "answerId", prefix: "", parent: "answers", essential: true },
  { table: "answers", column: "item", prefix: "check/", parent: "checks", essential: true },
  { table: "progress", column: "item", prefix: "check/", parent: "checks", essential: false },
  ofCheck("corrections", true),
  ofCheck("extensions", true),
  ofCheck("checkChanges", false),
  ofCheck("keptGrades", false),
  ofCheck("forgetRequests", false),
  ofCheck("answerReminders", false),
];
