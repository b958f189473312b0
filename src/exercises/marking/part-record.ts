import { isFullyCorrect } from "./marked-part.ts";
import type { MarkedPart, PartVerdict } from "./marked-part.ts";

/** A marked part as it is stored, for results and regrading. */
interface PartRecord {
  readonly quantity: string;
  readonly text: string;
  readonly value: number | null;
  readonly expected: number | null;
  readonly verdict: "right" | "partly" | "wrong";
  /** Ids of mistakes, conventions, or how it was taken ("inherited", "few-digits", …); empty: wrong, and nobody knows why. */
  readonly diagnoses: readonly string[];
}

export function recordOf({ quantity, text, value, expected, verdict, diagnoses, points }: MarkedPart): PartRecord {
  return {
    quantity,
    text,
    value,
    expected: Number.isFinite(expected) ? expected : null,
    verdict: points === 1 || isFullyCorrect(verdict) ? "right" : points > 0 ? "partly" : "wrong",
    diagnoses: storedDiagnoses(verdict, diagnoses),
  };
}

function storedDiagnoses(verdict: PartVerdict, diagnoses: readonly string[]): readonly string[] {
  switch (verdict) {
    case "right":
    case "unmatched":
      return [];
    case "convention":
    case "slip":
    case "mistake":
      return diagnoses;
    case "inherited":
    case "few-digits":
    case "wrong-choice":
    case "blank":
      return [verdict];
  }
}
