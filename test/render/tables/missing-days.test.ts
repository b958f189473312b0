import { expect, test } from "vitest";
import { dayOfIso } from "../../../src/calendar.ts";
import type { CompoundedPeriods } from "../../../src/render/recipe.ts";
import { missingDaysTable } from "../../../src/render/tables/missing-days.ts";

const days = (...dates: readonly string[]): Int32Array => Int32Array.from(dates, dayOfIso);
const periods = (missing: Int32Array, overrides: Partial<CompoundedPeriods> = {}): CompoundedPeriods => ({
  series: "JPM",
  frequency: "monthly",
  missing,
  filled: days(),
  filledFrom: null,
  partial: { start: null, end: null },
  market: { id: "Mkt-RF", days: days("2008-10-13"), values: Float64Array.of(0.11) },
  ...overrides,
});

test("each missing day has its period, its series and the market's return", () => {
  const [file] = missingDaysTable([periods(days("2008-10-13", "2008-11-11")), periods(days("2008-10-13"), { series: "SPY", frequency: "annual", market: null })]);
  expect([...(file?.parts ?? [])].join("").split(/\r?\n/u).join("\n")).toBe(
    ["frequency,period_end,series,missing_day,Mkt-RF_return", "monthly,2008-10-31,JPM,2008-10-13,0.11", "monthly,2008-11-30,JPM,2008-11-11,", "annual,2008-12-31,SPY,2008-10-13,", ""].join("\n"),
  );
});

test("there is no file where no day is missing", () => {
  expect(missingDaysTable([periods(days())])).toEqual([]);
  expect(missingDaysTable([])).toEqual([]);
});
