/**
 * The studentized circular block bootstrap of Ledoit and Wolf (2008, section 3.2) for the difference of two Sharpe
 * ratios; what it tests and why stands in sharpe-difference.ts.
 *
 * A resample is l = floor(n/b) blocks of b consecutive rows, the first row following the last (Politis and Romano
 * 1992). Its squared standard error is g'Ψg over l·b, g the gradient at the resample's moments and Ψ the mean of ζζ', ζ the sum
 * of y* over a block, over √b. Only sums over blocks enter, which are made once for each first row, so a resample costs l steps, not n.
 */
import type { Estimate } from "./factor-fit.ts";
import { mean } from "./moments.ts";
import { seededRandom } from "./seeded-random.ts";

interface BootstrapPlan {
  readonly resamples: number;
  readonly blockLength: number;
  readonly seed: number;
  readonly estimated?: Float64Array | undefined;
}

/** p = (#{|Δ* − Δ|/s* ≥ |Δ|/s} + 1)/(M + 1). Returns of one length, decimals per period. */
export function sharpeBootstrap(
  first: Float64Array,
  second: Float64Array,
  { tStat }: Pick<Estimate, "tStat">,
  { resamples, blockLength, seed, estimated }: BootstrapPlan,
): number {
  const statistic = resampledStatistic(first, second, blockLength, estimated);
  const starts = new Int32Array(Math.floor(first.length / blockLength));
  const random = seededRandom(seed);
  let larger = 0;
  for (let resample = 0; resample < resamples; resample++) {
    for (let block = 0; block < starts.length; block++) starts[block] = random(first.length);
    if (statistic(starts) >= Math.abs(tStat)) larger++;
  }
  return (larger + 1) / (resamples + 1);
}

/** |Δ* − Δ|/s* of the resample whose blocks begin at `starts` (rows from 0). */
export function resampledStatistic(first: Float64Array, second: Float64Array, blockLength: number, estimated: Float64Array = new Float64Array(first.length)): (starts: Int32Array) => number {
  const columns = [first, second, first.map((r) => r * r), second.map((r) => r * r), estimated];
  const centre = sharpeGap(columns.map(mean), first.length);
  const sums = columns.map((column) => circularSums(column, blockLength));
  const [s1, s2, s3, s4, s5] = sums as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  return (starts) => {
    const rows = starts.length * blockLength;
    const averages = sums.map((column) => {
      let total = 0;
      for (let block = 0; block < starts.length; block++) total += column[starts[block]!]!;
      return total / rows;
    });
    const [a, b, c, d] = sharpeGradient(averages) as [number, number, number, number];
    const offset = blockLength * (a * averages[0]! + b * averages[1]! + c * averages[2]! + d * averages[3]! + averages[4]!);
    let squares = 0;
    for (let block = 0; block < starts.length; block++) {
      const start = starts[block]!;
      const deviation = a * s1[start]! + b * s2[start]! + c * s3[start]! + d * s4[start]! + s5[start]! - offset;
      squares += deviation * deviation;
    }
    const standardError = Math.sqrt(squares) / rows;
    return standardError > 0 ? Math.abs(sharpeGap(averages, rows) + averages[4]! - centre) / standardError : Infinity;
  };
}

/** Of (μ₁, μ₂, E[r₁²], E[r₂²]), σ over n − 1. */
function sharpeGap(averages: readonly number[], rows: number): number {
  const [m1, m2, g1, g2] = averages as [number, number, number, number];
  return (m1 / Math.sqrt(g1 - m1 * m1) - m2 / Math.sqrt(g2 - m2 * m2)) * Math.sqrt((rows - 1) / rows);
}

/** ∇ of μ₁/√(g₁ − μ₁²) − μ₂/√(g₂ − μ₂²) in (μ₁, μ₂, g₁, g₂). */
export function sharpeGradient(averages: readonly number[]): number[] {
  const [m1, m2, g1, g2] = averages as [number, number, number, number];
  const [v1, v2] = [(g1 - m1 * m1) ** 1.5, (g2 - m2 * m2) ** 1.5];
  return [g1 / v1, -g2 / v2, -m1 / 2 / v1, m2 / 2 / v2];
}

/** Sum over `length` rows from each row on, past the last row to the first. */
function circularSums(column: Float64Array, length: number): Float64Array {
  return column.map((_, start) => {
    let sum = 0;
    for (let step = 0; step < length; step++) sum += column[(start + step) % column.length]!;
    return sum;
  });
}
