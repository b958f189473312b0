/** The columns that a recipe regresses: excess returns on common days, with the rate put back or logarithms, by day or by period. */
import { periodEndOf } from "../compound.ts";
import { periodStartOf } from "../drop-partial-periods.ts";
import type { LongFrequency } from "../series.ts";
import type { RecipeReturns } from "./recipe.ts";

/** An asset and its market factor on the same days, both excess, with the risk-free rate of those days. */
export interface RecipeColumns {
  readonly days: Int32Array;
  readonly asset: Float64Array;
  readonly factor: Float64Array;
  /** null where no rate is loaded. */
  readonly rate: Float64Array | null;
}

/** The same days with what was subtracted put back, subtracted again, or logarithms taken; null where that needs a rate that is not loaded. */
export function withReturns(columns: RecipeColumns, returns: RecipeReturns): RecipeColumns | null {
  const { asset, factor, rate } = columns;
  if (returns === "excess") return columns;
  if (returns === "log") return { ...columns, asset: asset.map(Math.log1p), factor: factor.map(Math.log1p) };
  if (rate === null) return null;
  const sign = returns === "rate-twice" ? -1 : 1;
  const shifted = (values: Float64Array): Float64Array => values.map((value, row) => value + sign * rate[row]!);
  return { ...columns, asset: shifted(asset), factor: returns === "total" ? shifted(factor) : factor };
}

/** The last day of each day's period; grouping several columns by the same days needs it once. */
export const periodEnds = (days: Int32Array, frequency: LongFrequency): Int32Array => {
  const ends = new Int32Array(days.length);
  let end = -Infinity;
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!;
    if (day > end) end = periodEndOf[frequency](day);
    ends[row] = end;
  }
  return ends;
};

/** One value per period: Π(1 + r) − 1 of its days, or their sum. */
export function byPeriod(values: Float64Array, ends: Int32Array, summed: boolean): Float64Array {
  const periods: number[] = [];
  let value = 0;
  for (let row = 0; row < values.length; row++) {
    const dayValue = values[row]!;
    value = summed ? value + dayValue : value + dayValue + value * dayValue;
    if (row + 1 < values.length && ends[row + 1] === ends[row]) continue;
    periods.push(value);
    value = 0;
  }
  return Float64Array.from(periods);
}

/** The last day of each period, once. */
export function lastRows(ends: Int32Array): Int32Array {
  const days: number[] = [];
  for (let row = 0; row < ends.length; row++) if (row + 1 === ends.length || ends[row + 1] !== ends[row]) days.push(ends[row]!);
  return Int32Array.from(days);
}

/** All columns by period, dated at the period's last calendar day. */
export function columnsByPeriod(columns: RecipeColumns, ends: Int32Array, summed: boolean): RecipeColumns {
  const { asset, factor, rate } = columns;
  return {
    days: lastRows(ends),
    asset: byPeriod(asset, ends, summed),
    factor: byPeriod(factor, ends, summed),
    rate: rate && byPeriod(rate, ends, summed),
  };
}

/** A period is whole where its days begin within four days of its beginning, and it has ended by the last day, weekends aside. */
const slackDays = { start: 4, end: 2 } as const;

/** The range of whole periods: without the first and the last where days cut them. */
export function wholePeriods({ days }: RecipeColumns, daily: Int32Array, frequency: LongFrequency): readonly [number, number] {
  const [first, last] = [days[0]!, days.at(-1)!];
  const start = periodStartOf(first, frequency) + slackDays.start >= daily[0]! ? 0 : 1;
  const slack = frequency === "weekly" ? 0 : slackDays.end;
  return [start, Math.max(start, last <= daily.at(-1)! + slack ? days.length : days.length - 1)];
}
