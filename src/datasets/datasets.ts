import type { SeriesProblem } from "../engine/problem.ts";
import type { Frequency, Series } from "../engine/series.ts";
import type { Outcome } from "../outcome.ts";
import type { Reading } from "../reading.ts";

/** Where a series came from. Replies print it, so that nobody mistakes the sample for the market. */
export interface Provenance {
  readonly origin: "simulated sample" | "imported";
  /** The file's name without its folder. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** The name under which shown code reads it, where another loaded file has the same name. */
  readonly savedAs?: string;
  /** The file's own edition ("202604 CRSP"), where it states one. */
  readonly vintage: string | null;
  /** The file's layout: the course's own two, French's library, adjusted closes, or plain returns. */
  readonly layout: "course" | "french" | "prices" | "returns";
}

/** A file that days of a series come from, and how it is read there. */
export interface LayerSource {
  readonly file: string;
  readonly sha256: string;
  readonly savedAs?: string;
  readonly layout: Provenance["layout"];
  readonly reading: Reading;
}

/** A series with its provenance. */
export interface DataSeries extends Series {
  /** A display name: "JPMorgan Chase". The id where none is known. */
  readonly name: string;
  readonly provenance: Provenance;
  /** Of a daily excess return: the same asset's daily total returns, where another file of the same origin has them. */
  readonly totals?: DataSeries;
  /** Rows of the file's calendar that were blank for this series between its first and last observation. */
  readonly blanks: number;
  /** How it is written in its file. */
  readonly reading: Reading;
  /** Older files that gave the days which this one lacks, newest first. */
  readonly earlier: readonly LayerSource[];
  /** The parts of a portfolio; a loaded series has none. */
  readonly holdings?: readonly { readonly series: DataSeries; readonly weight: number }[];
  /** First and last date (ISO) of the file's own calendar, the rows that are blank for this series included. */
  readonly calendar: { readonly first: string; readonly last: string };
}

/** All loaded series; an imported one replaces the sample's of the same id and frequency. */
export interface Datasets {
  /** Assets before factors, in the catalogue's order. */
  readonly series: readonly DataSeries[];
  /** Series that another file's of the same id and frequency stand before: found as `JPM@file`. */
  readonly hidden: readonly DataSeries[];
  /** Portfolios that instructors named; a series of the same id stands before one. */
  readonly portfolios: readonly { readonly name: string; readonly expression: string }[];
  /**
   * The series of an id (case-insensitive). Without a frequency: the daily one if it is loaded.
   * Errors: unknown-series with the nearest ids; wrong-frequency where only another frequency is loaded.
   */
  find(id: string, frequency?: Frequency): Outcome<DataSeries, SeriesProblem>;
}
