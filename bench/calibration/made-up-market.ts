/**
 * Made-up returns of which it is known what is true: r = α + β·f + ε on business days, with a seed.
 *
 * `clustered`: factor and noise are GARCH(1, 1) with t innovations of 6 degrees of freedom (Bollerslev 1986, 1987), and
 * the noise is larger on the factor's wild days, as in daily returns. `normal`: independent normal ones of one size.
 * Sizes are those of the sample: the factor 1.1% a day, the noise 1.5%.
 */
import { xoshiro } from "../../src/engine/seeded-random.ts";
import { datasetsOf } from "../../src/datasets/datasets-of.ts";
import type { DataSeries, Datasets } from "../../src/datasets/datasets.ts";
import { dayOfIso, isoDay } from "../../src/calendar.ts";

export interface MadeUpAsset {
  /** A number, or one before and one after a share of the rows, and again the one before after a second. */
  readonly beta: number | { readonly before: number; readonly after: number; readonly at: number; readonly until?: number };
  /** Per day. */
  readonly alpha?: number;
  /** Of the noise, against the usual 1.5% a day. */
  readonly noise?: number;
  /** Of the noise with the day before's. */
  readonly autocorrelation?: number;
  /** β is higher by this on days on which the factor falls. */
  readonly fallingBeta?: number;
  /** On the factor of the day before. */
  readonly lateBeta?: number;
}

export interface MadeUpMarket {
  readonly returns: "clustered" | "normal";
  /** The factor's mean per day. */
  readonly premium: number;
  /** The noise's size grows with the factor, in standard deviations of it; 0: not. */
  readonly noiseFollowsFactor?: number;
  readonly assets: readonly MadeUpAsset[];
}

export const assetNames = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "III", "JJJ", "KKK", "LLL"] as const;

export const factorSize = 0.011;
export const noiseSize = 0.015;
/** Of RF, per day. */
export const rateSize = 0.0001;
const garch = { arch: 0.07, garch: 0.9, freedom: 6, warmUp: 250 } as const;

/** The market's series: Mkt-RF, a constant RF, and each asset's excess returns under the names AAA, BBB … */
export const madeUpMarket = (market: MadeUpMarket, rows: number, seed: number): Datasets => drawnMarket(market, rows, seed).datasets;

export interface DrawnMarket {
  readonly datasets: Datasets;
  /**
   * The slope of the first asset on the second of these rows: ΣCov/ΣVar, each row's as the variances of its day have them.
   * Where volatility clusters it is another one than the long run's. Not a number of fewer than two assets of constant β.
   */
  readonly slopeOfRows: number;
}

export function drawnMarket(market: MadeUpMarket, rows: number, seed: number): DrawnMarket {
  const random = uniform(seed);
  const draw = market.returns === "normal" ? normal(random) : clustered(random);
  const factor = draw(rows);
  const days = businessDays(rows);
  const mktRf = factor.values.map((value) => market.premium + factorSize * value);
  const noiseVariances: Float64Array[] = [];
  const series = market.assets.map((asset, index) => {
    const own = market.returns === "normal" ? normal(random)(rows) : clustered(random)(rows);
    noiseVariances.push(own.variances.map((variance, row) => variance * (noiseSize * (asset.noise ?? 1)) ** 2 * (market.returns === "normal" ? 1 : 0.5 + 0.5 * factor.variances[row]!)));
    let before = 0;
    const values = mktRf.map((value, row) => {
      const wild = market.returns === "normal" ? 1 : Math.sqrt(0.5 + 0.5 * factor.variances[row]!);
      const follows = Math.max(0.1, 1 + (market.noiseFollowsFactor ?? 0) * factor.values[row]!);
      before = (asset.autocorrelation ?? 0) * before + own.values[row]! * wild * follows;
      const beta = (typeof asset.beta === "number" ? asset.beta : row < asset.beta.at * rows || row >= (asset.beta.until ?? Infinity) * rows ? asset.beta.before : asset.beta.after) + (value < 0 ? (asset.fallingBeta ?? 0) : 0);
      return (asset.alpha ?? 0) + beta * value + (asset.lateBeta ?? 0) * (mktRf[row - 1] ?? 0) + noiseSize * (asset.noise ?? 1) * before;
    });
    return seriesOf(assetNames[index]!, "excess", days, values);
  });
  const datasets = datasetsOf([...series, seriesOf("Mkt-RF", "excess", days, mktRf), seriesOf("RF", "rate", days, new Float64Array(rows).fill(rateSize))]);
  return { datasets, slopeOfRows: slopeOfRows(market.assets, factor.variances, noiseVariances[1]) };
}

function slopeOfRows([one, other]: readonly MadeUpAsset[], marketVariances: Float64Array, noiseVariances: Float64Array | undefined): number {
  if (typeof one?.beta !== "number" || typeof other?.beta !== "number" || !noiseVariances) return NaN;
  const ofMarket = factorSize ** 2 * marketVariances.reduce((sum, variance) => sum + variance, 0);
  return (one.beta * other.beta * ofMarket) / (other.beta ** 2 * ofMarket + noiseVariances.reduce((sum, variance) => sum + variance, 0));
}

interface Drawn {
  /** Of mean 0 and variance 1 in the long run. */
  readonly values: Float64Array;
  /** The variance that each was drawn with. */
  readonly variances: Float64Array;
}

const normal = (random: () => number) => (rows: number): Drawn => ({ values: Float64Array.from({ length: rows }, () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())), variances: new Float64Array(rows).fill(1) });

const clustered = (random: () => number) => (rows: number): Drawn => {
  const { arch, garch: persistence, freedom, warmUp } = garch;
  const [values, variances] = [new Float64Array(rows), new Float64Array(rows)];
  const scale = Math.sqrt((freedom - 2) / freedom);
  let variance = 1;
  for (let row = -warmUp; row < rows; row++) {
    // Bailey (1994), equation 3: a t from two uniform numbers.
    const innovation = scale * Math.sqrt(freedom * (random() ** (-2 / freedom) - 1)) * Math.cos(2 * Math.PI * random());
    const value = Math.sqrt(variance) * innovation;
    if (row >= 0) [values[row], variances[row]] = [value, variance];
    variance = 1 - arch - persistence + arch * value * value + persistence * variance;
  }
  return { values, variances };
};

/** Uniform on (0, 1): never 0, whose logarithm is not finite. */
function uniform(seed: number): () => number {
  const draw = xoshiro([seed >>> 0, 0x9e3779b9, 0x243f6a88, 0xb7e15162]);
  for (let step = 0; step < 20; step++) draw();
  return () => (draw() + 0.5) / 2 ** 32;
}

const firstDay = dayOfIso("1990-01-01");

export function businessDays(rows: number): Int32Array {
  const days = new Int32Array(rows);
  // 1990 began on a Monday.
  for (let row = 0; row < rows; row++) days[row] = firstDay + Math.floor(row / 5) * 7 + (row % 5);
  return days;
}

function seriesOf(id: string, kind: DataSeries["kind"], days: Int32Array, values: Float64Array): DataSeries {
  const [first, last] = [isoDay(days[0]!), isoDay(days.at(-1)!)];
  return { id, name: id, kind, frequency: "daily", days, values, blanks: 0, reading: { form: "plain", column: id, dates: "date", rows: null, divisor: 1 }, earlier: [], calendar: { first, last }, provenance: { origin: "simulated sample", file: `${id}.csv`, sha256: "0".repeat(64), vintage: null, layout: "returns" } };
}
