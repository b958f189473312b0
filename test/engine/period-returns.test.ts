import fc from "fast-check";
import { expect, test } from "vitest";
import { compoundToMonths } from "../../src/engine/compound.ts";
import { periodReturns } from "../../src/engine/period-returns.ts";
import type { Series } from "../../src/engine/series.ts";
import { madeUpReturns, series } from "./made-up.ts";

const rows = 365;
const market = Int32Array.from({ length: rows }, (_, day) => day);
const excess = series("SPY", madeUpReturns(7, rows));
const rate: Series = { ...series("RF", madeUpReturns(8, rows).map((value) => Math.abs(value) / 50)), kind: "rate" };
const request = { frequency: "monthly", market, rate } as const;

const growth = (values: Iterable<number>): number => [...values].reduce((product, value) => product * (1 + value), 1);

test("an excess return is compounded as Π(1 + r) − Π(1 + rf), r with the rate in it", () => {
  const { series: months, method } = periodReturns(excess, request);
  const january = [...excess.values.subarray(0, 31)];
  const riskFree = [...rate.values.subarray(0, 31)];
  expect(months.values[0]).toBeCloseTo(growth(january.map((value, day) => value + riskFree[day]!)) - growth(riskFree), 14);
  expect(method).toBe("over-rate");
  expect(months.days.length).toBe(12);
});

test("without a rate, or on days that have none, it is Π(1 + r) − 1", () => {
  const alone = periodReturns(excess, { ...request, rate: null });
  expect(alone.method).toBe("alone");
  const late: Series = { ...rate, days: rate.days.subarray(31), values: rate.values.subarray(31) };
  const first = growth(excess.values.subarray(0, 31)) - 1;
  expect(alone.series.values[0]).toBeCloseTo(first, 14);
  expect(periodReturns(excess, { ...request, rate: late }).series.values[0]).toBeCloseTo(first, 14);
  expect(periodReturns(excess, { ...request, rate: late }).series.values[1]).not.toBeCloseTo(alone.series.values[1]!, 6);
});

test("no month is left out for a missing day, and each missing day is reported once", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: rows - 2 }), { maxLength: 40 }), (blank) => {
      const days = [...market].filter((day) => !blank.includes(day));
      const holed = series("SPY", days.map((day) => excess.values[day]!), days);
      const { series: months, missing } = periodReturns(holed, request);
      expect([...missing]).toEqual(blank.toSorted((a, b) => a - b));
      expect(months.days.length).toBe(12);
    }),
    { seed: 15 },
  );
});

test("missing days that total returns have leave the months as if they had never been missing", () => {
  const blank = new Set([17, 99, 200]);
  const days = [...market].filter((day) => !blank.has(day));
  const totals: Series = { ...excess, kind: "total", values: excess.values.map((value, day) => value + rate.values[day]!) };
  const holed: Series = { ...series("SPY", days.map((day) => excess.values[day]!), days), totals };
  const { series: months, missing, filled } = periodReturns(holed, request);
  expect([...missing]).toEqual([]);
  expect([...filled]).toEqual([17, 99, 200]);
  periodReturns(excess, request).series.values.forEach((value, month) => expect(months.values[month]).toBeCloseTo(value, 14));
});

test("a month of prices is its last price over the one before, whatever is blank in between", () => {
  const prices = [...excess.values].map((_, day) => 100 * growth(excess.values.subarray(0, day + 1)));
  const total: Series = { ...excess, kind: "total" };
  const blank = [12, 13, 40];
  const days = [...market].filter((day) => !blank.includes(day) && !blank.includes(day - 1));
  const overGaps = { since: Int32Array.of(11, 39), days: Int32Array.of(14, 41), values: Float64Array.of(prices[14]! / prices[11]! - 1, prices[41]! / prices[39]! - 1) };
  const holed: Series = { ...total, days: Int32Array.from(days), values: Float64Array.from(days, (day) => total.values[day]!), overGaps };
  const { series: months, missing } = periodReturns(holed, request);
  expect([...missing]).toEqual([]);
  compoundToMonths(total).values.forEach((value, month) => expect(months.values[month]).toBeCloseTo(value, 13));
});
