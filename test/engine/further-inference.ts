/** The series of test/golden/further-inference.R, and what R says of them. */
import { expect } from "vitest";
import { goldenFile } from "./golden.ts";
import { madeUpReturns, series } from "./made-up.ts";

export const golden = goldenFile("further-inference-r.json") as Readonly<Record<string, readonly number[]>>;

const rows = 600;
export const f = madeUpReturns(1, rows);
export const g = madeUpReturns(2, rows);
const noise = madeUpReturns(3, rows);
const r = f.map((each, row) => 0.0003 + 0.8 * each + 0.3 * g[row]! + noise[row]! * (0.5 + 60 * Math.abs(each)) + (row === 0 ? 0 : 0.3 * noise[row - 1]!));
const otherNoise = madeUpReturns(4, rows);

/** Each row keeps a share of the one before. */
function kept(values: Float64Array, share: number): Float64Array {
  let before = 0;
  return values.map((value) => (before = share * before + value));
}
const slowFactor = kept(f, 0.7);
const slowNoise = kept(noise, 0.8);

export const factor = series("F", f);
export const secondFactor = series("G", g);
export const asset = series("R", r);
export const broken = series("BROKEN", r.map((each, row) => each + (row >= 380 ? 1.2 * f[row]! : 0)));
export const other = series("OTHER", f.map((each, row) => 0.0001 + 0.9 * each + otherNoise[row]!));
export const slow = { factor: series("SLOW", slowFactor), asset: series("KEPT", slowFactor.map((each, row) => 0.5 * each + slowNoise[row]!)) };

/** Within 1e-9 of the reference, relative to it. */
export function same(mine: readonly number[], theirs: readonly number[] | undefined): void {
  expect(theirs).toBeDefined();
  expect(mine).toHaveLength(theirs?.length ?? NaN);
  mine.forEach((each, i) => expect(Math.abs(each - theirs![i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(theirs![i]!) + 1e-15));
}
