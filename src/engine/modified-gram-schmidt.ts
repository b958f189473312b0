import { divide, fromNumber, splitter, twoSum, zero } from "./double-double.ts";
import type { DoubleDouble } from "./double-double.ts";
import type { LdlFactor } from "./ldl-factor.ts";

/** A column of double-doubles. */
interface DoubleDoubleColumn {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * Modified Gram–Schmidt over the rows, every number a double-double (Björck 1967; the arithmetic of
 * Hida, Li and Bailey 2001): the LDL-transposed factor, the residuals and the orthogonal columns.
 *
 * The response is the last column, so what remains of it are the residuals, and the result is as
 * backward stable as Householder's. Errors are about 1e-32 × the condition number: the
 * answer is that of exact arithmetic wherever the data allow one. Costs n·k² double-double steps; the
 * fast method is `ldlFromGram`.
 */
export function modifiedGramSchmidt(columns: readonly Float64Array[], hasConstant: boolean) {
  const wideColumns: DoubleDoubleColumn[] = columns.map((column) => ({
    high: column.slice(),
    low: new Float64Array(column.length),
  }));
  const unitUpper = columns.map(() => columns.map((): DoubleDouble => zero));
  const pivots: DoubleDouble[] = [];
  const centredSumsOfSquares = hasConstant ? [] : wideColumns.map((column) => dot(column, column));
  wideColumns.forEach((column, i) => {
    const square = dot(column, column);
    pivots.push(square);
    unitUpper[i]![i] = fromNumber(1);
    for (let j = i + 1; j < wideColumns.length && square.high > 0; j++) {
      const share = divide(dot(column, wideColumns[j]!), square);
      unitUpper[i]![j] = share;
      subtractMultiple(wideColumns[j]!, share, column);
    }
    if (hasConstant && i === 0) centredSumsOfSquares.push(square, ...wideColumns.slice(1).map((other) => dot(other, other)));
  });
  const ldl: LdlFactor = { unitUpper, pivots, centredSumsOfSquares };
  return { triangle: ldl, orthogonal: wideColumns.map((column) => column.high) };
}

/** Σ a·b: exact products (Dekker), compensated sum (Knuth). */
function dot(a: DoubleDoubleColumn, b: DoubleDoubleColumn): DoubleDouble {
  let high = 0;
  let low = 0;
  for (let row = 0; row < a.high.length; row++) {
    const x = a.high[row]!;
    const y = b.high[row]!;
    const xHigh = splitter * x - (splitter * x - x);
    const xLow = x - xHigh;
    const yHigh = splitter * y - (splitter * y - y);
    const yLow = y - yHigh;
    const product = x * y;
    const error = xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
    const sum = high + product;
    const virtual = sum - high;
    low += high - (sum - virtual) + (product - virtual) + error + (x * b.low[row]! + a.low[row]! * y);
    high = sum;
  }
  return twoSum(high, low);
}

/** target ← target − share·column, row by row. */
function subtractMultiple(target: DoubleDoubleColumn, share: DoubleDouble, column: DoubleDoubleColumn): void {
  const s = -share.high;
  const sHigh = splitter * s - (splitter * s - s);
  const sLow = s - sHigh;
  for (let row = 0; row < target.high.length; row++) {
    const x = column.high[row]!;
    const xHigh = splitter * x - (splitter * x - x);
    const xLow = x - xHigh;
    const product = s * x;
    const error =
      xLow * sLow - (product - xHigh * sHigh - xLow * sHigh - xHigh * sLow) + (s * column.low[row]! - share.low * x);
    const before = target.high[row]!;
    const sum = before + product;
    const virtual = sum - before;
    const low = before - (sum - virtual) + (product - virtual) + target.low[row]! + error;
    const high = sum + low;
    target.high[row] = high;
    target.low[row] = low - (high - sum);
  }
}
