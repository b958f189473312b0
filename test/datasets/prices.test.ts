import fc from "fast-check";
import { expect, it } from "vitest";
import { returnsOfPrices } from "../../src/datasets/prices.ts";
import { sparseStretch, weekdaysBetween } from "../../src/datasets/sparse-stretch.ts";

/** A Monday. */
const monday = 18_267;
const weekdays = (count: number): readonly number[] => Array.from({ length: count }, (_, row) => monday + 7 * Math.floor(row / 5) + (row % 5));
const pricesOf = (days: readonly number[]) => Float64Array.from(days, (day) => 50 + 10 * Math.sin(day / 13) + (day % 7) / 10);

it("of three rows a week Mondays alone have a return, of one day; the others are kept for months", () => {
  const days = weekdays(400).filter((day) => [0, 2, 4].includes((day - monday) % 7));
  const prices = pricesOf(days);
  const { values, overGaps, holes } = returnsOfPrices(Int32Array.from(days), prices, "daily", sparseStretch(Int32Array.from(days)));
  expect(holes).toBe(0);
  for (const [row, day] of days.entries()) {
    const whole = row === 0 ? NaN : prices[row]! / prices[row - 1]! - 1;
    const at = overGaps!.days.indexOf(day);
    if (row > 0 && (day - monday) % 7 === 0) expect([values[row], at]).toEqual([whole, -1]);
    else if (row > 0) expect([Number.isNaN(values[row]), overGaps!.since[at], overGaps!.values[at]]).toEqual([true, days[row - 1], whole]);
  }
});

it("days and returns that are left out compound to the last price over the first, whatever is missing", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 300, maxLength: 300 }), fc.double({ min: 0.2, max: 1, noNaN: true }), (chances, kept) => {
      const days = Int32Array.from(weekdays(300).filter((_, row) => chances[row]! < kept));
      const prices = pricesOf([...days]);
      const { values, overGaps } = returnsOfPrices(days, prices, "daily", sparseStretch(days));
      const all = [...values].filter((value) => !Number.isNaN(value)).concat([...(overGaps?.values ?? [])].filter((_, at) => Number.isNaN(values[days.indexOf(overGaps!.days[at]!)])));
      if (days.length > 1) expect(all.reduce((product, value) => product * (1 + value), 1)).toBeCloseTo(prices.at(-1)! / prices[0]!, 9);
      const sparse = sparseStretch(days);
      for (const [row, day] of days.entries()) {
        if (row === 0 || sparse === null || day < sparse.first || day > sparse.last || Number.isNaN(values[row])) continue;
        expect(weekdaysBetween(days[row - 1]!, day)).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 5, numRuns: 100 },
  );
});

it("a file that keeps its weekdays has every return that it had, holidays and blanks among them", () => {
  const days = Int32Array.from(weekdays(400).filter((_, row) => row % 23 !== 5));
  expect(sparseStretch(days)).toBeNull();
  expect([...returnsOfPrices(days, pricesOf([...days]), "daily", null).values].filter(Number.isNaN)).toHaveLength(1);
});

it("weekdays between two days are those that a calendar counts", () => {
  const count = (since: number, day: number): number => Array.from({ length: day - since }, (_, at) => new Date((since + 1 + at) * 86_400_000).getUTCDay()).filter((weekday) => weekday > 0 && weekday < 6).length;
  fc.assert(fc.property(fc.integer({ min: -20_000, max: 30_000 }), fc.integer({ min: 0, max: 40 }), (since, length) => {
    expect(weekdaysBetween(since, since + length)).toBe(count(since, since + length));
  }), { seed: 6, numRuns: 500 });
});
