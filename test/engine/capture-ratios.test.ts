import { expect, test } from "vitest";
import { captureRatios } from "../../src/engine/capture-ratios.ts";
import { fewRowsWidening } from "../../src/engine/deciding-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { asset, f, factor, golden, same } from "./further-inference.ts";
import { series, value } from "./made-up.ts";

test("up and down capture with their errors are R's, the errors widened for few rows", () => {
  const { up, down, lags } = captureRatios(value(fitFactors(asset, [factor])))!;
  expect(lags).toBe(5);
  same([up, down].flatMap((side) => [side.value, side.standardError / fewRowsWidening(5, 600)]), golden["capture"]);
  expect([up.observations, down.observations]).toEqual([f.filter((each) => each > 0).length, f.filter((each) => each < 0).length]);
});

test("a multiple of the benchmark captures as much of both, an α more of the rises and less of the falls", () => {
  const of = (alpha: number) => captureRatios(value(fitFactors(series("A", f.map((each, row) => alpha + 0.7 * each + 1e-5 * Math.sin(row))), [factor])))!;
  expect(of(0).up.value).toBeCloseTo(0.7, 3);
  expect(of(0).down.value).toBeCloseTo(0.7, 3);
  expect(of(0.001).up.value).toBeGreaterThan(0.75);
  expect(of(0.001).down.value).toBeLessThan(0.65);
});

test("a benchmark that fell on two rows alone has none", () => {
  const rising = series("F", f.slice(0, 12).map((each, row) => (row < 2 ? -1 : 1) * (Math.abs(each) + 1e-3)));
  expect(captureRatios(value(fitFactors(series("A", f.slice(20, 32)), [rising])))).toBeNull();
});
