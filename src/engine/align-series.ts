import type { EngineProblem } from "./problem.ts";
import { dayOfIso, isoDay } from "../calendar.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Sample } from "./factor-fit.ts";
import type { Series } from "./series.ts";

/** Inclusive on both sides; an ISO date, or nothing for "as far as the data goes". */
export interface Window {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days that every series has, with one column per series. */
export interface AlignedRows {
  readonly days: Int32Array;
  readonly asset: Float64Array;
  /** In the order of the arguments. */
  readonly others: readonly Float64Array[];
  readonly sample: Sample;
}

/**
 * Joins series on the days they all have: the chapter's `dropna()` after an inner join.
 *
 * A series that starts late, ends early or has blanks shortens the sample for all; which ones did, and
 * by how many of the asset's rows each, is in `sample.shortenedBy`.
 *
 * Errors: `wrong-frequency` where the series are not of one frequency, `reversed-window`, `no-overlap`
 * where no day is left, `not-finite` where a joined row holds NaN, an infinity, or a number beyond ±1e60.
 *
 * @example
 * ```ts
 * const asset = { id: "JPM", kind: "excess", frequency: "daily", days: Int32Array.of(1, 2, 4), values: Float64Array.of(0.1, 0.2, 0.4) } as const;
 * const factor = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(2, 3, 4), values: Float64Array.of(0.02, 0.03, 0.04) } as const;
 * const rows = alignSeries(asset, [factor]);
 * rows.ok && [...rows.value.asset]; // → [0.2, 0.4]
 * rows.ok && rows.value.sample.shortenedBy; // → [{ series: "SPY", rows: 1 }]
 * ```
 */
export function alignSeries(
  asset: Series,
  others: readonly Series[],
  window: Window = {},
): Outcome<AlignedRows, EngineProblem> {
  const { from, to } = window;
  if (from !== undefined && to !== undefined && from > to) {
    return failure({ kind: "reversed-window", from, to });
  }
  const mismatched = others.find((series) => series.frequency !== asset.frequency);
  if (mismatched) {
    return failure({
      kind: "wrong-frequency",
      series: mismatched.id,
      has: mismatched.frequency,
      asked: asset.frequency,
    });
  }
  const allSeries = [asset, ...others].map((series) => within(series, window));
  const days = commonDays(allSeries);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return failure(noOverlap([asset, ...others]));

  const columns = allSeries.map((series) => valuesOn(days, series));
  const nonFiniteIndex = columns.findIndex((column) => !allFinite(column));
  if (nonFiniteIndex >= 0) return failure(notFinite(allSeries[nonFiniteIndex]!, days, columns[nonFiniteIndex]!));

  return success({
    days,
    asset: columns[0]!,
    others: columns.slice(1),
    sample: {
      first: isoDay(first),
      last: isoDay(last),
      observations: days.length,
      frequency: asset.frequency,
      ...(asset.without ? { without: asset.without } : {}),
      shortenedBy: (days.length === allSeries[0]!.days.length ? [] : allSeries.slice(1))
        .map((series) => ({ series: series.id, rows: rowsMissing(allSeries[0]!.days, series.days) }))
        .filter(({ rows }) => rows > 0),
    },
  });
}

/** The part of a series inside the window, without copying. */
export function within(series: Series, { from, to }: Window): Series {
  const start = from === undefined ? 0 : firstAtOrAfter(series.days, dayOf(from));
  const end = to === undefined ? series.days.length : firstAtOrAfter(series.days, dayOf(to) + 1);
  if (start === 0 && end === series.days.length) return series;
  return {
    ...series,
    days: series.days.subarray(start, Math.max(start, end)),
    values: series.values.subarray(start, Math.max(start, end)),
  };
}

const dayOf = (isoText: string): number => dayOfIso(isoText);

function firstAtOrAfter(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonDays(all: readonly Series[]): Int32Array {
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

/**
 * Days that were found the same, and columns that were found finite: a loaded series never changes, and most of its
 * regressions are on the same factors. Comparing takes as long as the regression's own sums.
 */
const knownSame = new WeakMap<Int32Array, WeakSet<Int32Array>>();
const knownFinite = new WeakSet<Float64Array>();

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

function valuesOn(days: Int32Array, series: Series): Float64Array {
  if (days.length === series.days.length) return series.values;
  const values = new Float64Array(days.length);
  let j = firstAtOrAfter(series.days, days[0]!);
  for (let row = 0; row < days.length; row++) {
    while (series.days[j]! < days[row]!) j++;
    values[row] = series.values[j]!;
  }
  return values;
}

/**
 * Largest magnitude accepted. The fourth power of anything larger overflows a double; such a value is a
 * fault of the file and is treated like the infinity it would become.
 */
const largestValue = 1e60;
/** Multiplying by this makes anything above the largest accepted value overflow to infinity. */
const overflow = Number.MAX_VALUE / largestValue;

/** 0·x is 0 for every number and NaN for NaN and ±∞. Several sums in parallel: none waits for its last addition. */
function allFinite(values: Float64Array): boolean {
  if (knownFinite.has(values)) return true;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = values.length - (values.length % 4);
  for (let row = 0; row < whole; row += 4) {
    a += 0 * (overflow * values[row]!);
    b += 0 * (overflow * values[row + 1]!);
    c += 0 * (overflow * values[row + 2]!);
    d += 0 * (overflow * values[row + 3]!);
  }
  for (let row = whole; row < values.length; row++) a += 0 * (overflow * values[row]!);
  if (a + b + c + d !== 0) return false;
  knownFinite.add(values);
  return true;
}

function notFinite(series: Series, days: Int32Array, column: Float64Array): EngineProblem {
  const row = column.findIndex((value) => !Number.isFinite(overflow * value));
  return { kind: "not-finite", series: series.id, date: isoDay(days[row]!), value: column[row]! };
}

function noOverlap(all: readonly Series[]): EngineProblem {
  return {
    kind: "no-overlap",
    ranges: all.map(({ id, days }) => ({
      series: id,
      first: days.length === 0 ? "" : isoDay(days[0]!),
      last: days.length === 0 ? "" : isoDay(days.at(-1)!),
    })),
  };
}

function rowsMissing(wanted: Int32Array, present: Int32Array): number {
  return wanted.length - intersection(wanted, present).length;
}
