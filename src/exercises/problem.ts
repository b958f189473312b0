/** Why a field of a form can't be understood. It costs no attempt. */
export interface UnreadableAnswer {
  readonly kind: "unreadable-answer";
  readonly text: string;
  readonly reason: UnreadableReason;
  /** What can be chosen: the answers of a choice, the numbers where there are several. */
  readonly choices: readonly string[];
}

export type UnreadableReason =
  | "empty"
  | "no-number"
  | "several-numbers"
  /** "1,234": a thousand, or a decimal comma. */
  | "ambiguous-comma"
  /** "1·395": a decimal point, or a product. */
  | "ambiguous-point"
  | "misplaced-separator"
  /** "ten million". */
  | "number-in-words"
  /** "1.395 km": a word that stands where a unit does. */
  | "unknown-unit"
  /** "f(0.5)", "half of 0.5", "(0.5 + 0.2)%": something is done to the number that isn't known. */
  | "unknown-operation"
  | "brackets"
  /** "< 0.001": a bound, not a number. */
  | "bound"
  | "other-currency"
  /** "€0.12" for a return. */
  | "not-money"
  | "percent-of-dollars"
  | "scaled-fraction"
  | "division-by-zero"
  | "too-large"
  | "too-long"
  | "no-choice"
  | "several-choices";

/** What the store holds of a check is not what this program writes: edited by hand, or damaged. */
export interface UnreadableCheck {
  readonly kind: "unreadable-check";
  readonly part: "question" | "correction";
  /** The path of the field in it; empty where it is the whole. */
  readonly field: string;
  /** What is expected there, and what stands there. */
  readonly detail: string;
}

/** The teaching texts in data/lessons were changed so that they can't be used: the program does not start. */
export interface FaultyTextsProblem {
  readonly kind: "faulty-texts";
  /** Each with its file and field, one at least. */
  readonly faults: readonly string[];
}

/** A word where only certain ones are taken. */
export type NotAChoice = {
      readonly kind: "not-a-choice";
      readonly option: string;
      readonly text: string;
      readonly choices: readonly string[];
    };
