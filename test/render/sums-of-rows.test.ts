import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { sumsOfRows, sumsWords } from "../../src/render/sums-of-rows.ts";
import { madeUpReturns, series, value } from "../engine/made-up.ts";

const market = madeUpReturns(1, 2000);
const noise = madeUpReturns(2, 2000);
function fitOf(share: number, rows = 2000) {
  let before = 0;
  const kept = noise.map((each) => (before = share * before + each));
  return value(fitFactors(series("ARR", market.map((each, row) => each + kept[row]!).slice(0, rows)), [series("SPY", market.slice(0, rows))]));
}

test("residuals that go together, or reverse each other, say how sums of them vary", () => {
  const fit = fitOf(0.3);
  const sums = sumsOfRows(fit, 21)!;
  // √((1 + 0.3)/(1 − 0.3)) = 1.36 in the long run.
  expect(Math.abs(sums.times - 1.34)).toBeLessThan(0.12);
  expect(sumsWords(fit, sums, "√21", "ARR")).toMatch(/^√21 takes ARR's residuals as uncorrelated, and neighbouring ones go together \(correlation 0\.\d+, p < 0\.001\)\. Over 21 days in a row they vary 1\.\d+ times as much as √21 of a day's$/u);
  expect(sumsOfRows(fitOf(-0.4), 21)!.times).toBeLessThan(0.9);
});

test("nothing is said of residuals without memory, of one row, of fewer than ten sums, and of a difference of less than a tenth", () => {
  expect(sumsOfRows(fitOf(0), 21)).toBeNull();
  expect(sumsOfRows(fitOf(0.3), 1)).toBeNull();
  expect(sumsOfRows(fitOf(0.3, 200), 21)).toBeNull();
  expect(sumsOfRows(fitOf(0.08), 5)).toBeNull();
});
