/**
 * The heteroskedasticity-robust LM statistic of a break after each row of a range: the equation stands in
 * beta-stability.ts. Factors are scaled to unit deviation first, which changes no statistic and keeps the sums of
 * one size. χ²(q) for one row chosen beforehand; the largest of all is not.
 */
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { FactorFit } from "./factor-fit.ts";
import { standardDeviation } from "./moments.ts";

interface BreakRange {
  /** Rows up to the break, smallest and largest. */
  readonly firstBreak: number;
  readonly lastBreak: number;
  readonly withAlpha: boolean;
}

/**
 * One statistic per break from `firstBreak` to `lastBreak`; 0 where one side leaves a coefficient undetermined. A
 * break costs some p³ steps on flat arrays and none of the rows before it: 8,000 rows take some milliseconds.
 */
export function robustScoreStatistics({ rows }: FactorFit, { firstBreak, lastBreak, withAlpha }: BreakRange): Float64Array {
  const { residuals } = rows;
  const columns = [new Float64Array(residuals.length).fill(1), ...rows.factors.map(scaled)];
  const size = columns.length;
  const whole = outerSums(columns, residuals, residuals.length);
  const inverse = Float64Array.from(new CholeskyDecomposition(Matrix.from1DArray(size, size, whole.products)).solve(Matrix.eye(size)).to1DArray());
  const sums = outerSums(columns, residuals, firstBreak);
  const first = withAlpha ? 0 : 1;
  const [share, crossed, outer] = [square(size), square(size), square(size)];
  return Float64Array.from({ length: lastBreak - firstBreak + 1 }, (_, step) => {
    if (step > 0) addRow(sums, columns, residuals, firstBreak + step - 1);
    multiply(sums.products, inverse, share, size);
    multiply(share, sums.scoreProducts, crossed, size);
    multiply(share, whole.scoreProducts, outer, size);
    // V = Ω − PΩ − ΩP' + P·Ω(n)·P', its lower triangle.
    const variance = (i: number, j: number): number => {
      let sum = sums.scoreProducts[i * size + j]! - crossed[i * size + j]! - crossed[j * size + i]!;
      for (let k = 0; k < size; k++) sum += outer[i * size + k]! * share[j * size + k]!;
      return sum;
    };
    return quadraticForm(sums.scores.subarray(first), (i, j) => variance(first + i, first + j));
  });
}

interface RowSums {
  /** Σ xx' and Σ u²xx', row by row, and Σ x·u. */
  readonly products: Float64Array;
  readonly scoreProducts: Float64Array;
  readonly scores: Float64Array;
}

const square = (size: number): Float64Array => new Float64Array(size * size);

function outerSums(columns: readonly Float64Array[], residuals: Float64Array, rows: number): RowSums {
  const sums = { products: square(columns.length), scoreProducts: square(columns.length), scores: new Float64Array(columns.length) };
  for (let row = 0; row < rows; row++) addRow(sums, columns, residuals, row);
  return sums;
}

function addRow({ products, scoreProducts, scores }: RowSums, columns: readonly Float64Array[], residuals: Float64Array, row: number): void {
  const u = residuals[row]!;
  const size = columns.length;
  for (let i = 0; i < size; i++) {
    const x = columns[i]![row]!;
    scores[i]! += x * u;
    for (let j = 0; j < size; j++) {
      const product = x * columns[j]![row]!;
      products[i * size + j]! += product;
      scoreProducts[i * size + j]! += u * u * product;
    }
  }
}

function scaled(column: Float64Array): Float64Array {
  const deviation = standardDeviation(column);
  return column.map((value) => value / deviation);
}

/** Square matrices, row by row. */
function multiply(left: Float64Array, right: Float64Array, product: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += left[i * size + k]! * right[k * size + j]!;
      product[i * size + j] = sum;
    }
  }
}

/** A correlation matrix whose triangular root has a smaller diagonal entry does not determine the coefficient. */
const smallestPivot = 1e-6;

/** s'·V⁻¹·s by the triangular root of V scaled to a unit diagonal; 0 where V is singular. */
function quadraticForm(scores: Float64Array, variance: (i: number, j: number) => number): number {
  const size = scores.length;
  // One coefficient, as in most questions: nothing to solve, and no array to make for each of thousands of breaks.
  if (size === 1) return variance(0, 0) > 0 ? scores[0]! ** 2 / variance(0, 0) : 0;
  const root = square(size);
  const solved = new Float64Array(size);
  const deviations = Float64Array.from(scores, (_, i) => Math.sqrt(Math.max(0, variance(i, i))));
  if (deviations.some((deviation) => !(deviation > 0))) return 0;
  let total = 0;
  for (let i = 0; i < size; i++) {
    let score = scores[i]! / deviations[i]!;
    for (let j = 0; j <= i; j++) {
      let entry = variance(i, j) / (deviations[i]! * deviations[j]!);
      for (let k = 0; k < j; k++) entry -= root[i * size + k]! * root[j * size + k]!;
      if (i > j) {
        root[i * size + j] = entry / root[j * size + j]!;
        score -= root[i * size + j]! * solved[j]!;
      } else {
        if (!(entry > smallestPivot ** 2)) return 0;
        root[i * size + i] = Math.sqrt(entry);
      }
    }
    solved[i] = score / root[i * size + i]!;
    total += solved[i]! ** 2;
  }
  return total;
}
