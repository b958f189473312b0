import type { Series } from "./series.ts";

/**
 * Days that were found the same: a loaded series never changes, and most of its regressions are on the same factors.
 * Comparing takes as long as the regression's own sums.
 */
const knownSame = new WeakMap<Int32Array, WeakSet<Int32Array>>();

/** The index of the first such day, or the length where there is none. Days rise. */
export function firstAtOrAfter(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The days that all series have, rising; at least one series. */
export function commonDays(all: readonly Series[]): Int32Array {
  return all.map((series) => series.days).reduce((left, right) => (sameDays(left, right) ? left : intersection(left, right)));
}

function sameDays(left: Int32Array, right: Int32Array): boolean {
  if (left.length !== right.length) return false;
  if (left === right || knownSame.get(left)?.has(right)) return true;
  let different = 0;
  const whole = left.length - (left.length % 4);
  for (let row = 0; row < whole && different === 0; row += 4) {
    different |= left[row]! ^ right[row]!;
    different |= left[row + 1]! ^ right[row + 1]!;
    different |= left[row + 2]! ^ right[row + 2]!;
    different |= left[row + 3]! ^ right[row + 3]!;
  }
  for (let row = whole; row < left.length; row++) different |= left[row]! ^ right[row]!;
  if (different !== 0) return false;
  knownSame.set(left, (knownSame.get(left) ?? new WeakSet()).add(right));
  return true;
}

function intersection(left: Int32Array, right: Int32Array): Int32Array {
  const common = new Int32Array(Math.min(left.length, right.length));
  let count = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const a = left[i]!;
    const b = right[j]!;
    if (a === b) common[count++] = a;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return common.subarray(0, count);
}

/** A series' values on days all of which it has. */
export function valuesOn(days: Int32Array, series: Series): Float64Array {
  if (days.length === series.days.length) return series.values;
  const values = new Float64Array(days.length);
  let j = firstAtOrAfter(series.days, days[0]!);
  for (let row = 0; row < days.length; row++) {
    while (series.days[j]! < days[row]!) j++;
    values[row] = series.values[j]!;
  }
  return values;
}

/** How many of the wanted days are not present. */
export function rowsMissing(wanted: Int32Array, present: Int32Array): number {
  return wanted.length - intersection(wanted, present).length;
}
