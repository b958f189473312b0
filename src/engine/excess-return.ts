import type { EngineProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import type { Series } from "./series.ts";

/** A return over the risk-free rate, or a zero-cost portfolio's. */
export type ExcessReturn = Series & { readonly kind: "excess" };

/**
 * Total return minus the risk-free rate, on the days that both have, under the asset's id.
 *
 * The chapter's `df_returns['MSFT'] - df_factor['RF']` (6.7.2). Subtracting twice is refused: an excess
 * return or a rate as the asset is `wrong-return-kind`.
 *
 * Errors: `wrong-return-kind`, and those of `alignSeries`.
 *
 * @example
 * ```ts
 * const msft = { id: "MSFT", kind: "total", frequency: "daily", days: Int32Array.of(1, 2), values: Float64Array.of(0.5, 0.25) } as const;
 * const rf = { id: "RF", kind: "rate", frequency: "daily", days: Int32Array.of(1, 2), values: Float64Array.of(0.125, 0.125) } as const;
 * const excess = excessReturn(msft, rf);
 * excess.ok && [...excess.value.values]; // → [0.375, 0.125]
 * ```
 */
export function excessReturn(total: Series, rate: Series): Outcome<ExcessReturn, EngineProblem> {
  if (total.kind !== "total") return failure({ kind: "wrong-return-kind", series: total.id, has: total.kind, needs: "total" });
  if (rate.kind !== "rate") return failure({ kind: "wrong-return-kind", series: rate.id, has: rate.kind, needs: "rate" });
  const rows = alignSeries(total, [rate]);
  if (!rows.ok) return rows;
  const riskFree = rows.value.others[0]!;
  return success({
    id: total.id,
    kind: "excess",
    frequency: total.frequency,
    days: rows.value.days,
    values: rows.value.asset.map((value, row) => value - riskFree[row]!),
  });
}
