import type { Outcome } from "../outcome.ts";
import type { Field } from "./column-names.ts";
import type { FileFault } from "./rows.ts";
import type { AsideColumn } from "./set-aside.ts";

/** What the table is, as an import reports it. */
export type TableForm =
  | "table"
  | "one ticker's prices"
  | "yfinance"
  | "long table"
  | "Nasdaq"
  | "Investing.com"
  | "Alpha Vantage"
  | "Tiingo"
  | "Stooq"
  | "CRSP"
  | "Bloomberg"
  | "Datastream"
  | "q-factors"
  | "AQR";

/** A column of numbers that becomes a series. */
export interface SeriesColumn {
  readonly id: string;
  /** Its header in the file. */
  readonly name: string;
  readonly column: number;
  /** In a long table: the text in the ticker's column of its rows. */
  readonly ticker: string | null;
  /** What the vendor's field says of the numbers; null where it says nothing. */
  readonly field: "adjusted" | "close" | "return" | null;
}

export interface TableColumns {
  /** The id of the one series was taken from the file's name. */
  readonly isNamedByFile?: true;
  readonly form: TableForm;
  readonly tickerColumn: number | null;
  readonly columns: readonly SeriesColumn[];
  /** Columns beside them that are ratios, levels or counts. */
  readonly aside?: readonly AsideColumn[];
}

export type Columns = Outcome<TableColumns, FileFault>;

/** A column with what its header says. */
export interface NamedColumn {
  readonly name: string;
  readonly column: number;
  readonly field: Field | null;
}

/** The adjusted close, else a return, else the close. */
export const bestField = (named: readonly NamedColumn[]): NamedColumn | undefined =>
  (["adjusted", "return", "close"] as const).map((field) => named.find((one) => one.field === field)).find(Boolean);

/** The field of a series, where it is one of prices or returns. */
export const priceField = (field: Field | null): SeriesColumn["field"] => (field === "adjusted" || field === "close" || field === "return" ? field : null);
