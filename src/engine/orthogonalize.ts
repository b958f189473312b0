import { divide, exactly, splitter, twoSum, zero } from "./double-double.ts";
import type { DoubleDouble } from "./double-double.ts";
import type { Triangle } from "./triangle.ts";

/** A column of double-doubles. */
interface WideColumn {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

/**
 * Modified Gram–Schmidt over the rows, every number a double-double (Björck 1967; the arithmetic of
 * Hida, Li and Bailey 2001): the regression's triangle, its residuals and its orthogonal columns.
 *
 * The response goes through as the last column, so what is left of it are the residuals, and the
 * result is as backward stable as Householder's. Errors are about 1e-32 × the condition number: the
 * answer is that of exact arithmetic wherever the data allow one. Costs n·k² double-double steps; the
 * fast way is `gramTriangle`.
 */
export function orthogonalize(columns: readonly Float64Array[], hasConstant: boolean) {
  const wide: WideColumn[] = columns.map((column) => ({
    high: column.slice(),
    low: new Float64Array(column.length),
  }));
  const upper = columns.map(() => columns.map((): DoubleDouble => zero));
  const squares: DoubleDouble[] = [];
  const totals = hasConstant ? [] : wide.map((column) => dot(column, column));
  wide.forEach((column, i) => {
    const square = dot(column, column);
    squares.push(square);
    upper[i]![i] = exactly(1);
    for (let j = i + 1; j < wide.length && square.high > 0; j++) {
      const share = divide(dot(column, wide[j]!), square);
      upper[i]![j] = share;
      subtractMultiple(wide[j]!, share, column);
    }
    if (hasConstant && i === 0) totals.push(square, ...wide.slice(1).map((other) => dot(other, other)));
  });
  const triangle: Triangle = { upper, squares, totals };
  return { triangle, orthogonal: wide.map((column) => column.high) };
}

/** Σ a·b: exact products (Dekker), their sum with its rounding errors carried along (Knuth). */
function dot(a: WideColumn, b: WideColumn): DoubleDouble {
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
    const lost = xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
    const sum = high + product;
    const shadow = sum - high;
    low += high - (sum - shadow) + (product - shadow) + lost + (x * b.low[row]! + a.low[row]! * y);
    high = sum;
  }
  return twoSum(high, low);
}

/** target ← target − share·column, row by row. */
function subtractMultiple(target: WideColumn, share: DoubleDouble, column: WideColumn): void {
  const s = -share.high;
  const sHigh = splitter * s - (splitter * s - s);
  const sLow = s - sHigh;
  for (let row = 0; row < target.high.length; row++) {
    const x = column.high[row]!;
    const xHigh = splitter * x - (splitter * x - x);
    const xLow = x - xHigh;
    const product = s * x;
    const lost =
      xLow * sLow - (product - xHigh * sHigh - xLow * sHigh - xHigh * sLow) + (s * column.low[row]! - share.low * x);
    const before = target.high[row]!;
    const sum = before + product;
    const shadow = sum - before;
    const low = before - (sum - shadow) + (product - shadow) + target.low[row]! + lost;
    const high = sum + low;
    target.high[row] = high;
    target.low[row] = low - (high - sum);
  }
}
