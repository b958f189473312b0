import type { Series } from "../engine/series.ts";

/** What the numbers of a file are: returns over the risk-free rate, total returns, or price levels. */
export type ContentKind = "excess" | "total" | "prices";

/** A series as one file holds it, before it is known how the file came here. */
export interface FileSeries extends Series {
  /** Blank rows between the first and the last observation. */
  readonly blanks: number;
  /** Blank rows before the first observation: the time before a listing. */
  readonly blanksBefore: number;
  /** Blank rows after the last observation. */
  readonly blanksAfter: number;
  /** First and last date (ISO) of the file's calendar. */
  readonly calendar: { readonly first: string; readonly last: string };
}

/** What a file holds, by one of the layouts the course uses. */
export interface FileContents {
  readonly layout: "course" | "french" | "prices" | "returns";
  /** What the file says of its own edition ("202604 CRSP"), where it says it. */
  readonly vintage: string | null;
  readonly series: readonly FileSeries[];
  /** Columns without a single return. */
  readonly empty: readonly string[];
}

export interface DataFile extends FileContents {
  /** The name without its folder. */
  readonly file: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}
