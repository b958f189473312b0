/**
 * The part of twenty stocks' returns that no factor explains: correlated across stocks, with fat tails, and rough
 * when the market is rough.
 *
 * A stock's news is a normal with the stocks' correlations, times the market's unrest, times 1 + h × surprise:
 * a surprise is rare and large, and h is chosen so that the kurtosis over all years is the calibrated one.
 */
import { lowerTriangle } from "./cholesky.ts";
import type { Column } from "./columns.ts";
import { centred, dot, mean, pick } from "./columns.ts";
import type { Random } from "./random.ts";

export type Correlations = readonly (readonly number[])[];

export interface NewsOf {
  /** Rows of the trading calendar, ascending, to its end. */
  readonly rows: readonly number[];
  /** Per calendar year, the positions in `rows` from `start` to before `end`, and the residual volatility. */
  readonly years: readonly { readonly start: number; readonly end: number; readonly residualSd: number }[];
  /** Excess kurtosis over all rows. */
  readonly kurtosis: number;
  readonly draws: Draws;
}

/** One entry per day of the calendar. */
export interface Draws {
  readonly normals: Column;
  readonly surprises: Column;
}

/** Real kurtosis above this is one day's, an event; made-up news gets none of that size. */
const largestKurtosis = 20;

/** Of the market's unrest: what goes beyond is the market's own. */
const roughestDay = 3;
const smallestDivisor = 0.1;
const tailDegreesOfFreedom = 3;
const bisections = 14;

/** The stocks' news in the order given, decimal per day, from normals with these correlations in the same order. */
export function correlatedNews(stocks: readonly NewsOf[], correlations: Correlations, weather: Column): readonly Column[] {
  const triangle = lowerTriangle(correlations);
  return stocks.map((stock, index) => {
    const shocks = mixed(triangle[index]!, stocks, stock.rows).map((value, at) => value * unrestOf(weather[stock.rows[at]!]!));
    return withKurtosis(stock, shocks, pick(stock.draws.surprises, stock.rows));
  });
}

function unrestOf(weather: number): number {
  return Math.sqrt(Math.min(roughestDay, weather));
}

/** Drawn whether the stock is listed or not, so that a listing date moves no draw. */
export function newsDraws(random: Random, days: number): Draws {
  const normals = new Float64Array(days);
  const surprises = new Float64Array(days);
  for (let row = 0; row < days; row += 1) {
    normals[row] = random.normal();
    surprises[row] = Math.max(0, 1 / Math.max(smallestDivisor, random.meanSquare(tailDegreesOfFreedom)) - 1);
  }
  return { normals, surprises };
}

function mixed(weights: readonly number[], stocks: readonly NewsOf[], rows: readonly number[]): Column {
  return Float64Array.from(rows, (row) =>
    weights.reduce((sum, weight, column) => (weight === 0 ? sum : sum + weight * stocks[column]!.draws.normals[row]!), 0),
  );
}

/** Bisection on the weight of the surprises: more of them, more kurtosis. */
function withKurtosis(stock: NewsOf, shocks: Column, surprises: Column): Column {
  const target = Math.min(stock.kurtosis, largestKurtosis);
  const weighted = (weight: number): Column =>
    scaledByYear(
      stock,
      shocks.map((value, index) => value * (1 + weight * surprises[index]!)),
    );
  let [low, high] = [0, 2];
  for (let step = 0; step < bisections; step += 1) {
    const middle = (low + high) / 2;
    if (excessKurtosis(weighted(middle)) < target) low = middle;
    else high = middle;
  }
  return weighted(low);
}

function scaledByYear({ years }: NewsOf, column: Column): Column {
  const scaled = new Float64Array(column.length);
  for (const { start, end, residualSd } of years) {
    const ofYear = centred(column.subarray(start, end));
    const stretch = residualSd / Math.sqrt(dot(ofYear, ofYear) / (ofYear.length - 1));
    scaled.set(ofYear.map((value) => stretch * value), start);
  }
  return scaled;
}

function excessKurtosis(column: Column): number {
  const squares = centred(column).map((value) => value * value);
  const variance = mean(squares);
  return dot(squares, squares) / squares.length / (variance * variance) - 3;
}

/** The correlations to ask for next: those asked for, plus what the columns still lack of the wanted ones. */
export function correctedBy(
  asked: Correlations,
  wanted: Correlations,
  columns: readonly Column[],
): Correlations {
  return asked.map((row, one) =>
    row.map((value, other) =>
      one === other ? 1 : value + wanted[one]![other]! - correlationOnCommonRows(columns[one]!, columns[other]!),
    ),
  );
}

/** All stocks trade to the last day, so the common rows are the last ones of both. */
function correlationOnCommonRows(one: Column, other: Column): number {
  const common = Math.min(one.length, other.length);
  const left = centred(one.subarray(one.length - common));
  const right = centred(other.subarray(other.length - common));
  return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
}
