/**
 * The two "residuals" of the chapter, r − β·f and ε. Their correlation with the factor is 0 but for rounding, and is
 * printed to show just that: so the moments are compensated ones, where simple-statistics would show its own rounding.
 */
import { isoDay } from "../calendar.ts";
import type { FactorFit } from "./factor-fit.ts";
import { histogram } from "./histogram.ts";
import type { Histogram } from "./histogram.ts";
import { correlation, mean, standardDeviation } from "./moments.ts";

/** One of the chapter's two "residuals" and its correlation with the factor. Decimal per period. */
interface ResidualColumn {
  readonly values: Float64Array;
  readonly mean: number;
  /** n − 1. */
  readonly deviation: number;
  /** With the factor of which it is largest: 0 up to rounding, by construction. */
  readonly correlation: number;
}

export interface ResidualReport {
  /** r − Σ β·f = α + ε, as section 6.4.5 plots it: the return of a hedged position. */
  readonly withAlpha: ResidualColumn;
  /** ε = r − α − β·f: the regression's own residual. */
  readonly withoutAlpha: ResidualColumn;
  /** Correlation of ε with the next row's ε. */
  readonly autocorrelation: number;
  /** Rows with |ε| beyond 3 and 5 standard deviations, and the number expected under a normal distribution. */
  readonly tailCounts: readonly { readonly deviations: number; readonly rows: number; readonly expected: number }[];
  /** The largest |ε|, in descending order. */
  readonly largest: readonly { readonly date: string; readonly residual: number; readonly deviations: number }[];
  /** Histogram of ε, with its normal curve. */
  readonly distribution: Histogram;
}

/** P(|Z| > z) of a standard normal. */
const normalTails = [
  { deviations: 3, probability: 0.002699796063260207 },
  { deviations: 5, probability: 5.733031437583869e-7 },
] as const;

const largestCorrelation = (values: Float64Array, factors: readonly Float64Array[]): number =>
  factors.map((factor) => correlation(values, factor)).reduce((largest, one) => (Math.abs(one) > Math.abs(largest) ? one : largest));

/** Rice's 2·∛n bins over ± 3 σ, at the same width over ± 5 σ; at most 60. */
const binCount = (rows: number): number => Math.min(60, Math.ceil((5 / 3) * 2 * Math.cbrt(rows)));

/**
 * An asset's return after removing its factors, with and without α (chapter 6.4.5).
 *
 * @example
 * ```ts
 * const report = residualReport(exampleFit()); // r = 0.5 + 2·f + e
 * Math.abs(report.withAlpha.mean - 0.5) < 1e-15; // → true
 * Math.abs(report.withoutAlpha.correlation) < 1e-15; // → true
 * ```
 */
export function residualReport(fit: FactorFit): ResidualReport {
  const { residuals, days } = fit.rows;
  const column = (values: Float64Array): ResidualColumn => ({
    values,
    mean: mean(values),
    deviation: standardDeviation(values),
    correlation: largestCorrelation(values, fit.rows.factors),
  });
  const withoutAlpha = column(residuals);
  const scale = withoutAlpha.deviation;
  const magnitudes = residuals.map((residual) => (scale === 0 ? 0 : Math.abs(residual) / scale));
  const order = Array.from(magnitudes.keys()).sort((a, b) => magnitudes[b]! - magnitudes[a]!);
  return {
    withAlpha: column(residuals.map((residual) => residual + fit.alpha.value)),
    withoutAlpha,
    autocorrelation: correlation(residuals.subarray(1), residuals.subarray(0, -1)),
    tailCounts: normalTails.map(({ deviations, probability }) => ({
      deviations,
      rows: magnitudes.filter((size) => size > deviations).length,
      expected: probability * magnitudes.length,
    })),
    largest: order.slice(0, 5).map((row) => ({
      date: isoDay(days[row]!),
      residual: residuals[row]!,
      deviations: scale === 0 ? 0 : residuals[row]! / scale,
    })),
    distribution: histogram(residuals, { bins: binCount(residuals.length) }),
  };
}
