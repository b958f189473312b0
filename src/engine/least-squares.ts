/**
 * Ordinary least squares to nearly full double precision: coefficients, standard errors and R² agree with exact
 * rational arithmetic to at least 15 digits (NIST StRD: Norris, Longley, Wampler, NoInt1).
 *
 * The factorisation X = V·U comes from the Gram matrix, summed exactly in slices, where the data are
 * well-conditioned as returns are, and otherwise from the rows in double-double; it is rounded to doubles
 * only at the end. Residual variance is Σu²/(n − k).
 */
import { SingularValueDecomposition } from "ml-matrix";
import { divide, fromNumber, multiply, toNumber, squareRoot, subtract } from "./double-double.ts";
import type { DoubleDouble } from "./double-double.ts";
import { ldlFromGram } from "./ldl-from-gram.ts";
import { modifiedGramSchmidt } from "./modified-gram-schmidt.ts";
import { residualsOf } from "./residuals.ts";
import type { Residuals, ResidualSums } from "./residuals.ts";
import { roundingTolerance } from "./rounding-tolerance.ts";
import { solveCoefficients, inverseDiagonal, invertUnitUpper, rFactor } from "./ldl-factor.ts";
import type { LdlFactor } from "./ldl-factor.ts";

export interface LeastSquares {
  /** The constant's first, where there is one. */
  readonly coefficients: readonly number[];
  /** Classical: √(s²·(X'X)⁻¹). */
  readonly standardErrors: readonly number[];
  readonly residuals: Float64Array;
  /** Residuals and their sums against the basis' columns. */
  readonly residualSums: ResidualSums;
  readonly rSquared: number;
  readonly sumOfSquaredResiduals: number;
  /** Sum of squares of the response about its mean (about 0 without a constant). */
  readonly totalSumOfSquares: number;
  /** The same of each regressor. */
  readonly regressorSumsOfSquares: readonly number[];
  /** Of each regressor, then the response; empty without a constant. */
  readonly means: readonly number[];
  readonly degreesOfFreedom: number;
  /** The response is a combination of the regressors up to rounding: residuals are 0. */
  readonly exact: boolean;
  /** 2-norm condition number of the regressors, constant included, unscaled. */
  readonly conditionNumber: number;
  /** The same of the centred columns scaled to unit length: the factor by which the data's own rounding is magnified. */
  readonly scaledConditionNumber: number;
  /** For each regressor, the sine of its angle to those before it: 0 where it is their combination. */
  readonly sines: readonly number[];
  /** Where a regressor's sine is 0: the earlier regressors of which it is mostly made. */
  readonly dependsOn: (regressor: number) => readonly number[];
  /** Columns spanning the regressors (without the constant), and the matrix that makes them orthogonal. */
  readonly basis: Basis;
}

/** Sums over rows against `columns`, times `toOrthogonal`, are sums against the orthogonal columns. */
export interface Basis {
  readonly columns: readonly Float64Array[];
  readonly hasConstant: boolean;
  readonly toOrthogonal: readonly (readonly number[])[];
  /** Sum of squares of each orthogonal column. */
  readonly pivots: readonly number[];
  /** From orthogonal coordinates to coefficients: U⁻¹. */
  readonly toCoefficients: readonly (readonly number[])[];
}

/**
 * Regresses the response on the regressors. Shapes: n rows each, n > number of regressors; finite values.
 *
 * Does not validate: check `sines` and `scaledConditionNumber`.
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
  const fromGram = hasConstant ? ldlFromGram(regressors, response) : null;
  const fromRows = fromGram ? null : modifiedGramSchmidt(withConstant([...regressors, response], hasConstant), hasConstant);
  const ldl = fromGram ?? fromRows!.triangle;
  const count = ldl.unitUpper.length - 1;
  const degreesOfFreedom = response.length - count;

  const wideCoefficients = solveCoefficients(ldl);
  const inverse = invertUnitUpper(ldl);
  const residualSquares = ldl.pivots[count]!;
  const total = ldl.centredSumsOfSquares[count]!;
  const exact = fromRows !== null && isExact(wideCoefficients, residualSquares, regressors, response, hasConstant);
  const variance = divide(residualSquares, fromNumber(degreesOfFreedom));
  const rMatrix = rFactor(ldl);
  const offset = hasConstant ? 1 : 0;
  const inverseNumbers = inverse.map((row) => row.map(toNumber));
  const coefficients = wideCoefficients.map((value, i) => (exact ? snapToZero(value, regressors[i - offset], response) : toNumber(value)));
  const columns = fromRows ? fromRows.orthogonal.slice(offset, count) : regressors;
  const residuals = fromRows
    ? residualSumsOf(exact ? new Float64Array(response.length) : fromRows.orthogonal[count]!, columns)
    : residualsOf(response, regressors, coefficients[0]!, coefficients.slice(offset));

  return {
    coefficients,
    standardErrors: inverseDiagonal(inverse, ldl).map((entry) =>
      exact ? 0 : toNumber(squareRoot(multiply(variance, entry))),
    ),
    get residuals() {
      return residuals.values;
    },
    residualSums: residuals,
    rSquared: exact ? 1 : toNumber(subtract(fromNumber(1), divide(residualSquares, total))),
    sumOfSquaredResiduals: exact ? 0 : toNumber(residualSquares),
    totalSumOfSquares: toNumber(total),
    regressorSumsOfSquares: ldl.centredSumsOfSquares.slice(offset, count).map(toNumber),
    means: hasConstant ? ldl.unitUpper[0]!.slice(1).map(toNumber) : [],
    degreesOfFreedom,
    exact,
    conditionNumber: conditionNumber(rMatrix),
    scaledConditionNumber: conditionNumber(scaleToUnitLength(rMatrix, ldl, offset)),
    sines: ldl.centredSumsOfSquares
      .slice(offset, count)
      .map((totalSquares, i) => Math.sqrt(toNumber(ldl.pivots[i + offset]!) / toNumber(totalSquares))),
    dependsOn: (regressor) => dependentColumns(ldl, regressor + offset, offset),
    basis: {
      columns,
      hasConstant,
      toOrthogonal: fromRows ? identity(count) : inverseNumbers,
      pivots: ldl.pivots.slice(0, count).map(toNumber),
      toCoefficients: inverseNumbers,
    },
  };
}

function withConstant(columns: readonly Float64Array[], hasConstant: boolean): readonly Float64Array[] {
  return hasConstant ? [new Float64Array(columns[0]!.length).fill(1), ...columns] : columns;
}

function isExact(
  coefficients: readonly DoubleDouble[],
  residualSquares: DoubleDouble,
  regressors: readonly Float64Array[],
  response: Float64Array,
  hasConstant: boolean,
): boolean {
  const rootMeanSquare = Math.sqrt(Math.max(0, toNumber(residualSquares)) / response.length);
  if (rootMeanSquare > 1e-8 * maximumMagnitude(response)) return false;
  const offset = hasConstant ? 1 : 0;
  const scale = regressors.reduce(
    (sum, column, i) => sum + Math.abs(toNumber(coefficients[i + offset]!)) * maximumMagnitude(column),
    maximumMagnitude(response),
  );
  return rootMeanSquare <= roundingTolerance * scale;
}

const maximumMagnitude = (column: Float64Array): number => column.reduce((maximum, value) => Math.max(maximum, Math.abs(value)), 0);

/** In an exact fit, a coefficient whose part of the response is smaller than its rounding is set to 0; the intercept has no regressor. */
function snapToZero(value: DoubleDouble, regressor: Float64Array | undefined, response: Float64Array): number {
  return Math.abs(value.high) * (regressor ? maximumMagnitude(regressor) : 1) < roundingTolerance * maximumMagnitude(response) ? 0 : toNumber(value);
}

/** Residuals that are already computed; only their sums are needed. */
const residualSumsOf = (residuals: Float64Array, columns: readonly Float64Array[]): Residuals =>
  residualsOf(residuals, columns, 0, columns.map(() => 0));

/** Solves x_j = Σ c_i·x_i by back substitution; members are the regressors whose part exceeds rounding. */
function dependentColumns({ unitUpper, centredSumsOfSquares }: LdlFactor, j: number, offset: number): number[] {
  const solution = unitUpper.slice(0, j).map((row) => row[j]!);
  for (let i = j - 1; i >= 0; i--) {
    for (let m = i + 1; m < j; m++) solution[i] = subtract(solution[i]!, multiply(unitUpper[i]![m]!, solution[m]!));
  }
  const length = (i: number): number => Math.sqrt(toNumber(centredSumsOfSquares[i]!));
  return solution
    .map((share, i) => ({ i: i - offset, weight: (Math.abs(toNumber(share)) * length(i)) / length(j) }))
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

/** Condition number of the triangle [a b; 0 d]: its singular values have a closed form and the product |a·d|. */
function conditionOfTwo(a: number, b: number, d: number): number {
  const largestValue = (Math.hypot(a + d, b) + Math.hypot(a - d, b)) / 2;
  return d === 0 ? Infinity : (largestValue / Math.abs(a)) * (largestValue / Math.abs(d));
}

function scaleToUnitLength(rMatrix: readonly (readonly number[])[], { centredSumsOfSquares }: LdlFactor, offset: number): number[][] {
  const lengths = centredSumsOfSquares.map((whole) => Math.sqrt(toNumber(whole)) || 1);
  return rMatrix.slice(offset).map((row) => row.slice(offset).map((entry, j) => entry / lengths[j + offset]!));
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
