/**
 * A file in the layout of Kenneth French's data library: some lines of text, a blank one, a header without a name
 * for its first column, rows in percent, and after the months a second table of calendar years. The text is ours
 * and says that the numbers are simulated.
 */
import { dateOf } from "./calendar.ts";
import type { Column } from "./columns.ts";
import { byMonth, byYear } from "./compound.ts";

export interface FrenchColumn {
  readonly name: string;
  /** Percent a day. */
  readonly daily: Column;
}

/** Decimals of a percentage, in every table. */
export const percentDecimals = 5;

export function dailyFile(subject: string, days: readonly number[], columns: readonly FrenchColumn[]): string {
  return joined([
    ...introduction(subject, "Simple returns a day, in percent."),
    ...table(
      days.map(compactDate),
      columns.map(({ name, daily }) => ({ name, percent: daily })),
    ),
    ...ending,
  ]);
}

export function monthlyFile(
  subject: string,
  days: readonly number[],
  columns: readonly FrenchColumn[],
  annualTitle: readonly string[],
): string {
  const months = columns.map(({ name, daily }) => ({ name, ...byMonth(days, daily.map(toDecimal)) }));
  const years = months.map(({ name, ...ofMonths }) => ({ name, ...byYear(ofMonths) }));
  const periods = (tables: readonly { periods: readonly number[] }[]): readonly string[] =>
    tables[0]?.periods.map(String) ?? [];
  const inPercent = ({ name, values }: { name: string; values: Column }): { name: string; percent: Column } => ({
    name,
    percent: values.map((value) => value * 100),
  });
  return joined([
    ...introduction(subject, "Simple returns a month, in percent: each column's days of the daily file, compounded."),
    ...table(periods(months), months.map(inPercent)),
    "",
    ...annualTitle,
    ...table(
      periods(years).map((year) => `  ${year}`),
      years.map(inPercent),
    ),
    ...ending,
  ]);
}

function introduction(subject: string, contents: string): readonly string[] {
  return [
    `SIMULATED ${subject}: made up by a program to teach with. Not market data, and not the library's.`,
    "Only the name and the layout of this file are those of Kenneth French's data library.",
    contents,
    "-99.99 or -999 would stand for a missing value; this file has none.",
    "",
  ];
}

const ending = ["", "Simulated sample of Factor TA, version 1"];

function table(
  periods: readonly string[],
  columns: readonly { readonly name: string; readonly percent: Column }[],
): readonly string[] {
  const rows = periods.map((period, row) =>
    [period, ...columns.map(({ percent }) => percent[row]!.toFixed(percentDecimals).padStart(percentDecimals + 5))].join(
      ",",
    ),
  );
  return [`,${columns.map(({ name }) => name).join(",")}`, ...rows];
}

function compactDate(day: number): string {
  const { year, month, dayOfMonth } = dateOf(day);
  return String((year * 100 + month) * 100 + dayOfMonth);
}

function toDecimal(percent: number): number {
  return percent / 100;
}

function joined(lines: readonly string[]): string {
  return [...lines, ""].join("\r\n");
}
