import { isoDay } from "../calendar.ts";
import type { DataSeries } from "./datasets.ts";
import { correlation } from "./shift-doubts.ts";
import type { DayDoubt } from "./problem.ts";
import { layerChange } from "./series-layers.ts";

/** Fewer shared days say nothing. */
const fewestShared = 10;
/** Another vendor's or a revised version of a series is above it by far; two shares of one industry are below. */
const sameSeriesFrom = 0.9;

/**
 * Whether a series that would be merged into an older one of its name is another one: a ticker that was used again, a
 * wrong `--as`, a column that is called by its country. Nearly all days that both have differ, and the two don't move
 * together.
 */
export function otherSeriesDoubt(newer: DataSeries, older: DataSeries): DayDoubt | null {
  const pairs = sharedPairs(newer, older);
  if (pairs.length < fewestShared) return null;
  const { revised } = layerChange(newer, older);
  if (revised < 0.8 * pairs.length) return null;
  const together = correlation(pairs.map(({ now, before }) => [now, before]));
  if (together >= sameSeriesFrom) return null;
  return { kind: "other-series", series: newer.id, date: isoDay(pairs[0]!.day), rows: pairs.length, differing: revised, correlation: together, file: older.provenance.file };
}

/** Returns that are written or rounded otherwise differ to both sides. */
const oneSidedFrom = 0.95;
const fewestDiffering = 60;

/**
 * Whether nearly all days that both have differ to one side: an excess return over the total one of the same asset, or
 * one with a fee, which moves α by just that. A dividend or a split that was entered later changes a few days.
 */
export function oneSidedDoubt(newer: DataSeries, older: DataSeries): DayDoubt | null {
  const pairs = sharedPairs(newer, older);
  const differing = pairs.filter(({ now, before }) => Math.abs(now - before) > 1e-6);
  if (differing.length < fewestDiffering || differing.length < 0.8 * pairs.length) return null;
  const lower = differing.filter(({ now, before }) => now < before).length;
  if (Math.max(lower, differing.length - lower) < oneSidedFrom * differing.length) return null;
  const change = differing.reduce((sum, { now, before }) => sum + now - before, 0) / differing.length;
  return { kind: "one-sided", series: newer.id, date: isoDay(differing[0]!.day), rows: pairs.length, differing: differing.length, change, file: older.provenance.file };
}

/** Whether closing prices would take the place of adjusted ones: on the days that differ the newer return is lower, by a dividend. */
export function lostDividendsDoubt(newer: DataSeries, older: DataSeries): DayDoubt | null {
  const { revised, largestRevision } = layerChange(newer, older);
  const lower = sharedPairs(newer, older).filter(({ now, before }) => now < before - 1e-6).length;
  if (largestRevision === null || lower < 0.8 * revised) return null;
  return { kind: "lost-dividends", series: newer.id, date: isoDay(largestRevision.day), rows: revised, file: older.provenance.file };
}

function sharedPairs(newer: DataSeries, older: DataSeries): readonly { readonly day: number; readonly now: number; readonly before: number }[] {
  const olderValues = new Map([...older.days].map((day, row) => [day, older.values[row]!]));
  return [...newer.days].flatMap((day, row) => {
    const before = olderValues.get(day);
    return before === undefined ? [] : [{ day, now: newer.values[row]!, before }];
  });
}
