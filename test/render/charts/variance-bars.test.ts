import { expect, test } from "vitest";
import type { VarianceDecomposition } from "../../../src/engine/variance-decomposition.ts";
import { varianceBars, varianceSpec } from "../../../src/render/charts/variance-bars.ts";
import { classical, madeUpSample } from "../made-up-fit.ts";

function decomposed(asset: string, covarianceShare: number, ...factors: readonly string[]): VarianceDecomposition {
  const parts: VarianceDecomposition["parts"] = [
    ...factors.map((factor, place) => ({ kind: "factor" as const, factors: [factor], variance: 0.0001, share: 0.4 - place * 0.1 })),
    { kind: "idiosyncratic", factors: [], variance: 0.0002, share: 0.6 },
  ];
  return {
    asset, totalVariance: 0.0005, factorVariance: 0.0002, idiosyncraticVariance: 0.0003, covarianceShare, factorShare: 0.4, idiosyncraticShare: 0.6,
    parts, sample: madeUpSample, inference: classical,
  };
}

test("one factor's alt text, of two assets", () => {
  expect(varianceBars([decomposed("JPM", 0, "SPY"), decomposed("WMT", 0, "SPY")]).description).toBe(
    "Stacked bars of variance, factor risk against idiosyncratic risk: JPM 40.0% and 60.0%; WMT 40.0% and 60.0%. Factor risk is that of SPY. From daily excess returns, 1993-02-01 to 2024-12-31.",
  );
});

test("several factors' alt text says that covariances are drawn apart", () => {
  expect(varianceBars([decomposed("JPM", -0.02, "Mkt-RF", "HML")]).description).toBe(
    "Stacked bars of variance, factor risk against idiosyncratic risk: JPM 40.0% and 60.0%. Factor risk is that of Mkt-RF, HML, their covariances drawn apart. From daily excess returns, 1993-02-01 to 2024-12-31.",
  );
});

test("the axis goes from 0 to the whole, and lower where covariances take variance away", () => {
  const axis = (covarianceShare: number) => varianceSpec([decomposed("JPM", covarianceShare, "Mkt-RF", "HML")]).panels[0]?.y;
  expect(axis(0)).toEqual({ label: "Share of total variance", format: "percent", min: 0, max: 1 });
  expect(axis(-0.0001)).toEqual({ label: "Share of total variance", format: "percent" });
});

test("bars are named and labelled", () => {
  const named = (decomposition: VarianceDecomposition) =>
    varianceSpec([decomposition]).panels[0]?.layers.map((layer) => (layer.type === "bars" ? [layer.label, layer.texts] : []));
  expect(named(decomposed("JPM", 0, "SPY"))).toEqual([["Factor risk (SPY)", ["40.0%"]], ["Idiosyncratic risk", ["60.0%"]]]);
  expect(named(decomposed("JPM", -0.02, "Mkt-RF", "HML"))).toEqual([
    ["Mkt-RF", ["40.0%"]], ["HML", ["30.0%"]], ["Covariances", ["−2.0%"]], ["Idiosyncratic risk", ["60.0%"]],
  ]);
});
