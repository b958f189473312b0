/** Ordinary least squares with a constant, by the normal equations of centred columns: for daily returns, well conditioned. */
export interface Regression {
  readonly slopes: readonly number[];
  readonly residuals: readonly number[];
  /** Square root of SSR/(n − slopes − 1). */
  readonly residualSd: number;
  readonly rSquared: number;
}

export function regression(response: readonly number[], regressors: readonly (readonly number[])[]): Regression {
  const y = centred(response);
  const x = regressors.map(centred);
  const slopes = solved(
    x.map((left) => x.map((right) => dot(left, right))),
    x.map((column) => dot(column, y)),
  );
  const residuals = y.map((value, row) => slopes.reduce((rest, slope, column) => rest - slope * x[column]![row]!, value));
  const ssr = dot(residuals, residuals);
  return {
    slopes,
    residuals,
    residualSd: Math.sqrt(ssr / (y.length - slopes.length - 1)),
    rSquared: 1 - ssr / dot(y, y),
  };
}

/** Gauss–Jordan elimination of a positive definite system. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (const [pivot, pivotRow] of rows.entries()) {
    const scale = pivotRow[pivot]!;
    for (let column = pivot; column < pivotRow.length; column += 1) pivotRow[column]! /= scale;
    for (const [other, row] of rows.entries()) {
      const factor = row[pivot]!;
      if (other === pivot || factor === 0) continue;
      for (let column = pivot; column < row.length; column += 1) row[column]! -= factor * pivotRow[column]!;
    }
  }
  return rows.map((row) => row.at(-1)!);
}

function centred(values: readonly number[]): readonly number[] {
  const centre = values.reduce((total, value) => total + value, 0) / values.length;
  return values.map((value) => value - centre);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, value, row) => total + value * right[row]!, 0);
}
