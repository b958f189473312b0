/**
 * The errors that verdicts rest on, for samples of every size: the coefficients of a fit with robust errors that are
 * right at the 5% level where rows are few, too.
 *
 * Newey–West with Bartlett weights (newey-west.ts) of u/(1 − h), h the row's leverage: HC3 at 0 lags (MacKinnon and
 * White 1985, as simplified by Davidson and MacKinnon 1993). t has n − k − 1 degrees of freedom, and where L lags are counted the error
 * is widened by Kiefer and Vogelsang's critical value (2005, table 1, Bartlett, 97.5%) over the normal's,
 *   (1.96 + 2.9694·b + 0.4160·b² − 0.5324·b³)/1.96, b = (L + 1)/n,
 * as the error is estimated from few independent sums where b is not small. p and intervals of other levels than 95%
 * use the same factor. Lags: those of the fit's own HAC errors; otherwise the usual ones, and 0 (errors robust to heteroskedasticity
 * alone) where HC1 was asked for, and below `fewestRobustRows`. They are counted within each run of rows that follow each other. With many rows all this is
 * statsmodels' HAC to some digits; with 60 it rejects what is true in 4 to 5% of made-up samples, HAC with the normal
 * in 8 to 9% (docs/accuracy.md). Checked against statsmodels and R's sandwich (vcovHC, type HC3).
 */
import { atLeastOne } from "./at-least-one.ts";
import { regressionTest } from "./coefficient-covariance.ts";
import { runStarts } from "./date-gaps.ts";
import { estimate, scaledEstimate } from "./estimate.ts";
import type { FactorFit } from "./factor-fit.ts";
import { leastSquares, type Basis, type LeastSquares } from "./least-squares.ts";
import { defaultLags, neweyWest } from "./newey-west.ts";
import { robustFit, rowsNeeded } from "./robust-fit.ts";
import { periodsPerYear } from "./series.ts";
import { criticalValue } from "./tail-probability.ts";

/** A row that determines a coefficient alone has no residual to judge it by. */
const largestLeverage = 1 - 1e-6;

/**
 * The fit with `alpha`, `betas`, `fTest` and `inference` replaced. The fit itself where it is exact, or where one row
 * determines a coefficient alone.
 */
export function decidingFit(fit: FactorFit): FactorFit {
  const decided = decidingCovariance(fit);
  if (!decided) return fit;
  const { regression, matrix, lags, hasGaps } = decided;
  const reference = { distribution: "t", degreesOfFreedom: regression.degreesOfFreedom } as const;
  const { level } = fit.inference;
  const critical = criticalValue(level, reference);
  const [alpha, ...betas] = [fit.alpha, ...fit.betas].map(({ term, value }, i) => estimate(term, value, Math.sqrt(Math.max(0, matrix[i]![i]!)), reference, critical));
  return {
    ...fit,
    alpha: alpha!,
    alphaAnnual: scaledEstimate(alpha!, periodsPerYear[fit.sample.frequency]),
    betas: atLeastOne(betas),
    fTest: regressionTest(regression, matrix),
    inference: { covariance: "hac", lags, ...(hasGaps ? { hasGaps } : {}), smallSample: "few-rows", ...reference, level },
  };
}

/** The covariance of α and the betas by these errors; null where `decidingFit` is the fit itself. */
export function decidingCovariance(fit: FactorFit): { readonly regression: LeastSquares; readonly matrix: readonly (readonly number[])[]; readonly lags: number; readonly hasGaps: boolean } | null {
  if (fit.exact) return null;
  const regression = leastSquares(fit.rows.asset, fit.rows.factors);
  const leverage = leverages(regression.basis, fit.rows.days.length);
  if (leverage.some((share) => share > largestLeverage)) return null;
  const lags = decidingLags(fit);
  const starts = lags === 0 ? [] : runStarts(fit.rows.days, fit.sample.frequency);
  const widening = fewRowsWidening(lags, fit.rows.days.length);
  const residuals = regression.residuals.map((residual, row) => residual / (1 - leverage[row]!));
  const matrix = neweyWest(residuals, regression.basis, lags, starts).map((row) => row.map((entry) => entry * widening ** 2));
  return { regression, matrix, lags, hasGaps: starts.length > 0 };
}

/** The errors beside a fit's own: robust ones as statsmodels and R print them, and those that verdicts rest on. */
export const errorsBeside = (fit: FactorFit): { readonly robust: FactorFit | null; readonly deciding: FactorFit } => ({ robust: robustFit(fit), deciding: decidingFit(fit) });

/** Kiefer and Vogelsang's critical value over the normal's; 1 where no lags are counted. */
export function fewRowsWidening(lags: number, rows: number): number {
  if (lags === 0) return 1;
  const b = (lags + 1) / rows;
  return (1.96 + 2.9694 * b + 0.416 * b ** 2 - 0.5324 * b ** 3) / 1.96;
}

function decidingLags({ inference, rows, sample }: FactorFit): number {
  if (inference.covariance === "hac") return inference.lags;
  if (inference.covariance === "hc1" || rowsNeeded(sample) !== null) return 0;
  return defaultLags(rows.days.length);
}

/** Each row's weight in its own fitted value: the sum of its squares in orthogonal columns of unit length. */
function leverages({ columns, hasConstant, toOrthogonal, pivots }: Basis, rows: number): Float64Array {
  const all = hasConstant ? [new Float64Array(rows).fill(1), ...columns] : columns;
  const leverage = new Float64Array(rows);
  pivots.forEach((pivot, j) => {
    for (let row = 0; row < rows; row++) {
      let coordinate = 0;
      for (let i = 0; i <= j; i++) coordinate += all[i]![row]! * toOrthogonal[i]![j]!;
      leverage[row]! += (coordinate * coordinate) / pivot;
    }
  });
  return leverage;
}
