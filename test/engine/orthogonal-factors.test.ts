import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { orthogonalFit } from "../../src/engine/orthogonal-factors.ts";
import { covariance } from "../../src/engine/moments.ts";
import { varianceInflation } from "../../src/engine/variance-inflation.ts";
import { asset, f, factor, g, golden, same, secondFactor } from "./further-inference.ts";
import { series, value } from "./made-up.ts";

const third = series("H", f.map((each, row) => 0.5 * each - 0.3 * g[row]! + 0.002 * Math.sin(row)));
const plain = value(fitFactors(asset, [factor, secondFactor, third]));
const orthogonal = value(orthogonalFit(plain, {}));

test("the coefficients and errors are those of R's regression on the residuals of the factors before, their means kept", () => {
  same([orthogonal.alpha, ...orthogonal.betas].flatMap((one) => [one.value, one.standardError]), golden["orthogonal"]);
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
  expect(value(orthogonalFit(one, {}))).toBe(one);
  expect(value(orthogonalFit(plain, { covariance: "hac", lags: 7 })).inference).toMatchObject({ covariance: "hac", lags: 7 });
});
