import type { Frequency } from "../engine/series.ts";
import type { Failure } from "../outcome.ts";
import { readFailure, type FileFault } from "./rows.ts";
import { sizeOf } from "./value-evidence.ts";

/** Whether returns are percent, by the size of their numbers. */

/** From this typical size on, returns of a period are percent: 0.05 per day is a volatility of about 120% per year. */
export const percentFrom: Readonly<Record<Frequency, number>> = { daily: 0.05, weekly: 0.1, monthly: 0.2, annual: 1.5 };

/** By their size; `observed` without blanks. */
export function looksLikePercent(observed: Float64Array, frequency: Frequency): boolean {
  if (observed.length >= 20) return sizeOf(observed) > percentFrom[frequency];
  return observed.filter((value) => Math.abs(value) > 0.2).length > 0.5 * observed.length;
}

/** As decimals they would more than double in a year, far beyond what chance gives: a quiet fund in percent. */
export function isAbsurdMean(observed: Float64Array, rowsPerYear: number): boolean {
  if (observed.length < 20) return false;
  const mean = observed.reduce((sum, value) => sum + value, 0) / observed.length;
  const variance = observed.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (observed.length - 1);
  return mean * rowsPerYear > 1 && mean > 5 * Math.sqrt(variance / observed.length);
}

interface NamedValues {
  readonly name: string;
  /** NaN where blank. */
  readonly values: Float64Array;
}

/** Returns of which one column has the size of percent and another that of decimals: no one option is right for both. */
export function mixedColumns(columns: readonly NamedValues[], frequency: Frequency): Failure<FileFault> | null {
  const returns = columns.filter(({ values }) => isReturnLike(values));
  const isPercent = ({ values }: NamedValues): boolean => looksLikePercent(values.filter((value) => !Number.isNaN(value)), frequency);
  const percent = returns.find(isPercent);
  const decimal = returns.find((column) => !isPercent(column));
  return percent === undefined || decimal === undefined ? null : readFailure("mixed-columns", null, null, `${percent.name}, ${decimal.name}`);
}

/** Both signs, as returns have and prices have not. */
function isReturnLike(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value) && value !== 0);
  const positive = known.filter((value) => value > 0).length;
  return known.length >= 20 && positive > 0.2 * known.length && positive < 0.8 * known.length;
}
