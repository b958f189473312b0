import { expect, test } from "vitest";
import { dayOfIso } from "../../src/calendar.ts";
import { wholePeriodSpans, withoutDays } from "../../src/engine/without-days.ts";

const days = Int32Array.from(["2007-12-31", "2008-01-02", "2008-12-31", "2009-01-02"].map(dayOfIso));
const series = { id: "JPM", kind: "excess", frequency: "daily", days, values: Float64Array.of(1, 2, 3, 4) } as const;

test("rows within a span are left out, both ends included", () => {
  expect([...withoutDays(series, [{ first: "2008-01-02", last: "2008-12-31" }]).values]).toEqual([1, 4]);
  expect([...withoutDays(series, [{ first: "2008-01-03", last: "2008-12-30" }]).values]).toEqual([1, 2, 3, 4]);
});

test("several spans are all left out, and none leaves the series as it is", () => {
  expect([...withoutDays(series, [{ first: "2007-01-01", last: "2007-12-31" }, { first: "2009-01-01", last: "2009-12-31" }]).values]).toEqual([2, 3]);
  expect(withoutDays(series, [])).toBe(series);
});

test("a week, month or year of which one day is left out is left out whole, and days stay as they are", () => {
  const inside = [{ first: "2008-09-17", last: "2008-09-18" }];
  expect(wholePeriodSpans(inside, "weekly")).toEqual([{ first: "2008-09-13", last: "2008-09-19" }]);
  expect(wholePeriodSpans(inside, "monthly")).toEqual([{ first: "2008-09-01", last: "2008-09-30" }]);
  expect(wholePeriodSpans(inside, "annual")).toEqual([{ first: "2008-01-01", last: "2008-12-31" }]);
  expect(wholePeriodSpans(inside, "daily")).toBe(inside);
  const whole = [{ first: "2008-09-01", last: "2009-03-31" }];
  expect(wholePeriodSpans(whole, "monthly")).toEqual(whole);
});
