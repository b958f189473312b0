import type { Check, Feedback as StoredFeedback } from "../store/check-records.ts";
import { isClosed } from "./find-check.ts";

/** When a student reads what became of an answer. */
export type Feedback = StoredFeedback;

/** Whether what became of answers to a check is still to be kept from the class. */
export const isConcealed = (check: Check, now: number): boolean => check.feedback === "after-closing" && !isClosed(check, now);
