import { expect, test } from "vitest";
import { completeDays } from "../../src/engine/complete-days.ts";
import type { Series } from "../../src/engine/series.ts";
import { madeUpReturns, series } from "./made-up.ts";

const rows = 60;
const returns = madeUpReturns(3, rows);
const rate: Series = { ...series("RF", returns.map(() => 0.0001)), kind: "rate" };
const totals: Series = { ...series("JPM", returns.map((value) => value + 0.0001)), kind: "total" };
const blank = new Set([10, 25, 26]);
const present = [...returns.keys()].filter((day) => !blank.has(day));
const excess: Series = { ...series("JPM", present.map((day) => returns[day]!), present), totals };

test("blank days are filled with the total return less the rate, and named", () => {
  const { series: completed, filled } = completeDays(excess, rate);
  expect([...filled]).toEqual([10, 25, 26]);
  expect([...completed.days]).toEqual([...returns.keys()]);
  completed.values.forEach((value, day) => expect(value).toBeCloseTo(returns[day]!, 15));
});

test("days before the first and after the last excess return are not added", () => {
  const part: Series = { ...excess, days: excess.days.subarray(5, 20), values: excess.values.subarray(5, 20) };
  expect([...completeDays(part, rate).filled]).toEqual([10]);
});

test("nothing is filled without total returns, without a rate, or without a blank day", () => {
  const { totals: _, ...alone } = excess;
  const whole: Series = { ...series("JPM", returns), totals };
  for (const result of [completeDays(alone, rate), completeDays(excess, null), completeDays(whole, rate)]) expect([...result.filled]).toEqual([]);
});

test("nothing is filled from returns of something else", () => {
  const other: Series = { ...totals, values: madeUpReturns(4, rows) };
  expect([...completeDays({ ...excess, totals: other }, rate).filled]).toEqual([]);
});

test("nothing is filled where the return after a blank day is over the blank day too", () => {
  const over = present.map((day) => (blank.has(day - 1) ? (1 + returns[day - 1]! * 8) * (1 + returns[day]!) - 1 : returns[day]!));
  expect([...completeDays({ ...series("JPM", over, present), totals }, rate).filled]).toEqual([]);
});
