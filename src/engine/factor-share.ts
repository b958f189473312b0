/**
 * The uncertainty of the factors' share of the variance, R², and of the gap between two assets'.
 *
 * A share is a ratio of variances, and squares of returns go together for months: errors that count a few lags leave
 * that out and are far too small (95% intervals held the share in seven of ten made-up samples). So the rows are cut
 * into four stretches of equal length, each long enough to forget the one before, and the share of each is compared
 * with that of all rows (sectioning: Asmussen and Glynn 2007, III.5a; Ibragimov and Müller 2010 on t with few groups):
 *   s.e.² = Σ (gᵢ − g)²/(4·3), t with 3 degrees of freedom.
 * g is ln(R²/(1 − R²)) for one share, whose interval then stays between 0 and 1, and the difference of R² for two; a
 * stretch's own R² is held 1/n away from 0 and 1, n its rows. The null of `half` is that the share is one half.
 * Decimal. Checked against numpy; how often it errs is in docs/accuracy.md.
 */
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { estimate } from "./estimate.ts";
import type { Estimate, FactorFit, Inference, Sample } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import type { EngineProblem } from "./problem.ts";
import { isConstant } from "./refuse-degenerate.ts";
import type { Frequency } from "./series.ts";
import { criticalValue } from "./tail-probability.ts";

const sections = 4;
const reference = { distribution: "t", degreesOfFreedom: sections - 1 } as const;

/** Eight years, and forty of years: with fewer rows a share of the variance is no evidence for the years around them. */
const fewestShareRows: Readonly<Record<Frequency, number>> = { daily: 2016, monthly: 96, annual: 40 };

export const shareRowsNeeded = ({ observations, frequency }: Pick<Sample, "observations" | "frequency">): number | null =>
  observations < fewestShareRows[frequency] ? fewestShareRows[frequency] : null;

export interface FactorShare {
  readonly asset: string;
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
  /** ln(R²/(1 − R²)), which is 0 for a share of one half: its error, t and p. */
  readonly half: Estimate;
  /** R² of each stretch of the rows, in the order of time. */
  readonly stretches: readonly number[];
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface FactorShareGap extends Estimate {
  readonly sample: Sample;
  readonly inference: Inference;
}

/** Errors: `exact-fit`; `too-few-rows` (8 and one more per factor in each stretch), `constant-series` in one of them. */
export function factorShareEstimate(fit: FactorFit): Outcome<FactorShare, EngineProblem> {
  const stretches = sharesOf(fit);
  if (!stretches.ok) return stretches;
  const shares = stretches.value;
  const value = logOdds(fit.rSquared);
  const rows = Math.floor(fit.rows.days.length / sections);
  const half = sectioned("factor share", value, shares.map((share) => logOdds(Math.min(1 - 1 / rows, Math.max(1 / rows, share)))), fit);
  const [low, high] = half.interval;
  return success({ asset: fit.asset, value: fit.rSquared, interval: [shareOf(low), shareOf(high)], half, stretches: shares, sample: fit.sample, inference: inferenceOf(fit) });
}

/** R² of the first less that of the second, both on the same rows. Errors: those of `factorShareEstimate`. */
export function factorShareGap(first: FactorFit, second: FactorFit): Outcome<FactorShareGap, EngineProblem> {
  const [own, other] = [sharesOf(first), sharesOf(second)];
  if (!own.ok) return own;
  if (!other.ok) return other;
  const gap = sectioned("factor share gap", first.rSquared - second.rSquared, own.value.map((share, section) => share - other.value[section]!), first);
  return success({ ...gap, sample: first.sample, inference: inferenceOf(first) });
}

function sharesOf(fit: FactorFit): Outcome<readonly number[], EngineProblem> {
  if (fit.exact) return failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
  const rows = fit.rows.days.length;
  const needed = sections * (8 + fit.factors.length);
  if (rows < needed) return failure({ kind: "too-few-rows", rows, needed, series: [fit.asset, ...fit.factors] });
  const shares: number[] = [];
  for (let section = 0; section < sections; section++) {
    const [start, end] = [Math.floor((section * rows) / sections), Math.floor(((section + 1) * rows) / sections)];
    const [asset, ...factors] = [fit.rows.asset, ...fit.rows.factors].map((column) => column.subarray(start, end));
    const constant = [asset!, ...factors].findIndex(isConstant);
    if (constant >= 0) return failure({ kind: "constant-series", series: [fit.asset, ...fit.factors][constant]!, value: [asset!, ...factors][constant]![0]! });
    shares.push(leastSquares(asset!, factors).rSquared);
  }
  return success(shares);
}

function sectioned(term: string, value: number, each: readonly number[], { inference: { level } }: FactorFit): Estimate {
  const squares = each.reduce((sum, one) => sum + (one - value) ** 2, 0);
  return estimate(term, value, Math.sqrt(squares / (sections * (sections - 1))), reference, criticalValue(level, reference));
}

const inferenceOf = ({ inference: { level } }: FactorFit): Inference => ({ covariance: "classical", lags: 0, smallSample: "none", ...reference, level });

const logOdds = (share: number): number => Math.log(share / (1 - share));
const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
