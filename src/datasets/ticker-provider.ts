import type { Outcome } from "../outcome.ts";
import type { FileFault } from "./rows.ts";

/** A service that gives a ticker's adjusted closes by name. */
export interface TickerProvider {
  readonly name: "Tiingo" | "Yahoo Finance";
  /** What its data may be used for, in a sentence. */
  readonly terms: string;
  /** The name of the stored file: one per provider and ticker. */
  fileOf(ticker: string): string;
  /** The address of all of a ticker's days up to `now`. */
  request(ticker: string, now: Date): { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  /** The answer as a table that the importer reads: dates, and closes adjusted for splits and dividends. */
  tableOf(ticker: string, answer: Uint8Array, now: Date): Outcome<Uint8Array, FileFault>;
}
