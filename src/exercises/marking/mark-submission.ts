import type { ReadAnswer } from "../answer/read-answer.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import type { ChoiceQuantity, StudentNumbers, Quantity } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { identityHolds } from "./identity.ts";
import { markNumber } from "./mark-number.ts";
import { credits, isFullyCorrect } from "./marked-part.ts";
import type { MarkedPart } from "./marked-part.ts";

/** A marked form: facts for the reply and for the store. */
export interface Marking {
  /** One per quantity, in the exercise's order. */
  readonly parts: readonly MarkedPart[];
  readonly verdict: "right" | "partly" | "wrong";
  /** Share of the points, 0 to 1. */
  readonly score: number;
  /** Equal for forms that mean the same ("12%" and "0.12"). */
  readonly fingerprint: string;
  /** The same as one before: no new attempt, and no new hint. */
  readonly repeats: boolean;
  /** Mistakes that explain more than one part at once, the ones that explain most first. */
  readonly jointMistakes: readonly { readonly mistake: string; readonly parts: readonly string[] }[];
  /** Equations between unexplained parts, and whether the student's numbers keep them. */
  readonly identities: readonly { readonly id: string; readonly parts: readonly string[]; readonly holds: boolean }[];
  /** The hint level to open now (1 to 3); null where none is due. */
  readonly hintLevel: number | null;
}

/** What this person did before at this exercise and variant. */
export interface EarlierAnswers {
  readonly fingerprints: readonly string[];
  /** The hint level that is open. */
  readonly hintLevel: number;
}

export const hintLevels = 3;

/** Marks a parsed form against the student's own variant. */
export function markSubmission(
  { quantities, identities }: Pick<ExerciseDefinition, "quantities" | "identities">,
  solvedVariant: SolvedVariant,
  answers: Readonly<Record<string, ReadAnswer>>,
  earlier: EarlierAnswers = { fingerprints: [], hintLevel: 0 },
): Marking {
  const studentNumbers = studentNumbersOf(answers);
  const incorrectEarlier = new Set<string>();
  const marked = quantities.map((quantity) => {
    const part = markPart(quantity, solvedVariant, answers[quantity.id], studentNumbers, incorrectEarlier);
    if (!isFullyCorrect(part.verdict)) incorrectEarlier.add(quantity.id);
    return part;
  });
  const parts = narrowTies(marked);
  const score = parts.reduce((sum, { verdict }) => sum + credits[verdict], 0) / parts.length;
  const isComplete = parts.every(({ verdict }) => isFullyCorrect(verdict));
  const fingerprint = fingerprintOf(quantities, answers);
  const repeats = earlier.fingerprints.includes(fingerprint);
  const isUnexplained = parts.some(({ verdict }) => verdict === "unmatched" || verdict === "wrong-choice");
  return {
    parts,
    verdict: isComplete ? "right" : score > 0 ? "partly" : "wrong",
    score,
    fingerprint,
    repeats,
    jointMistakes: jointMistakesOf(parts),
    identities: identities
      .filter((identity) => identity.parts.every((id) => id in studentNumbers))
      .filter((identity) => parts.some((part) => identity.parts.includes(part.quantity) && part.verdict === "unmatched"))
      .map((identity) => ({
        id: identity.id,
        parts: identity.parts,
        holds: identityHolds(identity, studentNumbers, solvedVariant.model, solvedVariant.variant),
      })),
    hintLevel: isUnexplained && !repeats && earlier.hintLevel < hintLevels ? earlier.hintLevel + 1 : null,
  };
}

function markPart(
  quantity: Quantity,
  solvedVariant: SolvedVariant,
  answer: ReadAnswer | undefined,
  studentNumbers: StudentNumbers,
  incorrectEarlier: ReadonlySet<string>,
): MarkedPart {
  if (quantity.kind === "number" && answer?.kind === "number") {
    return markNumber(quantity, solvedVariant, answer, studentNumbers, incorrectEarlier);
  }
  if (quantity.kind === "choice" && answer?.kind === "choice") {
    const key = quantity.key(solvedVariant);
    return {
      quantity: quantity.id,
      text: answer.text,
      value: choiceIndex(quantity, answer.choice),
      expected: choiceIndex(quantity, key),
      verdict: answer.choice === key ? "right" : "wrong-choice",
      diagnoses: [],
      read: answer,
    };
  }
  const expected = quantity.kind === "number" ? quantity.key(solvedVariant) : choiceIndex(quantity, quantity.key(solvedVariant));
  return { quantity: quantity.id, text: "", value: null, expected, verdict: "blank", diagnoses: [], read: null };
}

const choiceIndex = ({ choices }: ChoiceQuantity, id: string): number => choices.findIndex((choice) => choice.id === id);

function studentNumbersOf(answers: Readonly<Record<string, ReadAnswer>>): StudentNumbers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => (answer.kind === "number" ? [[id, answer.value]] : [])),
  );
}

/** Where several mistakes have a part's number, those that also explain other parts are the likelier ones. */
function narrowTies(parts: readonly MarkedPart[]): readonly MarkedPart[] {
  const explained = (mistake: string): number => parts.filter((part) => explains(part, mistake)).length;
  return parts.map((part) => {
    if (part.verdict !== "misconception" || part.diagnoses.length < 2) return part;
    const most = Math.max(...part.diagnoses.map(explained));
    return most < 2 ? part : { ...part, diagnoses: part.diagnoses.filter((mistake) => explained(mistake) === most) };
  });
}

function jointMistakesOf(parts: readonly MarkedPart[]): Marking["jointMistakes"] {
  const mistakes = new Set(parts.filter(({ verdict }) => isRecognised(verdict)).flatMap(({ diagnoses }) => diagnoses));
  return [...mistakes]
    .map((mistake) => ({
      mistake,
      parts: parts.filter((part) => explains(part, mistake)).map(({ quantity }) => quantity),
    }))
    .filter((explanation) => explanation.parts.length > 1)
    .sort((a, b) => b.parts.length - a.parts.length);
}

const isRecognised = (verdict: MarkedPart["verdict"]): boolean => verdict === "misconception" || verdict === "slip";

const explains = ({ verdict, diagnoses }: MarkedPart, mistake: string): boolean =>
  isRecognised(verdict) && diagnoses.includes(mistake);
