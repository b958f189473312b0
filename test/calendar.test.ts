import { isoDay } from "../src/calendar.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, monthEnd, monthEndOf, weekEndOf, yearEndOf } from "../src/calendar.ts";
import { parseDate } from "../src/datasets/parse-date.ts";

const firstDay = Date.UTC(1800, 0, 1) / 86_400_000;
const lastDay = Date.UTC(2199, 11, 31) / 86_400_000;
const anyDay = fc.integer({ min: firstDay, max: lastDay });

describe("isoDay", () => {
  it("writes the platform's date of any day, before 1970 and far from now too", () => {
    fc.assert(fc.property(fc.oneof(anyDay, fc.integer({ min: -800_000, max: 4_000_000 })), (day) => isoDay(day) === new Date(day * 86_400_000).toISOString().slice(0, 10)));
    for (const text of ["0999-12-31", "1000-01-01", "1900-02-28", "1900-03-01", "2000-02-29", "2000-03-01", "9999-12-31"]) expect(isoDay(Date.parse(text) / 86_400_000)).toBe(text);
  });
});

describe("dayNumber", () => {
  it("counts the same days as the platform's calendar from 1800 to 2199", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = isoDay(day).split("-").map(Number);
        expect(dayNumber(year!, month!, date!)).toBe(day);
      }),
    );
  });

  it("refuses dates that no calendar has", () => {
    expect([
      dayNumber(2023, 2, 29),
      dayNumber(1900, 2, 29),
      dayNumber(2024, 13, 1),
      dayNumber(2024, 0, 1),
      dayNumber(2024, 4, 31),
      dayNumber(2024, 1, 0),
      dayNumber(1066, 10, 14),
    ]).toEqual([null, null, null, null, null, null, null]);
  });

  it("knows the leap day of a century that has one", () => {
    expect(isoDay(dayNumber(2000, 2, 29)!)).toBe("2000-02-29");
  });
});

describe("period ends", () => {
  it("are the last calendar day of the month and of the year", () => {
    expect(isoDay(monthEnd(2024, 2)!)).toBe("2024-02-29");
    expect(isoDay(monthEndOf(dayNumber(2024, 2, 1)!))).toBe("2024-02-29");
    expect(isoDay(monthEndOf(dayNumber(2023, 12, 29)!))).toBe("2023-12-31");
    expect(isoDay(yearEndOf(dayNumber(1969, 3, 5)!))).toBe("1969-12-31");
  });
  it("of a week is its Friday, before 1970 too", () => {
    const friday = (year: number, month: number, day: number): string => isoDay(weekEndOf(dayNumber(year, month, day)!));
    expect([friday(2024, 12, 27), friday(2024, 12, 28), friday(2024, 12, 31), friday(1969, 12, 31), friday(1926, 7, 1)]).toEqual(["2024-12-27", "2025-01-03", "2025-01-03", "1970-01-02", "1926-07-02"]);
  });
});

describe("parseDate", () => {
  it.each([
    ["2024-12-31", "2024-12-31", "day"],
    ["2024/12/31", "2024-12-31", "day"],
    ["20241231", "2024-12-31", "day"],
    ["2024-12-31 00:00:00", "2024-12-31", "day"],
    ["2024-12-31T00:00:00Z", "2024-12-31", "day"],
    ["2024-02", "2024-02-29", "month"],
    ["202402", "2024-02-29", "month"],
    ["1927", "1927-12-31", "year"],
  ])("reads %s", (text, iso, form) => {
    const date = parseDate(text);
    expect(date && { iso: isoDay(date.day), form: date.precision }).toEqual({ iso, form });
  });

  it.each(["31/12/2024", "12-31-2024", "2024-12/31", "2024-12-31 16:00:00", "2024-1-1", "45292", "Dec 2024", ""])(
    "does not guess at %j",
    (text) => expect(parseDate(text)).toBeNull(),
  );
});
