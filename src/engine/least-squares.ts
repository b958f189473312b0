/**
 * Ordinary least squares to the last bit: coefficients, standard errors and R² agree with exact
 * rational arithmetic to at least 15 digits (NIST StRD: Norris, Longley, Wampler, NoInt1).
 *
 * The regression's triangle X = V·U comes from the Gram matrix in exact slices where the data are as
 * benign as returns are, and from the rows themselves in double-double where they are not; it is
 * rounded to doubles only at the end. Residual variance is Σu²/(n − k).
 */
import { SingularValueDecomposition } from "ml-matrix";
import { divide, exactly, multiply, rounded, squareRoot, subtract } from "./double-double.ts";
import type { DoubleDouble } from "./double-double.ts";
import { gramTriangle } from "./gram-triangle.ts";
import { orthogonalize } from "./orthogonalize.ts";
import { residualsOf } from "./residuals.ts";
import type { Residuals, ResidualSums } from "./residuals.ts";
import { roundingOfData } from "./rounding.ts";
import { coefficientsOf, inverseDiagonal, inverseUpper, rightFactor } from "./triangle.ts";
import type { Triangle } from "./triangle.ts";

export interface LeastSquares {
  /** The constant's first, where there is one. */
  readonly coefficients: readonly number[];
  /** Classical: √(s²·(X'X)⁻¹). */
  readonly standardErrors: readonly number[];
  readonly residuals: Float64Array;
  /** With the basis' columns for regressors. */
  readonly residualSums: ResidualSums;
  readonly rSquared: number;
  readonly squaredResiduals: number;
  /** Sum of squares of the response about its mean (about 0 without a constant). */
  readonly totalSquares: number;
  /** The same of each regressor. */
  readonly regressorSquares: readonly number[];
  /** Of each regressor, then the response; empty without a constant. */
  readonly means: readonly number[];
  readonly degreesOfFreedom: number;
  /** The response is a combination of the regressors but for the rounding of the data: residuals are 0. */
  readonly exact: boolean;
  /** 2-norm condition number of the regressors, constant included, as they stand. */
  readonly conditionNumber: number;
  /** The same of the columns without their means and at unit length: what the data's own rounding is multiplied by. */
  readonly scaledConditionNumber: number;
  /** For each regressor, the sine of its angle to those before it: 0 where it is their combination. */
  readonly sines: readonly number[];
  /** The regressors before the given one that it is mostly made of, where its sine is 0. */
  readonly combinations: (regressor: number) => readonly number[];
  /** Columns spanning the regressors (the constant's left out), and what makes them orthogonal. */
  readonly basis: Basis;
}

/** Sums over rows against `columns`, times `toOrthogonal`, are sums against the orthogonal columns. */
export interface Basis {
  readonly columns: readonly Float64Array[];
  readonly hasConstant: boolean;
  readonly toOrthogonal: readonly (readonly number[])[];
  /** Sum of squares of each orthogonal column. */
  readonly squares: readonly number[];
  /** From orthogonal coordinates to coefficients: U⁻¹. */
  readonly toCoefficients: readonly (readonly number[])[];
}

/**
 * Regresses the response on the regressors. Shapes: n rows each, n > number of regressors; finite values.
 *
 * Refuses nothing: the caller reads `sines` and `scaledConditionNumber`.
 *
 * @example
 * ```ts
 * const line = leastSquares(Float64Array.of(1, 3, 5, 7), [Float64Array.of(0, 1, 2, 3)]);
 * line.coefficients; // → [1, 2]
 * line.exact; // → true
 * ```
 */
export function leastSquares(
  response: Float64Array,
  regressors: readonly Float64Array[],
  hasConstant = true,
): LeastSquares {
  const fast = hasConstant ? gramTriangle(regressors, response) : null;
  const slow = fast ? null : orthogonalize(withConstant([...regressors, response], hasConstant), hasConstant);
  const triangle = fast ?? slow!.triangle;
  const count = triangle.upper.length - 1;
  const degreesOfFreedom = response.length - count;

  const wide = coefficientsOf(triangle);
  const inverse = inverseUpper(triangle);
  const squared = triangle.squares[count]!;
  const total = triangle.totals[count]!;
  const exact = slow !== null && isExact(wide, squared, regressors, response, hasConstant);
  const variance = divide(squared, exactly(degreesOfFreedom));
  const right = rightFactor(triangle);
  const offset = hasConstant ? 1 : 0;
  const wideInverse = inverse.map((row) => row.map(rounded));
  const coefficients = wide.map((value, i) => (exact && i < offset ? snapped(value, response) : rounded(value)));
  const columns = slow ? slow.orthogonal.slice(offset, count) : regressors;
  const residuals = slow
    ? knownResiduals(exact ? new Float64Array(response.length) : slow.orthogonal[count]!, columns)
    : residualsOf(response, regressors, coefficients[0]!, coefficients.slice(offset));

  return {
    coefficients,
    standardErrors: inverseDiagonal(inverse, triangle).map((entry) =>
      exact ? 0 : rounded(squareRoot(multiply(variance, entry))),
    ),
    get residuals() {
      return residuals.values;
    },
    residualSums: residuals,
    rSquared: exact ? 1 : rounded(subtract(exactly(1), divide(squared, total))),
    squaredResiduals: exact ? 0 : rounded(squared),
    totalSquares: rounded(total),
    regressorSquares: triangle.totals.slice(offset, count).map(rounded),
    means: hasConstant ? triangle.upper[0]!.slice(1).map(rounded) : [],
    degreesOfFreedom,
    exact,
    conditionNumber: conditionNumber(right),
    scaledConditionNumber: conditionNumber(scaled(right, triangle, offset)),
    sines: triangle.totals
      .slice(offset, count)
      .map((whole, i) => Math.sqrt(rounded(triangle.squares[i + offset]!) / rounded(whole))),
    combinations: (regressor) => combinationOf(triangle, regressor + offset, offset),
    basis: {
      columns,
      hasConstant,
      toOrthogonal: slow ? identity(count) : wideInverse,
      squares: triangle.squares.slice(0, count).map(rounded),
      toCoefficients: wideInverse,
    },
  };
}

function withConstant(columns: readonly Float64Array[], hasConstant: boolean): readonly Float64Array[] {
  return hasConstant ? [new Float64Array(columns[0]!.length).fill(1), ...columns] : columns;
}

function isExact(
  coefficients: readonly DoubleDouble[],
  squaredResiduals: DoubleDouble,
  regressors: readonly Float64Array[],
  response: Float64Array,
  hasConstant: boolean,
): boolean {
  const rootMeanSquare = Math.sqrt(Math.max(0, rounded(squaredResiduals)) / response.length);
  if (rootMeanSquare > 1e-8 * largest(response)) return false;
  const offset = hasConstant ? 1 : 0;
  const scale = regressors.reduce(
    (sum, column, i) => sum + Math.abs(rounded(coefficients[i + offset]!)) * largest(column),
    largest(response),
  );
  return rootMeanSquare <= roundingOfData * scale;
}

const largest = (column: Float64Array): number => column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** An intercept below the rounding of the response is 0 where nothing else is left over. */
function snapped(value: DoubleDouble, response: Float64Array): number {
  return Math.abs(value.high) < roundingOfData * largest(response) ? 0 : rounded(value);
}

/** What is left of the response already, and only needs its sums. */
const knownResiduals = (left: Float64Array, columns: readonly Float64Array[]): Residuals =>
  residualsOf(left, columns, 0, columns.map(() => 0));

/** x_j = Σ c_i·x_i solved by the triangle; members are those whose part is more than rounding. */
function combinationOf({ upper, totals }: Triangle, j: number, offset: number): number[] {
  const part = upper.slice(0, j).map((row) => row[j]!);
  for (let i = j - 1; i >= 0; i--) {
    for (let m = i + 1; m < j; m++) part[i] = subtract(part[i]!, multiply(upper[i]![m]!, part[m]!));
  }
  const length = (i: number): number => Math.sqrt(rounded(totals[i]!));
  return part
    .map((share, i) => ({ i: i - offset, weight: (Math.abs(rounded(share)) * length(i)) / length(j) }))
    .filter(({ i, weight }) => i >= 0 && weight > 1e-6)
    .map(({ i }) => i);
}

function conditionNumber(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 1) return 1;
  if (matrix.length === 2) return conditionOfTwo(matrix[0]![0]!, matrix[0]![1]!, matrix[1]![1]!);
  const values = new SingularValueDecomposition(matrix.map((row) => [...row]), {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  }).diagonal;
  const smallest = Math.min(...values);
  return smallest > 0 ? Math.max(...values) / smallest : Infinity;
}

/** Of the triangle [a b; 0 d], whose singular values have a closed form and the product |a·d|. */
function conditionOfTwo(a: number, b: number, d: number): number {
  const largestValue = (Math.hypot(a + d, b) + Math.hypot(a - d, b)) / 2;
  return d === 0 ? Infinity : (largestValue / Math.abs(a)) * (largestValue / Math.abs(d));
}

function scaled(right: readonly (readonly number[])[], { totals }: Triangle, offset: number): number[][] {
  const lengths = totals.map((whole) => Math.sqrt(rounded(whole)) || 1);
  return right.slice(offset).map((row) => row.slice(offset).map((entry, j) => entry / lengths[j + offset]!));
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
