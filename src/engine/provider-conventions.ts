/**
 * How providers make the β that they print: of returns with the risk-free rate left in, on the S&P 500. Yahoo's "5Y
 * monthly" is of 60 months; Bloomberg's, by default, of 104 weeks to Friday, raw and adjusted, 0.67·raw + 0.33 (Blume
 * 1971, rounded). Both are of prices, without dividends.
 *
 * Checked against statsmodels on the sample (test/golden/conventions.py).
 */
import type { LongFrequency } from "./series.ts";

interface ProviderConvention {
  readonly name: "Yahoo" | "Bloomberg";
  readonly frequency: LongFrequency;
  /** How many periods, the last ones. */
  readonly rows: number;
  /** In words: "5 years". */
  readonly years: number;
  readonly printsAdjusted: boolean;
}

export const providerConventions = {
  yahoo: { name: "Yahoo", frequency: "monthly", rows: 60, years: 5, printsAdjusted: false },
  bloomberg: { name: "Bloomberg", frequency: "weekly", rows: 104, years: 2, printsAdjusted: true },
} as const satisfies Readonly<Record<string, ProviderConvention>>;

export type Provider = keyof typeof providerConventions;

/** Bloomberg's adjusted β of a raw one. */
export const bloombergAdjusted = (beta: number): number => 0.67 * beta + 0.33;
