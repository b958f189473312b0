import type { Stretch } from "./dead-stretch.ts";

/**
 * Stretches in another unit than the rest of a series: percent among decimals, prices whose decimal comma was lost.
 *
 * Returns: with x a return over the median size of all that are not 0, a row speaks for percent by the logarithm of
 * f(x/100)/100 over f(x), f being Student's t with 3 degrees of freedom, whose tails a crash has too. The stretch is
 * where the sum of these is largest (Kadane 1977, in Bentley 1984); it counts from `fewest` returns on, if its sum is
 * beyond what chance gives once in 10,000 series, and if its median size is 50 to 200 times that of the rest. No healthy
 * series moves so: the wildest months of a market are some 10 times its calmest.
 */

const hundredfold = Math.log(100);
const fewest = 15;
const [leastRatio, mostRatio] = [50, 200];
const chance = 1e-4;

export interface UnitStretch extends Stretch {
  /** By what its values are too large (below 1: too small): 100, 0.01. */
  readonly factor: number;
}

/** The stretch of a series of returns that is in percent where the rest is decimal, or the reverse; null where there is none. */
export function returnUnitStretch(values: Float64Array): UnitStretch | null {
  const rows = [...values.keys()].filter((row) => values[row] !== 0);
  if (rows.length < 3 * fewest) return null;
  const sizes = Float64Array.from(rows, (row) => Math.log(Math.abs(values[row]!)));
  const middle = median(sizes);
  const found = [1, -1].flatMap((direction): (UnitStretch & { readonly sum: number })[] => {
    const best = largestSum(sizes.map((size) => logDensity(size - middle - direction * hundredfold) - logDensity(size - middle)));
    const inside = sizes.slice(best.from, best.to);
    const outside = Float64Array.from([...sizes.slice(0, best.from), ...sizes.slice(best.to)]);
    if (inside.length < fewest || outside.length < fewest || best.sum < Math.log(rows.length / chance)) return [];
    const ratio = Math.exp(direction * (median(inside) - median(outside)));
    if (ratio < leastRatio || ratio > mostRatio) return [];
    return [{ from: rows[best.from]!, to: rows[best.to - 1]! + 1, factor: direction === 1 ? 100 : 0.01, sum: best.sum }];
  });
  const best = found.toSorted((one, other) => other.sum - one.sum)[0];
  return best === undefined ? null : { from: best.from, to: best.to, factor: best.factor };
}

/** Of ln|x| where x is Student's t with 3 degrees of freedom, but for a constant. */
const logDensity = (size: number): number => size - 2 * Math.log1p(Math.exp(2 * size) / 3);

function median(values: Float64Array): number {
  return values.toSorted()[values.length >> 1] ?? NaN;
}

/** The run of neighbours with the largest sum. */
export function largestSum(scores: Float64Array): Stretch & { readonly sum: number } {
  let best = { from: 0, to: 0, sum: 0 };
  let [from, sum] = [0, 0];
  for (let row = 0; row < scores.length; row++) {
    if (sum <= 0) [from, sum] = [row, 0];
    sum += scores[row]!;
    if (sum > best.sum) best = { from, to: row + 1, sum };
  }
  return best;
}

/** How far beside a power of ten the jump into a stretch and the one out of it may be: a day's own move. */
const besidePower = 0.2;

/**
 * Stretches of prices at 10, 100 or 1,000 times the others, or at a tenth and so on: a jump by that, and later the way
 * back. `values` are the returns. A single row is none of these: that is a spike.
 */
export function priceUnitStretches(values: Float64Array): readonly UnitStretch[] {
  const jumps = [...values.keys()].filter((row) => powerOf(values[row]!) !== 0);
  const found: UnitStretch[] = [];
  for (let at = 0; at + 1 < jumps.length; at++) {
    const [from, to] = [jumps[at]!, jumps[at + 1]!];
    const power = powerOf(values[from]!);
    if (powerOf(values[to]!) !== -power || to - from < 2) continue;
    found.push({ from, to, factor: 10 ** power });
    at++;
  }
  return found;
}

/** 2 for a price that became 100 times itself, −1 for a tenth, 0 for any other change. */
function powerOf(value: number): number {
  const power = Math.round(Math.log10(1 + value));
  return power !== 0 && Math.abs(power) <= 3 && Math.abs((1 + value) / 10 ** power - 1) < besidePower ? power : 0;
}
