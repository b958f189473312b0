import { expect, test } from "vitest";
import { madeUpMarket } from "../../bench/calibration/made-up-market.ts";
import { betaOfStretches } from "../../src/engine/beta-of-stretches.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { decidingFit } from "../../src/engine/deciding-fit.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const columns = (rows: number) => {
  const [one, other, noise] = [madeUpReturns(1, rows), madeUpReturns(2, rows), madeUpReturns(3, rows)];
  return { one, other, asset: one.map((each, row) => 0.8 * each - 0.3 * other[row]! + noise[row]!) };
};

test("β of each stretch is that of its rows alone, beside the other factors, and the error their spread about β of all rows, with t of 3", () => {
  const { one, other, asset } = columns(2400);
  const fit = value(fitFactors(series("A", asset), [series("F", one), series("G", other)]));
  const slope = (from: number, to: number) => value(fitFactors(series("A", asset.slice(from, to)), [series("F", one.slice(from, to)), series("G", other.slice(from, to))])).betas[1]!.value;
  const each = [0, 600, 1200, 1800].map((from) => slope(from, from + 600));
  const found = betaOfStretches(fit, fit.betas[1]!, fit.rows.factors, 1)!;
  expect(found.each).toEqual(each);
  const half = 3.182446305284263 * Math.sqrt(each.reduce((sum, beta) => sum + (beta - fit.betas[1]!.value) ** 2, 0) / 12);
  expect(found.estimate.value).toBe(fit.betas[1]!.value);
  expect(found.estimate.interval[0]).toBeCloseTo(fit.betas[1]!.value - half, 10);
  expect(found.estimate.interval[1]).toBeCloseTo(fit.betas[1]!.value + half, 10);
});

test("there is none of fewer than eight years, of an exact fit, and where a factor stands still, or is another's multiple, in a stretch", () => {
  const { one, other, asset } = columns(2016);
  const of = (factors: readonly Float64Array[], returns = asset, rows = 2016) => {
    const fit = value(fitFactors(series("A", returns.slice(0, rows)), factors.map((values, place) => series(`F${String(place)}`, values.slice(0, rows)))));
    return betaOfStretches(fit, fit.betas[0], fit.rows.factors, 0);
  };
  expect(of([one, other])).not.toBeNull();
  expect(of([one, other], asset, 2015)).toBeNull();
  expect(of([one], one.map((each) => 2 * each))).toBeNull();
  expect(of([one, other.map((each, row) => (row < 504 ? 0.001 : each))])).toBeNull();
  expect(of([one, other.map((each, row) => (row < 504 ? 2 * one[row]! : each))])).toBeNull();
});

test("of one asset on another, in a market whose volatility clusters, it holds the long-run slope in about 95% of samples, where the errors of these rows do not", () => {
  const truth = (1.2 * 0.011) ** 2 / ((1.2 * 0.011) ** 2 + 0.015 ** 2);
  const samples = 150;
  const held = { stretches: 0, rows: 0 };
  for (let seed = 1; seed <= samples; seed++) {
    const datasets = madeUpMarket({ returns: "clustered", premium: 0, assets: [{ beta: 1.2 }, { beta: 1.2 }] }, 2520, seed);
    const fit = value(fitFactors(value(datasets.find("AAA")), [value(datasets.find("BBB"))]));
    const holds = ([low, high]: readonly [number, number]) => (low <= truth && truth <= high ? 1 : 0);
    held.stretches += holds(betaOfStretches(fit, fit.betas[0], fit.rows.factors, 0)!.estimate.interval);
    held.rows += holds(decidingFit(fit).betas[0].interval);
  }
  // 5% and what luck adds (one-sided, 1%).
  const most = samples * 0.05 + 2.33 * Math.sqrt(samples * 0.05 * 0.95);
  expect(samples - held.stretches).toBeLessThan(most);
  expect(held.stretches).toBeLessThan(samples);
  expect(samples - held.rows).toBeGreaterThan(2 * most);
});
