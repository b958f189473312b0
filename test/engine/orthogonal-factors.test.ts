import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { decidingFit } from "../../src/engine/deciding-fit.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { orthogonalFits } from "../../src/engine/orthogonal-factors.ts";
import { robustFit } from "../../src/engine/robust-fit.ts";
import { covariance } from "../../src/engine/moments.ts";
import { varianceInflation } from "../../src/engine/variance-inflation.ts";
import { asset, f, factor, g, golden, same, secondFactor } from "./further-inference.ts";
import { goldenFile } from "./golden.ts";
import { series, value } from "./made-up.ts";

const third = series("H", f.map((each, row) => 0.5 * each - 0.3 * g[row]! + 0.002 * Math.sin(row)));
const plain = value(fitFactors(asset, [factor, secondFactor, third]));
const orthogonal = value(orthogonalFits(plain, {})).fit;

const kinds = { classical: {}, hc1: { covariance: "hc1" }, hac: { covariance: "hac", lags: 6 } } as const;

test("the coefficients are those of R's regression on what each factor adds, the errors those of its regressions on the factors up to each", () => {
  const all = ({ alpha, betas }: FactorFit) => [alpha, ...betas];
  const errors = Object.values(kinds).flatMap((request) => all(value(orthogonalFits(plain, request)).fit).map(({ standardError }) => standardError));
  same([...all(orthogonal).map((one) => one.value), ...errors], golden["orthogonal"]);
});

test("slopes, errors and p-values are statsmodels' of the last coefficient of the regressions on the factors up to each", () => {
  const python = goldenFile("inference.json") as { readonly orthogonal: Readonly<Record<keyof typeof kinds, readonly number[]>> };
  for (const kind of ["classical", "hc1", "hac"] as const) {
    same(value(orthogonalFits(plain, kinds[kind])).fit.betas.flatMap((beta) => [beta.value, beta.standardError, beta.pValue]), python.orthogonal[kind]);
  }
});

test("the errors beside, and those that decide, are made of the same regressions", () => {
  const { robust, deciding, classical } = value(orthogonalFits(plain, {}));
  const short = value(fitFactors(asset, [factor, secondFactor]));
  expect(classical).toBeNull();
  same([robust?.betas[1]?.standardError ?? NaN, deciding.betas[1]?.standardError ?? NaN], [robustFit(short)!.betas[1]!.standardError, decidingFit(short).betas[1]!.standardError]);
  same([deciding.alpha.standardError, deciding.betas[2]!.standardError], [decidingFit(plain).alpha.standardError, decidingFit(plain).betas[2]!.standardError]);
  const robustly = value(orthogonalFits(plain, { covariance: "hc1" }));
  expect(robustly.robust).toBeNull();
  same([robustly.classical!.betas[1]!.standardError], [short.betas[1]!.standardError]);
});

test("α, R² and the last β are those of the plain regression, the first β that of its factor alone", () => {
  same([orthogonal.alpha.value, orthogonal.rSquared, orthogonal.betas[2]!.value], [plain.alpha.value, plain.rSquared, plain.betas[2]!.value]);
  same([orthogonal.betas[0].value], [value(fitFactors(asset, [factor])).betas[0].value]);
});

test("no factor goes with another any more, and each keeps its place and says what it is", () => {
  expect(orthogonal.factors).toEqual(["F", "G-orth", "H-orth"]);
  varianceInflation(orthogonal).forEach(({ inflation }) => expect(inflation).toBeCloseTo(1, 10));
  expect(Math.abs(covariance(orthogonal.rows.factors[0], orthogonal.rows.factors[2]!))).toBeLessThan(1e-17);
});

test("one factor stays as it is, and the errors are those that were asked for", () => {
  const one = value(fitFactors(asset, [factor]));
  expect(value(orthogonalFits(one, {})).fit.betas).toEqual(one.betas);
  expect(value(orthogonalFits(plain, { covariance: "hac", lags: 7 })).fit.inference).toMatchObject({ covariance: "hac", lags: 7 });
});

test("lags that the data chose are one number, that of the whole regression", () => {
  const chosen = value(fitFactors(asset, [factor, secondFactor, third], { covariance: "hac", lags: "auto" }));
  const { lags } = chosen.inference;
  const { fit } = value(orthogonalFits(chosen, { covariance: "hac", lags: "auto" }));
  expect(fit.inference).toMatchObject({ lags, automaticLags: true });
  same(fit.betas.map(({ standardError }) => standardError), value(orthogonalFits(plain, { covariance: "hac", lags })).fit.betas.map(({ standardError }) => standardError));
});
