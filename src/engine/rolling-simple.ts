import { fitWindow, windowSumOfSquares } from "./fit-window.ts";

/** Columns with one entry per window; the constant's first. */
export type RollingRegression =
  | {
      readonly ok: true;
      readonly coefficients: readonly Float64Array[];
      /** Computed when first read. */
      readonly precision: () => RollingPrecision;
    }
  | { readonly ok: false; readonly conditionNumber: number };

export interface RollingPrecision {
  readonly standardErrors: readonly Float64Array[];
  readonly rSquared: Float64Array;
}

/**
 * Below this ratio of a sum to the magnitudes added into it, too many digits have cancelled and the
 * window is fitted directly.
 */
export const cancellationThreshold = 1e-6;

/** Windows between two restarts of the running sums: enough that restarts cost at most one row per window. */
const restartInterval = (window: number): number => Math.max(window, 1024);

/**
 * One factor: per window the sums add one row and drop another. No window of the factor may be constant.
 * See `rolling-fit.ts` for their precision.
 */
export function rollingSimple(y: Float64Array, x: Float64Array, window: number): RollingRegression {
  const windows = x.length - window + 1;
  const alphas = new Float64Array(windows);
  const betas = new Float64Array(windows);
  const cancelledWindows: number[] = [];
  const inverseWindow = 1 / window;
  for (let first = 0; first < windows; first += restartInterval(window)) {
    const end = Math.min(windows, first + restartInterval(window));
    const xCentre = approximateMean(x, first, end + window - 1);
    const yCentre = approximateMean(y, first, end + window - 1);
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let sxy = 0;
    let enteredXx = 0;
    let enteredXy = 0;
    let row = first;
    for (let start = first; start < end; start++) {
      do {
        const dx = x[row]! - xCentre;
        const dy = y[row]! - yCentre;
        const square = dx * dx;
        const product = dx * dy;
        sx += dx;
        sy += dy;
        sxx += square;
        sxy += product;
        enteredXx += square;
        enteredXy += Math.abs(product);
        row++;
      } while (row < start + window);
      const xShift = sx * inverseWindow;
      const yShift = sy * inverseWindow;
      const xx = sxx - sx * xShift;
      const xy = sxy - sx * yShift;
      const slope = xy / xx;
      alphas[start] = yShift + yCentre - slope * (xShift + xCentre);
      betas[start] = slope;
      if (!(xx > cancellationThreshold * enteredXx && Math.abs(xy) >= cancellationThreshold * enteredXy)) cancelledWindows.push(start);
      const leavingX = x[start]! - xCentre;
      const leavingY = y[start]! - yCentre;
      sx -= leavingX;
      sy -= leavingY;
      sxx -= leavingX * leavingX;
      sxy -= leavingX * leavingY;
    }
  }
  for (const start of cancelledWindows) {
    const line = fitWindow(y, x, start, window);
    alphas[start] = line.alpha;
    betas[start] = line.beta;
  }
  return { ok: true, coefficients: [alphas, betas], precision: () => precisionOf(y, x, betas, window) };
}

function precisionOf(y: Float64Array, x: Float64Array, betas: Float64Array, window: number): RollingPrecision {
  const { means, spreads: sumsOfSquares } = rollingSumsOfSquares(x, window);
  const totals = rollingSumsOfSquares(y, window).spreads;
  const alphaErrors = new Float64Array(betas.length);
  const betaErrors = new Float64Array(betas.length);
  const rSquared = new Float64Array(betas.length);
  for (let start = 0; start < betas.length; start++) {
    const sumOfSquares = sumsOfSquares[start]!;
    const total = totals[start]!;
    const difference = total - betas[start]! ** 2 * sumOfSquares;
    const residualSquares = difference > cancellationThreshold * total ? difference : fitWindow(y, x, start, window).squaredResiduals;
    const betaVariance = residualSquares / (window - 2) / sumOfSquares;
    betaErrors[start] = Math.sqrt(betaVariance);
    alphaErrors[start] = Math.sqrt(betaVariance * (sumOfSquares / window + means[start]! ** 2));
    rSquared[start] = residualSquares === 0 ? 1 : 1 - residualSquares / total;
  }
  return { standardErrors: [alphaErrors, betaErrors], rSquared };
}

/** The mean of each window and the sum of squares about it. */
function rollingSumsOfSquares(column: Float64Array, window: number) {
  const windows = column.length - window + 1;
  const means = new Float64Array(windows);
  const sumsOfSquares = new Float64Array(windows);
  for (let first = 0; first < windows; first += restartInterval(window)) {
    const end = Math.min(windows, first + restartInterval(window));
    const centre = approximateMean(column, first, end + window - 1);
    let sum = 0;
    let squares = 0;
    let entered = 0;
    for (let row = first; row < end + window - 1; row++) {
      const value = column[row]! - centre;
      sum += value;
      squares += value * value;
      entered += value * value;
      const start = row - window + 1;
      if (start < first) continue;

      const sumOfSquares = squares - (sum * sum) / window;
      means[start] = centre + sum / window;
      sumsOfSquares[start] = sumOfSquares > cancellationThreshold * entered ? sumOfSquares : windowSumOfSquares(column, start, window);
      const leaving = column[start]! - centre;
      sum -= leaving;
      squares -= leaving * leaving;
    }
  }
  return { means, spreads: sumsOfSquares };
}

/** Approximately the mean of these rows; it needs no precision. */
export function approximateMean(column: Float64Array, from: number, to: number): number {
  const stride = 8;
  let sum = 0;
  let count = 0;
  for (let row = from; row < to; row += stride) {
    sum += column[row]!;
    count++;
  }
  return sum / count;
}
