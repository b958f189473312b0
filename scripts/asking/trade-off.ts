import type { Score } from "../../test/asking/authors/score.ts";
import type { Run } from "./runs-apart.ts";

export interface JudgedRun extends Run {
  /** By weights that were not fitted to its author; null where nothing is decided. */
  readonly confidence: number | null;
}

/** What the questions come to where readings are run from this confidence on. */
export function scoresFrom(threshold: number, runs: readonly JudgedRun[]): Readonly<Record<Score, number>> {
  const counts: Record<Score, number> = { right: 0, half: 0, offered: 0, missed: 0, wrong: 0 };
  for (const { confidence, ran, offered } of runs) counts[confidence === null || confidence >= threshold ? ran : offered] += 1;
  return counts;
}

/** The thresholds of the curve that is printed. */
export const thresholds: readonly number[] = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95, 0.96];

/** Right, offered and wrong by threshold, in per cent of the questions. */
export const tradeOffLines = (runs: readonly JudgedRun[]): readonly string[] =>
  thresholds.map((threshold) => {
    const counts = scoresFrom(threshold, runs);
    const share = (score: Score): string => `${((100 * counts[score]) / runs.length).toFixed(1)}% ${score}`;
    return `run from ${threshold.toFixed(2)}: ${(["right", "half", "offered", "missed", "wrong"] as const).map(share).join(", ")}`;
  });
