import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { rollingFit } from "../../src/engine/rolling-fit.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = 3000;
const window = 50;
const market = madeUpReturns(1, rows);
const noise = madeUpReturns(2, rows);
const spy = series("SPY", market);
const asset = (values: Iterable<number>) => series("JPM", values);

/** The worst difference between a rolling fit and the fit of each of a few windows by itself, in standard errors. */
function worstDifference(stock: ReturnType<typeof series>, factors: readonly ReturnType<typeof series>[]): number {
  const rolled = value(rollingFit(stock, factors, window));
  const estimates = [rolled.alpha, ...rolled.betas];
  let worst = 0;
  for (let start = 0; start < rows - window; start += 37) {
    const part = (whole: ReturnType<typeof series>) =>
      series(whole.id, whole.values.subarray(start, start + window), whole.days.subarray(start, start + window));
    const alone = value(fitFactors(part(stock), factors.map(part)));
    [alone.alpha, ...alone.betas].forEach((estimate, i) => {
      const { values, standardErrors } = estimates[i]!;
      worst = Math.max(worst, Math.abs(values[start]! - estimate.value) / estimate.standardError);
      worst = Math.max(worst, Math.abs(standardErrors[start]! / estimate.standardError - 1));
    });
    worst = Math.max(worst, Math.abs(rolled.rSquared[start]! - alone.rSquared));
  }
  return worst;
}

test("a day a million times wilder than the others leaves nothing behind in the windows after it", () => {
  const wild = market.map((each, row) => (row === 700 ? 10_000 : each));
  const stock = asset(wild.map((each, row) => 1.2 * each + noise[row]!));
  expect(worstDifference(stock, [series("SPY", wild)])).toBeLessThan(1e-7);
  expect(worstDifference(stock, [series("SPY", wild), series("SMB", madeUpReturns(3, rows))])).toBeLessThan(1e-7);
});

test("a level a million times the movements keeps its digits", () => {
  const level = market.map((each) => 10_000 + each);
  const stock = asset(market.map((each, row) => (row < 1500 ? 0 : 5000) + 1.2 * each + noise[row]!));
  expect(worstDifference(stock, [series("SPY", level)])).toBeLessThan(1e-7);
});

test("rolling a series on its own copy gives β 1, α 0, no error and R² 1 in every window", () => {
  const rolled = value(rollingFit(asset(market), [spy], window));
  expect(new Set(rolled.betas[0].values)).toEqual(new Set([1]));
  expect(new Set(rolled.alpha.values)).toEqual(new Set([0]));
  expect(new Set(rolled.betas[0].standardErrors)).toEqual(new Set([0]));
  expect(new Set(rolled.rSquared)).toEqual(new Set([1]));
});

test.each([1, 2])("an asset that never moves has β 0 on %i factors, whatever the window", (count) => {
  const factors = [spy, series("SMB", noise)].slice(0, count);
  const rolled = value(rollingFit(asset(market.map(() => 0.001)), factors, window));
  for (const { values } of rolled.betas) expect(values.every((each) => each === 0)).toBe(true);
  expect(rolled.alpha.values.every((each) => Math.abs(each - 0.001) < 1e-15)).toBe(true);
  expect(rolled.rSquared.every((each) => each === 1)).toBe(true);
});

test("a factor too small to have a variance in doubles is refused as constant", () => {
  const tiny = series("SPY", market.map((each) => each * 1e-160));
  expect(rollingFit(asset(noise), [tiny], window)).toMatchObject({ ok: false, problem: { kind: "constant-series" } });
});
