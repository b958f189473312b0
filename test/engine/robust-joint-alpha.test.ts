import { expect, test } from "vitest";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { grsTest } from "../../src/engine/grs-test.ts";
import { robustJointAlpha } from "../../src/engine/robust-joint-alpha.ts";
import { seededRandom } from "../../src/engine/seeded-random.ts";
import { series, value } from "./made-up.ts";

const random = seededRandom(11);
const uniform = (): number => (random(2 ** 30) + 0.5) / 2 ** 30;
const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());

interface MadeUp {
  readonly assets?: number;
  readonly rows?: number;
  readonly factors?: number;
  /** In standard deviations of quiet noise. */
  readonly alpha?: number;
  /** The noise is large where the market moves far. */
  readonly isWild?: boolean;
}

function madeUp({ assets = 3, rows = 250, factors = 1, alpha = 0, isWild = true }: MadeUp) {
  const columns = Array.from({ length: factors }, () => Float64Array.from({ length: rows }, normal));
  const market = columns[0]!;
  const names = Array.from({ length: assets }, (_, index) => `A${String(index)}`);
  const own = names.map((id) => series(id, market.map((each) => alpha + each + normal() * (isWild ? 0.5 + Math.abs(each) : 1))));
  return { assets: own, factors: columns.map((column, index) => series(`F${String(index)}`, column)) };
}

function tested(asked: MadeUp) {
  const { assets, factors } = madeUp(asked);
  const fits = assets.map((asset) => value(fitFactors(asset, factors)));
  const joint = value(grsTest(assets, factors));
  return { fits, joint, test: robustJointAlpha(fits, joint) };
}

/** Beyond 5% of so many samples by more than luck (one-sided, 1%). */
const tooMany = (samples: number): number => samples * 0.05 + 2.33 * Math.sqrt(samples * 0.05 * 0.95);
const rejections = (samples: number, asked: MadeUp): number => Array.from({ length: samples }, () => tested(asked).test!.pValue).filter((p) => p < 0.05).length;

test("αs of 0 are rejected in about 5% of samples, however many assets there are for the rows", () => {
  expect(rejections(60, { assets: 12, rows: 60, isWild: false })).toBeLessThan(tooMany(60));
  expect(rejections(60, { assets: 12, rows: 30, isWild: false })).toBeLessThan(tooMany(60));
  expect(rejections(60, { assets: 3, rows: 60 })).toBeLessThan(tooMany(60));
  expect(rejections(60, { assets: 3, rows: 250, factors: 3 })).toBeLessThan(tooMany(60));
});

test("αs that are there are found in most samples", () => {
  expect(rejections(40, { alpha: 0.2 })).toBeGreaterThan(28);
  expect(rejections(40, { assets: 12, rows: 60, alpha: 0.5, isWild: false })).toBeGreaterThan(28);
});

test("it is the GRS statistic, and nearly its p-value where returns are normal and independent", () => {
  const gaps = [1, 3].flatMap((factors) =>
    Array.from({ length: 8 }, () => {
      const { joint, test: robust } = tested({ assets: 5, rows: 500, factors, isWild: false });
      const grs = joint.result as { readonly statistic: number; readonly pValue: number };
      expect(robust!.statistic).toBe(grs.statistic);
      return robust!.pValue - grs.pValue;
    }),
  );
  expect(gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / gaps.length).toBeLessThan(0.05);
});

test("where p is from 1 to 20% it is made with half and twice the length, and elsewhere not", () => {
  const found = Array.from({ length: 60 }, (_, sample) => tested({ rows: 216, alpha: (sample % 3) * 0.06 }).test!);
  const near = found.filter(({ pValue }) => pValue >= 0.01 && pValue < 0.2);
  expect(near.length).toBeGreaterThan(5);
  expect(near.length).toBeLessThan(60);
  for (const one of found) expect(one.otherLengths.map(({ blockLength }) => blockLength)).toEqual(near.includes(one) ? [3, 12] : []);
  // Noise without memory: the length moves p by the luck of the signs alone.
  const moved = near.flatMap(({ pValue, otherLengths }) => otherLengths.map((other) => Math.abs(other.pValue - pValue)));
  expect(moved.reduce((sum, each) => sum + each, 0) / moved.length).toBeLessThan(0.05);
});

test("with too few rows for ten blocks of twice the length, half the length alone is tried", () => {
  const near = Array.from({ length: 40 }, () => tested({ rows: 64, assets: 2, isWild: false }).test!).filter(({ pValue }) => pValue >= 0.01 && pValue < 0.2);
  expect(near.length).toBeGreaterThan(0);
  for (const one of near) expect(one.otherLengths.map(({ blockLength }) => blockLength)).toEqual([2]);
});

test("blocks are as long as the cube root of the rows, and the same question has the same answer", () => {
  expect(tested({ rows: 64 }).test).toMatchObject({ blockLength: 4, distribution: "bootstrap" });
  const { fits, joint, test: once } = tested({ rows: 63 });
  expect(once?.blockLength).toBe(3);
  expect(robustJointAlpha(fits, joint)).toEqual(once);
});

test("the sizes of the assets' returns don't matter", () => {
  const { assets, factors } = madeUp({ assets: 3, rows: 100 });
  const larger = assets.map((asset, index) => ({ ...asset, values: asset.values.map((each) => each * 10 ** (2 * index)) }));
  const pOf = (chosen: typeof assets): number => robustJointAlpha(chosen.map((asset) => value(fitFactors(asset, factors))), value(grsTest(chosen, factors)))!.pValue;
  expect(pOf(larger)).toBe(pOf(assets));
});

test("there is no test of few rows, of an exact fit, of no asset, or where GRS does not apply", () => {
  const { fits, joint } = tested({});
  const [first, second] = fits as [FactorFit, FactorFit];
  expect(robustJointAlpha([], joint)).toBeNull();
  expect(tested({ rows: 18 }).test).toBeNull();
  expect(tested({ rows: 20 }).test).not.toBeNull();
  expect(robustJointAlpha([{ ...first, exact: true }, second], joint)).toBeNull();
  expect(robustJointAlpha(fits, { result: { name: "grs", notApplicable: "too-few-rows", rows: 3, assets: 3, factors: 1 } })).toBeNull();
});
