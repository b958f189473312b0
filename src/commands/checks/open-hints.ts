import { isConcealed } from "../../grading/check-feedback.ts";
import type { Assignment } from "../../grading/assignment.ts";
import type { Store } from "../../store/store.ts";
import { labelOf, wordsOf } from "./assignment-words.ts";

/** The hints for a person to read on: of the part that their newest answer has wrong, or of the whole. */
interface OpenHints {
  readonly hints: readonly string[];
  /** The label of the part that they are for; null where they are for the whole. */
  readonly part: string | null;
}

/**
 * A part whose mistake was named has its own question to think about, so the hints are for the first part that nothing
 * was recognised in. While a check keeps its marks to itself, which part is wrong is one of them.
 */
export async function hintsFor(assignment: Assignment, person: string, store: Store, now: number): Promise<OpenHints> {
  const words = wordsOf(assignment);
  const { item, check, solvedVariant } = assignment;
  if (check !== null && (await isConcealed(check, person, store, now))) return { hints: words.hints, part: null };
  const answers = await store.answers.ofPersonOnItem(item, person);
  const newest = answers.findLast(({ variant }) => variant === solvedVariant.variant.id);
  const wrong = newest?.parts.filter(({ verdict, text }) => verdict === "incorrect" && text !== "") ?? [];
  const part = wrong.find(({ diagnoses }) => diagnoses.length === 0 || diagnoses.includes("wrong-choice")) ?? wrong[0];
  const hints = words.hintsOf(part?.quantity ?? null);
  return { hints, part: part === undefined || hints.join() === words.hints.join() ? null : labelOf(assignment)(part.quantity) };
}
