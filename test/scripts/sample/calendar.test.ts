import { expect, test } from "vitest";
import { isoOf, tradingDays, treasuryHolidays } from "../../../scripts/sample/calendar.ts";
import { readCourseTable, readFrenchTable } from "./read-sample.ts";

const { table, dates } = readCourseTable("FactorModels_data1.csv");
const msft = readCourseTable("FactorModels_data2.csv");

test("SPY, WMT and JPM are all present on 7,974 days, 1993-02-01 to 2024-12-31", () => {
  const joint = dates.filter((date) => [...table.values()].every((column) => column.has(date)));
  expect([joint.length, joint[0], joint.at(-1)]).toEqual([7_974, "1993-02-01", "2024-12-31"]);
});

test("the file begins in 1969 with blank rows, and its stocks with the bill rate in September 1981", () => {
  expect([dates.length, dates[0], dates.at(-1)]).toEqual([14_079, "1969-03-05", "2024-12-31"]);
  for (const ticker of ["WMT", "JPM"]) {
    const days = [...table.get(ticker)!.keys()];
    expect([days.length, days[0]]).toEqual([10_821, "1981-09-01"]);
  }
});

test("MSFT has a return on each of its 9,778 days, 1986-03-14 to 2024-12-31", () => {
  const days = [...msft.table.get("MSFT")!.keys()];
  expect([msft.dates.length, days.length, days[0], days.at(-1)]).toEqual([
    9_778,
    9_778,
    "1986-03-14",
    "2024-12-31",
  ]);
});

test("the French files trade on the exchange's days from July 1963", () => {
  for (const file of [
    "F-F_Research_Data_Factors_daily.CSV",
    "F-F_Research_Data_5_Factors_2x3_daily.CSV",
    "F-F_Momentum_Factor_daily.CSV",
  ])
    for (const column of readFrenchTable(file).values()) {
      const days = [...column.keys()];
      expect([days.length, days[0], days.at(-1)]).toEqual([15_481, "1963-07-01", "2024-12-31"]);
    }
});

test.each([
  ["1968", 226],
  ["1970", 254],
  ["1987", 253],
  ["2001", 248],
  ["2012", 250],
  ["2022", 251],
  ["2024", 252],
])("the exchange traded in %s on %i days", (year, count) => {
  expect(tradingDays(`${year}-01-01`, `${year}-12-31`)).toHaveLength(count);
});

test("a bill-market holiday on a trading day is blank: Columbus Day and Veterans Day 2024", () => {
  const holidays = treasuryHolidays(2024).map(isoOf);
  expect(holidays).toEqual(expect.arrayContaining(["2024-10-14", "2024-11-11"]));
  for (const date of ["2024-10-14", "2024-11-11"]) {
    expect(dates).toContain(date);
    expect(table.get("JPM")!.has(date)).toBe(false);
  }
});
