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

test("several factors' alt text has each part, and their covariances", () => {
  expect(varianceBars([decomposed("JPM", -0.3, "Mkt-RF", "HML")]).description).toBe(
    "Steps of variance, factor risk against idiosyncratic risk: JPM 40.0% and 60.0%. Factor risk is made of Mkt-RF 40.0%, HML 30.0% and their covariances, −30.0%. From daily excess returns, 1993-02-01 to 2024-12-31.",
  );
});

test("one asset's parts are steps to its factor risk, and on to the whole: none ends beyond it", () => {
  const spec = varianceSpec([decomposed("JPM", -0.3, "Mkt-RF", "HML")]);
  const [layer] = spec.panels[0]?.layers ?? [];
  if (layer?.type !== "steps") throw new Error("no steps");
  expect(spec.title).toBe("JPM: 40.0% factor risk");
  expect(spec.panels[0]?.y.categories).toEqual(["Mkt-RF", "HML", "Covariances", "Factor risk", "Idiosyncratic"]);
  expect(layer.steps.map(({ text }) => text)).toEqual(["40.0%", "30.0%", "−30.0%", "40.0%", "60.0%"]);
  expect(layer.steps[2]?.to).toBeCloseTo(layer.steps[3]?.to ?? NaN, 12);
  expect(layer.steps.at(-1)?.to).toBeCloseTo(1, 12);
});

test.each([[["SPY"]], [["Mkt-RF", "HML"]]])("several assets' bars stand on each other up to the whole, with factors %j", (factors) => {
  const spec = varianceSpec([decomposed("JPM", -0.3, ...factors), decomposed("WMT", -0.3, ...factors)]);
  expect(spec.panels[0]?.y).toEqual({ label: "Share of total variance", format: "percent", min: 0, max: 1 });
  expect(spec.panels[0]?.layers.map((layer) => (layer.type === "bars" ? [layer.label, layer.texts] : []))).toEqual([
    [`Factor risk (${factors.join(", ")})`, ["40.0%", "40.0%"]],
    ["Idiosyncratic risk", ["60.0%", "60.0%"]],
  ]);
});
