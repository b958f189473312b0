import { expect, test } from "vitest";
import { dayOfIso } from "../../../src/calendar.ts";
import { recipeWindows } from "../../../src/engine/recipes/recipe-windows.ts";

const days = Int32Array.from({ length: 25 * 365 }, (_, index) => dayOfIso("2000-01-01") + index);
const names = (choice: "any" | "named" | "all rows") => recipeWindows(days, "daily", choice).map(({ window }) => Object.values(window).join(" "));

test("all rows alone, named windows, or round ones too", () => {
  expect(names("all rows")).toEqual(["full"]);
  expect(names("named")).toEqual(expect.arrayContaining(["full", "year 2008", "since 2015", "until 2008", "years 2010 2019", "last 5 years"]));
  expect(names("named")).not.toContain("years 2005 2014");
  expect(names("any")).toContain("years 2005 2014");
  expect(names("any")).not.toContain("years 2003 2011");
});

test("a window of the same rows has one name, the likeliest, and all rows are the likeliest of all", () => {
  const ranges = recipeWindows(days, "daily", "any");
  expect(new Set(ranges.map(({ start, end }) => `${String(start)} ${String(end)}`)).size).toBe(ranges.length);
  expect(Math.max(...ranges.slice(1).map(({ weight }) => weight))).toBeLessThan(ranges[0]!.weight);
});

test("a calendar year holds its own days", () => {
  const year = recipeWindows(days, "daily", "named").find(({ window }) => window.kind === "year" && window.year === 2008)!;
  expect([days[year.start], days[year.end - 1]]).toEqual([dayOfIso("2008-01-01"), dayOfIso("2008-12-31")]);
});

test("weeks are counted from the end", () => {
  const weekly = days.filter((_, row) => row % 7 === 6);
  expect(recipeWindows(weekly, "weekly", "any").map(({ start }) => weekly.length - start)).toEqual([weekly.length, 104, 156, 260]);
});

test("fewer than eight rows are no window", () => {
  expect(recipeWindows(days.subarray(0, 7), "daily", "named").map(({ window }) => window.kind)).toEqual([]);
});
