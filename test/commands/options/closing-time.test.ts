import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AppContext } from "../../../src/commands/app-context.ts";
import { closesAt, closingTime } from "../../../src/commands/options/closing-time.ts";
import { momentOf, timeZoneOf, wallTimeAt } from "../../../src/commands/options/local-time.ts";

/** A Monday: 2026-09-14, 09:00 UTC, which is 05:00 in New York. */
const now = Date.UTC(2026, 8, 14, 9);
const option = closingTime("When");

function read(text: string, timeZone: string | null = null, at = now): string {
  const typed = option.read(text, "closes", {} as AppContext);
  if (!typed.ok) return typed.problem.kind;
  const moment = closesAt(typed.value, at, timeZone);
  return moment.ok ? new Date(moment.value).toISOString().slice(0, 16) : moment.problem.kind;
}

test.each([
  ["20m", "2026-09-14T09:20"],
  ["in 2 hours", "2026-09-14T11:00"],
  ["3d", "2026-09-17T09:00"],
  ["2026-11-25 14:00", "2026-11-25T14:00"],
  ["2026-11-25T14:00+02:00", "2026-11-25T12:00"],
  ["2026-11-25 5pm", "2026-11-25T17:00"],
  ["2026-11-25 14:00 UTC", "2026-11-25T14:00"],
  ["Friday 5pm", "2026-09-18T17:00"],
  ["fri at 17:00", "2026-09-18T17:00"],
  ["on Monday, 8:30", "2026-09-21T08:30"],
  ["monday 10am", "2026-09-14T10:00"],
  ["tomorrow noon", "2026-09-15T12:00"],
  ["today 23:59", "2026-09-14T23:59"],
  ["sunday midnight", "2026-09-21T00:00"],
  ["5:30 p.m.", "2026-09-14T17:30"],
  ["8am", "2026-09-15T08:00"],
  ["12am", "2026-09-15T00:00"],
  ["12pm", "2026-09-14T12:00"],
  ["2026-11-30", "2026-12-01T00:00"],
  ["Nov 30", "2026-12-01T00:00"],
  ["November 30th", "2026-12-01T00:00"],
  ["30 Nov 2027", "2027-12-01T00:00"],
  ["Nov. 30, 2026 at 5pm", "2026-11-30T17:00"],
  ["30. November 14:00", "2026-11-30T14:00"],
  ["Sep 14", "2026-09-15T00:00"],
  ["Sep 13", "2027-09-14T00:00"],
  ["Sep 14 8am", "2027-09-14T08:00"],
  ["Feb 29", "2028-03-01T00:00"],
  ["Friday", "2026-09-19T00:00"],
  ["tomorrow", "2026-09-16T00:00"],
  ["today", "2026-09-15T00:00"],
  ["noon", "2026-09-14T12:00"],
])("%s is %s by the clocks of UTC", (text, moment) => {
  expect(read(text)).toBe(moment);
});

test.each(["2026-02-30", "2026-02-30 10:00", "Feb 30", "Foo 3", "11/30", "someday", "5", "13pm", "25:00", "17:60", "someday 5pm", "next Friday 5pm", "2026-13-45 10:00", "fr 5pm", ""])("%s is no time", (text) => {
  expect(read(text)).toBe("unreadable-option");
});

test("what has passed is refused", () => {
  expect(read("2026-09-14 08:59")).toBe("past-moment");
  expect(read("today 8am")).toBe("past-moment");
  expect(read("2026-09-14 08:59", "America/New_York")).toBe("2026-09-14T12:59");
});

describe("a course's time zone", () => {
  test("is what a time without a zone is read by", () => {
    expect(read("Friday 5pm", "America/New_York")).toBe("2026-09-18T21:00");
    expect(read("2026-11-25 14:00", "America/New_York")).toBe("2026-11-25T19:00");
    expect(read("2026-11-25 14:00Z", "America/New_York")).toBe("2026-11-25T14:00");
    expect(read("20m", "America/New_York")).toBe("2026-09-14T09:20");
    // Already Tuesday in Auckland.
    expect(read("monday 10am", "Pacific/Auckland", Date.UTC(2026, 8, 14, 13))).toBe("2026-09-20T22:00");
  });

  test("counts its change of clocks: the first of an hour that comes twice, after the skip what is skipped", () => {
    expect(read("2026-11-01 01:30", "America/New_York")).toBe("2026-11-01T05:30");
    expect(read("2027-03-14 02:30", "America/New_York")).toBe("2027-03-14T07:30");
    expect(read("2026-10-25 02:30", "Europe/Berlin")).toBe("2026-10-25T00:30");
  });

  test.each([
    ["EST", "America/New_York"],
    ["ET", "America/New_York"],
    ["edt", "America/New_York"],
    ["Eastern", "America/New_York"],
    ["CST", "America/Chicago"],
    ["MT", "America/Denver"],
    ["MST", "America/Denver"],
    ["PST", "America/Los_Angeles"],
    ["PT", "America/Los_Angeles"],
    ["HST", "Pacific/Honolulu"],
    ["CET", "Europe/Berlin"],
    ["GMT", "UTC"],
    ["utc", "UTC"],
  ])("%s is the clocks of %s, in summer too", (abbreviation, place) => {
    expect(timeZoneOf(abbreviation)).toBe(place);
  });

  test.each(["IST", "AST", "ECT", "NST", "EST5EDT", "X"])("%s is refused: the database means another place by it, or none with summer time", (abbreviation) => {
    expect(timeZoneOf(abbreviation)).toBeNull();
  });

  test("is known by its name, in any case", () => {
    expect(timeZoneOf("america/new_york")).toBe("America/New_York");
    expect(timeZoneOf("America/New York")).toBe("America/New_York");
    expect(timeZoneOf("Mars/Olympus")).toBeNull();
  });

  test("a moment and what its clocks show are the same, but in the hour that comes twice", () => {
    const zones = fc.constantFrom("UTC", "America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Chatham");
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const back = momentOf(wallTimeAt(minute * 60_000, zone), zone);
        expect(wallTimeAt(back, zone)).toEqual(wallTimeAt(minute * 60_000, zone));
        expect((minute * 60_000 - back) / 60_000).toBeOneOf([0, 30, 60]);
      }),
    );
  });
});
