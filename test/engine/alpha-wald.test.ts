import { expect, test } from "vitest";
import { alphaWald } from "../../src/engine/alpha-wald.ts";
import { fitAssets } from "../../src/engine/fit-assets.ts";
import type { FitRequest } from "../../src/engine/fit-factors.ts";
import { asset, broken, factor, golden, other, same, secondFactor } from "./further-inference.ts";
import { series, value } from "./made-up.ts";

const fitsBy = (request: FitRequest, assets = [asset, other, broken]) => value(fitAssets(assets, [factor, secondFactor], request)).fits;

test("the Wald test of three alphas is that of R's NeweyWest and vcovHC of one model with three assets", () => {
  const numbers = (request: FitRequest) => {
    const { statistic, pValue } = alphaWald(fitsBy(request))!;
    return [statistic, pValue];
  };
  same(numbers({ covariance: "hac", lags: 6 }), golden["waldHac"]);
  same(numbers({ covariance: "hc1" }), golden["waldHc1"]);
});

test("of one asset it is the square of the t of its alpha", () => {
  const fits = fitsBy({ covariance: "hac", lags: 4 }, [other]);
  expect(alphaWald(fits)).toMatchObject({ distribution: "chi-squared", degreesOfFreedom: [1] });
  same([alphaWald(fits)!.statistic], [fits[0]!.alpha.tStat ** 2]);
});

test("classical errors, exact fits and alphas that are no separate facts have none", () => {
  expect(alphaWald(fitsBy({}))).toBeNull();
  expect(alphaWald([])).toBeNull();
  const exact = series("EXACT", factor.values.map((each) => 0.001 + 2 * each));
  expect(alphaWald(fitsBy({ covariance: "hac" }, [asset, exact]))).toBeNull();
  const sum = series("SUM", asset.values.map((each, row) => each + other.values[row]!));
  expect(alphaWald(fitsBy({ covariance: "hac" }, [asset, other, sum]))).toBeNull();
});
