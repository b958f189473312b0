import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AppContext } from "../../../src/commands/app-context.ts";
import { closesAt, closingTime, momentText, spanOfCheck } from "../../../src/commands/options/closing-time.ts";
import { isSpan } from "../../../src/commands/options/time-span.ts";
import { momentOf, timeZoneOf, wallTimeAt } from "../../../src/commands/options/local-time.ts";

/** A Monday: 2026-09-14, 09:00 UTC, which is 05:00 in New York. */
const now = Date.UTC(2026, 8, 14, 9);
const option = closingTime("When");

function read(text: string, timeZone: string | null = "UTC", at = now): string {
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

test.each(["2026-02-30", "2026-02-30 10:00", "Feb 30", "Foo 3", "someday", "5", "13pm", "25:00", "17:60", "someday 5pm", "2026-13-45 10:00", "fr 5pm", ""])("%s is no time", (text) => {
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

describe("as people write times", () => {
  const eastern = "America/New_York";

  test.each([
    ["2h30m", "2026-09-14T11:30"],
    ["2h30", "2026-09-14T11:30"],
    ["1h 15 min", "2026-09-14T10:15"],
    ["2 hours and 5 minutes", "2026-09-14T11:05"],
    ["1.5h", "2026-09-14T10:30"],
    ["1,5 h", "2026-09-14T10:30"],
    ["1w", "2026-09-21T09:00"],
    ["2 weeks", "2026-09-28T09:00"],
    ["+10m", "2026-09-14T09:10"],
    ["10 mins", "2026-09-14T09:10"],
    ["an hour", "2026-09-14T10:00"],
    ["half an hour", "2026-09-14T09:30"],
  ])("%s counts from now", (text, moment) => {
    expect([isSpan(text), read(text, eastern)]).toEqual([true, moment]);
  });

  test.each([
    ["5pm ET", "2026-09-14T21:00"],
    ["5pm (EST)", "2026-09-14T21:00"],
    ["Friday 17:00 Europe/Berlin", "2026-09-18T15:00"],
    ["noon Eastern time", "2026-09-14T16:00"],
    ["Nov 30 9am PT", "2026-11-30T17:00"],
    ["2026-11-25 14:00 ET", "2026-11-25T19:00"],
    ["17:00+02:00", "2026-09-14T15:00"],
    ["17:00 +0200", "2026-09-14T15:00"],
    ["17:00-05:00", "2026-09-14T22:00"],
    ["17:00\u221205:00", "2026-09-14T22:00"],
    ["5pm UTC-5", "2026-09-14T22:00"],
    ["5pm GMT+5:30", "2026-09-14T11:30"],
    ["noon +05:30", "2026-09-15T06:30"],
    ["Friday 17:00+02:00", "2026-09-18T15:00"],
    ["Nov 30 9am UTC+1", "2026-11-30T08:00"],
    ["11/30 17:00+02:00", "2026-11-30T15:00"],
    ["2026-11-25 14:00+02:00", "2026-11-25T12:00"],
    ["2026-11-25 9:00-10:00", "2026-11-25T19:00"],
  ])("%s is by the clocks it names, whatever the course's are", (text, moment) => {
    expect([read(text), read(text, "Asia/Tokyo")]).toEqual([moment, moment]);
  });

  test.each([
    ["11/30 9am", "2026-11-30T14:00"],
    ["30/11 9am", "2026-11-30T14:00"],
    ["11/30", "2026-12-01T05:00"],
    ["11/30/2026 at 17:00", "2026-11-30T22:00"],
    ["11/30/26", "2026-12-01T05:00"],
    ["12/12 9am", "2026-12-12T14:00"],
    ["30.11.", "2026-12-01T05:00"],
    ["3.11. 14:00", "2026-11-03T19:00"],
    ["next Monday 9am", "2026-09-21T13:00"],
    ["next monday", "2026-09-22T04:00"],
    ["this Friday 5pm", "2026-09-18T21:00"],
  ])("%s is %s in New York", (text, moment) => {
    expect(read(text, eastern)).toBe(moment);
  });

  test.each([
    ["11/12 9am", ["Thu 2026-11-12, 09:00 EST", "Fri 2026-12-11, 09:00 EST"]],
    ["next Friday 5pm", ["Fri 2026-09-18, 17:00 EDT", "Fri 2026-09-25, 17:00 EDT"]],
    ["11/12", ["Thu 2026-11-12, end of the day EST", "Fri 2026-12-11, end of the day EST"]],
    ["next Friday", ["Fri 2026-09-18, end of the day EDT", "Fri 2026-09-25, end of the day EDT"]],
    ["11/12 midnight", ["Thu 2026-11-12, end of the day EST", "Fri 2026-12-11, end of the day EST"]],
    ["11/12 24:00", ["Thu 2026-11-12, end of the day EST", "Fri 2026-12-11, end of the day EST"]],
    ["11/12 12am", ["Thu 2026-11-12, 00:00 EST", "Fri 2026-12-11, 00:00 EST"]],
    ["11/12 0:00", ["Thu 2026-11-12, 00:00 EST", "Fri 2026-12-11, 00:00 EST"]],
    ["11/12 10:00", ["Thu 2026-11-12, 10:00 EST", "Fri 2026-12-11, 10:00 EST"]],
  ])("%s can be two moments, and is asked", (text, readings) => {
    const typed = option.read(text, "closes", {} as AppContext);
    const found = typed.ok ? closesAt(typed.value, now, eastern) : null;
    expect(found).toMatchObject({ ok: false, problem: { kind: "unclear-moment", text } });
    expect(found?.ok === false && found.problem.kind === "unclear-moment" ? found.problem.readings.map(({ words }) => words) : []).toEqual(readings);
  });

  test.each([
    ["11/12 5pm ET", ["Thu 2026-11-12, 17:00 EST", "Fri 2026-12-11, 17:00 EST"]],
    ["11/12 5pm PT", ["Thu 2026-11-12, 17:00 PST", "Fri 2026-12-11, 17:00 PST"]],
    ["11/12 17:00+02:00", ["Thu 2026-11-12, 17:00 UTC+02:00", "Fri 2026-12-11, 17:00 UTC+02:00"]],
  ])("%s is asked about by the clocks it names", (text, readings) => {
    const typed = option.read(text, "closes", {} as AppContext);
    const found = typed.ok ? closesAt(typed.value, now, null) : null;
    expect(found?.ok === false && found.problem.kind === "unclear-moment" ? found.problem.readings.map(({ words }) => words) : []).toEqual(readings);
  });

  test("of two readings, one of which has passed, the other is meant", () => {
    expect(read("9/12/2026 9am", eastern)).toBe("2026-12-09T14:00");
    // On a Wednesday the coming Monday is next week's.
    expect(read("next Monday 9am", eastern, Date.UTC(2026, 8, 16, 12))).toBe("2026-09-21T13:00");
  });

  test("a span of more than a year is a slip, a date is not", () => {
    expect(read("400d")).toBe("far-moment");
    expect(read("366d")).toBe("2027-09-15T09:00");
    expect(read("2027-12-01")).toBe("2027-12-02T00:00");
  });

  test.each(["5.30", "13/13", "31/2 9am", "next week", "next 5pm", "2h later", "h", "1.5", "5pm IST", "ET", "9:00-10:00", "3pm-04:00", "17:00+15:00", "17:00+2", "+02:00", "2026-11-30+02:00"])("%s is no time", (text) => {
    expect(read(text)).toBe("unreadable-option");
  });

  test("a check that would close before it opens is asked about; a span counts from its opening", () => {
    const times = (opens: string, closes: string) => {
      const [from, to] = [option.read(opens, "opens", {} as AppContext), option.read(closes, "closes", {} as AppContext)];
      if (!from.ok || !to.ok) return "unreadable";
      const read = spanOfCheck({ opens: from.value, closes: to.value }, 1, now, eastern);
      return read.ok ? new Date(read.value.closesAt).toISOString().slice(0, 16) : read.problem.kind;
    };
    expect(times("Tuesday 9am", "Tuesday 8am")).toBe("closes-before-opens");
    expect(times("2026-09-15 09:00", "Tuesday 8am")).toBe("closes-before-opens");
    expect(times("Tuesday 9am", "Tuesday 5pm")).toBe("2026-09-15T21:00");
    expect(times("Tuesday 9am", "50m")).toBe("2026-09-15T13:50");
    expect(times("2026-09-15 09:00", "2026-09-15 08:00")).toBe("past-moment");
    // Without a day, the next five o'clock after it opens.
    expect(times("Tuesday 6pm", "5pm ET")).toBe("closes-before-opens");
  });

  test("a closing that would come before the opening is offered by the day that was typed", () => {
    const [opens, closes] = [option.read("Tuesday 9am", "opens", {} as AppContext), option.read("Monday", "closes", {} as AppContext)];
    const found = opens.ok && closes.ok ? spanOfCheck({ opens: opens.value, closes: closes.value }, 1, now, eastern) : null;
    expect(found).toMatchObject({ ok: false, problem: { words: "Mon 2026-09-21, end of the day EDT" } });
  });

  test("a moment as text is read as the same moment, to the millisecond, whatever the clocks", () => {
    const moments = fc.oneof(fc.integer({ min: 1, max: 3e10 }), fc.integer({ min: 1, max: 500_000 }).map((minutes) => minutes * 60_000));
    fc.assert(
      fc.property(moments, fc.constantFrom("UTC", "America/New_York", "Asia/Kolkata"), (later, zone) => {
        const typed = option.read(momentText(now + later), "closes", {} as AppContext);
        expect(typed.ok ? closesAt(typed.value, now, zone) : typed).toEqual({ ok: true, value: now + later });
        expect(typed.ok && typed.value.by).toBe("zone");
      }),
    );
  });

  test.each([
    ["Friday 5pm", "no-time-zone"],
    ["2026-09-20", "no-time-zone"],
    ["2020-01-01", "past-moment"],
    ["5pm ET", null],
    ["2026-09-20T14:00Z", null],
    ["20m", null],
  ])("of a course without a time zone, %s is %s", (text, problem) => {
    const read = option.read(text, "closes", {} as AppContext);
    const found = read.ok ? closesAt(read.value, now, null) : null;
    expect(found?.ok === false ? found.problem.kind : null).toBe(problem);
    const span = read.ok ? spanOfCheck({ opens: null, closes: read.value }, 1, now, null) : null;
    expect(span?.ok === false ? span.problem.kind : null).toBe(problem);
  });
});
