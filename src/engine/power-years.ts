/**
 * How many years of data an appraisal ratio needs to be seen: t(α) ≈ AR·√years, so t reaches z after (z/AR)² years.
 *
 * Expected t of 2: (2/AR)², at which a two-sided 5% test sees α in about half of all samples. To see it in 80% of them:
 * ((1.96 + 0.8416)/AR)² = 7.849/AR² (normal; Cohen 1988, section 2; the chance of rejecting on the wrong side is left
 * out). It takes the ratio as the truth: estimated from few years, it says what such a ratio needs, not what α needs.
 * Nothing for α ≤ 0. Checked against R's qnorm and the noncentral normal.
 */
import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { periodsPerYear } from "./series.ts";
import { criticalValue } from "./tail-probability.ts";

export interface PowerYears {
  readonly null: "alpha is 0";
  /** Annual; the fit's t over √years, so that the cost of estimating β and the fit's kind of errors are in it. */
  readonly appraisalRatio: number;
  readonly forT2: number;
  readonly forPower: number;
  readonly power: number;
  /** Of the two-sided test: 0.05. */
  readonly significance: number;
  /** What the sample has, and whether its own t has passed 2. */
  readonly yearsOfData: number;
  readonly reachedT2: boolean;
  readonly sample: Sample;
  readonly inference: Inference;
}

interface PowerRequest {
  /** Between 0 and 1: 0.8. */
  readonly power?: number | undefined;
  /** Two-sided, between 0 and 1: 0.05. */
  readonly significance?: number | undefined;
}

/**
 * Years until a two-sided test sees a ratio (annual) with this power; null for a ratio of 0 or less.
 *
 * @example
 * ```ts
 * Math.round(yearsForPower(0.5)! * 10) / 10; // → 31.4
 * yearsForPower(-0.2); // → null
 * ```
 */
export function yearsForPower(appraisalRatio: number, { power = 0.8, significance = 0.05 }: PowerRequest = {}): number | null {
  if (!(appraisalRatio > 0)) return null;
  // The normal's quantile at `power`: criticalValue(level) is the one at (1 + level)/2.
  const beyond = power >= 0.5 ? normalCritical(2 * power - 1) : -normalCritical(1 - 2 * power);
  return ((normalCritical(1 - significance) + beyond) / appraisalRatio) ** 2;
}

/** Of a fit; null where α ≤ 0 or the fit is exact. */
export function powerYears(fit: FactorFit, { power = 0.8, significance = 0.05 }: PowerRequest = {}): PowerYears | null {
  const yearsOfData = fit.sample.observations / periodsPerYear[fit.sample.frequency];
  const appraisalRatio = fit.alpha.tStat / Math.sqrt(yearsOfData);
  const forPower = fit.exact ? null : yearsForPower(appraisalRatio, { power, significance });
  if (forPower === null) return null;
  return {
    null: "alpha is 0",
    appraisalRatio,
    forT2: (2 / appraisalRatio) ** 2,
    forPower,
    power,
    significance,
    yearsOfData,
    reachedT2: fit.alpha.tStat >= 2,
    sample: fit.sample,
    inference: fit.inference,
  };
}

const normalCritical = (level: number): number => (level === 0 ? 0 : criticalValue(level, { distribution: "normal" }));
