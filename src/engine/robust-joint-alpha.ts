/**
 * Are all assets' alphas 0 at once, where returns are not normal, volatility clusters and the noise depends on the
 * factors? The GRS test's own F (grs-test.ts), its p-value by a wild bootstrap with the null imposed (Wu 1986; Davidson
 * and Flachaire 2008) in blocks of rows (Yeh 1998).
 *
 * With y = Bf + u the regressions without alpha, a resample is Bf + s·u: s is 1 or −1, drawn anew for each block of
 * consecutive rows and the same for every asset. What goes together in a row or a block stays together, and alpha is 0
 * by construction; where the residuals of a block are as likely as their negatives the test is exact, for any number of
 * assets that T − N − K > 0 allows (Canay, Romano and Shaikh 2017). A Wald test with a long-run covariance of many
 * alphas is not: of 12 assets on 60 rows it rejects a third of the time. Blocks are ∛T rows, 3 of 60 and 21 of 9,695;
 * p = (#{F* ≥ F} + 1)/(M + 1). No rule says how long blocks have to be: where p lies from 1 to 20% it is made with half and with twice
 * the length too, and there is no verdict where these lie on two sides of 5%. T rows, N assets, K factors. Checked against numpy; calibrated by simulation.
 */
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { FactorFit } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import { compensatedSum } from "./moments.ts";
import type { GrsTest } from "./grs-test.ts";
import { seededRandom } from "./seeded-random.ts";
import type { BootstrapTest } from "./sharpe-difference.ts";

/** A p-value of 5% is then known to 0.6%. */
const resamples = 4999;
const seed = 1;
/** Ten signs make 512 different samples; fewer could hardly give p < 5%. */
const fewestBlocks = 10;
/** Resamples that are the sample itself or its mirror image count as equal, whatever the rounding. */
const rounding = 1e-9;

/** Between these a p-value with blocks of another length is made. */
const nearP = [0.01, 0.2] as const;

export interface JointAlphaTest extends BootstrapTest {
  /** With half and with twice the length; empty where p is far from 5%. */
  readonly otherLengths: readonly Pick<BootstrapTest, "blockLength" | "pValue">[];
}

/**
 * Of the fits that `grsTest` tested, on the same rows and factors; null where that test is not applicable, of exact
 * fits, and with too few rows for ten blocks (20).
 */
export function robustJointAlpha(fits: readonly FactorFit[], { result }: Pick<GrsTest, "result">): JointAlphaTest | null {
  const [first] = fits;
  if (!first || "notApplicable" in result || fits.some(({ exact }) => exact)) return null;
  const rows = first.rows.days.length;
  const blockLength = Math.max(1, Math.floor(Math.cbrt(rows) + rounding));
  const own = pValueOf(fits, rows, blockLength);
  if (own === null) return null;
  const others = own >= nearP[0] && own < nearP[1] ? [Math.max(1, Math.floor(blockLength / 2)), 2 * blockLength] : [];
  const otherLengths = others.flatMap((length) => {
    const pValue = length === blockLength ? null : pValueOf(fits, rows, length);
    return pValue === null ? [] : [{ blockLength: length, pValue }];
  });
  const { name: _name, distribution: _distribution, pValue: _pValue, ...tested } = result;
  return { ...tested, name: "robust-joint-alpha", distribution: "bootstrap", degreesOfFreedom: [], pValue: own, resamples, blockLength, seed, otherLengths };
}

/** Null with too few blocks, and where the residuals are combinations of each other. */
function pValueOf(fits: readonly FactorFit[], rows: number, blockLength: number): number | null {
  const blocks = Math.ceil(rows / blockLength);
  const statistic = blocks < fewestBlocks ? null : flippedStatistic(fits, blockLength);
  if (!statistic) return null;
  const signs = new Float64Array(blocks).fill(1);
  const own = statistic(signs);
  const random = seededRandom(seed);
  let asLarge = 0;
  for (let resample = 0; resample < resamples; resample++) {
    for (let block = 0; block < blocks; block++) signs[block] = 2 * random(2) - 1;
    if (statistic(signs) >= own * (1 - rounding)) asLarge++;
  }
  return (asLarge + 1) / (resamples + 1);
}

/**
 * x = F·N/(T − N − K)·(1 + μ'Ω⁻¹μ), as much larger as F is, of the sample whose blocks have these signs; null where
 * the assets' residuals are combinations of each other.
 *
 * Σuu' is the same for any signs, so residuals w with Σww' = 1 are made once. With l what the factors leave of a column
 * of ones and q the factors' orthonormal columns, a resample's alphas are a = Σ s·l·w, its betas' changes zⱼ = Σ s·qⱼ·w,
 * and x = p/(1 − p), p = a'(1 − Σzz')⁻¹a/Σl². Only sums over blocks enter: a resample costs a step per block and asset.
 */
function flippedStatistic(fits: readonly FactorFit[], blockLength: number): ((signs: Float64Array) => number) | null {
  const { factors, asset } = fits[0]!.rows;
  const white = whitened(fits.map(({ rows }) => leastSquares(rows.asset, factors, false).residuals));
  if (!white) return null;
  const left = leastSquares(new Float64Array(asset.length).fill(1), factors, false).residuals;
  const [alphas, ...changes] = [left, ...orthonormal(factors)].map((weights) => {
    const sums = white.map((column) => blockSums(column.map((value, row) => value * weights[row]!), blockLength));
    return { sums, total: new Float64Array(sums.length) };
  });
  const square = sumOfProducts(left, left);
  return (signs) => {
    for (const { sums, total } of [alphas!, ...changes]) sums.forEach((column, i) => (total[i] = dot(column, signs)));
    // a'(1 − Σzz')⁻¹b by Sherman and Morrison (1950), one factor after the other.
    const form = (one: Float64Array, other: Float64Array, count: number): number => {
      if (count === 0) return dot(one, other);
      const change = changes[count - 1]!.total;
      return form(one, other, count - 1) + (form(one, change, count - 1) * form(change, other, count - 1)) / (1 - form(change, change, count - 1));
    };
    const share = form(alphas!.total, alphas!.total, changes.length) / square;
    return share / (1 - share);
  };
}

/** Combinations of the columns with a sum of squares of 1 and no products; null where there are none. */
function whitened(columns: readonly Float64Array[]): readonly Float64Array[] | null {
  const scaled = columns.map((column) => scaledToOne(column));
  const cholesky = new CholeskyDecomposition(new Matrix(scaled.map((one) => scaled.map((other) => sumOfProducts(one, other)))));
  const lower = cholesky.lowerTriangularMatrix;
  if (!cholesky.isPositiveDefinite() || Math.min(...lower.diagonal()) < 1e-6) return null;
  const white: Float64Array[] = [];
  scaled.forEach((column, i) => {
    white.push(column.map((value, row) => (value - white.reduce((sum, before, j) => sum + lower.get(i, j) * before[row]!, 0)) / lower.get(i, i)));
  });
  return white;
}

const orthonormal = (factors: readonly Float64Array[]): readonly Float64Array[] =>
  factors.map((column, i) => scaledToOne(i === 0 ? column : leastSquares(column, factors.slice(0, i), false).residuals));

const sumOfProducts = (one: Float64Array, other: Float64Array): number => compensatedSum(one.map((value, row) => value * other[row]!));

function scaledToOne(column: Float64Array): Float64Array {
  const length = Math.sqrt(sumOfProducts(column, column));
  return column.map((value) => value / length);
}

function blockSums(column: Float64Array, length: number): Float64Array {
  const sums = new Float64Array(Math.ceil(column.length / length));
  column.forEach((value, row) => {
    sums[Math.floor(row / length)]! += value;
  });
  return sums;
}

function dot(one: Float64Array, other: Float64Array): number {
  let total = 0;
  for (let i = 0; i < one.length; i++) total += one[i]! * other[i]!;
  return total;
}
