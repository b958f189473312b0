import { expect, test } from "vitest";
import { dayOfIso } from "../../src/calendar.ts";
import { withoutDays } from "../../src/engine/without-days.ts";

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
