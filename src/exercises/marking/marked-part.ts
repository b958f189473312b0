import type { ReadAnswer } from "../answer/read-answer.ts";
import type { Quantity } from "../quantities/quantity.ts";

/**
 * correct; alternative-convention: accepted, with a remark; error-carried-forward: the method is correct, an earlier
 * part's number is not; few-digits: correct to too few digits; slip: percent, sign, power of ten or swapped digits;
 * mistake: the value of known mistakes; unmatched: none of these; wrong-choice; blank.
 */
export type PartVerdict =
  | "correct"
  | "alternative-convention"
  | "error-carried-forward"
  | "few-digits"
  | "slip"
  | "mistake"
  | "unmatched"
  | "wrong-choice"
  | "blank";

/** The mark of one field, before the rest of the form is looked at. */
export interface PartMark {
  readonly quantity: string;
  readonly text: string;
  /** The value read; of a choice, its index in the list. Null where blank. */
  readonly value: number | null;
  /** The key, in the same terms. */
  readonly expected: number;
  readonly verdict: PartVerdict;
  /** Ids of conventions, of the parts whose error it carries forward, or of all mistakes among `alternatives`. */
  readonly diagnoses: readonly string[];
  /** What may have been done, each of mistakes made at once; empty where nothing is known. */
  readonly alternatives: readonly (readonly string[])[];
  /** How it was understood, which the reply shows to the student; null where blank. */
  readonly read: ReadAnswer | null;
}

/** The mark of one field, and what it counts. */
export interface MarkedPart extends PartMark {
  /** 0, 0.5 or 1. */
  readonly points: number;
}

/** Share of a part's points. Half for the right quantity in the wrong form. */
const credits: Readonly<Record<PartVerdict, number>> = {
  correct: 1,
  "alternative-convention": 1,
  "error-carried-forward": 1,
  "few-digits": 0.5,
  slip: 0.5,
  mistake: 0,
  unmatched: 0,
  "wrong-choice": 0,
  blank: 0,
};

/** Whether nothing has to be fixed. An error carried forward has to be, in the part from which it comes. */
export const isFullyCorrect = (verdict: PartVerdict): boolean => verdict === "correct" || verdict === "alternative-convention";

/**
 * What can be guessed, or is the same on any data, counts only beside another part that is right; so does one digit that
 * the tolerance reaches, "0.5" for 0.5003: it is right, and no sign of work. A form that is right in all of its parts is.
 */
export function withPoints(parts: readonly PartMark[], quantities: readonly Quantity[]): readonly MarkedPart[] {
  const isGuessable = (part: PartMark): boolean => quantities.some(({ id, guessable }) => guessable && id === part.quantity) || (parts.length > 1 && isRoundedToOneDigit(part));
  const worked = parts.every(({ verdict }) => isFullyCorrect(verdict)) || parts.some((part) => isFullyCorrect(part.verdict) && !isGuessable(part));
  return parts.map((part) => ({ ...part, points: worked || !isGuessable(part) ? credits[part.verdict] : 0 }));
}

/** Of a key that is one digit itself there are no more to be typed. */
const isRoundedToOneDigit = ({ read, expected }: PartMark): boolean =>
  read?.kind === "number" && read.digits === 1 && Math.abs(Number(expected.toPrecision(1)) - expected) > 1e-9 * Math.abs(expected);
