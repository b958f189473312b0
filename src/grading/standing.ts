import type { Verdict } from "../store/answer-records.ts";

/** The part of a stored answer that its standing depends on. */
interface MarkedPart {
  /** By the key as it is now, corrected or not. */
  readonly verdict: Verdict;
  readonly diagnoses: readonly string[];
  /** By the key under which its answer has its mark, where that is an earlier one. */
  readonly earlier?: Verdict;
}

/** What a part counts. Everything that shows, lists, counts, exports or averages answers goes by it. */
interface Standing {
  /** By which it counts. */
  readonly verdict: Verdict;
  /** Whether it counts more by an earlier key than it would by the one of now. */
  readonly isEarlier: boolean;
  /** Mistakes that it is taken for; none of what is right by either key. */
  readonly diagnoses: readonly string[];
}

const ranks: Readonly<Record<Verdict, number>> = { unmarked: 0, incorrect: 0, partial: 1, correct: 2 };

/** By the key as it is now, else by the one before a correction, under which whoever answered in time keeps the mark. */
export function standingOf({ verdict, diagnoses, earlier = verdict }: MarkedPart): Standing {
  if (ranks[earlier] > ranks[verdict]) return { verdict: earlier, isEarlier: true, diagnoses: [] };
  return { verdict, isEarlier: false, diagnoses: verdict === "correct" ? [] : diagnoses };
}

/** now: all of an answer is right by the key as it is now; earlier: by the one before a correction; else null. */
export function rightness(parts: readonly MarkedPart[]): "now" | "earlier" | null {
  if (parts.length === 0 || parts.some((part) => standingOf(part).verdict !== "correct")) return null;
  return parts.every(({ verdict }) => verdict === "correct") ? "now" : "earlier";
}

/** Share of the points, 0 to 1, that an answer's parts count, before what later attempts cost. */
export const markOfParts = (parts: readonly MarkedPart[]): number =>
  parts.length === 0 ? 0 : parts.reduce((sum, part) => sum + points[standingOf(part).verdict], 0) / parts.length;

const points: Readonly<Record<Verdict, number>> = { correct: 1, partial: 0.5, incorrect: 0, unmarked: 0 };
