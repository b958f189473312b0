import { expect, test } from "vitest";
import { dayOfIso, isoDay } from "../../../src/calendar.ts";
import { byPeriod, columnsByPeriod, lastRows, periodEnds, wholePeriods, withReturns } from "../../../src/engine/recipes/recipe-columns.ts";

const days = Int32Array.from(["2024-01-04", "2024-01-05", "2024-01-08", "2024-02-01"], dayOfIso);
const columns = { days, asset: Float64Array.of(0.1, 0.1, 0.2, 0.3), factor: Float64Array.of(0.1, 0, 0, 0.5), rate: Float64Array.of(0.01, 0.01, 0.01, 0.01) };

test("weeks end on Friday, months and years on their last day", () => {
  expect([...periodEnds(days, "weekly")].map(isoDay)).toEqual(["2024-01-05", "2024-01-05", "2024-01-12", "2024-02-02"]);
  expect([...lastRows(periodEnds(days, "monthly"))].map(isoDay)).toEqual(["2024-01-31", "2024-02-29"]);
  expect([...lastRows(periodEnds(days, "annual"))].map(isoDay)).toEqual(["2024-12-31"]);
});

test("periods are products, or sums", () => {
  const ends = periodEnds(days, "weekly");
  expect([...byPeriod(columns.asset, ends, false)].map((value) => Number(value.toFixed(12)))).toEqual([0.21, 0.2, 0.3]);
  expect([...byPeriod(columns.asset, ends, true)]).toEqual([0.2, 0.2, 0.3]);
  expect(columnsByPeriod(columns, ends, true).rate).toEqual(Float64Array.of(0.02, 0.01, 0.01));
});

test("the rate is put back in both, in the asset alone, or subtracted again", () => {
  expect(withReturns(columns, "excess")).toBe(columns);
  expect(withReturns(columns, "total")?.factor[1]).toBe(0.01);
  expect(withReturns(columns, "raw")?.factor[1]).toBe(0);
  expect(withReturns(columns, "raw")?.asset[0]).toBeCloseTo(0.11, 12);
  expect(withReturns(columns, "rate-twice")?.asset[0]).toBeCloseTo(0.09, 12);
  expect(withReturns(columns, "log")?.asset[0]).toBeCloseTo(Math.log(1.1), 12);
  expect(withReturns({ ...columns, rate: null }, "total")).toBeNull();
});

test("periods that the days cut are not whole", () => {
  const whole = (of: readonly string[], frequency: "weekly" | "monthly" | "annual") => {
    const daily = Int32Array.from(of, dayOfIso);
    return wholePeriods({ ...columns, days: lastRows(periodEnds(daily, frequency)) }, daily, frequency);
  };
  expect(whole(["2024-01-02", "2024-01-31", "2024-02-15"], "monthly")).toEqual([0, 1]);
  expect(whole(["2024-01-16", "2024-02-15", "2024-03-29"], "monthly")).toEqual([1, 3]);
  expect(whole(["2024-12-23", "2024-12-31"], "weekly")).toEqual([0, 1]);
  expect(whole(["2023-01-03", "2024-12-31"], "annual")).toEqual([0, 2]);
});
