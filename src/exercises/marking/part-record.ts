import { isFullyCorrect } from "./marked-part.ts";
import type { MarkedPart, PartVerdict } from "./marked-part.ts";

/** A marked part as it is stored, for results and regrading. */
interface PartRecord {
  readonly quantity: string;
  readonly text: string;
  readonly value: number | null;
  readonly expected: number | null;
  readonly verdict: "correct" | "partial" | "incorrect";
  /** Ids of mistakes, conventions, or how it was taken ("error-carried-forward", "few-digits", …); empty: wrong, and nobody knows why. */
  readonly diagnoses: readonly string[];
}

export function recordOf({ quantity, text, value, expected, verdict, diagnoses, points }: MarkedPart): PartRecord {
  return {
    quantity,
    text,
    value,
    expected: Number.isFinite(expected) ? expected : null,
    verdict: points === 1 || isFullyCorrect(verdict) ? "correct" : points > 0 ? "partial" : "incorrect",
    diagnoses: storedDiagnoses(verdict, diagnoses),
  };
}

function storedDiagnoses(verdict: PartVerdict, diagnoses: readonly string[]): readonly string[] {
  switch (verdict) {
    case "correct":
    case "unmatched":
      return [];
    case "alternative-convention":
    case "slip":
    case "mistake":
      return diagnoses;
    case "wrong-choice":
      return diagnoses.length > 0 ? diagnoses : [verdict];
    case "error-carried-forward":
    case "few-digits":
    case "blank":
      return [verdict];
  }
}
