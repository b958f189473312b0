import type { CheckTask } from "../../grading/check-task.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import type { ShownCorrection } from "../../render/replies/correction-words.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { keyChanges } from "./key-changes.ts";

/** Stored in the place of a reason that nobody gave. */
export const noReason = "corrected";

export const givenReason = (reason: string): string | null => (reason === noReason ? null : reason);

/** Those that were not taken back, oldest first, with what each changed. It names keys. */
export async function standingCorrections(check: Check, store: Store, context: AppContext): Promise<readonly ShownCorrection[]> {
  if (check.correction === null || check.revision === 0) return [];
  const made = await store.checks.corrections(check.id);
  return made
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ at, reason, earlier, correction }) => ({ at, reason: givenReason(reason), changes: keyChanges({ ...check, correction: earlier }, { ...check, correction }, context) }));
}

/** The same for a channel where the keys are not to be read: a reason that may hold one comes with the results. */
export const withoutKeys = (corrections: readonly ShownCorrection[], task: CheckTask): readonly ShownCorrection[] =>
  corrections.map(({ reason, ...correction }) => ({ ...correction, reason: reason !== null && isForChannel(reason, task) ? reason : null }));

/** Whether a reason names no number and no choice of the check: then it tells no key. */
export function isForChannel(reason: string, task: CheckTask): boolean {
  const words = reason.normalize("NFKC").toLowerCase();
  if (/\p{N}|√|(?<!\p{L})(?:zero|half|one|two|three|four|five|six|seven|eight|nine|ten|minus|negative|positive|percent)(?!\p{L})/u.test(words)) return false;
  return !(choicesOf(task) ?? []).some(({ letter, text }) => words.includes(text.toLowerCase()) || new RegExp(`(?<![\\p{L}'])${letter.toLowerCase()}(?![\\p{L}'])`, "u").test(words));
}
