/** A file as the course's own: a date column, one column a ticker, decimal returns, nothing where there is none. */
import { isoOf } from "./calendar.ts";
import type { Column } from "./columns.ts";

export interface CourseColumn {
  readonly ticker: string;
  /** By day; a day without an entry is blank. */
  readonly returns: ReadonlyMap<number, number>;
}

export function courseFile(days: readonly number[], columns: readonly CourseColumn[], decimals: number): string {
  const header = ["date", ...columns.map(({ ticker }) => ticker)].join(",");
  const lines = days.map((day) =>
    [isoOf(day), ...columns.map(({ returns }) => returns.get(day)?.toFixed(decimals) ?? "")].join(","),
  );
  return [header, ...lines, ""].join("\n");
}

export function returnsByDay(
  days: readonly number[],
  rows: readonly number[],
  returns: Column,
): ReadonlyMap<number, number> {
  return new Map(rows.map((row, index) => [days[row]!, returns[index]!]));
}
