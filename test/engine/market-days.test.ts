import { expect, test } from "vitest";
import { dayOfIso, isoDay } from "../../src/calendar.ts";
import { missingDays, tradedBetween } from "../../src/engine/market-days.ts";
import { series } from "./made-up.ts";

const traded = (day: string, market: Int32Array | null = null): boolean => tradedBetween(dayOfIso(day), dayOfIso(day), market);

test.each([
  ["2024-03-29", false, "Good Friday, the last weekday of its month"],
  ["2018-03-30", false, "Good Friday"],
  ["2021-04-02", false, "Good Friday"],
  ["2019-04-18", true, "the Thursday before it"],
  ["2021-05-31", false, "Memorial Day"],
  ["2021-05-24", true, "the Monday before it"],
  ["2020-09-07", false, "Labor Day"],
  ["2020-09-08", true, "the day after it"],
  ["2024-01-01", false, "New Year's Day"],
  ["2023-01-02", false, "New Year's Day of a Sunday"],
  ["2024-01-02", true, "the first trading day of a year"],
  ["2022-06-20", false, "Juneteenth of a Sunday"],
  ["2021-06-18", true, "the Friday before it was a holiday of the exchange"],
  ["2025-07-04", false, "Independence Day"],
  ["2026-07-03", false, "Independence Day of a Saturday"],
  ["2021-12-31", true, "New Year's Day of a Saturday is not kept"],
  ["2025-01-20", false, "Martin Luther King's day"],
  ["1997-01-20", true, "before the exchange kept it"],
  ["2025-02-17", false, "Washington's birthday"],
  ["2025-11-27", false, "Thanksgiving"],
  ["2025-11-28", true, "the day after it"],
  ["2025-12-25", false, "Christmas"],
  ["2024-06-29", false, "a Saturday"],
  ["2024-06-30", false, "a Sunday"],
  ["2024-12-31", true, "the last day of a year"],
])("without a market factor, trading on %s is %s: %s", (day, expected) => {
  expect(traded(day)).toBe(expected);
});

test("inside a market factor's range its days decide, outside the weekdays do", () => {
  const market = Int32Array.from(["2024-01-02", "2024-01-04", "2024-01-05"], dayOfIso);
  expect(["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-08"].map((day) => traded(day, market))).toEqual([true, false, true, true]);
  expect(tradedBetween(3, 2, null)).toBe(false);
});

const market = Int32Array.from({ length: 60 }, (_, day) => day);

test("a day is missing where the market has one and the series has none, inside the series' own range", () => {
  const stock = series("JPM", [1, 1, 1, 1], [10, 11, 14, 20]);
  expect([...missingDays(stock, market)]).toEqual([12, 13, 15, 16, 17, 18, 19]);
  expect([...missingDays(stock, null)]).toEqual([]);
  expect([...missingDays(series("JPM", []), market)]).toEqual([]);
});

test("a return over blank prices stands for the days behind it in a month, but not over the month's end", () => {
  const gap = (since: number, end: number) => ({ since: Int32Array.of(since), days: Int32Array.of(end), values: Float64Array.of(0.1) });
  const days = [...market].filter((day) => day !== 20 && day !== 21);
  const inside = { ...series("JPM", days.map(() => 0), days), overGaps: gap(19, 21) };
  expect([...missingDays(inside, market, "monthly")]).toEqual([]);
  expect([...missingDays(inside, market)]).toEqual([20]);
  const without = [...market].filter((day) => day !== 30 && day !== 31); // 31 January and 1 February 1970
  const over = { ...series("JPM", without.map(() => 0), without), overGaps: gap(29, 31) };
  expect([...missingDays(over, market, "monthly")].map(isoDay)).toEqual(["1970-01-31"]);
  expect([...missingDays(over, market, "annual")]).toEqual([]);
});
