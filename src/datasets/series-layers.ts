import type { DataSeries, LayerSource } from "./datasets.ts";

/** How two versions of one series differ. */
export interface LayerChange {
  /** Days that only the newer has, and that only the older has. */
  readonly added: number;
  readonly kept: number;
  /** Days on which both have a return and differ, and the largest difference. */
  readonly revised: number;
  readonly largestRevision: { readonly day: number; readonly from: number; readonly to: number } | null;
}

/** Smaller differences come of decimals that a file was cut to. */
const revisionFrom = 1e-6;

export function layerChange(newer: Pick<DataSeries, "days" | "values">, older: Pick<DataSeries, "days" | "values">): LayerChange {
  const olderValues = new Map([...older.days].map((day, row) => [day, older.values[row]!]));
  let [added, revised] = [0, 0];
  let largestRevision: LayerChange["largestRevision"] = null;
  for (const [row, day] of newer.days.entries()) {
    const from = olderValues.get(day);
    const to = newer.values[row]!;
    if (from === undefined) added++;
    else if (Math.abs(to - from) > revisionFrom) {
      revised++;
      if (largestRevision === null || Math.abs(to - from) > Math.abs(largestRevision.to - largestRevision.from)) largestRevision = { day, from, to };
    }
  }
  const newerDays = new Set(newer.days);
  return { added, kept: [...older.days].filter((day) => !newerDays.has(day)).length, revised, largestRevision };
}

/** One series of two files: on a day that both have, the newer file's return holds. An older file that gives no day is no source of it. */
export function overlay(newer: DataSeries, older: DataSeries): DataSeries {
  const newerDays = new Set(newer.days);
  const rows = [
    ...[...older.days].flatMap((day, row) => (newerDays.has(day) ? [] : [{ day, value: older.values[row]! }])),
    ...[...newer.days].map((day, row) => ({ day, value: newer.values[row]! })),
  ].sort((one, other) => one.day - other.day);
  const gaps = overGapsOf(newer, older, newerDays);
  const isUsed = rows.length > newer.days.length || gaps.isOlderUsed;
  const first = newer.calendar.first < older.calendar.first ? newer.calendar.first : older.calendar.first;
  const last = newer.calendar.last > older.calendar.last ? newer.calendar.last : older.calendar.last;
  return {
    ...newer,
    days: Int32Array.from(rows, ({ day }) => day),
    values: Float64Array.from(rows, ({ value }) => value),
    ...gaps.series,
    blanks: newer.blanks + older.blanks,
    calendar: { first, last },
    earlier: [...newer.earlier, ...(isUsed ? [sourceOf(older)] : []), ...older.earlier],
  };
}

const sourceOf = ({ provenance: { file, sha256, layout }, reading }: DataSeries): LayerSource => ({ file, sha256, layout, reading });

/** The newer file's gaps, and the older one's on days that the newer has no return for. */
function overGapsOf(newer: DataSeries, older: DataSeries, newerDays: ReadonlySet<number>): { readonly series: Pick<DataSeries, "overGaps">; readonly isOlderUsed: boolean } {
  const rows = [newer, older].flatMap(({ overGaps }, layer) =>
    Array.from(overGaps?.days ?? [], (day, row) => ({ day, since: overGaps!.since[row]!, value: overGaps!.values[row]!, isOlder: layer === 1 })),
  );
  const kept = rows.filter(({ day, isOlder }) => !isOlder || !newerDays.has(day)).sort((one, other) => one.day - other.day);
  const overGaps = {
    since: Int32Array.from(kept, ({ since }) => since),
    days: Int32Array.from(kept, ({ day }) => day),
    values: Float64Array.from(kept, ({ value }) => value),
  };
  return { series: kept.length === 0 ? {} : { overGaps }, isOlderUsed: kept.some(({ isOlder }) => isOlder) };
}
