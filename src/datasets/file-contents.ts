import type { Series } from "../engine/series.ts";
import type { Reading } from "../reading.ts";
import type { AsideColumn } from "./set-aside.ts";
import type { SparseStretch } from "./sparse-stretch.ts";
import type { TableForm } from "./series-column.ts";

/** A series as a file holds it, without provenance. */
export interface FileSeries extends Omit<Series, "totals"> {
  /** Blank rows between the first and the last observation. */
  readonly blanks: number;
  /** Blank rows before the first observation: the time before a listing. */
  readonly blanksBefore: number;
  /** Blank rows after the last observation. */
  readonly blanksAfter: number;
  /** First and last date (ISO) of the file's calendar. */
  readonly calendar: { readonly first: string; readonly last: string };
  /** How it is written in the file. */
  readonly reading: Reading;
  /** Of prices: the day of the first one, which has no return. */
  readonly pricedSince?: number;
  /** Of daily prices: where they pass over weekdays. */
  readonly sparse?: SparseStretch;
  /** prices: the file has levels, and the series is made of them. */
  readonly content: "prices" | "returns";
}

/** What an import says of a file besides its series. */
export type FileNote =
  /** Letters in place of returns, as CRSP writes them. */
  | { readonly kind: "codes"; readonly series: string; readonly code: string; readonly count: number }
  /** Prices with a minus, CRSP's mark of the middle of bid and ask on a day without a trade. */
  | { readonly kind: "bid-ask"; readonly series: string; readonly count: number }
  /** Rows are weeks, which the file dates by that weekday. */
  | { readonly kind: "weeks"; readonly weekday: string; readonly begins: boolean }
  /** A week, month or year that had not ended. */
  | { readonly kind: "unfinished"; readonly date: string; readonly period: "day" | "week" | "month" | "year" }
  /** Rows of dividends and splits between the prices, which are none. */
  | { readonly kind: "events"; readonly count: number }
  /** Said to be prices, and moving so little that logarithms of prices look the same: their volatility as prices, per year. */
  | { readonly kind: "perhaps-logs"; readonly series: string; readonly volatility: number }
  /** Closing prices of which the file does not say whether dividends are in them. */
  | { readonly kind: "plain-close"; readonly series: string }
  /** Holes of more than a week in prices: no daily return over them. */
  | { readonly kind: "holes"; readonly series: string; readonly count: number }
  /** Its one series is called by the file's name. */
  | { readonly kind: "named-by-file"; readonly series: string }
  | { readonly kind: "encoding"; readonly encoding: string }
  /** Columns of which no series is made, beside those of which one is. */
  | { readonly kind: "set-aside"; readonly columns: readonly AsideColumn[] }
  /** Percent, or percent per year, made decimal per row. */
  | { readonly kind: "divided"; readonly series: readonly string[]; readonly divisor: number }
  /** French's layout with decimals. */
  | { readonly kind: "decimal" }
  /** Returns on days on which the market has none: the most of one series, and the first such day. */
  | { readonly kind: "calendar"; readonly series: readonly string[]; readonly count: number; readonly first: string }
  /** A section of French's file, or a sheet of a workbook, was chosen among several. */
  | { readonly kind: "section"; readonly title: string; readonly sections: number; readonly isSheet?: true };

/** A parsed file. */
export interface FileContents {
  readonly layout: "course" | "french" | "prices" | "returns";
  /** What was recognized. */
  readonly form: TableForm | "French's library";
  /** The file's own edition ("202604 CRSP"), where it states one. */
  readonly vintage: string | null;
  readonly series: readonly FileSeries[];
  /** Columns without a single return. */
  readonly empty: readonly string[];
  readonly notes: readonly FileNote[];
}

export interface DataFile extends FileContents {
  /** The name without its folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
}
