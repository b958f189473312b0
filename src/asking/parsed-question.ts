import type { Settings } from "./find-settings.ts";

/** A question taken apart by grammar, before anything is made of it. */
export interface ParsedQuestion {
  /** Lower case, spelling corrected, assets, dates and money replaced by a word for each. */
  readonly text: string;
  /** The same without those words, folded as names of the glossary are. */
  readonly words: readonly string[];
  readonly assets: readonly string[];
  /** Published factors, by symbol or in words, the market's first. */
  readonly factors: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly dollars: number | null;
  readonly horizon: "day" | "month" | "year" | null;
  readonly settings: Settings;
}
