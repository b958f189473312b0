import { add, divide, fromNumber, multiply, toNumber, subtract, zero } from "./double-double.ts";
import type { DoubleDouble } from "./double-double.ts";

/**
 * The LDL-transposed factorisation of a regression: X = V·U with orthogonal columns V and a unit upper
 * triangle U, X'X = U'·D·U. Both eliminations (from the rows, from the Gram matrix) give it.
 *
 * Letters as in linear algebra: columns are the constant (where there is one), the factors, the response.
 */
export interface LdlFactor {
  /** upper[i][j]: how much of orthogonal column i is in column j (j > i); the diagonal is 1. */
  readonly unitUpper: readonly (readonly DoubleDouble[])[];
  /** Sum of squares of each orthogonal column; the last is the sum of squared residuals. */
  readonly pivots: readonly DoubleDouble[];
  /** Sum of squares of each column about its mean (about 0 where there is no constant). */
  readonly centredSumsOfSquares: readonly DoubleDouble[];
}

/** U·β = the response's column, from the last coefficient up. */
export function solveCoefficients({ unitUpper }: LdlFactor): DoubleDouble[] {
  const count = unitUpper.length - 1;
  const coefficients = new Array<DoubleDouble>(count).fill(zero);
  for (let i = count - 1; i >= 0; i--) {
    let value = unitUpper[i]![count]!;
    for (let j = i + 1; j < count; j++) value = subtract(value, multiply(unitUpper[i]![j]!, coefficients[j]!));
    coefficients[i] = value;
  }
  return coefficients;
}

const one = fromNumber(1);

/** The inverse of U without the response's column. */
export function invertUnitUpper({ unitUpper }: LdlFactor): DoubleDouble[][] {
  const count = unitUpper.length - 1;
  const inverse: DoubleDouble[][] = [];
  for (let i = 0; i < count; i++) {
    const row = new Array<DoubleDouble>(count).fill(zero);
    row[i] = one;
    inverse.push(row);
  }
  for (let j = 0; j < count; j++) {
    for (let i = j - 1; i >= 0; i--) {
      let value = zero;
      for (let m = i + 1; m <= j; m++) value = subtract(value, multiply(unitUpper[i]![m]!, inverse[m]![j]!));
      inverse[i]![j] = value;
    }
  }
  return inverse;
}

/** The diagonal of (X'X)⁻¹ = U⁻¹·D⁻¹·U⁻ᵀ. */
export function inverseDiagonal(inverse: readonly (readonly DoubleDouble[])[], { pivots }: LdlFactor): DoubleDouble[] {
  return inverse.map((row) =>
    row.reduce((sum, entry, j) => add(sum, divide(multiply(entry, entry), pivots[j]!)), zero),
  );
}

/** √D·U of the regressors in doubles: the R of a QR decomposition, which has X's singular values. */
export function rFactor({ unitUpper, pivots }: LdlFactor): number[][] {
  const count = unitUpper.length - 1;
  const rows: number[][] = [];
  for (let i = 0; i < count; i++) {
    const scale = Math.sqrt(toNumber(pivots[i]!));
    const row: number[] = [];
    for (let j = 0; j < count; j++) row.push(j < i ? 0 : scale * toNumber(unitUpper[i]![j]!));
    rows.push(row);
  }
  return rows;
}
