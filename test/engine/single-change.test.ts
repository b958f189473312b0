import { expect, test } from "vitest";
import { betaStability } from "../../src/engine/beta-stability.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { leastSquares } from "../../src/engine/least-squares.ts";
import { singleChange } from "../../src/engine/single-change.ts";
import { isoDay } from "../../src/calendar.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

/** β of each row as `beta` says, with noise as large as the factor. */
function fitOf(beta: (row: number) => number, rows = 400, seed = 1) {
  const market = madeUpReturns(seed, rows);
  const noise = madeUpReturns(seed + 1000, rows);
  return value(fitFactors(series("A", market.map((each, row) => beta(row) * each + noise[row]!)), [series("F", market)]));
}

const stepAt = (at: number) => (row: number) => (row < at ? 0.8 : 2);

test("the split is the one with the smallest sum of squares of a regression with a β of its own for each side", () => {
  const fit = fitOf(stepAt(180));
  const [factor] = fit.rows.factors as [Float64Array];
  const squares = (split: number): number =>
    leastSquares(fit.rows.asset, [factor, factor.map((each, row) => (row < split ? 0 : each))]).residuals.reduce((sum, each) => sum + each * each, 0);
  const splits = Array.from({ length: 281 }, (_, step) => 60 + step);
  const best = splits.reduce((least, split) => (squares(split) < squares(least) ? split : least));
  const change = singleChange(fit);
  expect(change.rowsBefore).toBe(best);
  expect(change.firstAfter).toBe(isoDay(best));
  const noise = leastSquares(fit.rows.asset, [factor, factor.map((each, row) => (row < best ? 0 : each))]).residuals;
  const scale = factor.reduce((sum, each, row) => sum + (each * noise[row]!) ** 2, 0) / factor.reduce((sum, each) => sum + each * each, 0);
  const near = splits.filter((split) => squares(split) - squares(best) <= 7.35 * scale);
  expect(change.interval).toEqual([isoDay(near[0]!), isoDay(near.at(-1)!)]);
});

test("the interval holds the day of the change in 95% of samples, small changes and large", () => {
  for (const after of [1.3, 2]) {
    const held = Array.from({ length: 100 }, (_, seed) => singleChange(fitOf((row) => (row < 200 ? 0.8 : after), 400, seed + 1))).filter(({ interval: [earliest, latest] }) => earliest <= isoDay(200) && latest >= isoDay(200));
    expect(held.length).toBeGreaterThanOrEqual(90);
  }
});

test("a change outside the rows searched is said to lie at their edge", () => {
  expect(singleChange(fitOf(stepAt(385))).isAtEdge).toBe(true);
  expect(singleChange(fitOf(stepAt(200))).isAtEdge).toBe(false);
});

test("a second change, and a slow drift, show in the rows before and after; one change seldom does", () => {
  const shareBelow = (beta: (row: number) => number): number => Array.from({ length: 60 }, (_, seed) => singleChange(fitOf(beta, 600, seed + 1)).furtherP ?? 1).filter((p) => p < 0.05).length;
  expect(shareBelow(stepAt(300))).toBeLessThan(8);
  expect(shareBelow((row) => (row > 200 && row < 400 ? 2 : 0.8))).toBeGreaterThan(50);
  expect(shareBelow((row) => 0.5 + row / 150)).toBeGreaterThan(50);
});

test("furtherP is twice the smaller p of both parts, and there is none where both are too short", () => {
  const fit = fitOf((row) => (row > 150 && row < 250 ? 1.4 : 0.8));
  const change = singleChange(fit);
  const part = (start: number, end?: number): number => {
    const cut = (column: Float64Array) => column.slice(start, end);
    return value(betaStability(value(fitFactors(series("A", cut(fit.rows.asset)), [series("F", cut(fit.rows.factors[0]))])))).pValue;
  };
  expect(change.furtherP).toBeCloseTo(Math.min(1, 2 * Math.min(part(0, change.rowsBefore), part(change.rowsBefore))), 12);
  expect(singleChange(fitOf(stepAt(25), 50)).furtherP).toBeNull();
});
