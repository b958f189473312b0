import { expect, it } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { holdingRisk } from "../../src/engine/holding-risk.ts";
import { weightedReturns } from "../../src/engine/weighted-returns.ts";
import type { ExcessReturn } from "../../src/engine/excess-return.ts";

const rows = 60;
const series = (id: string, value: (row: number) => number): ExcessReturn => ({
  id,
  kind: "excess",
  frequency: "daily",
  days: Int32Array.from({ length: rows }, (_, row) => row),
  values: Float64Array.from({ length: rows }, (_, row) => value(row)),
});
const market = series("M", (row) => Math.sin(row * 1.3) / 50);
const common = (row: number) => Math.cos(row * 2.1) / 70;
const a = series("A", (row) => 1.2 * market.values[row]! + common(row) + Math.sin(row * 5.7) / 90);
const b = series("B", (row) => 0.7 * market.values[row]! + common(row) - Math.cos(row * 3.3) / 80);

it("splits a portfolio's variance by holding, whole, and shows what uncorrelated residuals would leave out", () => {
  const weights = [0.6, -0.3];
  const portfolio = weightedReturns("P", [{ series: a, weight: 0.6 }, { series: b, weight: -0.3 }]);
  const fits = [portfolio.ok ? portfolio.value : a, a, b].map((asset) => fitFactors(asset, [market]));
  const [whole, ...parts] = fits.map((fit) => {
    if (!fit.ok) throw new Error(JSON.stringify(fit.problem));
    return fit.value;
  });
  const risk = holdingRisk(whole!, parts.map((fit, index) => ({ asset: fit.asset, weight: weights[index]! })), parts);
  const sum = (share: "factorShare" | "idiosyncraticShare") => risk.holdings.reduce((total, holding) => total + holding[share], 0);
  expect(sum("factorShare")).toBeCloseTo(whole!.rSquared, 12);
  expect(sum("idiosyncraticShare")).toBeCloseTo(1 - whole!.rSquared, 12);
  const cross = 2 * 0.6 * -0.3 * risk.closest!.correlation * Math.sqrt(parts[0]!.moments.residualVariance * parts[1]!.moments.residualVariance);
  expect(risk.modelIdiosyncraticVariance + cross).toBeCloseTo(risk.idiosyncraticVariance, 12);
  expect(risk.closest!.correlation).toBeGreaterThan(0.3);
  expect(risk.modelIdiosyncraticVariance).toBeGreaterThan(risk.idiosyncraticVariance);
});

it("takes a holding that is the factor for factor risk alone", () => {
  const portfolio = weightedReturns("P", [{ series: market, weight: 0.6 }, { series: a, weight: 0.4 }]);
  const fits = [portfolio.ok ? portfolio.value : a, a].map((asset) => fitFactors(asset, [market]));
  const [whole, part] = fits.map((fit) => (fit.ok ? fit.value : null));
  const risk = holdingRisk(whole!, [{ asset: "M", weight: 0.6 }, { asset: "A", weight: 0.4 }], [part!]);
  expect(risk.holdings[0]!.idiosyncraticShare).toBe(0);
  expect(risk.holdings.reduce((total, holding) => total + holding.factorShare, 0)).toBeCloseTo(whole!.rSquared, 12);
  expect(risk.holdings[1]!.idiosyncraticShare).toBeCloseTo(1 - whole!.rSquared, 12);
  expect(risk.modelIdiosyncraticVariance).toBeCloseTo(risk.idiosyncraticVariance, 12);
  expect(risk.closest).toBeNull();
});
