import type { EngineProblem } from "./problem.ts";
import { dayOfIso, isoDay } from "../calendar.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Sample } from "./factor-fit.ts";
import type { Series } from "./series.ts";
import { commonDays, firstAtOrAfter, rowsMissing, valuesOn } from "./common-days.ts";
import { allFinite, notFinite } from "./finite-column.ts";

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
