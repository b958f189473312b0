import type { ReadAnswer } from "../answer/read-answer.ts";

/**
 * right; convention: another convention, accepted with a remark; inherited: error carried forward (the method is
 * correct, an earlier part's number is not); few-digits: correct to too few digits; slip: percent, sign or power of
 * ten; misconception: the value of known mistakes; unmatched: none of these; wrong-choice; blank.
 */
export type PartVerdict =
  | "right"
  | "convention"
  | "inherited"
  | "few-digits"
  | "slip"
  | "misconception"
  | "unmatched"
  | "wrong-choice"
  | "blank";

/** The mark of one field. */
export interface MarkedPart {
  readonly quantity: string;
  readonly text: string;
  /** The value read; of a choice, its index in the list. Null where blank. */
  readonly value: number | null;
  /** The key, in the same terms. */
  readonly expected: number;
  readonly verdict: PartVerdict;
  /** Ids of conventions, of the parts it inherits from, or of all the mistakes with this number. */
  readonly diagnoses: readonly string[];
  /** How it was understood, which the reply shows to the student; null where blank. */
  readonly read: ReadAnswer | null;
}

/** Share of a part's points. Half for the right quantity in the wrong form. */
export const credits: Readonly<Record<PartVerdict, number>> = {
  right: 1,
  convention: 1,
  inherited: 1,
  "few-digits": 0.5,
  slip: 0.5,
  misconception: 0,
  unmatched: 0,
  "wrong-choice": 0,
  blank: 0,
};

/** Whether nothing has to be fixed. An error carried forward has to be, in the part from which it comes. */
export const isFullyCorrect = (verdict: PartVerdict): boolean => verdict === "right" || verdict === "convention";
