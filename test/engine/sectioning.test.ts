import { expect, test } from "vitest";
import { sectionBounds, sectionedEstimate, sectioningRowsNeeded } from "../../src/engine/sectioning.ts";

test("stretches follow each other without a gap and differ by one row at most", () => {
  expect(sectionBounds(10)).toEqual([[0, 2], [2, 5], [5, 7], [7, 10]]);
  expect(sectionBounds(9, 3)).toEqual([[0, 3], [3, 6], [6, 9]]);
});

test("the error is the spread about the value of all rows, with t of one degree fewer than there are stretches", () => {
  const { standardError, interval, tStat } = sectionedEstimate("σ", 2, [1, 2, 3, 4]);
  // (1 + 0 + 1 + 4)/(4·3), and t's 97.5% quantile with 3 degrees of freedom.
  expect(standardError).toBeCloseTo(Math.sqrt(0.5), 14);
  expect(tStat).toBeCloseTo(2 / Math.sqrt(0.5), 14);
  expect(interval[0]).toBeCloseTo(2 - 3.182446305 * Math.sqrt(0.5), 8);
  expect(interval[1]).toBeCloseTo(2 + 3.182446305 * Math.sqrt(0.5), 8);
});

test("fewer than eight years of days or months, or forty years, have stretches too short to tell of other years", () => {
  const needed = (observations: number, frequency: "daily" | "monthly" | "annual") => sectioningRowsNeeded({ observations, frequency });
  expect([needed(2015, "daily"), needed(2016, "daily")]).toEqual([2016, null]);
  expect([needed(95, "monthly"), needed(96, "monthly")]).toEqual([96, null]);
  expect([needed(39, "annual"), needed(40, "annual")]).toEqual([40, null]);
});
