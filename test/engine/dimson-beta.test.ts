import { expect, test } from "vitest";
import { dimsonBeta } from "../../src/engine/dimson-beta.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const f = madeUpReturns(1, 600);
const noise = madeUpReturns(2, 600);
/** β of each row on its own factor, and as much a row late. */
const late = (share: number) => series("JPM", f.map((each, row) => 0.8 * each + share * (f[row - 1] ?? 0) + 0.02 * noise[row]!));
const fitOf = (share: number) => value(fitFactors(late(share), [series("SPY", f)]));

test("the sum holds what comes a row late, and the part of the rows around is that alone", () => {
  const dimson = dimsonBeta(fitOf(0.4));
  expect(dimson?.sum.value).toBeCloseTo(1.2, 1);
  expect(dimson?.neighbours.value).toBeCloseTo(0.4, 1);
  expect(dimson?.neighbours.pValue).toBeLessThan(0.001);
  expect(dimson?.observations).toBe(590);
  expect(dimsonBeta(fitOf(0))?.neighbours.pValue).toBeGreaterThan(0.05);
});

test("rows are those with five on each side; too few of them, other frequencies and several factors have none", () => {
  const short = value(fitFactors(series("JPM", late(0).values.slice(0, 69)), [series("SPY", f.slice(0, 69))]));
  expect(dimsonBeta(short)).toBeNull();
  const several = value(fitFactors(late(0), [series("SPY", f), series("SMB", madeUpReturns(3, 600))]));
  expect(dimsonBeta(several)).toBeNull();
  const fit = fitOf(0);
  expect(dimsonBeta({ ...fit, sample: { ...fit.sample, frequency: "monthly" } })).toBeNull();
});
