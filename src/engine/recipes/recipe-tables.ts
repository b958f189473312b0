/** The rows on which a recipe's figures are computed, and how often people choose them: the first half of every recipe. */
import { alignSeries } from "../align-series.ts";
import type { LongFrequency, Series } from "../series.ts";
import { byPeriod, columnsByPeriod, lastRows, periodEnds, wholePeriods, withReturns, type RecipeColumns } from "./recipe-columns.ts";
import type { WindowChoice } from "./recipe-windows.ts";
import type { RecipePeriods, RecipeReturns, RecipeRows, RecipeSample } from "./recipe.ts";

/** What is loaded of an asset and its factors. Series are daily and excess, unless said otherwise. */
export interface RecipeInputs {
  readonly asset: Series;
  /** Whether the asset's file has total returns, from which the rate was subtracted here. */
  readonly isTotal: boolean;
  readonly rate: Series | null;
  /** The chapter's market factor for the asset, and the other one. */
  readonly usual: Series;
  readonly rival: Series | null;
  /** Other columns of the asset's file that the chapter drops blanks of together; none where it has a file of its own. */
  readonly joined: readonly Series[];
  /** Every row of the asset's file, blank ones included; null where it has no blanks. */
  readonly calendar: Int32Array | null;
  /** The library's own months and years, and the asset and factor of monthly and annual replies. */
  readonly published: (id: string, frequency: LongFrequency) => Series | null;
  readonly replies: readonly { readonly frequency: LongFrequency; readonly asset: Series; readonly factor: Series }[];
  /** Models of several factors, the market's first, with how often each is met. */
  readonly models: readonly { readonly factors: readonly Series[]; readonly weight: number }[];
}

/** A recipe departs from the chapter's way in so many respects at most. */
export const mostDepartures = 2;

export const rowOdds = {
  rival: 0.25,
  ownRows: 0.5,
  blankAsZero: 0.04,
  frequency: { daily: 1, weekly: 0.2, monthly: 0.4, annual: 0.1 },
  periods: { compounded: 1, replies: 0.9, library: 0.95, summed: 0.2 },
  partialDropped: 0.85,
  returns: { excess: 1, log: 0.15, total: 0.12, raw: 0.12, "rate-twice": 0.1 },
  /** Of a provider's β: of the number that everybody can look up. */
  convention: 0.12,
} as const;
/** One choice of rows and factor, on which windows, estimators and scales vary. */
export interface RecipeTable extends Omit<RecipeSample, "window" | "first" | "last" | "observations"> {
  readonly columns: RecipeColumns;
  /** The last day in it: a week's or a year's end may lie beyond. */
  readonly lastDay: number;
  readonly weight: number;
  readonly departures: number;
  /** Where it is not the number of departures that decides. */
  readonly windows?: WindowChoice;
}

/** The rate is forgotten where there is one to subtract, and subtracted twice where it is gone already. */
const returnsOdds = (returns: RecipeReturns, { isTotal }: RecipeInputs): number =>
  rowOdds.returns[returns] * ((returns === "raw" && !isTotal) || (returns === "rate-twice" && isTotal) ? 0.3 : 1);

/** The same days with other returns; null where those need a rate that is not loaded. */
export function returnsTable(daily: RecipeTable, returns: RecipeReturns, inputs: RecipeInputs): RecipeTable | null {
  if (returns === "excess") return daily;
  const columns = withReturns(daily.columns, returns);
  return columns && { ...daily, columns, returns, weight: daily.weight * returnsOdds(returns, inputs), departures: daily.departures + 1 };
}

/** Days: the chapter's rows first, then the asset's own, the other market factor, blanks filled. */
export function dailyTables(inputs: RecipeInputs): readonly RecipeTable[] {
  const { asset, usual, rival, joined, calendar } = inputs;
  const base = { asset: asset.id, frequency: "daily", returns: "excess", periods: null, partialDropped: false, convention: null } as const;
  const table = (factor: Series, rows: RecipeRows, columns: RecipeColumns | null, weight: number, departures: number): readonly RecipeTable[] =>
    columns === null ? [] : [{ ...base, factors: [factor.id], isUsualFactor: factor.id === usual.id, rows, columns, lastDay: columns.days.at(-1)!, weight, departures }];
  const others = joined.filter(({ id }) => id !== asset.id && id !== usual.id);
  return [
    ...table(usual, "joined", commonColumns(asset, usual, inputs, others), 1, 0),
    ...(others.length === 0 ? [] : table(usual, "own", commonColumns(asset, usual, inputs, []), rowOdds.ownRows, 0)),
    ...(rival === null
      ? []
      : [
          ...table(rival, "joined", commonColumns(asset, rival, inputs, [usual, ...others]), rowOdds.rival, 1),
          ...table(rival, "own", commonColumns(asset, rival, inputs, []), rowOdds.rival * rowOdds.ownRows, 1),
        ]),
    ...(calendar === null ? [] : table(usual, "blank-as-zero", filledColumns(calendar, asset, usual, inputs), rowOdds.blankAsZero, 1)),
  ];
}

function commonColumns(asset: Series, factor: Series, { rate }: RecipeInputs, others: readonly Series[]): RecipeColumns | null {
  const rows = alignSeries(asset, [factor, ...(rate ? [rate] : []), ...others]);
  if (!rows.ok) return null;
  const [factorValues, rateValues] = rows.value.others;
  return factorValues === undefined ? null : { days: rows.value.days, asset: rows.value.asset, factor: factorValues, rate: rate ? (rateValues ?? null) : null };
}

function filledColumns(calendar: Int32Array, asset: Series, factor: Series, { rate }: RecipeInputs): RecipeColumns {
  return { days: calendar, asset: filled(asset, calendar), factor: filled(factor, calendar), rate: rate && filled(rate, calendar) };
}

function filled({ days, values }: Series, calendar: Int32Array): Float64Array {
  let row = 0;
  return Float64Array.from(calendar, (day) => {
    while (row < days.length && days[row]! < day) row++;
    return days[row] === day ? values[row]! : 0;
  });
}

/** Weeks, months or years of daily columns. None of blanks filled: whoever fills them has days in mind. */
export function longTables(daily: RecipeTable, frequency: LongFrequency, inputs: RecipeInputs): readonly RecipeTable[] {
  const { columns, returns } = daily;
  const departures = daily.departures + 1;
  if (departures > mostDepartures || daily.rows === "blank-as-zero") return [];
  const ends = periodEnds(columns.days, frequency);
  const weight = daily.weight * rowOdds.frequency[frequency];
  const made = (periods: RecipePeriods, long: RecipeColumns | null): readonly RecipeTable[] => {
    if (long === null || long.days.length === 0) return [];
    // Of a log return the sum is the period's; of a simple one the product.
    const natural = returns === "log" ? (periods === "summed" ? 1 : rowOdds.periods.summed) : rowOdds.periods[periods];
    const kept: RecipeTable = { ...daily, columns: long, frequency, periods, weight: weight * natural, departures };
    const [start, end] = wholePeriods(long, columns.days, frequency);
    const dropped = start > 0 || end < long.days.length ? [{ ...kept, columns: rowsOf(long, start, end), partialDropped: true, weight: kept.weight * rowOdds.partialDropped }] : [];
    return [kept, ...dropped];
  };
  return [
    ...made("compounded", columnsByPeriod(columns, ends, false)),
    ...made("summed", columnsByPeriod(columns, ends, true)),
    ...(returns === "excess" ? made("library", libraryColumns(daily, ends, frequency, inputs)) : []),
  ];
}

const rowsOf = ({ days, asset, factor, rate }: RecipeColumns, start: number, end: number): RecipeColumns => ({
  days: days.subarray(start, end),
  asset: asset.subarray(start, end),
  factor: factor.subarray(start, end),
  rate: rate && rate.subarray(start, end),
});

/** Factor and rate from the library's own file of the frequency, the asset's days compounded. */
function libraryColumns({ factors, columns }: RecipeTable, ends: Int32Array, frequency: LongFrequency, inputs: RecipeInputs): RecipeColumns | null {
  const made = libraryPeriods(columns, factors, ends, frequency, inputs);
  return made && { days: made.days, asset: made.asset, factor: made.factors[0]!, rate: made.rate };
}

/** The same for several factors. */
export function libraryPeriods(columns: Pick<RecipeColumns, "asset" | "rate">, factorIds: readonly string[], ends: Int32Array, frequency: LongFrequency, { published, isTotal }: RecipeInputs) {
  const factors = factorIds.map((id) => published(id, frequency)).filter((factor) => factor !== null);
  const rate = published("RF", frequency);
  if (factors.length < factorIds.length || rate === null) return null;
  const total = isTotal && columns.rate !== null ? columns.asset.map((value, row) => value + columns.rate![row]!) : columns.asset;
  const made: Series = { id: "", kind: "excess", frequency: rate.frequency, days: lastRows(ends), values: byPeriod(total, ends, false) };
  const rows = alignSeries(made, [rate, ...factors]);
  if (!rows.ok) return null;
  const [rateValues, ...factorValues] = rows.value.others as [Float64Array, ...Float64Array[]];
  return { days: rows.value.days, asset: isTotal ? rows.value.asset.map((value, row) => value - rateValues[row]!) : rows.value.asset, factors: factorValues, rate: rateValues };
}

/** Providers print β of total returns on the S&P 500: Yahoo of 60 months, Bloomberg of 104 weeks, Value Line of 260. */
export function conventionTables(daily: RecipeTable): readonly RecipeTable[] {
  const total = daily.factors[0] === "SPY" && daily.rows === "joined" ? withReturns(daily.columns, "total") : null;
  if (total === null) return [];
  return conventions.flatMap(({ convention, frequency, count, partialDropped }) => {
    const long = columnsByPeriod(total, periodEnds(total.days, frequency), false);
    const [start, end] = partialDropped ? wholePeriods(long, total.days, frequency) : [0, long.days.length];
    if (end - start < count) return [];
    const columns = rowsOf(long, end - count, end);
    return [{ ...daily, columns, frequency, returns: "total", periods: "compounded", partialDropped, convention, weight: rowOdds.convention, departures: 1, windows: "all rows" }] as const;
  });
}

const conventions = [
  { convention: "Yahoo", frequency: "monthly", count: 60, partialDropped: false },
  { convention: "Bloomberg", frequency: "weekly", count: 104, partialDropped: true },
  { convention: "Value Line", frequency: "weekly", count: 260, partialDropped: true },
] as const;

/** As every other reply of this program makes its months. */
export function replyTables(frequency: LongFrequency, asset: Series, factor: Series, { usual }: RecipeInputs): readonly RecipeTable[] {
  const rows = alignSeries(asset, [factor]);
  if (!rows.ok) return [];
  const isUsual = factor.id === usual.id;
  const columns = { days: rows.value.days, asset: rows.value.asset, factor: rows.value.others[0]!, rate: null };
  const weight = rowOdds.frequency[frequency] * rowOdds.periods.replies * (isUsual ? 1 : rowOdds.rival);
  return [{ asset: asset.id, factors: [factor.id], isUsualFactor: isUsual, frequency, returns: "excess", rows: "own", periods: "replies", partialDropped: true, convention: null, columns, lastDay: columns.days.at(-1)!, weight, departures: 1 + Number(!isUsual) }];
}

