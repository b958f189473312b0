import { expect, test } from "vitest";
import { dayOfIso } from "../../src/calendar.ts";
import { lackingNotes, lackingShare } from "../../src/render/lacking-days.ts";
import type { CompoundedPeriods } from "../../src/render/recipe.ts";
import { madeUpSample } from "./made-up-fit.ts";

const days = Int32Array.from({ length: 100 }, (_, at) => dayOfIso("2020-01-01") + at);
const market = { id: "Mkt-RF", days, values: new Float64Array(100) };
const sample = { ...madeUpSample, frequency: "monthly", first: "2020-01-31", last: "2020-03-31" } as const;
const lacks = (series: string, count: number, from = 0): CompoundedPeriods => ({ series, frequency: "monthly", missing: days.slice(from, from + count), filled: new Int32Array(), filledFrom: null, partial: { start: null, end: null }, market });
const share = (compounded: readonly CompoundedPeriods[], factors: readonly string[] = ["SPY"], of = sample) => lackingShare({ compounded, asset: "JPM", factors, sample: of });

test("the share is that of the market's days in the periods which the asset lacks and a factor has", () => {
  // January to March 2020 have 91 of the days.
  expect(share([lacks("JPM", 10)])).toBeCloseTo(10 / 91, 12);
  expect(share([lacks("JPM", 10), lacks("SPY", 6)])).toBeCloseTo(4 / 91, 12);
  expect(share([lacks("JPM", 10), lacks("SPY", 10)])).toBe(0);
  expect(share([lacks("JPM", 10), lacks("SPY", 10)], ["SPY", "SMB"])).toBeCloseTo(10 / 91, 12);
});

test("below 2%, of the factor's own blanks and of days nothing is said", () => {
  expect(share([lacks("JPM", 1)])).toBe(0);
  expect(share([lacks("JPM", 2)])).toBeCloseTo(2 / 91, 12);
  expect(share([lacks("SPY", 10)])).toBe(0);
  expect(lackingShare({ compounded: [lacks("JPM", 10)], asset: "JPM", factors: ["SPY"], sample: { ...sample, frequency: "daily" } })).toBe(0);
  expect(share([{ ...lacks("JPM", 10), market: null }])).toBe(0);
  expect(lackingNotes({ compounded: [lacks("JPM", 1)], asset: "JPM", factors: ["SPY"], sample })).toEqual([]);
});

test("the note says by how much, and what it does", () => {
  expect(lackingNotes({ compounded: [lacks("JPM", 10)], asset: "JPM", factors: ["SPY"], sample })).toEqual([
    "JPM lacks 11.0% of the days in these months on which SPY has a return: its months move less than whole ones, and their β, α and σ come out too near to 0; days missing at random cost β about that share. Days say more.",
  ]);
});
