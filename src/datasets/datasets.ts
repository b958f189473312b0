import type { SeriesProblem } from "../engine/problem.ts";
import type { Frequency, Series } from "../engine/series.ts";
import type { Outcome } from "../outcome.ts";

/** Where a series came from: what the recipe line says, so that nobody mistakes the sample for the market. */
export interface Provenance {
  readonly origin: "simulated sample" | "imported";
  /** The file's name without its folder. */
  readonly file: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** What the file says of its own edition ("202604 CRSP"), where it says it. */
  readonly vintage: string | null;
  /** How the file is laid out: the course's own two, French's library, adjusted closes, or plain returns. */
  readonly layout: "course" | "french" | "prices" | "returns";
}

/** A series with its papers. */
export interface DataSeries extends Series {
  /** A name for people: "JPMorgan Chase". The id where none is known. */
  readonly name: string;
  readonly provenance: Provenance;
  /** Rows of the file's calendar that were blank for this series between its first and last observation. */
  readonly blanks: number;
  /** First and last date (ISO) of the file's own calendar, the rows that are blank for this series included. */
  readonly calendar: { readonly first: string; readonly last: string };
}

/** All series that are loaded; imported ones stand in place of the sample's of the same id and frequency. */
export interface Datasets {
  /** In the order of the files, assets before factors. */
  readonly series: readonly DataSeries[];
  /**
   * The series of that id (any letter case). Without a frequency: the daily one where there is one.
   * unknown-series with the nearest ids, or wrong-frequency where only another frequency is loaded.
   */
  find(id: string, frequency?: Frequency): Outcome<DataSeries, SeriesProblem>;
}
