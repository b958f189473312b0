import { isoDay } from "../calendar.ts";
import { isPublishedFactor } from "./catalogue.ts";
import type { DayDoubt } from "./problem.ts";
import type { FileSeries } from "./file-contents.ts";
import { deadStretches } from "./dead-stretch.ts";
import { priceUnitStretches, returnUnitStretch, type UnitStretch } from "./unit-stretch.ts";

/** Splits that exchanges know, as new shares per old one; their inverses are reverse splits. */
const largeRatios: readonly number[] = [2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50];
const smallRatios: readonly number[] = [5 / 4, 4 / 3, 3 / 2, 5 / 3];
/** The least moves per period that are worth a look, far above what a share does in a crash. */
const largeMove = { daily: [-0.45, 0.45], weekly: [-0.45, 0.6], monthly: [-0.45, 1.5], annual: [-0.9, 5] } as const;
/** How far beside its ratio a split's return may be: what a share does on an ordinary day, or in an ordinary month. */
const besideRatio = { daily: 0.06, weekly: 0.08, monthly: 0.1, annual: 0 } as const;
/** Rows on either side from which a series' ordinary move is taken. */
const neighbours = 10;
const staleRows = 20;

/**
 * Days of a series that no market is likely to have had. Splits, a change from pence to pounds and a price off by a
 * digit are found by the size of the return; a delisted share by a tail without a change. A crash, or a day on which
 * a takeover failed, can look the same: a person decides. Published factors (momentum lost 52.6% in July 1932) are
 * asked about spikes alone. `isPublished`: the file is of a data library.
 */
export function dayDoubts(series: FileSeries, isPublished: boolean): readonly DayDoubt[] {
  if (series.kind === "rate") return [];
  const dead = deadDoubts(series);
  if (isPublished || isPublishedFactor(series.id)) return [...jumps(series, []).filter(({ kind }) => kind === "spike"), ...dead.filter(({ kind }) => kind === "stale")];
  const units = unitStretches(series);
  return [...jumps(series, units), ...units.map((stretch) => unitDoubt(series, stretch)), ...dead];
}

/** Stretches in which a series stands still; one that lasts to the end is a tail. */
function deadDoubts({ id, values, days, frequency }: FileSeries): readonly DayDoubt[] {
  if (frequency === "annual") return [];
  return deadStretches(values, frequency).flatMap(({ from, to }): DayDoubt[] => {
    const at = { series: id, date: isoDay(days[from]!), rows: to - from };
    const value = values[from]!;
    if (to < values.length || value !== 0) return [{ ...at, kind: "dead", until: isoDay(days[to - 1]!), value }];
    return frequency === "daily" && to - from >= staleRows ? [{ ...at, kind: "stale" }] : [];
  });
}

function unitStretches({ content, values }: Pick<FileSeries, "content" | "values">): readonly UnitStretch[] {
  if (content === "prices") return priceUnitStretches(values);
  const found = returnUnitStretch(values);
  return found === null ? [] : [found];
}

function unitDoubt({ id, days, content }: Pick<FileSeries, "id" | "days" | "content">, { from, to, factor }: UnitStretch): DayDoubt {
  return { kind: "units", series: id, date: isoDay(days[from]!), until: isoDay(days[to - 1]!), rows: to - from, factor, of: content };
}

/** For a column that can't be read as returns: the days, "2015-01-02 to 2015-03-31", of which it has percent beside decimals. Blanks are NaN. */
export function mixedUnits(days: Int32Array, column: Float64Array): string | null {
  const rows = [...column.keys()].filter((row) => !Number.isNaN(column[row]!));
  const stretch = returnUnitStretch(Float64Array.from(rows, (row) => column[row]!));
  return stretch === null || stretch.factor < 1 ? null : `${isoDay(days[rows[stretch.from]!]!)} to ${isoDay(days[rows[stretch.to - 1]!]!)}`;
}

/** A split of 3:2 or less looks like a day of bad news, and some markets have met on a Saturday: reported, not asked about. */
export const stopsImport = ({ kind }: DayDoubt): boolean => kind !== "small-split" && kind !== "weekend" && kind !== "all-future";

/** No smaller move is doubtful: a split of 6:5 is −17%. */
const leastMove = 0.15;

/** Moves too large for a market, but for those that lie in another unit's returns, or lead into its prices and out again. */
function jumps({ id, values, days, frequency, content }: FileSeries, units: readonly UnitStretch[]): readonly DayDoubt[] {
  const doubts: DayDoubt[] = [];
  const [lowest, highest] = largeMove[frequency];
  const isOfUnits = (row: number): boolean => units.some(({ from, to }) => (content === "prices" ? row === from || row === to : row >= from && row < to));
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Math.abs(value) < leastMove || isOfUnits(row)) continue;
    const next = values[row + 1] ?? 0;
    const at = { series: id, date: isoDay(days[row]!), value };
    const ratio = nearestRatio(1 + value, largeRatios, besideRatio[frequency]);
    if (value <= highest && value >= lowest && ratio === null) {
      const [small, other] = frequency === "monthly" ? monthlySplitAt(values, row) : smallSplitAt(values, row, frequency);
      if (small !== undefined) doubts.push({ ...at, kind: "small-split", ratio: small, ...(other === undefined ? {} : { other }) });
      continue;
    }
    const returns = (1 + value) * (1 + next);
    if ((value > 2 || value < -0.8) && Math.abs(returns - 1) < 0.25) {
      doubts.push({ ...at, kind: "spike" });
      row++;
    } else if (near(1 + value, 0.01) || near(1 + value, 100)) doubts.push({ ...at, kind: "hundredfold" });
    else doubts.push(ratio === null ? { ...at, kind: "jump" } : { ...at, kind: "split", ratio });
  }
  return doubts;
}

const near = (gross: number, target: number): boolean => Math.abs(gross / target - 1) < 0.1;

/** 2 for a price that halved, 0.1 for one that is tenfold; null where none of the ratios comes within the tolerance. */
function nearestRatio(gross: number, ratios: readonly number[], tolerance: number): number | null {
  let nearest: { readonly ratio: number; readonly beside: number } | null = null;
  for (const one of ratios) {
    for (const ratio of [one, 1 / one]) {
      const beside = Math.abs(gross * ratio - 1);
      if (beside < tolerance && (nearest === null || beside < nearest.beside)) nearest = { ratio, beside };
    }
  }
  return nearest?.ratio ?? null;
}

/**
 * A ratio of 3:2 or so, where the return is far outside the moves of the rows around it and beside the ratio by no
 * more than such a move: bad news seldom comes on so quiet days and falls so near.
 */
function smallSplitAt(values: Float64Array, row: number, frequency: FileSeries["frequency"]): readonly number[] {
  const value = values[row]!;
  const ordinary = frequency === "annual" ? null : ordinaryMove(values, row);
  if (ordinary === null || Math.abs(Math.log1p(value)) < 8 * ordinary) return [];
  const ratio = nearestRatio(1 + value, smallRatios, Math.min(Math.max(1.5 * ordinary, 0.005), 0.03));
  return ratio === null ? [] : [ratio];
}

/** Of a row's neighbours: 1.4826 times the median size; null where there are too few. */
function ordinaryMove(values: Float64Array, row: number): number | null {
  const around = [...values.slice(Math.max(0, row - neighbours), row), ...values.slice(row + 1, row + 1 + neighbours)].map(Math.abs).sort((a, b) => a - b);
  return around.length < neighbours ? null : 1.4826 * around[around.length >> 1]!;
}

/** In a month a share moves as far as lies between these two, so that both may fit. */
const monthlyRatios: readonly number[] = [3 / 2, 2];

/**
 * The ratios, the nearest first, of a split that may be in a month's return: the return is four ordinary months large, and
 * beside the ratio by no more than two of them. Of 6,450 months of 19 shares 7 were so without a split; of 2:1 splits put
 * in at random, and not asked about for their size, it finds 55%.
 */
function monthlySplitAt(values: Float64Array, row: number): readonly number[] {
  const gross = 1 + values[row]!;
  const ordinary = ordinaryMove(values, row);
  if (ordinary === null || gross > 1 || -Math.log(gross) < 4 * ordinary) return [];
  const beside = (ratio: number): number => Math.abs(gross * ratio - 1);
  return monthlyRatios.filter((ratio) => beside(ratio) < Math.min(2 * ordinary, 0.2)).toSorted((one, other) => beside(one) - beside(other));
}
