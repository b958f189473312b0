import { describe, expect, test } from "vitest";
import calibration from "../../../scripts/sample/calibration.json" with { type: "json" };
import { chapterQuantities } from "./chapter-quantities.ts";
import { readCourseTable, readFrenchTable } from "./read-sample.ts";

type Returns = ReadonlyMap<string, number>;

const course = readCourseTable("FactorModels_data1.csv").table;
const french = readFrenchTable("F-F_Research_Data_Factors_daily.CSV");
const fiveFactors = readFrenchTable("F-F_Research_Data_5_Factors_2x3_daily.CSV");
const market = decimal(french.get("Mkt-RF")!);
const riskFree = decimal(french.get("RF")!);
const msftTotal = readCourseTable("FactorModels_data2.csv").table.get("MSFT")!;
const msft: Returns = new Map([...msftTotal].map(([date, total]) => [date, total - riskFree.get(date)!]));
const spy = course.get("SPY")!;

describe.each([
  ["WMT on SPY", course.get("WMT")!, spy, 1e-4],
  ["JPM on SPY", course.get("JPM")!, spy, 1e-4],
  ["MSFT on Mkt-RF", msft, market, 0.02],
  ["SPY on Mkt-RF", spy, market, 0.04],
] as const)("%s", (name, asset, factor, tolerance) => {
  test.each(Object.entries(calibration.regressions[name]))("has the calibrated beta in %s", (year, { beta }) => {
    const rows = [...asset.keys()].filter((date) => date.startsWith(year) && factor.has(date));
    const fit = chapterQuantities(
      rows.map((date) => asset.get(date)!),
      rows.map((date) => factor.get(date)!),
    );
    expect(Math.abs(fit["beta"]! - beta)).toBeLessThan(tolerance);
  });
});

test("2008 and 2020 are the market's roughest years since 1988, and Black Monday its worst day", () => {
  const years = Array.from({ length: 37 }, (_, offset) => String(1988 + offset));
  const variance = (year: string): number =>
    average([...market].filter(([date]) => date.startsWith(year)).map(([, value]) => value ** 2));
  const byVariance = years.sort((left, right) => variance(right) - variance(left));
  expect(byVariance.slice(0, 2).sort()).toEqual(["2008", "2020"]);
  expect([...market].sort(([, left], [, right]) => left - right)[0]![0]).toBe("1987-10-19");
});

test("no MSFT return is beyond -35 % or +40 %, and no one day carries more than 5 % of the fourth moment", () => {
  for (const total of msftTotal.values()) {
    expect(total).toBeGreaterThan(-0.35);
    expect(total).toBeLessThan(0.4);
  }
  const fourthPowers = [...msft].map(([date, excess]) => (excess - 0.000585 - 1.1876 * market.get(date)!) ** 4);
  expect(Math.max(...fourthPowers) / fourthPowers.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.05);
});

test("the five-factor file repeats the three-factor file's market, value and bill columns, and has its own SMB", () => {
  for (const name of ["Mkt-RF", "HML", "RF"]) expect(fiveFactors.get(name)).toEqual(french.get(name));
  expect(fiveFactors.get("SMB")).not.toEqual(french.get("SMB"));
});

test("RF is never negative, and one rate a month", () => {
  const rates = new Map<string, Set<number>>();
  for (const [date, rate] of riskFree) {
    const month = date.slice(0, 7);
    rates.set(month, (rates.get(month) ?? new Set<number>()).add(rate));
  }
  expect([...riskFree.values()].every((rate) => rate >= 0)).toBe(true);
  expect([...rates.values()].every((ofMonth) => ofMonth.size === 1)).toBe(true);
});

function decimal(percent: Returns): Returns {
  return new Map([...percent].map(([date, value]) => [date, value / 100]));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
