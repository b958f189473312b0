/**
 * What makes a check, apart from when and where it is asked: as drafts keep it, and as a set of checks is handed on in a
 * file. Read strictly, since whoever wrote the file by hand wants to know what is wrong with it.
 */
import * as v from "valibot";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Check } from "../store/check-records.ts";
import { keyCorrection } from "./correct-key.ts";
import { namedMistake } from "./named-mistakes.ts";
import { storedQuestion } from "./stored-check.ts";
import type { BadSet } from "./problem.ts";

const minute = 60_000;
/** A year. */
const mostMinutes = 525_600;
const wholeNumber = v.pipe(v.number(), v.integer());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const keptCheck = v.pipe(
  v.strictObject({
    title: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
    /** Null: a question of one's own. */
    exercise: v.nullable(v.string()),
    question: v.nullable(storedQuestion),
    variants: v.optional(v.boolean(), false),
    attempts: v.optional(v.nullable(v.pipe(wholeNumber, v.minValue(1), v.maxValue(20))), 3),
    points: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1000)), 1),
    tolerance: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(0.5))), null),
    feedback: v.optional(v.picklist(["now", "after-closing"]), "now"),
    hints: v.optional(v.boolean(), true),
    credit: v.optional(v.nullable(v.pipe(v.array(share), v.minLength(1), v.maxLength(20), v.readonly())), null),
    vote: v.optional(v.nullable(v.pipe(v.strictObject({ rounds: v.picklist([1, 2]), counts: v.picklist(["participation", "correct"]) }), v.readonly())), null),
    correction: v.optional(v.nullable(v.pipe(v.array(keyCorrection), v.readonly())), null),
    namedMistakes: v.optional(v.nullable(v.pipe(v.array(namedMistake), v.readonly())), null),
    /** How long it is open where no closing time is said. */
    minutes: v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(mostMinutes)), 1440),
  }),
  v.check(({ exercise, question }) => (exercise === null) !== (question === null), "either an exercise or a question"),
  v.readonly(),
);

/** A check without its time and place. */
export type KeptCheck = v.InferOutput<typeof keptCheck>;

const setFormat = "factor-ta checks";
const setVersion = 1;
const mostChecks = 200;

const checkSet = v.object({ checks: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(mostChecks)) });
const setHeader = v.object({ format: v.literal(setFormat), version: v.number() });

export const checkSetText = (checks: readonly KeptCheck[]): string => `${JSON.stringify({ format: setFormat, version: setVersion, checks }, null, 2)}\n`;

/** The checks of a file. Errors: `bad-set`, naming the check and its field. */
export function readCheckSet(text: string): Outcome<readonly KeptCheck[], BadSet> {
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), text);
  if (!json.success) return failure({ kind: "bad-set", fault: "not-json", check: null, field: "", detail: "" });
  const header = v.safeParse(setHeader, json.output);
  if (!header.success) return failure({ kind: "bad-set", fault: "not-a-set", check: null, field: "", detail: "" });
  if (header.output.version !== setVersion) return failure({ kind: "bad-set", fault: "version", check: null, field: "version", detail: String(header.output.version) });
  const set = v.safeParse(checkSet, json.output);
  if (!set.success) return failure({ kind: "bad-set", fault: "check", check: null, field: "checks", detail: set.issues[0].message.slice(0, 200) });
  const checks: KeptCheck[] = [];
  for (const [index, one] of set.output.checks.entries()) {
    const read = v.safeParse(keptCheck, one);
    if (!read.success) return failure({ kind: "bad-set", fault: "check", check: index + 1, field: v.getDotPath(read.issues[0]) ?? "", detail: read.issues[0].message.slice(0, 200) });
    if (sharesOneKey(read.output)) return failure({ kind: "bad-set", fault: "check", check: index + 1, field: "correction", detail: "one number can't be the key of every variant" });
    checks.push(read.output);
  }
  return success(checks);
}

/** Whether one number is the key of students who each have a variant, as an earlier version could be told. */
const sharesOneKey = ({ variants, correction }: KeptCheck): boolean => variants && (correction ?? []).some(({ key }) => typeof key === "number");

/** What is kept of a check; null where the store's own JSON is not as it was written. */
export function keptOf(check: Pick<Check, keyof Omit<KeptCheck, "minutes">> & { readonly opensAt: number | null; readonly closesAt: number | null }, now: number): KeptCheck | null {
  const { title, exercise, question, variants, attempts, points, tolerance, feedback, hints, credit, vote, correction, namedMistakes, opensAt, closesAt } = check;
  const minutes = closesAt === null ? {} : { minutes: Math.min(mostMinutes, Math.max(1, Math.round((closesAt - (opensAt ?? now)) / minute))) };
  const read = v.safeParse(keptCheck, { title, exercise, question, variants, attempts, points, tolerance, feedback, hints, credit, vote, correction, namedMistakes, ...minutes });
  return read.success ? withOwnKeys(read.output) : null;
}

/** Asked again, each variant has its own key. */
const withOwnKeys = (kept: KeptCheck): KeptCheck => (sharesOneKey(kept) ? { ...kept, correction: (kept.correction ?? []).filter(({ key }) => typeof key !== "number") } : kept);

/** A kept check as the store gives it back. */
export function readKept(json: unknown): KeptCheck | null {
  const read = v.safeParse(keptCheck, json);
  return read.success ? read.output : null;
}
