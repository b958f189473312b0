import { attempt } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import type { EngineProblem } from "./problem.ts";
import type { ExcessReturn } from "./excess-return.ts";

/** An excess return and its weight: dollars of it per dollar of the portfolio. */
interface WeightedReturn {
  readonly series: ExcessReturn;
  readonly weight: number;
}

/**
 * The excess return of a portfolio that is rebalanced to the same weights every period: r_p = Σ wᵢ·rᵢ, on the rows
 * that all holdings have.
 *
 * Weights need not sum to 1. What is not held is held at the risk-free rate, whose excess return is 0, so 0.5·A is half
 * the risk of A, and A − B earns the difference of two total returns.
 *
 * Errors: those of `alignSeries`.
 *
 * @example
 * ```ts
 * const series = (id: string, ...values: number[]) => ({ id, kind: "excess", frequency: "daily", days: Int32Array.of(1, 2), values: Float64Array.from(values) }) as const;
 * const portfolio = weightedReturns("P", [{ series: series("A", 0.5, 0.25), weight: 2 }, { series: series("B", 0.25, 0.5), weight: -1 }]);
 * portfolio.ok && [...portfolio.value.values]; // → [0.75, 0]
 * ```
 */
export function weightedReturns(id: string, holdings: readonly [WeightedReturn, ...WeightedReturn[]]): Outcome<ExcessReturn, EngineProblem> {
  return attempt(function* () {
    const [first, ...others] = holdings;
    const rows = yield* alignSeries(first.series, others.map(({ series }) => series));
    const values = rows.asset.map((value) => first.weight * value);
    for (const [index, { weight }] of others.entries()) {
      const column = rows.others[index]!;
      for (let row = 0; row < values.length; row++) values[row] = values[row]! + weight * column[row]!;
    }
    return { id, kind: "excess" as const, frequency: first.series.frequency, days: rows.days, values };
  });
}
