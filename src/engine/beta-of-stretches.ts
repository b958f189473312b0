/**
 * β of other rows than a sample's own, where it moves: that of a factor in a model without the market.
 *
 * Of an asset on the market, β is the model's constant, and a residual tells nothing of the factor: HAC errors hold it.
 * Of one stock on another, r = β·m + ε and s = γ·m + η, the slope of r on s given the day's variances is
 * β·γ·Var(m)/(γ²·Var(m) + Var(η)): it moves with the market's share of the variance, and as that goes together for
 * months, errors that count a few lags are those of the slope of these rows, ΣCov/ΣVar. On made-up returns with clustered
 * volatility 95 to 98% of their intervals held that one, and 73 to 84% the long-run slope, however many rows there were.
 *
 * The error of the long-run slope comes from four stretches of the rows (sectioning.ts), t with 3 degrees of freedom: from
 * eight years on 94 to 95% of its intervals held it; eight cosines 93 to 94%, Bartlett's weights over a twentieth of the
 * rows 89 to 93%. Of fewer rows no interval is known that holds it and says anything: at 252 days three stretches held it
 * in 93%, with ends 0.33 from a slope of 0.44. Units: as β. Checked against numpy; calibrated by simulation.
 */
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import { isConstant } from "./refuse-degenerate.ts";
import { sectionBounds, sectionedEstimate, sectioningRowsNeeded } from "./sectioning.ts";

export interface BetaOfStretches {
  /** β of all rows, with the error of stretches. */
  readonly estimate: Estimate;
  /** β of each stretch, the earliest first. */
  readonly each: readonly number[];
}

/** Of a factor a stretch tells nothing apart from the others. */
const leastSine = 1e-6;

/**
 * The β of the factor in one place of these columns, a column of rows each, of all rows and of each stretch. Null with
 * too few rows (`sectioningRowsNeeded`), of an exact fit, and where a stretch determines none.
 */
export function betaOfStretches({ sample, exact, rows: { asset }, inference }: FactorFit, { term, value }: Pick<Estimate, "term" | "value">, columns: readonly Float64Array[], place: number): BetaOfStretches | null {
  if (exact || sectioningRowsNeeded(sample) !== null) return null;
  const each = sectionBounds(asset.length).map(([start, end]) => slopeOf(asset.subarray(start, end), columns.map((column) => column.subarray(start, end)), place));
  return each.every(Number.isFinite) ? { estimate: sectionedEstimate(term, value, each, inference.level), each } : null;
}

function slopeOf(asset: Float64Array, columns: readonly Float64Array[], place: number): number {
  if (columns.some(isConstant)) return NaN;
  const { coefficients, sines } = leastSquares(asset, columns);
  return sines.every((sine) => sine > leastSine) ? coefficients[place + 1]! : NaN;
}
