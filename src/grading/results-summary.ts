import { rightness } from "./standing.ts";

/** What became of a check, for the staff: who tried, what they were taken for, and what nobody recognised. */

/** The part of a stored answer that is counted here. */
export interface CountedAnswer {
  readonly person: string;
  /** 1 for the first; null where it cost none. */
  readonly attempt: number | null;
  readonly verdict: "correct" | "partial" | "incorrect" | "unmarked";
  /** Hint levels that were open. */
  readonly hints: number;
  readonly parts: readonly CountedPart[];
}

export interface CountedPart {
  readonly quantity: string;
  readonly value: number | null;
  /** The key for this student's variant. */
  readonly expected: number | null;
  readonly verdict: "correct" | "partial" | "incorrect" | "unmarked";
  readonly diagnoses: readonly string[];
  readonly earlier?: "correct" | "partial" | "incorrect" | "unmarked";
}

export interface ResultsSummary {
  /** People who handed in something that counts. */
  readonly tried: number;
  /** Right by the key as it is now, corrected or not. */
  readonly correct: number;
  /** Right by an earlier key alone: they keep their mark. */
  readonly keptMarks: number;
  /** By the key as it is, or by an earlier one. */
  readonly correctAtFirst: number;
  /** Of those who tried; null while nobody has. */
  readonly firstTryRate: number | null;
  /** People with at least one hint level open when they answered. */
  readonly usedHints: number;
}

export function summariseResults(answers: readonly CountedAnswer[]): ResultsSummary {
  const counted = answers.filter(({ attempt }) => attempt !== null);
  const people = [...new Set(counted.map(({ person }) => person))].map((person) =>
    counted.filter((answer) => answer.person === person),
  );
  const count = (holds: (ofPerson: readonly CountedAnswer[]) => boolean): number => people.filter(holds).length;
  const isRight = ({ parts }: CountedAnswer): boolean => rightness(parts) === "now";
  const correctAtFirst = count((own) => own.some(({ attempt, parts }) => attempt === 1 && rightness(parts) !== null));
  return {
    tried: people.length,
    correct: count((own) => own.some(isRight)),
    keptMarks: count((own) => own.some(({ parts }) => rightness(parts) === "earlier") && !own.some(isRight)),
    correctAtFirst,
    firstTryRate: people.length === 0 ? null : correctAtFirst / people.length,
    usedHints: count((own) => own.some(({ hints }) => hints > 0)),
  };
}
