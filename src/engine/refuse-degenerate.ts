import type { EngineProblem } from "./problem.ts";
import type { AlignedRows } from "./align-series.ts";
import type { LeastSquares } from "./least-squares.ts";
import type { Series } from "./series.ts";

/** The normality tests need 8 rows. */
const minimumRows = 8;

/**
 * The largest condition number accepted, with each factor centred and scaled to unit length. It magnifies
 * the data's own rounding (1e-16): above 1e8 the data determine fewer than 8 digits of the betas, however
 * exactly they are computed.
 */
export const maximumConditionNumber = 1e8;

/** Below this sine between a factor and those before it, it is their combination up to rounding. */
const minimumSine = 1e-13;

/** factor-is-asset or wrong-return-kind: checked on the series' ids and kinds. */
export function refuseSeries(asset: Series, factors: readonly Series[]): EngineProblem | null {
  if (factors.length === 0) throw new RangeError("a factor model needs at least one factor");
  if (factors.some((factor) => factor.id === asset.id)) return { kind: "factor-is-asset", series: asset.id };
  const wrongKind = [asset, ...factors].find((series) => series.kind !== "excess");
  return wrongKind ? { kind: "wrong-return-kind", series: wrongKind.id, has: wrongKind.kind, needs: "excess" } : null;
}

/** too-few-rows or constant-series: checked on the rows before the fit. */
export function refuseDegenerateRows(rows: AlignedRows, asset: Series, factors: readonly Series[]): EngineProblem | null {
  const all = [asset, ...factors];
  const needed = Math.max(minimumRows, factors.length + 2);
  if (rows.days.length < needed) {
    return { kind: "too-few-rows", rows: rows.days.length, needed, series: all.map((series) => series.id) };
  }
  const constantIndex = [rows.asset, ...rows.others].findIndex(isConstant);
  if (constantIndex < 0) return null;
  const column = constantIndex === 0 ? rows.asset : rows.others[constantIndex - 1]!;
  return { kind: "constant-series", series: all[constantIndex]!.id, value: column[0]! };
}

/** collinear or ill-conditioned: known only from the regression's factorisation. */
export function refuseDegenerateFit(regression: LeastSquares, factors: readonly Series[]): EngineProblem | null {
  const { scaledConditionNumber: conditionNumber, sines, dependsOn: combinations } = regression;
  const dependent = sines.findIndex((sine) => !(sine > minimumSine));
  if (dependent >= 0) {
    const members = combinations(dependent);
    return { kind: "collinear", series: [...members, dependent].map((i) => factors[i]!.id), conditionNumber };
  }
  if (conditionNumber > maximumConditionNumber) {
    return { kind: "ill-conditioned", conditionNumber, digitsLeft: Math.max(0, -Math.log10(conditionNumber * 2 ** -53)) };
  }
  return null;
}

/** A column with a smaller spread has no variance in doubles. */
export const minimumSpread = 1e-60;

/** Whether a column is constant up to rounding. */
export function isConstant(column: Float64Array): boolean {
  const first = column[0] ?? 0;
  return column.every((value) => Math.abs(value - first) <= minimumSpread);
}
