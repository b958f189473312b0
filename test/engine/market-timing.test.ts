import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { marketTiming } from "../../src/engine/market-timing.ts";
import { asset, f, factor, golden, same } from "./further-inference.ts";
import { series, value } from "./made-up.ts";

const hc1 = { covariance: "hc1" } as const;
const bent = series("BENT", asset.values.map((each, row) => each - 8 * f[row]! ** 2));

test("γ of the benchmark's square with HC3 errors is R's", () => {
  const numbers = [asset, bent].flatMap((one) => {
    const { gamma } = value(marketTiming(value(fitFactors(one, [factor], hc1))));
    return [gamma.value, gamma.standardError];
  });
  same(numbers, golden["timing"]);
});

test("a payoff that bends up has γ above 0, one that bends down below, each by as much as it bends", () => {
  const gammaOf = (bend: number) => value(marketTiming(value(fitFactors(series("A", f.map((each, row) => 0.9 * each + bend * each ** 2 + 1e-4 * Math.sin(7 * row))), [factor])))).gamma;
  expect(gammaOf(3).value).toBeCloseTo(3, 0);
  expect(gammaOf(3).pValue).toBeLessThan(0.01);
  expect(gammaOf(-3).value).toBeCloseTo(-3, 0);
});

test("the lags are those that the fit has, and a benchmark of one size only has no γ", () => {
  const { gamma } = value(marketTiming(value(fitFactors(asset, [factor], { covariance: "hac", lags: 9 }))));
  expect(gamma.inference.lags).toBe(9);
  const upAndDown = series("F", f.map((_, row) => (row % 2 === 0 ? 0.01 : -0.01)));
  expect(marketTiming(value(fitFactors(asset, [upAndDown])))).toMatchObject({ ok: false, problem: { kind: "constant-series" } });
});
