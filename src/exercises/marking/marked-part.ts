import type { ReadAnswer } from "../answer/read-answer.ts";

/**
 * right; convention: another convention, taken as right with a remark; inherited: the method is right and an
 * earlier part's number is not; few-digits: right as far as it goes; slip: percent, sign or power of ten;
 * misconception: the number of known mistakes; unmatched: none of these; wrong-choice; blank: nothing given.
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

/** What became of one field. */
export interface MarkedPart {
  readonly quantity: string;
  readonly text: string;
  /** As read; of a choice, its place in the list. Null where blank. */
  readonly value: number | null;
  /** The key, in the same terms. */
  readonly expected: number;
  readonly verdict: PartVerdict;
  /** Ids of conventions, of the parts it inherits from, or of all the mistakes with this number. */
  readonly diagnoses: readonly string[];
  /** How it was understood, to be told to the student; null where blank. */
  readonly read: ReadAnswer | null;
}

/** Share of a part's points. Half for a number that is known but not given as asked. */
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

/** Whether nothing is left to be mended in it: an inherited number is, where it comes from. */
export const isFullyCorrect = (verdict: PartVerdict): boolean => verdict === "right" || verdict === "convention";
