import { roundingTolerance } from "./rounding-tolerance.ts";

/**
 * Fits one window directly, about its own means: for windows whose running sums have cancelled
 * (nearly constant, much less variance than the windows before, explained exactly). O(rows).
 */
export function fitWindow(y: Float64Array, x: Float64Array, start: number, window: number) {
  const end = start + window;
  const xMean = meanOf(x, start, end);
  const yMean = meanOf(y, start, end);
  let sxx = 0;
  let sxy = 0;
  for (let row = start; row < end; row++) {
    const dx = x[row]! - xMean;
    sxx += dx * dx;
    sxy += dx * (y[row]! - yMean);
  }
  const beta = sxy / sxx;
  let squares = 0;
  let maximumMagnitude = 0;
  for (let row = start; row < end; row++) {
    const residual = y[row]! - yMean - beta * (x[row]! - xMean);
    squares += residual * residual;
    maximumMagnitude = Math.max(maximumMagnitude, Math.abs(y[row]!) + Math.abs(beta * x[row]!));
  }
  const exact = squares <= window * (roundingTolerance * maximumMagnitude) ** 2;
  return { alpha: yMean - beta * xMean, beta, squaredResiduals: exact ? 0 : squares };
}

/** Σ(v − mean)² of one window, computed directly. */
export function windowSumOfSquares(column: Float64Array, start: number, window: number): number {
  const centre = meanOf(column, start, start + window);
  let squares = 0;
  for (let row = start; row < start + window; row++) squares += (column[row]! - centre) ** 2;
  return squares;
}

/** Accurate to the last bit but one: the mean of the deviations from the plain mean corrects it. */
function meanOf(column: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let row = start; row < end; row++) sum += column[row]!;
  const approximation = sum / (end - start);
  let remainder = 0;
  for (let row = start; row < end; row++) remainder += column[row]! - approximation;
  return approximation + remainder / (end - start);
}
