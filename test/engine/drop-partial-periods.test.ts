import { expect, test } from "vitest";
import { dayOfIso, isoDay } from "../../src/calendar.ts";
import { compound, compoundToMonths } from "../../src/engine/compound.ts";
import { dropPartialPeriods } from "../../src/engine/drop-partial-periods.ts";
import { series } from "./made-up.ts";

/** Every weekday from one day to another. */
function weekdays(from: string, to: string): number[] {
  const [first, last] = [dayOfIso(from), dayOfIso(to)];
  return Array.from({ length: last - first + 1 }, (_, row) => first + row).filter((day) => ![0, 6].includes(new Date(day * 86_400_000).getUTCDay()));
}

const months = (from: string, to: string, market: Int32Array | null = null): string[] => {
  const days = weekdays(from, to);
  const daily = series("SPY", days.map(() => 0.001), days);
  return [...dropPartialPeriods(compoundToMonths(daily), { frequency: "monthly", daily, market }).series.days].map(isoDay);
};

const market = Int32Array.from(weekdays("2020-12-01", "2021-03-31"));

test("a month that ends four trading days early is partial, with the market's days and without", () => {
  expect(months("2021-01-01", "2021-02-23", market)).toEqual(["2021-01-31"]);
  expect(months("2021-01-01", "2021-02-23")).toEqual(["2021-01-31"]);
  expect(months("2021-01-01", "2021-02-26")).toEqual(["2021-01-31", "2021-02-28"]);
});

test("one trading day is enough to be partial; a weekend and a holiday are none", () => {
  expect(months("2021-01-05", "2021-03-31")).toEqual(["2021-02-28", "2021-03-31"]);
  expect(months("2021-01-04", "2021-03-30")).toEqual(["2021-01-31", "2021-02-28"]);
  expect(months("2024-03-01", "2024-03-28")).toEqual(["2024-03-31"]);
});

test("where the market itself has no days yet, its weekdays count", () => {
  expect(months("2021-03-01", "2021-04-29", market)).toEqual(["2021-03-31"]);
  expect(months("2021-03-01", "2021-04-30", market)).toEqual(["2021-03-31", "2021-04-30"]);
});

test("a year that begins in February or ends in November is partial", () => {
  const years = (from: string, to: string): string[] => {
    const days = weekdays(from, to);
    const daily = series("SPY", days.map(() => 0.001), days);
    return [...dropPartialPeriods(compound(daily, "annual"), { frequency: "annual", daily, market: null }).series.days].map(isoDay);
  };
  expect(years("2001-02-01", "2003-12-31")).toEqual(["2002-12-31", "2003-12-31"]);
  expect(years("2001-01-01", "2003-11-28")).toEqual(["2001-12-31", "2002-12-31"]);
});

test("a week runs to Friday: one that has begun or was cut is left out and named, one that a holiday ends is whole", () => {
  const weeks = (from: string, to: string) => {
    const days = weekdays(from, to);
    const daily = series("SPY", days.map(() => 0.001), days);
    const { series: whole, partial } = dropPartialPeriods(compound(daily, "weekly"), { frequency: "weekly", daily, market: null });
    const named = (day: number | null): string | null => (day === null ? null : isoDay(day));
    return { ends: [...whole.days].map(isoDay), start: named(partial.start), end: named(partial.end) };
  };
  expect(weeks("2021-03-01", "2021-03-12")).toEqual({ ends: ["2021-03-05", "2021-03-12"], start: null, end: null });
  expect(weeks("2021-03-02", "2021-03-11")).toEqual({ ends: [], start: "2021-03-05", end: "2021-03-12" });
  // Friday 2 July 2021 traded and Monday 5 July did not; Good Friday 2021 was 2 April.
  expect(weeks("2021-03-22", "2021-04-01")).toEqual({ ends: ["2021-03-26", "2021-04-02"], start: null, end: null });
  expect(weeks("2021-07-06", "2021-07-09")).toEqual({ ends: ["2021-07-09"], start: null, end: null });
});
