import { Random } from "./random.ts";
import { dot, inverse, mean, sharpeGap, type Fit, type Matrix, type Numbers } from "./statistics.ts";

/** A p-value made anew by resamples of one's own. */
export interface Resampled {
  readonly pValue: number;
  readonly resamples: number;
}

/** 2,000 resamples, and many more where those leave the side of 5% open. */
function resampled(isAsLarge: () => boolean): Resampled {
  let [count, drawn] = [0, 0];
  for (const until of [1999, 19_999]) {
    for (; drawn < until; drawn += 1) if (isAsLarge()) count += 1;
    const pValue = (count + 1) / (drawn + 1);
    if (pValue < 0.025 || pValue > 0.09) break;
  }
  const pValue = (count + 1) / (drawn + 1);
  return { pValue, resamples: drawn };
}

/** Too near 5% for another bootstrap to be held to a side: within a tenth of it, or within 2 standard deviations of its draws. */
export const isClose = ({ pValue }: Resampled, others: number): boolean => Math.abs(pValue - 0.05) < Math.max(0.005, 2 * Math.sqrt((0.05 * 0.95) / others));

/** By how much two bootstraps of one test may differ: five standard deviations of their draws. */
export const mayDiffer = ({ pValue, resamples }: Resampled, others: number): number =>
  5 * Math.sqrt(Math.max(pValue * (1 - pValue), 1 / resamples) * (1 / resamples + 1 / others)) + 0.0005;

/** Residuals on columns without a constant, and the columns made orthonormal one after the other. */
function orthonormal(columns: Matrix): Matrix {
  const made: Numbers[] = [];
  for (const column of columns) {
    const rest = lessProjection(column, made);
    const again = lessProjection(rest, made);
    const length = Math.sqrt(dot(again, again));
    made.push(again.map((value) => value / length));
  }
  return made;
}
function lessProjection(column: Numbers, basis: Matrix): Numbers {
  const shares = basis.map((one) => dot(one, column));
  return column.map((value, row) => value - basis.reduce((total, one, k) => total + shares[k]! * one[row]!, 0));
}

const quadratic = (vector: Numbers, matrix: Matrix): number => dot(vector, inverse(matrix).map((row) => dot(row, vector)));

/**
 * GRS by a wild bootstrap: with E the sums of products of residuals that α = 0 leaves, g = E's column of ones less its
 * factors, F rises with g'(E − gg'/l'l)⁻¹g ⁄ l'l. Signs of ∛T rows at a time, the same for all assets.
 */
export function grsBySigns(fits: readonly Fit[], times = 1): Resampled | null {
  const { x, rows } = fits[0]!;
  const length = Math.max(1, Math.floor(Math.floor(Math.cbrt(rows) + 1e-9) * times));
  const blocks = Math.ceil(rows / length);
  if (blocks < 10) return null;
  const basis = orthonormal(x);
  const ones = lessProjection(Array.from({ length: rows }, () => 1), basis);
  const size = dot(ones, ones);
  const residuals = fits.map(({ y }) => lessProjection(lessProjection(y, basis), basis));
  const products = residuals.map((a) => residuals.map((b) => dot(a, b)));
  const sums = (weight: Numbers): Matrix =>
    Array.from({ length: blocks }, (_, block) => residuals.map((u) => dot(u.slice(block * length, (block + 1) * length), weight.slice(block * length, (block + 1) * length))));
  const [onOnes, onFactors] = [sums(ones), basis.map(sums)];
  const statistic = (signs: Numbers): number => {
    const signed = (of: Matrix): Numbers => fits.map((_, asset) => of.reduce((total, block, at) => total + signs[at]! * block[asset]!, 0));
    const g = signed(onOnes);
    const z = onFactors.map(signed);
    const left = products.map((row, i) => row.map((value, j) => value - z.reduce((total, one) => total + one[i]! * one[j]!, 0) - (g[i]! * g[j]!) / size));
    return quadratic(g, left);
  };
  const found = statistic(Array.from({ length: blocks }, () => 1));
  const random = new Random(rows * 7919 + fits.length);
  const signs = new Array<number>(blocks);
  return resampled(() => {
    for (let at = 0; at < blocks; at += 1) signs[at] = random.next() < 0.5 ? -1 : 1;
    return statistic(signs) >= found * (1 - 1e-9);
  });
}

export const blockOf = (rows: number): number => Math.max(5, Math.round(Math.cbrt(rows)));
/** Ledoit and Wolf (2008, section 3.2): circular blocks, |Δ* − Δ| over its block error against |Δ| over its own. */
export function sharpeByBlocks(a: Numbers, b: Numbers, besides: Numbers): Resampled {
  const n = a.length;
  const length = blockOf(n);
  const moments = [a, b, a.map((value) => value * value), b.map((value) => value * value), besides];
  const sums = moments.map((column) => {
    const running = [0];
    for (let row = 0; row < n + length; row += 1) running.push(running[row]! + column[row % n]!);
    return Float64Array.from({ length: n }, (_, row) => running[row + length]! - running[row]!);
  });
  const ratioGap = ([m1 = 0, m2 = 0, g1 = 0, g2 = 0]: Numbers): number => (m1 / Math.sqrt(g1 - m1 * m1) - m2 / Math.sqrt(g2 - m2 * m2)) * Math.sqrt((n - 1) / n);
  const own = sharpeGap(a, b, besides);
  const whole = ratioGap(moments.map(mean));
  const drawn = Math.floor(n / length);
  const starts = new Int32Array(drawn);
  const random = new Random(n * 104_729);
  return resampled(() => {
    for (let at = 0; at < drawn; at += 1) starts[at] = Math.floor(random.next() * n);
    const averages = sums.map((column) => {
      let total = 0;
      for (const start of starts) total += column[start]!;
      return total / (drawn * length);
    });
    const [m1, m2, g1, g2, more] = averages as [number, number, number, number, number];
    const [s1, s2] = [Math.sqrt(g1 - m1 * m1) ** 3, Math.sqrt(g2 - m2 * m2) ** 3];
    const [d1, d2, d3, d4] = [g1 / s1, -g2 / s2, -m1 / 2 / s1, m2 / 2 / s2];
    const middle = length * (d1 * m1 + d2 * m2 + d3 * g1 + d4 * g2 + more);
    let squares = 0;
    for (const start of starts) squares += (d1 * sums[0]![start]! + d2 * sums[1]![start]! + d3 * sums[2]![start]! + d4 * sums[3]![start]! + sums[4]![start]! - middle) ** 2;
    const error = Math.sqrt(squares / length / drawn / (drawn * length));
    return Math.abs(ratioGap(averages) + more - whole) / error >= (Math.abs(own.gap) / own.error) * (1 - 1e-12);
  });
}
