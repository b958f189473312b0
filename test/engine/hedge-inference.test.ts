import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { hedgeInference } from "../../src/engine/hedge-inference.ts";
import { hedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = 2016;
const [f, g, e] = [1, 2, 5].map((seed) => madeUpReturns(seed, rows)) as [Float64Array, Float64Array, Float64Array];
const asset = f.map((each, row) => -0.7 * each + 0.4 * g[row]! + e[row]! * (row < rows / 2 ? 0.6 : 1.5));
const fitOf = (start: number, end: number, withSecond: boolean) => {
  const part = (id: string, column: Float64Array) => series(id, column.slice(start, end));
  return value(fitFactors(part("A", asset), withSecond ? [part("F", f), part("G", g)] : [part("F", f)]));
};

test.each([true, false])("the dollars of a hedge in part have the spread of four stretches' own hedges (two factors: %s)", (withSecond) => {
  const whole = fitOf(0, rows, withSecond);
  const dollars = (start: number, end: number) => value(hedgedPortfolio(fitOf(start, end, withSecond), 0.2)).hedges.map((hedge) => hedge.dollars);
  const all = dollars(0, rows);
  const each = [0, 1, 2, 3].map((part) => dollars(part * 504, (part + 1) * 504));
  const { hedges } = value(hedgeInference(whole, 0.2));
  expect(hedges).toHaveLength(all.length);
  hedges?.forEach((hedge, i) => {
    const error = Math.sqrt(each.reduce((sum, one) => sum + (one[i]! - all[i]!) ** 2, 0) / 12);
    expect(hedge.value).toBeCloseTo(all[i]!, 12);
    expect(hedge.standardError).toBeCloseTo(error, 12);
    expect(hedge.interval[1]).toBeCloseTo(all[i]! + 3.182446305 * error, 8);
  });
});

test("a hedge in part has no interval below 2,016 days, nor where the asset stands still for a stretch; its mean has one all the same", () => {
  const short = value(hedgeInference(fitOf(0, rows - 1, true), 0.2));
  expect(short.hedges).toBeNull();
  expect(short.mean.standardError).toBeGreaterThan(0);
  const still = value(fitFactors(series("A", asset.map((each, row) => (row < 504 ? 0 : each))), [series("F", f)]));
  expect(value(hedgeInference(still, 0.2)).hedges).toBeNull();
  expect(value(hedgeInference(fitOf(0, rows - 1, true), 0)).hedges).toHaveLength(2);
});
