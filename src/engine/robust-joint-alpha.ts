/**
 * Are all assets' alphas 0 at once, where returns are not normal and volatility clusters? Hotelling's form of the Wald
 * test with a robust covariance: F = (T − N − K)/(N·T)·α'C⁻¹α, compared with F(N, T − N − K), C the Bartlett long-run
 * covariance over T (Newey and West 1987) of each row's influence on the alphas, residuals over 1 − leverage, and F
 * divided by the square of Kiefer and Vogelsang's widening (deciding-fit.ts), so that 60 rows don't reject too often. The GRS test (grs-test.ts) is the same
 * question under normal residuals of one covariance. N assets, K factors, T rows. Checked against statsmodels.
 */
import { waldSquare } from "./coefficient-covariance.ts";
import type { FactorFit, TestResult } from "./factor-fit.ts";
import { fewRowsWidening, leverages } from "./deciding-fit.ts";
import { coefficientInfluence } from "./influence-estimate.ts";
import { leastSquares } from "./least-squares.ts";
import { compensatedSum } from "./moments.ts";
import { movingSums } from "./moving-sums.ts";
import { robustLags, rowsNeeded } from "./robust-fit.ts";
import { defaultLags } from "./newey-west.ts";
import { upperTailF } from "./tail-probability.ts";

export interface RobustJointTest extends TestResult {
  /** Bartlett lags; 0 across gaps in the dates. */
  readonly lags: number;
}

/** Of fits on the same rows and factors; null with few rows, of exact fits, or where the alphas are not separate facts. */
export function robustJointAlpha(fits: readonly FactorFit[]): RobustJointTest | null {
  const [first] = fits;
  if (!first || fits.some(({ exact }) => exact) || rowsNeeded(first.sample) !== null) return null;
  const rows = first.rows.days.length;
  const freedom = rows - fits.length - first.factors.length;
  if (freedom <= 0) return null;
  const lags = robustLags(first).lags ?? defaultLags(rows);
  const leverage = leverages(leastSquares(first.rows.asset, first.rows.factors).basis, rows);
  const influence = fits.map((fit) => coefficientInfluence(fit).influence[0]!.map((each, row) => each / (1 - leverage[row]!)));
  const sums = influence.map((column) => (lags === 0 ? column : movingSums(column, lags + 1)));
  const covariance = sums.map((one) => sums.map((other) => compensatedSum(one.map((sum, row) => sum * other[row]!)) / (lags + 1) / rows ** 2));
  const wald = waldSquare(fits.map(({ alpha }) => alpha.value), covariance);
  if (!Number.isFinite(wald)) return null;
  const statistic = (freedom / fits.length / rows / fewRowsWidening(lags, rows) ** 2) * wald;
  return {
    name: "robust-joint-alpha",
    null: "every alpha is 0",
    statistic,
    distribution: "F",
    degreesOfFreedom: [fits.length, freedom],
    pValue: upperTailF(statistic, fits.length, freedom),
    lags,
  };
}
