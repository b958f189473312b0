import type { ReadAnswer } from "../answer/read-answer.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { diagnose } from "./diagnose.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { keptIdentities, type KeptIdentity } from "./kept-identities.ts";
import { markPart } from "./mark-part.ts";
import { isFullyCorrect, withPoints } from "./marked-part.ts";
import type { MarkedPart } from "./marked-part.ts";
import { numberFields } from "./number-fields.ts";

/** A marked form: facts for the reply and for the store. */
export interface Marking {
  /** One per quantity, in the exercise's order. */
  readonly parts: readonly MarkedPart[];
  readonly verdict: "correct" | "partial" | "incorrect";
  /** Share of the points, 0 to 1: the parts' points over their number. */
  readonly score: number;
  /** Equal for forms that mean the same ("12%" and "0.12"). */
  readonly fingerprint: string;
  /** The same as one before: no new attempt, and no new hint. */
  readonly repeats: boolean;
  /** Mistakes that explain more than one part at once, the ones that explain most first. */
  readonly jointMistakes: readonly { readonly mistakes: readonly string[]; readonly parts: readonly string[] }[];
  /** Equations between unexplained parts, and whether the student's numbers keep them. */
  readonly identities: readonly KeptIdentity[];
  /** The hint to open now: its level (1 to 3) and the part that is wrong; null where none is due. */
  readonly hint: { readonly level: number; readonly quantity: string } | null;
}

/** What this person did before at this exercise and variant. */
export interface EarlierAnswers {
  readonly fingerprints: readonly string[];
  /** The hint level that is open. */
  readonly hintLevel: number;
}

const hintLevels = 3;

/** Marks a parsed form against the student's own variant. */
export function markSubmission(
  { quantities, identities }: Pick<ExerciseDefinition, "quantities" | "identities">,
  solvedVariant: SolvedVariant,
  answers: Readonly<Record<string, ReadAnswer>>,
  earlier: EarlierAnswers = { fingerprints: [], hintLevel: 0 },
): Marking {
  const fields = numberFields(quantities, solvedVariant, answers);
  const diagnosis = diagnose(fields, solvedVariant);
  const marks = quantities.map((quantity) => markPart(quantity, solvedVariant, answers[quantity.id], fields, diagnosis));
  const parts = withPoints(marks, quantities);
  const score = parts.reduce((sum, { points }) => sum + points, 0) / parts.length;
  const fingerprint = fingerprintOf(quantities, answers);
  const repeats = earlier.fingerprints.includes(fingerprint);
  const unexplained = parts.find(({ verdict }) => verdict === "unmatched" || verdict === "wrong-choice");
  return {
    parts,
    verdict: parts.every(({ verdict }) => isFullyCorrect(verdict)) ? "correct" : score > 0 ? "partial" : "incorrect",
    score,
    fingerprint,
    repeats,
    jointMistakes: jointMistakesOf(parts),
    identities: keptIdentities(identities, parts, fields, solvedVariant),
    hint: unexplained !== undefined && !repeats && earlier.hintLevel < hintLevels ? { level: earlier.hintLevel + 1, quantity: unexplained.quantity } : null,
  };
}

function jointMistakesOf(parts: readonly MarkedPart[]): Marking["jointMistakes"] {
  const recognised = parts.filter(({ verdict }) => verdict === "mistake" || verdict === "slip");
  const sets = new Map(recognised.flatMap(({ alternatives }) => alternatives).map((mistakes) => [mistakes.join(), mistakes]));
  return [...sets.values()]
    .map((mistakes) => ({
      mistakes,
      parts: recognised.filter(({ alternatives }) => alternatives.some((other) => other.join() === mistakes.join())).map(({ quantity }) => quantity),
    }))
    .filter((explanation) => explanation.parts.length > 1)
    .sort((a, b) => b.parts.length - a.parts.length);
}
