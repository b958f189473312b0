import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { varianceInflation } from "../../src/engine/variance-inflation.ts";
import { exampleFit, madeUpReturns, series, value } from "./made-up.ts";

test("the inflation of each factor's variance is statsmodels'", () => {
  const a = [0.01, -0.02, 0.015, 0.003, -0.007, 0.021, -0.011, 0.004, 0.009, -0.016];
  const b = [0.012, -0.018, 0.016, 0.001, -0.009, 0.019, -0.012, 0.007, 0.008, -0.014];
  const c = [0.002, 0.011, -0.006, 0.009, -0.013, 0.005, 0.001, -0.008, 0.012, -0.003];
  const fit = value(fitFactors(series("r", madeUpReturns(5, 10)), [series("a", a), series("b", b), series("c", c)]));
  const inflations = varianceInflation(fit);
  expect(inflations.map(({ factor }) => factor)).toEqual(["a", "b", "c"]);
  [49.530855544448, 49.470975102859974, 1.0328848050477883].forEach((theirs, place) => expect(inflations[place]!.inflation / theirs).toBeCloseTo(1, 11));
});

test("one factor has none", () => {
  expect(varianceInflation(exampleFit())).toEqual([]);
});
