import { leastSquares } from "./least-squares.ts";

/** Columns with one entry a window; the constant's first. */
export type RolledFit =
  | {
      readonly ok: true;
      readonly coefficients: readonly Float64Array[];
      readonly standardErrors: readonly Float64Array[];
      readonly rSquared: Float64Array;
    }
  | { readonly ok: false; readonly conditionNumber: number };

/** Below this share of its raw sum, a centred sum has lost too many digits: the window is fitted by itself. */
const cancelled = 1e-6;

/** Sums about the boundary's centre: x, y, x², xy, y². */
const width = 5;

/**
 * One factor: sums of each window in closed form. No window of the factor may be constant.
 * See `rolling-fit.ts` for the blocks.
 */
export function rollingLine(y: Float64Array, x: Float64Array, window: number): RolledFit {
  const windows = x.length - window + 1;
  const alpha = new Float64Array(windows);
  const beta = new Float64Array(windows);
  const alphaError = new Float64Array(windows);
  const betaError = new Float64Array(windows);
  const rSquared = new Float64Array(windows);
  const left = new Float64Array(window * width);
  const freedom = 1 / (window - 2);
  const share = 1 / window;

  for (let boundary = 0; boundary - window + 1 < windows; boundary += window) {
    const from = Math.max(0, boundary - window + 1);
    const end = Math.min(boundary, windows - 1);
    const xCentre = centre(x, from, Math.min(x.length, boundary + window));
    const yCentre = centre(y, from, Math.min(x.length, boundary + window));
    sumsLeftOf(boundary, from, x, y, xCentre, yCentre, left);
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let sxy = 0;
    let syy = 0;
    let next = boundary;
    for (let start = from; start <= end; start++) {
      do {
        const dx = x[next]! - xCentre;
        const dy = y[next]! - yCentre;
        sx += dx;
        sy += dy;
        sxx += dx * dx;
        sxy += dx * dy;
        syy += dy * dy;
        next++;
      } while (next < start + window);
      const at = (boundary - start) * width;
      const xSum = sx + left[at]!;
      const ySum = sy + left[at + 1]!;
      const xxSum = sxx + left[at + 2]!;
      const yySum = syy + left[at + 4]!;
      const xShift = xSum * share;
      const yShift = ySum * share;
      const xx = xxSum - xSum * xShift;
      const yy = yySum - ySum * yShift;
      const inverses = 1 / (xx * yy);
      const inverse = inverses * yy;
      const slope = (sxy + left[at + 3]! - xSum * yShift) * inverse;
      const rest = yy - slope * slope * xx;
      if (xx > cancelled * xxSum && yy > cancelled * yySum && rest > cancelled * yy) {
        const xMean = xShift + xCentre;
        const slopeVariance = rest * freedom * inverse;
        beta[start] = slope;
        alpha[start] = yShift + yCentre - slope * xMean;
        betaError[start] = Math.sqrt(slopeVariance);
        alphaError[start] = Math.sqrt(slopeVariance * (xx * share + xMean * xMean));
        rSquared[start] = 1 - rest * inverses * xx;
      } else {
        const fit = leastSquares(y.subarray(start, start + window), [x.subarray(start, start + window)]);
        beta[start] = fit.coefficients[1]!;
        alpha[start] = fit.coefficients[0]!;
        betaError[start] = fit.standardErrors[1]!;
        alphaError[start] = fit.standardErrors[0]!;
        rSquared[start] = fit.rSquared;
      }
    }
  }
  return { ok: true, coefficients: [alpha, beta], standardErrors: [alphaError, betaError], rSquared };
}

/** Near the mean of these rows: any number near will do. */
export function centre(column: Float64Array, from: number, to: number): number {
  const stride = 8;
  let sum = 0;
  let count = 0;
  for (let row = from; row < to; row += stride) {
    sum += column[row]!;
    count++;
  }
  return sum / count;
}

/** Entry m: the sums of the m rows before the boundary. */
function sumsLeftOf(
  boundary: number,
  from: number,
  x: Float64Array,
  y: Float64Array,
  xCentre: number,
  yCentre: number,
  left: Float64Array,
): void {
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  let syy = 0;
  left.fill(0, 0, width);
  for (let row = boundary - 1; row >= from; row--) {
    const dx = x[row]! - xCentre;
    const dy = y[row]! - yCentre;
    sx += dx;
    sy += dy;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
    const at = (boundary - row) * width;
    left[at] = sx;
    left[at + 1] = sy;
    left[at + 2] = sxx;
    left[at + 3] = sxy;
    left[at + 4] = syy;
  }
}
