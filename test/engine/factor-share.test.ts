import { expect, test } from "vitest";
import { factorShareEstimate, factorShareGap } from "../../src/engine/factor-share.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = 400;
const market = madeUpReturns(1, rows);
const returns = (seed: number, beta: number) => {
  const noise = madeUpReturns(seed, rows);
  return market.map((each, row) => beta * each + noise[row]!);
};
const fitOf = (asset: Float64Array, factor = market): FactorFit => value(fitFactors(series("A", asset), [series("F", factor)]));

const parts = [0, 1, 2, 3].map((part) => [part * 100, (part + 1) * 100] as const);
const shareOf = (asset: Float64Array, [from, to]: readonly [number, number]): number => fitOf(asset.slice(from, to), market.slice(from, to)).rSquared;
const logOdds = (share: number): number => Math.log(share / (1 - share));
const spread = (each: readonly number[], whole: number): number => Math.sqrt(each.reduce((sum, one) => sum + (one - whole) ** 2, 0) / 12);

test("the error of a share is the spread of its log odds over four stretches of the rows, with t of 3 degrees of freedom", () => {
  const asset = returns(2, 0.8);
  const { value: share, half, interval, stretches } = value(factorShareEstimate(fitOf(asset)));
  expect(share).toBe(fitOf(asset).rSquared);
  parts.forEach((part, place) => expect(stretches[place]).toBeCloseTo(shareOf(asset, part), 12));
  const error = spread(parts.map((part) => logOdds(shareOf(asset, part))), logOdds(share));
  expect(half.value).toBeCloseTo(logOdds(share), 12);
  expect(half.standardError).toBeCloseTo(error, 12);
  // t's 97.5% quantile with 3 degrees of freedom.
  expect(logOdds(interval[0])).toBeCloseTo(logOdds(share) - 3.182446305 * error, 8);
  expect(logOdds(interval[1])).toBeCloseTo(logOdds(share) + 3.182446305 * error, 8);
});

test("of a share that chance gives the interval is from 0 on, and as wide as β's errors allow", () => {
  const tops = Array.from({ length: 60 }, (_, seed) => {
    const { interval, scale, stretches } = value(factorShareEstimate(fitOf(returns(seed + 100, 0))));
    if (scale === "log odds") return null;
    expect(Math.min(...stretches)).toBeLessThanOrEqual(0.01);
    return interval;
  }).filter((each) => each !== null);
  expect(tops.length).toBeGreaterThan(30);
  // R² of 400 rows of noise is about 1/400; t of 3 degrees of freedom reaches 10 times that, and not a quarter of the variance.
  expect(tops.filter(([low]) => low === 0).length).toBeGreaterThan(0.85 * tops.length);
  expect(tops.map(([, high]) => high).toSorted((a, b) => a - b)[Math.floor(0.9 * tops.length)]).toBeLessThan(0.1);
});

test("it is Fisher's z of the correlations of the stretches, squared", () => {
  const asset = returns(101, 0);
  const correlationOf = (from: number, to: number): number => {
    const fit = fitOf(asset.slice(from, to), market.slice(from, to));
    return Math.atanh(Math.sign(fit.betas[0].value) * Math.sqrt(fit.rSquared));
  };
  const { interval, scale } = value(factorShareEstimate(fitOf(asset)));
  expect(scale).toBe("correlation");
  const whole = correlationOf(0, rows);
  const reach = 3.182446305 * spread(parts.map(([from, to]) => correlationOf(from, to)), whole);
  const squares = [whole - reach, whole + reach].map((z) => Math.tanh(z) ** 2);
  expect(interval[0]).toBeCloseTo(Math.abs(whole) <= reach ? 0 : Math.min(...squares), 8);
  expect(interval[1]).toBeCloseTo(Math.max(...squares), 8);
});

test("the error of a gap is the spread of the stretches' gaps, and of an asset against itself there is none", () => {
  const [first, second] = [returns(2, 0.8), returns(3, 1.2)];
  const gap = value(factorShareGap(fitOf(first), fitOf(second)));
  expect(gap.value).toBe(fitOf(first).rSquared - fitOf(second).rSquared);
  expect(gap.standardError).toBeCloseTo(spread(parts.map((part) => shareOf(first, part) - shareOf(second, part)), gap.value), 12);
  expect(value(factorShareGap(fitOf(first), fitOf(first))).value).toBe(0);
});

test("a gap from an asset that the factor explains exactly is that from a share of 1 in every stretch", () => {
  const exact = fitOf(market.map((each) => 2 * each));
  const other = returns(3, 1.2);
  const gap = value(factorShareGap(exact, fitOf(other)));
  expect(gap.value).toBeCloseTo(1 - fitOf(other).rSquared, 14);
  expect(gap.standardError).toBeCloseTo(spread(parts.map((part) => 1 - shareOf(other, part)), gap.value), 12);
  expect(value(factorShareGap(exact, exact))).toMatchObject({ value: 0, standardError: 0 });
});

test("a share near 1 has a narrow interval near it: no stretch is held further away from 1 than the whole", () => {
  const noise = madeUpReturns(2, rows);
  const { interval } = value(factorShareEstimate(fitOf(market.map((each, row) => each + noise[row]! / 1000))));
  expect(interval[0]).toBeGreaterThan(0.99999);
  expect(interval[1]).toBeLessThan(1);
});

test("a share of nearly 0 in a stretch is held 1/n away from it", () => {
  const alternating = market.map((_, row) => (row % 2 === 0 ? 0.01 : -0.01));
  const { half, stretches } = value(factorShareEstimate(fitOf(alternating, market.map((each, row) => Math.abs(each) + (row < 200 ? 0 : alternating[row]! / 50)))));
  expect(Math.min(...stretches)).toBeLessThan(0.01);
  expect(Number.isFinite(half.standardError)).toBe(true);
});

test("an exact fit, too few rows and a constant stretch are refused", () => {
  const exact = fitFactors(series("A", market.map((each) => 2 * each)), [series("F", market)]);
  expect(factorShareEstimate(value(exact))).toMatchObject({ problem: { kind: "exact-fit", asset: "A" } });
  const short = (length: number) => factorShareEstimate(fitOf(returns(2, 0.8).slice(0, length), market.slice(0, length)));
  expect(short(35)).toMatchObject({ problem: { kind: "too-few-rows", rows: 35, needed: 36 } });
  expect(short(36).ok).toBe(true);
  const flat = market.map((each, row) => (row < 100 ? 0 : each));
  expect(factorShareEstimate(fitOf(returns(2, 0.8), flat))).toMatchObject({ problem: { kind: "constant-series", series: "F", value: 0 } });
});
