import type { Series } from "../engine/series.ts";

/** What a file's numbers are: excess returns, total returns, or price levels. */
export type ContentKind = "excess" | "total" | "prices";

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
}

/** A parsed file in one of the course's layouts. */
export interface FileContents {
  readonly layout: "course" | "french" | "prices" | "returns";
  /** The file's own edition ("202604 CRSP"), where it states one. */
  readonly vintage: string | null;
  readonly series: readonly FileSeries[];
  /** Columns without a single return. */
  readonly empty: readonly string[];
}

export interface DataFile extends FileContents {
  /** The name without its folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
}
