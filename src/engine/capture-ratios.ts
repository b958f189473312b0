/**
 * How much of the benchmark's rises and falls an asset shared: the mean return on the rows where the benchmark rose over
 * the benchmark's own mean there, and the same where it fell (PerformanceAnalytics' UpDownRatios, method "Capture":
 * arithmetic; Morningstar's compounds instead). Of excess returns; 1 is as much as the benchmark.
 *
 * c = Σ U·r/Σ U·f, U = 1 where f > 0 (or where f < 0), is the β without an intercept for which r − c·f averages 0 on those
 * rows (instrument U, Wald 1940). Each row adds U·(r − c·f)/mean(U·f) to its error: Bartlett's long-run variance over n
 * (influence-estimate.ts), times n_U/(n_U − 1), widened for few rows as in deciding-fit.ts, and t with n_U − 1 degrees
 * of freedom. α moves both ratios: above 1 is not yet more risk. Checked against R.
 */
import { fewRowsWidening } from "./deciding-fit.ts";
import { estimate } from "./estimate.ts";
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { checkLags } from "./influence-estimate.ts";
import { longRunVariance } from "./long-run-variance.ts";
import { mean } from "./moments.ts";
import { robustLags } from "./robust-fit.ts";
import { criticalValue } from "./tail-probability.ts";

export interface CaptureRatios {
  readonly benchmark: string;
  /** Bartlett lags of the errors. */
  readonly lags: number;
  /** As of a fit's inference. */
  readonly hasGaps?: true;
  readonly up: Capture;
  readonly down: Capture;
}

interface Capture extends Estimate {
  /** Of the rows where the benchmark rose, or fell. */
  readonly observations: number;
}

const fewestRows = 3;

/** Against the fit's first factor; null with fewer than 3 rising or falling rows. */
export function captureRatios(fit: FactorFit): CaptureRatios | null {
  const checked = checkLags({ days: fit.rows.days, sample: fit.sample }, robustLags(fit));
  const { lags, starts } = checked.ok ? checked.value : { lags: 0, starts: [] };
  const up = capture(fit, { lags, starts }, { term: "up capture", isOn: (value) => value > 0 });
  const down = capture(fit, { lags, starts }, { term: "down capture", isOn: (value) => value < 0 });
  return up && down ? { benchmark: fit.factors[0], lags, ...(starts.length > 0 ? { hasGaps: true } : {}), up, down } : null;
}

function capture({ rows, inference }: FactorFit, { lags, starts }: { readonly lags: number; readonly starts: readonly number[] }, { term, isOn }: { readonly term: string; readonly isOn: (value: number) => boolean }): Capture | null {
  const factor = rows.factors[0];
  const onSide = (column: Float64Array): Float64Array => column.map((value, row) => (isOn(factor[row]!) ? value : 0));
  const observations = factor.reduce((count, value) => count + (isOn(value) ? 1 : 0), 0);
  if (observations < fewestRows) return null;
  const benchmark = mean(onSide(factor));
  const ratio = mean(onSide(rows.asset)) / benchmark;
  const influence = onSide(rows.asset.map((value, row) => (value - ratio * factor[row]!) / benchmark));
  const variance = (longRunVariance(influence, lags, starts) / influence.length) * (observations / (observations - 1));
  const reference = { distribution: "t", degreesOfFreedom: observations - 1 } as const;
  const error = fewRowsWidening(lags, influence.length) * Math.sqrt(variance);
  return { ...estimate(term, ratio, error, reference, criticalValue(inference.level, reference)), observations };
}
