import { expect, test } from "vitest";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { correlationInterval, residualPairs, stretches } from "../../src/engine/correlation-interval.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { madeUpMarket } from "../../bench/calibration/made-up-market.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

/** Two assets with β = 1 in a market whose volatility clusters. */
function pairOf(rows: number, seed: number): readonly [Float64Array, Float64Array] {
  const datasets = madeUpMarket({ returns: "clustered", premium: 0, assets: [{ beta: 1 }, { beta: 1 }] }, rows, seed);
  return [value(datasets.find("AAA")).values, value(datasets.find("BBB")).values];
}
const truth = 0.011 ** 2 / (0.011 ** 2 + 0.015 ** 2);

test("the interval is Fisher's z of stretches of the rows, with t", () => {
  const [one, other] = [madeUpReturns(1, 400), madeUpReturns(2, 400)];
  const moments = (from: number, to: number) => {
    const [a, b] = [one.slice(from, to), other.slice(from, to)];
    const mean = (column: Float64Array) => column.reduce((sum, each) => sum + each, 0) / column.length;
    const product = (x: Float64Array, y: Float64Array) => x.reduce((sum, each, row) => sum + (each - mean(x)) * (y[row]! - mean(y)), 0);
    return Math.atanh(product(a, b) / Math.sqrt(product(a, a) * product(b, b)));
  };
  const z = moments(0, 400);
  const squares = [0, 100, 200, 300].reduce((sum, from) => sum + (moments(from, from + 100) - z) ** 2, 0);
  const half = 3.182446305284263 * Math.sqrt(squares / 12);
  const [low, high] = correlationInterval(one, other, "daily")!;
  expect(low).toBeCloseTo(Math.tanh(z - half), 12);
  expect(high).toBeCloseTo(Math.tanh(z + half), 12);
});

test("it holds the correlation in about 95% of samples whose volatility clusters, where Fisher's error does not", () => {
  const samples = Array.from({ length: 150 }, (_, seed) => pairOf(2520, seed + 1));
  const held = samples.map(([one, other]) => correlationInterval(one, other, "daily")!).filter(([low, high]) => low <= truth && truth <= high).length;
  // 5% and what luck adds (one-sided, 1%).
  expect(150 - held).toBeLessThan(150 * 0.05 + 2.33 * Math.sqrt(150 * 0.05 * 0.95));
  expect(held).toBeLessThan(150);
});

test("a series that stands still in a stretch has no correlation there, and the pair no interval", () => {
  const still = madeUpReturns(2, 400).fill(0.0001, 100, 200);
  expect(correlationInterval(madeUpReturns(1, 400), still, "daily")).toBeNull();
  expect(correlationInterval(still, madeUpReturns(1, 400), "daily")).toBeNull();
});

test("four stretches, one more per 1,000 rows from 5,000 on, eight at most", () => {
  expect([100, 4999, 5000, 7974, 8000, 20_000].map(stretches)).toEqual([4, 4, 5, 7, 8, 8]);
});

test("columns that nearly go together have a narrow interval near 1: no stretch is held further away from it than the whole", () => {
  const [one, noise] = [madeUpReturns(1, 60), madeUpReturns(2, 60)];
  const near = one.map((each, row) => each + noise[row]! / 1000);
  const [low, high] = correlationInterval(one, near, "daily")!;
  expect(low).toBeGreaterThan(0.99999);
  expect(high).toBeLessThanOrEqual(1);
  const [lowest, highest] = correlationInterval(one, near.map((each) => -each), "daily")!;
  expect(highest).toBeCloseTo(-low, 12);
  expect(lowest).toBeCloseTo(-high, 12);
});

test("there is none of few rows, and none where one column is a multiple of the other", () => {
  const [one, other] = [madeUpReturns(1, 32), madeUpReturns(2, 32)];
  expect(correlationInterval(one, other, "daily")).not.toBeNull();
  expect(correlationInterval(one.slice(1), other.slice(1), "daily")).toBeNull();
  expect(correlationInterval(one, one.map((each) => -2 * each), "daily")).toBeNull();
});

/** Assets whose noise has `shared` of a common part, for the first two of them. */
function fitsOf(assets: number, rows: number, seed: number, shared = 0): readonly FactorFit[] {
  const market = madeUpReturns(seed, rows);
  const common = madeUpReturns(seed + 500, rows);
  return Array.from({ length: assets }, (_, index) => {
    const own = madeUpReturns(seed + 1000 * (index + 1), rows);
    return value(fitFactors(series(`A${String(index)}`, market.map((each, row) => each + own[row]! + (index < 2 ? shared * common[row]! : 0))), [series("F", market)]));
  });
}

test("of residuals that are not correlated, six assets are told of a pair in about 5% of samples, and a pair that is correlated is found", () => {
  const told = (shared: number) => Array.from({ length: 200 }, (_, seed) => residualPairs(fitsOf(6, 150, seed + 1, shared)).some(({ jointPValue }) => jointPValue < 0.05)).filter(Boolean).length;
  expect(told(0)).toBeLessThan(200 * 0.05 + 2.33 * Math.sqrt(200 * 0.05 * 0.95));
  expect(told(1)).toBeGreaterThan(180);
});

test("joint p-values are Holm's: the smallest times the number of pairs, and none below a smaller one's", () => {
  const pairs = [...residualPairs(fitsOf(3, 150, 5, 0.3))].sort((one, other) => one.pValue - other.pValue);
  const [first, second, third] = pairs as [(typeof pairs)[0], (typeof pairs)[0], (typeof pairs)[0]];
  expect(first.jointPValue).toBeCloseTo(Math.min(1, 3 * first.pValue), 12);
  expect(second.jointPValue).toBeCloseTo(Math.min(1, Math.max(3 * first.pValue, 2 * second.pValue)), 12);
  expect(third.jointPValue).toBeCloseTo(Math.min(1, Math.max(3 * first.pValue, 2 * second.pValue, third.pValue)), 12);
});

test("an exact fit has no residuals to go together", () => {
  const [first, second] = fitsOf(2, 100, 1) as [FactorFit, FactorFit];
  expect(residualPairs([{ ...first, exact: true }, second])).toEqual([]);
});

test("of months the error is that of 24 cosines of what each row changes when it is left out", () => {
  // Of a table of its own: numpy's corrcoef without each row in turn, and scipy's t.
  const size = (row: number): number => (row % 9 === 0 ? 4 : 1);
  const one = Float64Array.from({ length: 40 }, (_, row) => size(row) * (Math.sin(row * 1.7) + 0.3 * Math.sin(row * row)));
  const other = Float64Array.from({ length: 40 }, (_, row) => size(row) * (0.5 * Math.sin(row * 1.7) + Math.cos(row * row * 0.7) ** 3));
  const [low, high] = correlationInterval(one, other, "monthly")!;
  expect(low).toBeCloseTo(0.08949822834380328, 10);
  expect(high).toBeCloseTo(0.7303788893129605, 10);
});

test("of months the error is never below Fisher's, and grows where months repeat each other", () => {
  const [one, other] = [madeUpReturns(1, 60), madeUpReturns(2, 60)];
  const [low, high] = correlationInterval(one, other, "monthly")!;
  const half = (Math.atanh(high) - Math.atanh(low)) / 2;
  expect(half).toBeGreaterThanOrEqual(1.959963984540054 / Math.sqrt(57) - 1e-12);
  // Rows that repeat each other eight times are worth an eighth of their number: the interval is wider.
  const held = (column: Float64Array) => Float64Array.from({ length: 480 }, (_, row) => column[Math.floor(row / 8)]!);
  const [wideLow, wideHigh] = correlationInterval(held(one), held(other), "monthly")!;
  expect((Math.atanh(wideHigh) - Math.atanh(wideLow)) / 2).toBeGreaterThan(1.4 * (1.96 / Math.sqrt(477)));
});

/** Sums over 21 rows. */
const months = (days: Float64Array): Float64Array => Float64Array.from({ length: Math.floor(days.length / 21) }, (_, month) => days.subarray(21 * month, 21 * month + 21).reduce((sum, value) => sum + value, 0));

test.each([36, 120])("of %i months of clustered days it holds the correlation in about 95% of samples, and is narrower than by stretches", (rows) => {
  const samples = Array.from({ length: 150 }, (_, seed) => pairOf(21 * rows, seed + 1).map(months) as [Float64Array, Float64Array]);
  const intervals = samples.map(([one, other]) => correlationInterval(one, other, "monthly")!);
  const missed = intervals.filter(([low, high]) => truth < low || truth > high).length;
  expect(missed).toBeLessThan(150 * 0.05 + 2.33 * Math.sqrt(150 * 0.05 * 0.95));
  const median = (widths: readonly number[]) => widths.toSorted((one, other) => one - other)[75]!;
  const width = ([low, high]: readonly [number, number]) => high - low;
  expect(median(intervals.map(width))).toBeLessThan(0.85 * median(samples.map(([one, other]) => width(correlationInterval(one, other, "daily")!))));
});
