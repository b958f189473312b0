import { sampleCovariance, sampleVariance } from "simple-statistics";
import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { varianceDecomposition } from "../../src/engine/variance-decomposition.ts";
import { exampleFit, madeUpReturns, series, value } from "./made-up.ts";

/** Three factors of which two move together, so that every covariance term is seen. */
const f = madeUpReturns(11, 120);
const g = madeUpReturns(12, 120).map((each, row) => 0.6 * f[row]! + each);
const h = madeUpReturns(13, 120).map((each, row) => each - 0.3 * g[row]!);
const asset = madeUpReturns(14, 120).map((each, row) => 1.1 * f[row]! - 0.7 * g[row]! + 0.4 * h[row]! + each);
const fit = value(fitFactors(series("A", asset), [series("F", f), series("G", g), series("H", h)]));

test("each factor has its variance, each pair of factors its covariance, and the rest is the asset's own", () => {
  const [bf, bg, bh] = fit.betas.map((beta) => beta.value) as [number, number, number];
  const column = (values: Float64Array) => Array.from(values);
  const pair = (left: Float64Array, right: Float64Array) => sampleCovariance(column(left), column(right));
  const { parts } = varianceDecomposition(fit);
  expect(parts.map(({ kind, factors }) => [kind, factors])).toEqual([
    ["factor", ["F"]],
    ["factor", ["G"]],
    ["factor", ["H"]],
    ["covariance", ["F", "G"]],
    ["covariance", ["F", "H"]],
    ["covariance", ["G", "H"]],
    ["idiosyncratic", []],
  ]);
  const variances = [bf ** 2 * pair(f, f), bg ** 2 * pair(g, g), bh ** 2 * pair(h, h), 2 * bf * bg * pair(f, g), 2 * bf * bh * pair(f, h), 2 * bg * bh * pair(g, h), sampleVariance(column(fit.rows.residuals))];
  parts.forEach(({ variance }, i) => expect(variance / variances[i]!).toBeCloseTo(1, 10));
});

test("the parts add up to the total, the factors' share is R², and the covariances' share may be below 0", () => {
  const { totalVariance, factorVariance, idiosyncraticVariance, covarianceShare, factorShare, idiosyncraticShare, parts, ...rest } = varianceDecomposition(fit);
  const sum = (kinds: readonly string[], of: "variance" | "share") => parts.filter(({ kind }) => kinds.includes(kind)).reduce((total, part) => total + part[of], 0);
  expect(totalVariance / sampleVariance(Array.from(asset))).toBeCloseTo(1, 12);
  expect(sum(["factor", "covariance", "idiosyncratic"], "variance") / totalVariance).toBeCloseTo(1, 12);
  expect(sum(["factor", "covariance", "idiosyncratic"], "share")).toBeCloseTo(1, 12);
  expect(factorVariance / sum(["factor", "covariance"], "variance")).toBeCloseTo(1, 12);
  expect(covarianceShare).toBeCloseTo(sum(["covariance"], "share"), 12);
  expect(covarianceShare).toBeLessThan(-0.01);
  expect(factorShare).toBeCloseTo(fit.rSquared, 12);
  expect(idiosyncraticShare).toBeCloseTo(1 - fit.rSquared, 12);
  expect(idiosyncraticVariance).toBe(fit.moments.residualVariance);
  expect(rest).toEqual({ asset: "A", sample: fit.sample, inference: fit.inference });
});

test("with one factor there is no covariance", () => {
  const { covarianceShare, parts, factorShare } = varianceDecomposition(exampleFit());
  expect(covarianceShare).toBe(0);
  expect(parts.map(({ kind }) => kind)).toEqual(["factor", "idiosyncratic"]);
  expect(factorShare).toBeCloseTo(64 / 65, 12);
});
