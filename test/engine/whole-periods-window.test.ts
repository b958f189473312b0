import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfIso, isoDay } from "../../src/calendar.ts";
import { periodEndOf } from "../../src/engine/compound.ts";
import { periodStartOf } from "../../src/engine/drop-partial-periods.ts";
import { daysOfSample, wholePeriodsSpan, wholePeriodsWindow } from "../../src/engine/whole-periods-window.ts";

const frequencies = ["weekly", "monthly", "annual"] as const;
const windowOf = (...args: Parameters<typeof wholePeriodsWindow>) => {
  const found = wholePeriodsWindow(...args);
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value;
};

test("a span keeps the periods that it holds whole, and names those that lie on both of its sides", () => {
  const of = (first: string, last: string, frequency: "daily" | "weekly" | "monthly") => {
    const found = wholePeriodsSpan({ first, last }, frequency, null);
    return found.ok ? found.value : found.problem.kind;
  };
  expect(of("2008-09-15", "2010-03-10", "monthly")).toEqual({ span: { first: "2008-10-01", last: "2010-02-28" }, cut: { start: dayOfIso("2008-09-30"), end: dayOfIso("2010-03-31") } });
  // 15 September 2008 was a Monday, 1 September Labor Day: nobody traded on the days of their periods before.
  expect(of("2008-09-15", "2008-12-31", "weekly")).toEqual({ span: { first: "2008-09-15", last: "2008-12-26" }, cut: { start: null, end: dayOfIso("2009-01-02") } });
  expect(of("2008-09-02", "2008-12-31", "monthly")).toEqual({ span: { first: "2008-09-02", last: "2008-12-31" }, cut: { start: null, end: null } });
  // 31 August 2008 was a Sunday: August has no day of trade in the span.
  expect(of("2008-08-31", "2008-12-31", "monthly")).toEqual({ span: { first: "2008-09-01", last: "2008-12-31" }, cut: { start: null, end: null } });
  // 28 to 31 December 2009 are the last days of trade of the week to 1 January.
  expect(of("2008-09-15", "2009-12-31", "weekly")).toMatchObject({ span: { last: "2010-01-01" }, cut: { end: null } });
  expect(of("2008-09-15", "2010-03-10", "daily")).toEqual({ span: { first: "2008-09-15", last: "2010-03-10" }, cut: { start: null, end: null } });
  expect(of("2008-09-15", "2008-09-20", "monthly")).toBe("no-whole-period");
});

describe("the whole periods of a window", () => {
  test("a year that begins or ends outside it is none of it, at both ends", () => {
    expect(windowOf({ from: "2000-07-01", to: "2015-06-30" }, "annual", null)).toEqual({ window: { from: "2001-01-01", to: "2014-12-31" }, cut: { start: dayOfIso("2000-12-31"), end: dayOfIso("2015-12-31") } });
    expect(windowOf({ from: "2000-07-01", to: "2015-06-30" }, "monthly", null)).toEqual({ window: { from: "2000-07-01", to: "2015-06-30" }, cut: { start: null, end: null } });
  });

  test("from the first day of trade on, and to the last one, a period is whole", () => {
    // New Year's Day of 2000 was a Saturday; 29 May 2015 a Friday; Good Friday of 2015 was 3 April.
    expect(windowOf({ from: "2000-01-03", to: "2015-05-29" }, "annual", null).window.from).toBe("2000-01-01");
    expect(windowOf({ from: "2000-01-03", to: "2015-05-29" }, "monthly", null)).toEqual({ window: { from: "2000-01-01", to: "2015-05-31" }, cut: { start: null, end: null } });
    expect(windowOf({ to: "2015-04-02" }, "weekly", null)).toEqual({ window: { to: "2015-04-03" }, cut: { start: null, end: null } });
    expect(windowOf({ from: "2000-01-04" }, "annual", null).cut.start).toBe(dayOfIso("2000-12-31"));
    expect(windowOf({ to: "2015-05-28" }, "monthly", null)).toEqual({ window: { to: "2015-04-30" }, cut: { start: null, end: dayOfIso("2015-05-31") } });
  });

  test("a period of which the window has holidays alone is not called cut", () => {
    // 31 May 2015 was a Sunday: its week has no day of trade in the window. 1 January 2016 was a Friday.
    expect(windowOf({ to: "2015-05-31" }, "weekly", null)).toEqual({ window: { to: "2015-05-29" }, cut: { start: null, end: null } });
    expect(windowOf({ from: "2016-01-01" }, "weekly", null)).toEqual({ window: { from: "2016-01-02" }, cut: { start: null, end: null } });
    expect(windowOf({ from: "2000-12-30" }, "annual", null)).toEqual({ window: { from: "2001-01-01" }, cut: { start: null, end: null } });
  });

  test("the market's own days say when it traded, as far as they reach", () => {
    // On 2 January 2007 the exchange was closed for a funeral, which no rule knows.
    const market = Int32Array.from(["2006-12-29", "2007-01-03", "2007-01-04"], dayOfIso);
    expect(windowOf({ from: "2007-01-03" }, "annual", market).cut.start).toBeNull();
    expect(windowOf({ from: "2007-01-03" }, "annual", null).cut.start).toBe(dayOfIso("2007-12-31"));
  });

  test("days stay as they are, and so does what nothing bounds", () => {
    expect(windowOf({ from: "2000-07-01", to: "2015-06-30" }, "daily", null)).toEqual({ window: { from: "2000-07-01", to: "2015-06-30" }, cut: { start: null, end: null } });
    expect(windowOf({}, "annual", null)).toEqual({ window: {}, cut: { start: null, end: null } });
  });

  test("within one period there is no whole one, nor in two that are both cut", () => {
    const problem = { ok: false, problem: { kind: "no-whole-period", frequency: "monthly", from: "2008-09-15", to: "2008-09-20" } };
    expect(wholePeriodsWindow({ from: "2008-09-15", to: "2008-09-20" }, "monthly", null)).toEqual(problem);
    expect(wholePeriodsWindow({ from: "2008-06-02", to: "2009-06-01" }, "annual", null)).toMatchObject({ ok: false, problem: { kind: "no-whole-period" } });
  });

  test("of every window and frequency it has the periods all of whose market days lie within, and no other", () => {
    const first = dayOfIso("1995-01-01");
    const market = Int32Array.from({ length: 4000 }, (_, row) => first + row).filter((day) => ![1, 2].includes(((day % 7) + 7) % 7) && day % 61 !== 0);
    const day = fc.integer({ min: first + 400, max: first + 3500 });
    fc.assert(
      fc.property(day, day, fc.constantFrom(...frequencies), (one, other, frequency) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const found = wholePeriodsWindow({ from: isoDay(from), to: isoDay(to) }, frequency, market);
        const ends = new Set(Array.from(market, periodEndOf[frequency]));
        const whole = [...ends].filter((end) => market.every((each) => periodEndOf[frequency](each) !== end || (each >= from && each <= to)));
        const [start, last] = found.ok ? [dayOfIso(found.value.window.from!), dayOfIso(found.value.window.to!)] : [0, -1];
        expect([...ends].filter((end) => end >= start && end <= last)).toEqual(whole);
        if (found.ok) expect([start, last]).toEqual([periodStartOf(periodEndOf[frequency](start), frequency), periodEndOf[frequency](last)]);
      }),
      { numRuns: 60, seed: 15 },
    );
  });

  test("the days of a sample begin with its first period, not with that period's last day", () => {
    expect(daysOfSample({ first: "2000-01-31", last: "2015-05-31", frequency: "monthly" })).toEqual({ from: "2000-01-01", to: "2015-05-31" });
    expect(daysOfSample({ first: "2000-01-14", last: "2015-05-29", frequency: "weekly" })).toEqual({ from: "2000-01-08", to: "2015-05-29" });
    expect(daysOfSample({ first: "2000-01-03", last: "2015-05-29", frequency: "daily" })).toEqual({ from: "2000-01-03", to: "2015-05-29" });
  });
});
