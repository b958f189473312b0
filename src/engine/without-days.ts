import type { DaySpan, Series } from "./series.ts";

const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;

/** The series without the rows that lie in one of the spans, both ends included; the same one where there are none. */
export function withoutDays<S extends Series>(series: S, spans: readonly DaySpan[]): S {
  if (spans.length === 0) return series;
  const bounds = spans.map(({ first, last }) => [dayOf(first), dayOf(last)] as const);
  const kept = series.days.map((day, row) => (bounds.some(([first, last]) => day >= first && day <= last) ? -1 : row)).filter((row) => row >= 0);
  return { ...series, without: spans, days: Int32Array.from(kept, (row) => series.days[row] ?? 0), values: Float64Array.from(kept, (row) => series.values[row] ?? 0) };
}
