import { expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { skippedDays } from "../../src/datasets/skipped-days.ts";
import { Random } from "../end-to-end/sentences/random.ts";

/** A Monday. */
const monday = 18_267;
const weekdays = (count: number): readonly number[] => Array.from({ length: count }, (_, row) => monday + 7 * Math.floor(row / 5) + (row % 5));
const found = (days: readonly number[], facts: { readonly id?: string; readonly kind?: "total" | "rate"; readonly frequency?: "daily" | "weekly" } = {}) =>
  skippedDays({
    id: "ABC", kind: "total", frequency: "daily", ...facts, days: Int32Array.from(days), values: new Float64Array(days.length), content: "prices", blanks: 0, blanksBefore: 0, blanksAfter: 0,
    reading: { form: "plain", column: "ABC", dates: "date", rows: null, divisor: 1 }, calendar: { first: isoDay(days[0] ?? 0), last: isoDay(days.at(-1) ?? 0) },
  });
const dayOfWeek = (day: number): number => (day - monday) % 7;

it("three rows a week, rows lost at random, and weeks in one part of a daily file are found, with where they are", () => {
  const random = new Random(11);
  const all = weekdays(500);
  expect(found(all.filter((day) => [0, 2, 4].includes(dayOfWeek(day))))).toMatchObject([{ kind: "skipped", series: "ABC", of: "prices" }]);
  expect(found(all.filter(() => random.next() > 0.4))).toHaveLength(1);
  const [early, late] = [all.slice(0, 250).filter((day) => dayOfWeek(day) === 4), all.slice(250)];
  const [stretch] = found([...early, ...late]);
  if (stretch?.kind !== "skipped") throw new Error("a stretch");
  expect(Date.parse(stretch.date) / 86_400_000 - early[0]!).toBeLessThanOrEqual(14);
  // To within four months its end is where the days begin.
  expect(Math.abs(Date.parse(stretch.until) / 86_400_000 - late[0]!)).toBeLessThan(126);
});

it("holidays of any country, a month's halt, a coin's weekends, weekly files and rates are nobody's loss", () => {
  const random = new Random(12);
  const all = weekdays(500);
  expect(found(all)).toEqual([]);
  // A day in twelve and a week without trade, as in China or Japan.
  expect(found(all.filter((_, row) => row % 12 !== 5 && !(row >= 200 && row < 205)))).toEqual([]);
  expect(found(all.filter((_, row) => row < 200 || row > 222))).toEqual([]);
  expect(found(all.filter(() => random.next() > 0.2))).toEqual([]);
  expect(found(Array.from({ length: 700 }, (_, row) => monday + row))).toEqual([]);
  const fridays = all.filter((day) => dayOfWeek(day) === 4);
  expect(found(fridays, { frequency: "weekly" })).toEqual([]);
  expect(found(all.filter((day) => dayOfWeek(day) % 2 === 0), { kind: "rate" })).toEqual([]);
  expect(found(all.filter((day) => dayOfWeek(day) % 2 === 0), { id: "Mkt-RF" })).toEqual([]);
});
