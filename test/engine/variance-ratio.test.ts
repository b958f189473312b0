import { expect, test } from "vitest";
import { sumsOverRoot } from "../../src/engine/variance-ratio.ts";
import { madeUpReturns } from "./made-up.ts";

const noise = madeUpReturns(5, 20_000).map((each) => each - 0.0004);

test("it is 1 of one row, and near 1 of rows that are uncorrelated", () => {
  expect(sumsOverRoot(noise, 1)).toBe(1);
  expect(Math.abs(sumsOverRoot(noise, 21) - 1)).toBeLessThan(0.1);
});

test("of rows that keep a share of the one before it is that of the autoregression", () => {
  let before = 0;
  const kept = noise.map((value) => (before = 0.3 * before + value));
  const ratio = 1 + 2 * Array.from({ length: 20 }, (_, at) => (1 - (at + 1) / 21) * 0.3 ** (at + 1)).reduce((sum, each) => sum + each, 0);
  expect(Math.abs(sumsOverRoot(kept, 21) / Math.sqrt(ratio) - 1)).toBeLessThan(0.06);
  const reversed = noise.map((value, row) => value - 0.5 * (noise[row - 1] ?? 0));
  expect(sumsOverRoot(reversed, 21)).toBeLessThan(0.7);
});

test("it is the volatility of sums of so many rows over the root of their number", () => {
  const column = noise.slice(0, 500);
  const q = 5;
  // Every window of five rows, those that reach over the ends filled with zeros.
  const padded = [...new Array<number>(q - 1).fill(0), ...column, ...new Array<number>(q - 1).fill(0)];
  const sums = Array.from({ length: column.length + q - 1 }, (_, at) => padded.slice(at, at + q).reduce((sum, each) => sum + each, 0));
  const square = (values: readonly number[]): number => values.reduce((sum, each) => sum + each * each, 0);
  expect(sumsOverRoot(column, q)).toBeCloseTo(Math.sqrt(square(sums) / q / square([...column])), 12);
});
