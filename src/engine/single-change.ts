/**
 * When did β change, if it changed once and at once? The split with the smallest sum of squared residuals, α held
 * constant (Bai 1997), among those that beta-stability.ts searches.
 *
 * With S(k) the sum of squares of r = α + β·f + δ·f·[row ≥ k] + ε, the 95% set holds the splits with
 * S(k) − S(k̂) ≤ 7.35·η², η² = Σf²ε²/Σf²: the likelihood ratio of a split, whose limit is (1 − e^(−x/2))² whatever
 * the size of the change (Hansen 2000, theorem 2; Eo and Morley 2015), η² for noise that depends on the factor. Its first
 * and last split are the interval. Bai's own interval held the change in 81 to 90% of made-up samples with clustered
 * volatility, this one in 94 to 99%.
 *
 * Everything supposes one change: several, or a drift, have a best split as well. So both parts are tested again by the
 * robust sup-LM; `furtherP` is the smaller p-value times the number of parts tested (Bonferroni). For one factor.
 * Checked against numpy.
 */
import { isoDay } from "../calendar.ts";
import { betaStability, searchedRows } from "./beta-stability.ts";
import type { FactorFit } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import { leastSquares } from "./least-squares.ts";
import { compensatedSum, mean } from "./moments.ts";
import type { Series } from "./series.ts";

export interface SingleChange {
  /** Rows up to the best split. */
  readonly rowsBefore: number;
  /** ISO: the first row after it, and after the earliest and latest split of the 95% interval. */
  readonly firstAfter: string;
  readonly interval: readonly [earliest: string, latest: string];
  /** The interval reaches an end of the days searched, so the change may lie outside them. */
  readonly isAtEdge: boolean;
  /** That β was constant before and after the split; null where both parts have too few rows to say. */
  readonly furtherP: number | null;
}

/** (1 − e^(−x/2))² = 0.95, as Hansen (2000, table 1) prints it. */
const criticalRatio = 7.35;

/** Of a fit that `betaStability` can test. */
export function singleChange(fit: FactorFit): SingleChange {
  const { days, asset, factors, residuals } = fit.rows;
  const factor = factors[0];
  const { firstBreak, lastBreak } = searchedRows(days.length);
  const gains = squaresExplained(factor, residuals, { firstBreak, lastBreak });
  const largest = gains.reduce((most, gain) => Math.max(most, gain), 0);
  const rowsBefore = firstBreak + gains.indexOf(largest);
  const later = factor.map((value, row) => (row < rowsBefore ? 0 : value));
  const noise = leastSquares(asset, [factor, later]).residuals;
  const squares = factor.map((value) => value * value);
  const scale = compensatedSum(squares.map((square, row) => square * noise[row]! ** 2)) / compensatedSum(squares);
  const isInside = (gain: number): boolean => largest - gain <= criticalRatio * scale;
  const [earliest, latest] = [firstBreak + gains.findIndex(isInside), firstBreak + gains.findLastIndex(isInside)];
  return {
    rowsBefore,
    firstAfter: isoDay(days[rowsBefore]!),
    interval: [isoDay(days[earliest]!), isoDay(days[latest]!)],
    isAtEdge: earliest === firstBreak || latest === lastBreak,
    furtherP: furtherChange(fit, rowsBefore),
  };
}

/** What each split takes from the sum of squares: that of the residuals on f·[row < k], less α and β's part of it. */
function squaresExplained(factor: Float64Array, residuals: Float64Array, { firstBreak, lastBreak }: { readonly firstBreak: number; readonly lastBreak: number }): Float64Array {
  const rows = factor.length;
  const average = mean(factor);
  const spread = compensatedSum(factor.map((value) => (value - average) ** 2));
  const gains = new Float64Array(lastBreak - firstBreak + 1);
  let [sum, squares, products] = [0, 0, 0];
  for (let row = 0; row < lastBreak; row++) {
    const value = factor[row]!;
    sum += value;
    squares += value * value;
    products += value * residuals[row]!;
    const left = squares - sum ** 2 / rows - (squares - average * sum) ** 2 / spread;
    // A part of rows on which the factor stands still splits nothing.
    if (row + 1 >= firstBreak) gains[row + 1 - firstBreak] = left > 1e-12 * squares ? products ** 2 / left : 0;
  }
  return gains;
}

function furtherChange({ asset, factors, rows, sample }: FactorFit, rowsBefore: number): number | null {
  const part = (start: number, end?: number): readonly number[] => {
    const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: sample.frequency, days: rows.days.slice(start, end), values: values.slice(start, end) });
    const fit = fitFactors(series(asset, rows.asset), [series(factors[0], rows.factors[0])]);
    const tested = fit.ok ? betaStability(fit.value) : fit;
    return tested.ok ? [tested.value.pValue] : [];
  };
  const pValues = [...part(0, rowsBefore), ...part(rowsBefore)];
  return pValues.length === 0 ? null : Math.min(1, Math.min(...pValues) * pValues.length);
}
