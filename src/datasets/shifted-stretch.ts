import type { Stretch } from "./dead-stretch.ts";
import { largestSum } from "./unit-stretch.ts";

/**
 * A stretch of a series whose dates are some market days off: inside, its returns move with those of other days of the
 * market, and outside with those of the same day.
 *
 * Returns of the series (u) and of the market (v) are divided by their own mean size of the rows around and cut at 3, so
 * that neither a crash nor a wild year decides. With ρ their correlation on the same day, a row speaks for a shift by k
 * days with the log-likelihood ratio of two normal pairs, ρ(u·v[t−k] − u·v[t])/(1−ρ²) − ρ²(v[t−k]² − v[t]²)/(2(1−ρ²)).
 * The stretch is where the sum is largest. Where nothing is shifted the exponential of a sum has mean 1, so one above
 * ln(rows · shifts / chance) comes in less than `chance` of such series. Three more conditions are for healthy series of
 * other kinds: no relation at all must explain the stretch worse by as much (a share that leaves the market for a year),
 * the correlations of both days inside must be those of outside exchanged (a share that trades thinly lags everywhere,
 * and moves with both days), and outside the same day must come first (an exchange that closes earlier).
 */

const chance = 1e-3;
/** Market days that a stretch may be off. */
const furthest = 10;
const fewestInside = 20;
const fewestOutside = 60;
const leastCorrelation = 0.2;
/** Rows of a block; a row's size is the mean of its block and the two beside it. */
const block = 25;
const cut = 3;

interface ShiftedStretch extends Stretch {
  /** Market days that its dates are too late; below 0: too early. */
  readonly lag: number;
  /** Correlations inside: with the market of the same day, and of `lag` days before. */
  readonly sameDay: number;
  readonly shifted: number;
  /** Outside, with the market of the same day. */
  readonly outside: number;
}

interface Returns {
  readonly days: Int32Array;
  readonly values: Float64Array;
}

export function shiftedStretch(series: Returns, market: Returns): ShiftedStretch | null {
  const rowOf = new Map([...market.days].map((day, row) => [day, row]));
  const [u, v] = [standardized(series.values), standardized(market.values)];
  // Rows for which all market days that a shift could mean are known.
  const rows = [...series.days.keys()].flatMap((row) => {
    const at = rowOf.get(series.days[row]!);
    return at === undefined || at < furthest || at + furthest >= v.length ? [] : [{ row, at }];
  });
  if (rows.length < fewestInside + fewestOutside) return null;
  const own = Float64Array.from(rows, ({ row }) => u[row]!);
  const ofLag = (lag: number): Float64Array => Float64Array.from(rows, ({ at }) => v[at - lag]!);
  const same = ofLag(0);
  const threshold = Math.log((rows.length * 2 * furthest) / chance);
  // Of all rows ρ is too small where some are shifted, so the sum is too: a third of it is worth a second look.
  const rough = correlationWithout(own, same, nowhere);
  if (Math.abs(rough) < leastCorrelation / 2) return null;
  const found = lags.flatMap((lag) => {
    const other = ofLag(lag);
    const first = likeliest(own, same, other, rough);
    if (first.sum < threshold / 3) return [];
    const rho = correlationWithout(own, same, first);
    const best = likeliest(own, same, other, rho);
    return best.sum >= threshold && explainsMore(own, other, bounded(rho), best, threshold) ? [{ ...best, lag, other }] : [];
  });
  const best = found.toSorted((one, another) => another.sum - one.sum)[0];
  if (best === undefined || best.to - best.from < fewestInside || own.length - (best.to - best.from) < fewestOutside) return null;
  const inside = { own: own.subarray(best.from, best.to), same: same.subarray(best.from, best.to), other: best.other.subarray(best.from, best.to) };
  const [sameDay, shifted] = [correlationWithout(inside.own, inside.same, nowhere), correlationWithout(inside.own, inside.other, nowhere)];
  const [outside, outsideShifted] = [correlationWithout(own, same, best), correlationWithout(own, best.other, best)];
  const sign = Math.sign(outside);
  const isExchanged = sign * shifted >= 0.6 * Math.abs(outside) && Math.abs(sameDay) <= 0.35 * Math.abs(shifted) && Math.abs(outside) >= leastCorrelation && sign * outsideShifted <= 0.35 * Math.abs(outside);
  return isExchanged ? { from: rows[best.from]!.row, to: rows[best.to - 1]!.row + 1, lag: best.lag, sameDay, shifted, outside } : null;
}

const lags = Array.from({ length: furthest }, (_, at) => [at + 1, -at - 1]).flat();
const bounded = (rho: number): number => Math.max(-0.9, Math.min(0.9, rho));
const nowhere: Stretch = { from: 0, to: 0 };

/** The rows that speak most for the other days, by the log-likelihood ratio against the same day. */
function likeliest(own: Float64Array, same: Float64Array, other: Float64Array, correlation: number): Stretch & { readonly sum: number } {
  const rho = bounded(correlation);
  const [linear, square] = [rho / (1 - rho ** 2), rho ** 2 / (2 * (1 - rho ** 2))];
  return largestSum(own.map((value, row) => linear * value * (other[row]! - same[row]!) - square * (other[row]! ** 2 - same[row]! ** 2)));
}

/** Whether the shifted market explains a stretch better than none, by the same measure. */
function explainsMore(own: Float64Array, other: Float64Array, rho: number, { from, to }: Stretch, threshold: number): boolean {
  let sum = 0;
  for (let row = from; row < to; row++) {
    sum += (rho * own[row]! * other[row]! - (rho ** 2 * (own[row]! ** 2 + other[row]! ** 2)) / 2) / (1 - rho ** 2) - Math.log(1 - rho ** 2) / 2;
  }
  return sum >= threshold;
}

/** Correlation of the rows outside of a stretch, of values with means near 0; 0 where one side never changes. */
function correlationWithout(one: Float64Array, other: Float64Array, { from, to }: Stretch): number {
  let [product, squaresOne, squaresOther] = [0, 0, 0];
  for (let row = 0; row < one.length; row++) {
    if (row >= from && row < to) continue;
    product += one[row]! * other[row]!;
    squaresOne += one[row]! ** 2;
    squaresOther += other[row]! ** 2;
  }
  return product === 0 ? 0 : product / Math.sqrt(squaresOne * squaresOther);
}

/** Over the mean size of the rows around, cut at 3, with a variance of 1. */
export function standardized(values: Float64Array): Float64Array {
  const blocks = Math.ceil(values.length / block);
  const sums = new Float64Array(blocks + 2);
  const counts = new Float64Array(blocks + 2);
  for (const [row, value] of values.entries()) {
    sums[1 + Math.floor(row / block)]! += Math.abs(value);
    counts[1 + Math.floor(row / block)]!++;
  }
  const sizeAt = (at: number): number => (sums[at]! + sums[at + 1]! + sums[at + 2]!) / (counts[at]! + counts[at + 1]! + counts[at + 2]!);
  const scaled = values.map((value, row) => {
    const size = 1.25 * sizeAt(Math.floor(row / block));
    return size === 0 ? 0 : Math.max(-cut, Math.min(cut, value / size));
  });
  const variance = scaled.reduce((sum, value) => sum + value ** 2, 0) / scaled.length;
  return variance === 0 ? scaled : scaled.map((value) => value / Math.sqrt(variance));
}
