/**
 * The heteroskedasticity-robust LM statistic of a break after each row of a range: the equation stands in
 * beta-stability.ts. Factors are scaled to unit deviation first, which changes no statistic and keeps the sums of
 * one size. χ²(q) for one row chosen beforehand; the largest of all is not.
 */
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { FactorFit } from "./factor-fit.ts";
import { standardDeviation } from "./moments.ts";

export interface BreakRange {
  /** Rows up to the break, smallest and largest. */
  readonly firstBreak: number;
  readonly lastBreak: number;
  readonly withAlpha: boolean;
}

/** One statistic per break from `firstBreak` to `lastBreak`; 0 where one side leaves a coefficient undetermined. */
export function robustScoreStatistics({ rows }: FactorFit, { firstBreak, lastBreak, withAlpha }: BreakRange): Float64Array {
  const { residuals } = rows;
  const columns = [new Float64Array(residuals.length).fill(1), ...rows.factors.map(scaled)];
  const wholeSquares = outerSums(columns, residuals, residuals.length);
  const inverse = new CholeskyDecomposition(new Matrix(wholeSquares.products)).solve(Matrix.eye(columns.length));
  const wholeScores = new Matrix(wholeSquares.scoreProducts);
  const sums = outerSums(columns, residuals, firstBreak);
  const tested = columns.map((_, i) => i).slice(withAlpha ? 0 : 1);
  return Float64Array.from({ length: lastBreak - firstBreak + 1 }, (_, step) => {
    if (step > 0) addRow(sums, columns, residuals, firstBreak + step - 1);
    const share = new Matrix(sums.products).mmul(inverse);
    const scores = new Matrix(sums.scoreProducts);
    const crossed = share.mmul(scores);
    const variance = Matrix.sub(scores, crossed).sub(crossed.transpose()).add(share.mmul(wholeScores).mmul(share.transpose()));
    return quadraticForm(tested.map((i) => sums.scores[i]!), variance.selection(tested, tested));
  });
}

interface RowSums {
  /** Σ xx', Σ u²xx' and Σ x·u. */
  readonly products: number[][];
  readonly scoreProducts: number[][];
  readonly scores: number[];
}

function outerSums(columns: readonly Float64Array[], residuals: Float64Array, rows: number): RowSums {
  const square = (): number[][] => columns.map(() => columns.map(() => 0));
  const sums = { products: square(), scoreProducts: square(), scores: columns.map(() => 0) };
  for (let row = 0; row < rows; row++) addRow(sums, columns, residuals, row);
  return sums;
}

function addRow({ products, scoreProducts, scores }: RowSums, columns: readonly Float64Array[], residuals: Float64Array, row: number): void {
  const u = residuals[row]!;
  for (let i = 0; i < columns.length; i++) {
    const x = columns[i]![row]!;
    scores[i]! += x * u;
    for (let j = 0; j < columns.length; j++) {
      const product = x * columns[j]![row]!;
      products[i]![j]! += product;
      scoreProducts[i]![j]! += u * u * product;
    }
  }
}

function scaled(column: Float64Array): Float64Array {
  const deviation = standardDeviation(column);
  return column.map((value) => value / deviation);
}

/** s'·V⁻¹·s with V scaled to a unit diagonal; 0 where V is singular. */
function quadraticForm(scores: readonly number[], variance: Matrix): number {
  const deviations = variance.diagonal().map((diagonal) => Math.sqrt(Math.max(0, diagonal)));
  if (deviations.some((deviation) => !(deviation > 0))) return 0;
  if (scores.length === 1) return (scores[0]! / deviations[0]!) ** 2;
  const entry = (i: number, j: number): number => variance.get(i, j) / (deviations[i]! * deviations[j]!);
  // From one triangle, as the other differs by rounding.
  const correlation = new Matrix(deviations.map((_, i) => deviations.map((__, j) => entry(Math.min(i, j), Math.max(i, j)))));
  const cholesky = new CholeskyDecomposition(correlation);
  if (!cholesky.isPositiveDefinite() || Math.min(...cholesky.lowerTriangularMatrix.diagonal()) < 1e-6) return 0;
  const column = Matrix.columnVector(scores.map((score, i) => score / deviations[i]!));
  return column.transpose().mmul(cholesky.solve(column)).get(0, 0);
}
