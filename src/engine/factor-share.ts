/**
 * The uncertainty of the factors' share of the variance, R², and of the gap between two assets'.
 *
 * A share is a ratio of variances, so its error comes from four stretches of the rows (sectioning.ts): errors that count
 * a few lags held it in seven of ten made-up samples. g is ln(R²/(1 − R²)) for one share, whose interval then stays between 0 and 1, and the difference of R² for two; a
 * stretch's own R² is held 1/n away from 0, n its rows, as chance alone gives as much, and 1e-12 from 1, where the log odds are infinite. The null of `half` is that the share is one half.
 * Log odds of a share near 0 lie far apart by chance alone. Where a stretch of one factor has no more than that, g is Fisher's z of the
 * correlation with its sign, which is symmetric about 0, and the interval that of its square: from 0 on where z's holds 0.
 * Decimal. Checked against numpy; how often it errs is in docs/accuracy.md.
 */
import { attempt, failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Estimate, FactorFit, Inference, Sample } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import type { EngineProblem } from "./problem.ts";
import { isConstant } from "./refuse-degenerate.ts";
import { sectionBounds, sectionedEstimate, sectionedInference, usualSections } from "./sectioning.ts";

export interface FactorShare {
  readonly asset: string;
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
  /** What the interval is made of: the log odds, or Fisher's z of the correlation where a stretch has no more than chance gives. */
  readonly scale: "log odds" | "correlation";
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
  return attempt(function* () {
    const found = yield* stretchesOf(fit);
    const stretches = found.map(({ share }) => share);
    const rows = Math.floor(fit.rows.days.length / usualSections);
    const odds = stretches.map((share) => logOdds(Math.min(largest, Math.max(1 / rows, share))));
    const half = sectionedEstimate("factor share", logOdds(fit.rSquared), odds, fit.inference.level);
    const isByChance = fit.factors.length === 1 && stretches.some((share) => share <= 1 / rows);
    const interval = isByChance ? squaredInterval(fit, found.map(({ slope, share }) => Math.sign(slope) * Math.sqrt(share))) : ([shareOf(half.interval[0]), shareOf(half.interval[1])] as const);
    return { asset: fit.asset, value: fit.rSquared, interval, scale: isByChance ? "correlation" : "log odds", half, stretches, sample: fit.sample, inference: sectionedInference(fit) };
  });
}

/** R² of the first less that of the second, both on the same rows; an exact fit has 1 in every stretch. Errors: those of `factorShareEstimate`. */
export function factorShareGap(first: FactorFit, second: FactorFit): Outcome<FactorShareGap, EngineProblem> {
  return attempt(function* () {
    const [own, other] = [yield* sharesOrAll(first), yield* sharesOrAll(second)];
    const gap = sectionedEstimate("factor share gap", first.rSquared - second.rSquared, own.map((share, section) => share - other[section]!), first.inference.level);
    return { ...gap, sample: first.sample, inference: sectionedInference(first) };
  });
}

const largest = 1 - 1e-12;

const sharesOrAll = (fit: FactorFit): ReturnType<typeof sharesOf> => (fit.exact ? success(sectionBounds(fit.rows.days.length).map(() => 1)) : sharesOf(fit));

/** Of the square of a correlation, from Fisher's z of it in each stretch. */
function squaredInterval({ rSquared, betas: [{ value }], inference: { level } }: FactorFit, correlations: readonly number[]): readonly [low: number, high: number] {
  const z = (correlation: number): number => Math.atanh(Math.max(-largest, Math.min(largest, correlation)));
  const [low, high] = sectionedEstimate("correlation", z(Math.sign(value) * Math.sqrt(rSquared)), correlations.map(z), level).interval;
  const ends = [Math.tanh(low) ** 2, Math.tanh(high) ** 2] as const;
  return [low <= 0 && high >= 0 ? 0 : Math.min(...ends), Math.max(...ends)];
}

function sharesOf(fit: FactorFit): Outcome<readonly number[], EngineProblem> {
  const found = stretchesOf(fit);
  return found.ok ? success(found.value.map(({ share }) => share)) : found;
}

interface Stretch {
  readonly share: number;
  /** Of the first factor. */
  readonly slope: number;
}

function stretchesOf(fit: FactorFit): Outcome<readonly Stretch[], EngineProblem> {
  if (fit.exact) return failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
  const rows = fit.rows.days.length;
  const needed = usualSections * (8 + fit.factors.length);
  if (rows < needed) return failure({ kind: "too-few-rows", rows, needed, series: [fit.asset, ...fit.factors] });
  const found: Stretch[] = [];
  for (const [start, end] of sectionBounds(rows)) {
    const [asset, ...factors] = [fit.rows.asset, ...fit.rows.factors].map((column) => column.subarray(start, end));
    const constant = [asset!, ...factors].findIndex(isConstant);
    if (constant >= 0) return failure({ kind: "constant-series", series: [fit.asset, ...fit.factors][constant]!, value: [asset!, ...factors][constant]![0]! });
    const { rSquared, coefficients } = leastSquares(asset!, factors);
    found.push({ share: rSquared, slope: coefficients[1] ?? 0 });
  }
  return success(found);
}

const logOdds = (share: number): number => Math.log(share / (1 - share));
const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
