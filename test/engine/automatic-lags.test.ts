import { expect, test } from "vitest";
import { automaticLags } from "../../src/engine/automatic-lags.ts";
import { fitAssets } from "../../src/engine/fit-assets.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import type { Series } from "../../src/engine/series.ts";
import { asset, factor, golden, same, secondFactor, slow } from "./further-inference.ts";
import { value } from "./made-up.ts";

const byData = (one: Series, factors: readonly Series[]): number[] => {
  const { alpha, betas, inference } = value(fitFactors(one, factors, { covariance: "hac", lags: "auto" }));
  expect(inference.automaticLags).toBe(true);
  return [inference.lags, alpha.standardError, ...betas.map(({ standardError }) => standardError)];
};

const first = (rows: number) => ({ days, values, ...others }: Series): Series => ({ ...others, days: days.slice(0, rows), values: values.slice(0, rows) });

test("lags chosen by the data, and the errors with them, are R's NeweyWest(lag = NULL, prewhite = FALSE)", () => {
  same(byData(asset, [factor]), golden["lagsOne"]);
  same(byData(asset, [factor, secondFactor]), golden["lagsTwo"]);
  same(byData(slow.asset, [slow.factor]), golden["lagsSlow"]);
  same(byData(first(12)(slow.asset), [first(12)(slow.factor)]), golden["lagsFew"]);
});

test("scores without spread ask for no lags, and no lag is longer than the sample", () => {
  expect(automaticLags(new Float64Array(20), [factor.values.slice(0, 20)])).toBe(0);
  // σ₀ + 2σ₁ = 0: the more lags, the better.
  expect(automaticLags(Float64Array.of(1, -1, 0, 0), [new Float64Array(4).fill(1)])).toBe(3);
});

test("several assets on the same rows have the most lags that one of them asks for", () => {
  const request = { covariance: "hac", lags: "auto" } as const;
  const lagsOf = (one: Series): number => value(fitFactors(one, [slow.factor], request)).inference.lags;
  const { fits, inference } = value(fitAssets([asset, slow.asset], [slow.factor], request));
  expect(lagsOf(asset)).toBeLessThan(lagsOf(slow.asset));
  expect(fits.map((fit) => fit.inference.lags)).toEqual([lagsOf(slow.asset), lagsOf(slow.asset)]);
  expect(inference).toMatchObject({ lags: lagsOf(slow.asset), automaticLags: true });
});

test("a number of lags, and none, are not called the data's choice", () => {
  expect(value(fitFactors(asset, [factor], { covariance: "hac", lags: 4 })).inference).not.toHaveProperty("automaticLags");
  expect(value(fitFactors(asset, [factor], { covariance: "hc1", lags: "auto" })).inference).toMatchObject({ lags: 0 });
  expect(value(fitFactors(asset, [factor], { covariance: "hc1", lags: "auto" })).inference).not.toHaveProperty("automaticLags");
});
