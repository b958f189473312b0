/**
 * How one series is written in its file. The reader of data files makes it, and the shown Python is made from it, so
 * that both read the same cells by the same rule.
 */
export type Reading = PlainReading | FrenchReading | CellsReading;

/** Where the weekly rows of a file are dated by the weekend that follows their week: so many days after its Friday. */
interface DatedWeeks {
  readonly daysPastFriday?: 2;
}

/** Of daily prices: between these days (ISO) weekdays are passed over, and a return over more than one of them is left out. */
interface SparsePrices {
  readonly sparse?: { readonly first: string; readonly last: string };
}

/** A table with ISO dates in its first column and decimals in the others: pandas' own form. */
export interface PlainReading extends DatedWeeks, SparsePrices {
  readonly form: "plain";
  /** The column's name in the file. */
  readonly column: string;
  /** The date column's name, "" where it has none. */
  readonly dates: string;
  /** How many rows are read; null: all. */
  readonly rows: number | null;
  /** By what the numbers are divided: 100 where they are percent. */
  readonly divisor: number;
}

/** A section of one of Kenneth French's files: percent, with lines of text above. */
export interface FrenchReading extends DatedWeeks {
  readonly form: "french";
  readonly column: string;
  /** The line of the section's header; 1 is the file's first. */
  readonly line: number;
  readonly rows: number;
  /** Somebody divided the percent by 100 already. */
  readonly isDecimal: boolean;
}

/** Any other table, cell by cell. Columns and lines count from 0, as in pandas. */
export interface CellsReading extends DatedWeeks, SparsePrices {
  readonly form: "cells";
  readonly encoding: Encoding;
  /** The sheet of an Excel file. */
  readonly sheet: string | null;
  readonly delimiter: string;
  /** Lines above the first row, and rows. */
  readonly skip: number;
  readonly rows: number;
  readonly dates: DateCells;
  /** The last date (ISO) that is read, where rows of an unfinished period follow; null: all. */
  readonly until: string | null;
  /** The column of the numbers. */
  readonly column: number;
  /** In a table with one row per ticker and day: the ticker's column, and the text in it. */
  readonly ticker: { readonly column: number; readonly is: string } | null;
  readonly decimal: "." | ",";
  /** Numbers that stand for a missing value. */
  readonly missing: readonly number[];
  readonly divisor: number;
  /** CRSP marks a price that is the middle of bid and ask by a minus. */
  readonly absolute: boolean;
}

export type Encoding = "utf-8" | "utf-16" | "windows-1252" | "macintosh";

export interface DateCells {
  /** One column, or a year's and a month's. */
  readonly columns: readonly number[];
  /** As strptime writes it: "%Y-%m-%d". */
  readonly format: string;
  /** What of the cell is the date: all, its first ten characters, or all before a blank (a time stands behind). */
  readonly part: "all" | "ten" | "word";
}
