import type { Sample } from "../engine/factor-fit.ts";
import { asTyped, count } from "./numbers.ts";

/** What a person should know about the rows before trusting a number: RF subtracted, a portfolio levered, a sample made shorter. */
export function sampleNotes(facts: {
  readonly sample: Sample;
  readonly riskFreeSubtracted: readonly string[];
  /** Portfolios and the sum of their weights. */
  readonly portfolios?: readonly { readonly id: string; readonly leverage: number }[];
  /** Rows of the window that were lost before the regression, by what was missing on them. */
  readonly lost?: readonly { readonly series: string; readonly cause: string; readonly rows: number }[];
}): readonly string[] {
  const { sample, riskFreeSubtracted, portfolios = [], lost = [] } = facts;
  const period = periods[sample.frequency];
  return [
    ...portfolios.map(({ id, leverage }) => `${id}: rebalanced to these weights every ${period.slice(0, -1)}${leverageWords(leverage)}.`),
    ...riskFreeSubtracted.map((id) => `${id} is a total return: I subtracted RF to make it an excess return.`),
    ...lost
      .filter(({ rows }) => rows > 0)
      .map(({ series, cause, rows }) => `${series} has a return on ${count(rows)} ${rows === 1 ? period.slice(0, -1) : period} without one of ${cause}: left out.`),
    ...sample.shortenedBy.map(
      ({ series, rows }) => `${series} has no return on ${count(rows)} of the asset's ${period}: those rows are left out.`,
    ),
  ];
}

const periods = { daily: "days", monthly: "months", annual: "years" } as const;

/** The weights' sum where it is not 1: what is left is held, or borrowed, at the risk-free rate. */
function leverageWords(sum: number): string {
  const leverage = Math.round(sum * 1e9) / 1e9;
  if (leverage === 1) return "";
  if (leverage === 0) return ", its weights sum to 0: a position that costs nothing";
  if (leverage > 1) return `, its weights sum to ${asTyped(leverage)}: the part above 1 is borrowed at the risk-free rate`;
  return `, its weights sum to ${asTyped(leverage)}: the rest lies at the risk-free rate`;
}
