/**
 * Simple excess returns measured in another way, by the risk-free rate of the same day, week, month or year.
 *
 * log: ln(1 + r) − ln(1 + rf), r with the rate in it. Logs add up over time: those of a month are the sum of its days',
 * as its simple returns are Π(1 + r) − 1 (Campbell, Lo and MacKinlay 1997, 1.4.1). They don't add up across holdings, so
 * a portfolio's is the log of its return. raw: r itself, the rate left in, as providers of β take it.
 *
 * A zero-cost factor (SMB) has no rate in it: its log is ln(1 + f), and raw it stays what it is. Decimal per period, in
 * and out. Checked against numpy on the sample (test/golden/conventions.py).
 */
import type { Series } from "./series.ts";

export type ReturnMeasure = "simple" | "log" | "raw";

/**
 * `rate`: of the series' frequency; null for a zero-cost factor, and where none is known. On days without a rate the log
 * is ln(1 + excess), and there is no raw return. A return of −100% or less has no log: NaN, which `alignSeries` refuses.
 *
 * @example
 * ```ts
 * const excess = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(1, 2), values: Float64Array.of(0.5, 0.25) } as const;
 * const rate = { id: "RF", kind: "rate", frequency: "daily", days: Int32Array.of(2), values: Float64Array.of(0.25) } as const;
 * [...measuredReturns(excess, "log", rate).values].map(Math.exp); // → [1.5, 1.2]
 * [...measuredReturns(excess, "raw", rate).values]; // → [0.5]
 * ```
 */
export function measuredReturns(excess: Series, measure: ReturnMeasure, rate: Series | null): Series {
  if (measure === "simple" || (measure === "raw" && rate === null)) return excess;
  const rates = new Map(Array.from(rate?.days ?? [], (day, row) => [day, rate?.values[row] ?? 0]));
  if (measure === "log") {
    const values = excess.values.map((value, row) => {
      const riskFree = rates.get(excess.days[row] ?? NaN) ?? 0;
      return Math.log1p(value + riskFree) - Math.log1p(riskFree);
    });
    return { ...excess, values };
  }
  const rows = Array.from(excess.days.keys()).filter((row) => rates.has(excess.days[row] ?? NaN));
  return {
    ...excess,
    days: Int32Array.from(rows, (row) => excess.days[row] ?? NaN),
    values: Float64Array.from(rows, (row) => (excess.values[row] ?? NaN) + (rates.get(excess.days[row] ?? NaN) ?? 0)),
  };
}
