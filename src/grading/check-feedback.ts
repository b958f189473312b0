import type { Check, Feedback as StoredFeedback } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { closesFor } from "./find-check.ts";

/** When a student reads what became of an answer. */
export type Feedback = StoredFeedback;

/** Whether what became of a person's answers is still to be kept from them: until their own time is over, which may be later than the class's. */
export async function isConcealed(check: Check, person: string, store: Store, now: number): Promise<boolean> {
  if (check.feedback !== "after-closing" || check.voidedAt !== null) return false;
  const until = await closesFor(check, person, store);
  return until === null || until > now;
}
