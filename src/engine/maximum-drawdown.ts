import { isoDay } from "../calendar.ts";
import { drawdowns, type Drawdown } from "./drawdowns.ts";

/**
 * The largest fall of compounded returns from a peak (drawdowns.ts); without any loss a depth of 0, on the first day.
 *
 * @example
 * ```ts
 * maximumDrawdown(Int32Array.of(0, 1, 2), Float64Array.of(1, -0.5, 1)); // → { depth: 0.5, peak: "1970-01-01", trough: "1970-01-02", recovered: "1970-01-03" }
 * ```
 */
export const maximumDrawdown = (days: Int32Array, returns: Float64Array): Drawdown => drawdowns(days, returns)[0] ?? withoutLoss(isoDay(days[0]!));

const withoutLoss = (day: string): Drawdown => ({ depth: 0, peak: null, trough: day, recovered: day });
