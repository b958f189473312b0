/**
 * What the store holds of a check as JSON: an instructor's own question and the corrections of its keys. Fields that a
 * newer version may have added are left out; anything else that is not as it was written is a problem, since marking
 * by half a question would be wrong.
 */
import * as v from "valibot";
import { failure, success, type Outcome } from "../outcome.ts";
import type { UnreadableCheck } from "../exercises/problem.ts";
import { keyCorrection, type KeyCorrection } from "./correct-key.ts";
import { instructorQuestion } from "./instructor-check.ts";

/** What a typed key is about, so that commands can hide it: a series, and the quantity where every value of it is hidden. */
const hiddenFigure = v.pipe(v.object({ asset: v.string(), quantity: v.nullable(v.string()) }), v.readonly());

export type HiddenFigure = v.InferOutput<typeof hiddenFigure>;

export const storedQuestion = v.pipe(
  v.object({
    text: v.string(),
    label: v.string(),
    own: instructorQuestion,
    about: v.exactOptional(v.pipe(v.array(hiddenFigure), v.readonly())),
  }),
  v.readonly(),
);

/** An instructor's own question with its words. */
export type StoredQuestion = v.InferOutput<typeof storedQuestion>;

export const readStoredQuestion = (json: unknown): Outcome<StoredQuestion, UnreadableCheck> => read("question", storedQuestion, json);

/** The corrections of a check, all of them so far; none where it was never corrected. */
export const readCorrections = (json: unknown): Outcome<readonly KeyCorrection[], UnreadableCheck> =>
  read("correction", v.array(keyCorrection), json ?? []);

function read<Schema extends v.GenericSchema>(part: UnreadableCheck["part"], schema: Schema, json: unknown): Outcome<v.InferOutput<Schema>, UnreadableCheck> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return success(parsed.output);
  const [issue] = parsed.issues;
  return failure({ kind: "unreadable-check", part, field: v.getDotPath(issue) ?? "", detail: issue.message.slice(0, 200) });
}
