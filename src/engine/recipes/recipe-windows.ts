/** The windows over which people compute: all rows, calendar years, round ones, the last years, and round from–to. */
import { dateOf, dayOfUtc } from "../../calendar.ts";
import { rowsNeeded } from "../robust-fit.ts";
import type { Frequency } from "../series.ts";
import type { RecipeWindow } from "./recipe.ts";

/** A range of rows with the odds of choosing it, all rows being 1. */
interface WeightedRange {
  readonly window: RecipeWindow;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** How freely windows are chosen: round from–to too, those with a name, or all rows only. */
export type WindowChoice = "any" | "named" | "all rows";

/** What all calendar years together are chosen as often as; then round and other first years, last years of a window, pairs. */
const odds = { calendarYears: 0.3, roundStart: 0.04, otherStart: 0.004, crisisEnd: 0.012, otherEnd: 0.001, decade: 0.04, roundPair: 0.003 } as const;
const lastYears = new Map([[1, 0.03], [2, 0.02], [3, 0.03], [5, 0.06], [10, 0.06], [20, 0.01]]);
/** Bloomberg's two years, three, and Value Line's five. */
const lastWeeks = [104, 156, 260] as const;
const crisisEnds = new Set([2007, 2008, 2019, 2020]);

/** Of rows too few to say much (a year of months), how often beside as many as it takes. */
const fewRowsOdds = 0.1;

/** Ranges of fewer rows give no number worth the name. */
const minimumRows = 8;

/** In a fixed order; ranges of the same rows appear once, the likeliest. */
export function recipeWindows(days: Int32Array, frequency: Frequency, choice: WindowChoice): readonly WeightedRange[] {
  const all: WeightedRange = { window: { kind: "full" }, start: 0, end: days.length, weight: 1 };
  if (choice === "all rows") return [all];
  const ranges = [all, ...namedRanges(days, frequency), ...(choice === "any" && frequency !== "weekly" ? roundPairs(days) : [])];
  const likeliest = new Map<number, WeightedRange>();
  for (const range of ranges) {
    if (range.end - range.start < minimumRows) continue;
    const key = range.start * (days.length + 1) + range.end;
    if ((likeliest.get(key)?.weight ?? 0) < range.weight) likeliest.set(key, range);
  }
  return [...likeliest.values()].map((range) => (rowsNeeded({ observations: range.end - range.start, frequency }) === null ? range : { ...range, weight: range.weight * fewRowsOdds }));
}

function namedRanges(days: Int32Array, frequency: Frequency): readonly WeightedRange[] {
  if (frequency === "weekly") {
    return lastWeeks.filter((count) => count < days.length).map((count) => ({ window: { kind: "last", count, unit: "weeks" }, start: days.length - count, end: days.length, weight: 0.03 }));
  }
  const bounds = yearBounds(days);
  const { firstYear, lastYear } = bounds;
  const ranges: WeightedRange[] = [];
  const add = (window: RecipeWindow, start: number, end: number, weight: number): void => void ranges.push({ window, start, end, weight });
  for (let year = firstYear; year <= lastYear; year++) {
    const [start, end] = [bounds.startOf(year), bounds.startOf(year + 1)];
    add({ kind: "year", year }, start, end, odds.calendarYears / (lastYear - firstYear + 1));
    if (year > firstYear) add({ kind: "since", year }, start, days.length, year % 5 === 0 ? odds.roundStart : odds.otherStart);
    if (year < lastYear) add({ kind: "until", year }, 0, end, crisisEnds.has(year) ? odds.crisisEnd : odds.otherEnd);
    if (year % 10 === 0 && year + 9 <= lastYear) add({ kind: "years", first: year, last: year + 9 }, start, bounds.startOf(year + 10), odds.decade);
  }
  const end = dateOf(days.at(-1)! + 1);
  for (const [count, weight] of lastYears) {
    const first = dayOfUtc(end.getUTCFullYear() - count, end.getUTCMonth(), end.getUTCDate());
    if (first > days[0]!) add({ kind: "last", count, unit: "years" }, firstRow(days, first), days.length, weight);
  }
  return ranges;
}

/** From a year that ends on 0 or 5 to one that ends on 4, 5, 9 or 0. */
function roundPairs(days: Int32Array): readonly WeightedRange[] {
  const { firstYear, lastYear, startOf } = yearBounds(days);
  const ranges: WeightedRange[] = [];
  for (let first = Math.ceil(firstYear / 5) * 5; first <= lastYear; first += 5) {
    for (let last = first + 1; last < lastYear; last++) {
      if (last % 5 === 4 || last % 5 === 0) ranges.push({ window: { kind: "years", first, last }, start: startOf(first), end: startOf(last + 1), weight: odds.roundPair });
    }
  }
  return ranges;
}

function yearBounds(days: Int32Array) {
  const [firstYear, lastYear] = [dateOf(days[0]!).getUTCFullYear(), dateOf(days.at(-1)!).getUTCFullYear()];
  const starts = Array.from({ length: lastYear - firstYear + 2 }, (_, index) => firstRow(days, dayOfUtc(firstYear + index, 0, 1)));
  return { firstYear, lastYear, startOf: (year: number): number => starts[year - firstYear]! };
}

function firstRow(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
