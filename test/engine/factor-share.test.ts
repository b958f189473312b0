import { expect, test } from "vitest";
import { factorShareEstimate, factorShareGap } from "../../src/engine/factor-share.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = 400;
const market = madeUpReturns(1, rows);
const returns = (seed: number, beta: number) => {
  const noise = madeUpReturns(seed, rows);
  return market.map((each, row) => beta * each + noise[row]!);
};
/** Errors that allow for heteroskedasticity alone, as the jackknife does. */
const fitOf = (asset: Float64Array, factor = market): FactorFit => value(fitFactors(series("A", asset), [series("F", factor)], { covariance: "hc1" }));

/** Standard error of a statistic by leaving out each row in turn. */
function jackknife(statistic: (left: number) => number): number {
  const values = Array.from({ length: rows }, (_, row) => statistic(row));
  const average = values.reduce((sum, each) => sum + each, 0) / rows;
  return Math.sqrt(((rows - 1) / rows) * values.reduce((sum, each) => sum + (each - average) ** 2, 0));
}
const without = (column: Float64Array, row: number): Float64Array => column.filter((_, each) => each !== row);

test("the error of a factor share is that of the jackknife, within 3%", () => {
  const asset = returns(2, 0.8);
  const { value: share, standardError } = value(factorShareEstimate(fitOf(asset)));
  expect(share).toBe(fitOf(asset).rSquared);
  expect(standardError / jackknife((row) => fitOf(without(asset, row), without(market, row)).rSquared)).toBeCloseTo(1, 1.5);
});

test("the error of a gap allows for the market that two shares have in common", () => {
  const [first, second] = [returns(2, 0.8), returns(3, 1.2)];
  const gap = value(factorShareGap(fitOf(first), fitOf(second)));
  const truth = jackknife((row) => fitOf(without(first, row), without(market, row)).rSquared - fitOf(without(second, row), without(market, row)).rSquared);
  expect(gap.standardError / truth).toBeCloseTo(1, 1.5);
  expect(value(factorShareGap(fitOf(first), fitOf(first))).value).toBe(0);
});

test("an exact fit is refused: its share is 1 and has no error", () => {
  const exact = fitFactors(series("A", market.map((each) => 2 * each)), [series("F", market)]);
  expect(factorShareEstimate(value(exact))).toMatchObject({ problem: { kind: "exact-fit", asset: "A" } });
});
