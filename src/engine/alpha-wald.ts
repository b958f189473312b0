/**
 * Are all assets' alphas 0 at once, by the robust errors that were asked for? W = α'V⁻¹α ~ χ²(N), V the covariance of
 * the alphas of all assets together: heteroskedasticity-robust (HC1, times T/(T − K − 1)) or Newey and West's with
 * Bartlett weights (1987). N assets, T rows, K factors. Source: Cochrane (2005), section 12.1 (the GMM form of GRS).
 *
 * With u an asset's residuals and e what the factors leave of a column of ones, each row adds e·u/Σe² to an alpha's
 * error; V is the sum of products of the assets' rows, those of nearby rows with falling weights. It needs many rows for
 * each asset: of 12 assets on 60 rows it rejects a third of the time where every alpha is 0, so it stands beside
 * robust-joint-alpha.ts and decides nothing. Checked against R's sandwich (NeweyWest and vcovHC of a model with several assets).
 */
import { runsApart, runStarts } from "./date-gaps.ts";
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { FactorFit, TestResult } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import { compensatedSum } from "./moments.ts";
import { movingSums } from "./moving-sums.ts";
import { upperTailChiSquared } from "./tail-probability.ts";

/**
 * Of fits on the same rows and factors; the errors are the first fit's. null where those are classical, of exact fits,
 * and where the alphas are no separate facts.
 */
export function alphaWald(fits: readonly FactorFit[]): TestResult | null {
  const [first] = fits;
  if (!first || first.inference.covariance === "classical" || fits.some(({ exact }) => exact)) return null;
  const { rows, inference } = first;
  const observations = rows.days.length;
  const left = leastSquares(new Float64Array(observations).fill(1), rows.factors, false).residuals;
  const square = sumOfProducts(left, left);
  const length = inference.lags + 1;
  const starts = runStarts(rows.days, first.sample.frequency);
  const scale = inference.smallSample === "n/(n-k)" ? observations / (observations - rows.factors.length - 1) : 1;
  const sums = fits.map((fit) => movingSums(runsApart(fit.rows.residuals.map((residual, row) => (residual * left[row]!) / square), starts, inference.lags), length));
  const variances = sums.map((column) => (sumOfProducts(column, column) * scale) / length);
  if (variances.some((variance) => !(variance > 0))) return null;
  const correlations = sums.map((one, i) => sums.map((other, j) => (i === j ? 1 : (sumOfProducts(one, other) * scale) / length / Math.sqrt(variances[i]! * variances[j]!))));
  const cholesky = new CholeskyDecomposition(new Matrix(correlations));
  if (!cholesky.isPositiveDefinite() || Math.min(...cholesky.lowerTriangularMatrix.diagonal()) < 1e-6) return null;
  const alphas = Matrix.columnVector(fits.map(({ alpha }, i) => alpha.value / Math.sqrt(variances[i]!)));
  const statistic = alphas.transpose().mmul(cholesky.solve(alphas)).get(0, 0);
  return { name: "wald", null: "every alpha is 0", statistic, distribution: "chi-squared", degreesOfFreedom: [fits.length], pValue: upperTailChiSquared(statistic, fits.length) };
}

const sumOfProducts = (one: Float64Array, other: Float64Array): number => compensatedSum(one.map((value, row) => value * other[row]!));
