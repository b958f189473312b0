import type { OptionListing } from "../page-protocol.ts";

/** One option as typed. */
export interface Filled {
  readonly option: OptionListing;
  readonly text: string;
  /** Of the whole word, name and colon included. */
  readonly start: number;
  readonly end: number;
  /** Where the value begins: after `name:`. */
  readonly valueStart: number;
}
