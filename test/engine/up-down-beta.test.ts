import { expect, test } from "vitest";
import { fitFactors, type FitRequest } from "../../src/engine/fit-factors.ts";
import { performanceInference } from "../../src/engine/performance-inference.ts";
import { upDownBeta } from "../../src/engine/up-down-beta.ts";
import { asset, factor, golden, same } from "./further-inference.ts";
import { value } from "./made-up.ts";

test("up and down β with robust errors are those of one regression with a β for each side", () => {
  const fit = value(fitFactors(asset, [factor]));
  const sides = (request: FitRequest) => value(upDownBeta(fit, request)).sides;
  const [hac, hc1] = [sides({ covariance: "hac", lags: 6 }), sides({ covariance: "hc1" })];
  same([hac.up.value, hac.down.value, hac.up.standardError, hac.down.standardError, hc1.up.standardError, hc1.down.standardError], golden["sides"]);
});

test("the two betas have the errors that the fit was asked for, lags and all; HC1 where it is classical", () => {
  const errorsOf = (request: FitRequest) => performanceInference(value(fitFactors(asset, [factor], request))).upDown?.difference.inference;
  expect(errorsOf({ covariance: "hac", lags: 9 })).toMatchObject({ covariance: "hac", lags: 9 });
  expect(errorsOf({ covariance: "hc1" })).toMatchObject({ covariance: "hc1" });
  expect(errorsOf({})).toMatchObject({ covariance: "hc1" });
});
