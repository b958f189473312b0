import { dateOf, dayOfUtc } from "../calendar.ts";
import { periodEndOf } from "./compound.ts";
import type { Frequency, Series } from "./series.ts";

/**
 * The days on which the market traded, as far as the days of a market factor say so: `days` between its first and its
 * last. Outside that range, or without a factor (`null`), a weekday counts as one unless it is a holiday of the New
 * York exchange by the rules of today: what is asked there is whether a week, a month or a year was cut.
 */
export type MarketDays = Int32Array | null;

/** Whether the market traded on any day from `from` to `to`, both included. */
export function tradedBetween(from: number, to: number, market: MarketDays): boolean {
  for (let day = from; day <= to; day++) if (isMarketDay(day, market)) return true;
  return false;
}

function isMarketDay(day: number, market: MarketDays): boolean {
  const [first, last] = [market?.[0], market?.at(-1)];
  if (market && first !== undefined && last !== undefined && day >= first && day <= last) return holds(market, day);
  const weekday = dateOf(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day, weekday);
}

function holds(days: Int32Array, day: number): boolean {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return days[low] === day;
}

/**
 * The exchange's holidays (NYSE Rule 7.2). One of a Sunday is kept on Monday; of a Saturday on Friday, but New Year's
 * Day, which is then not kept. Juneteenth since 2022, the day of Martin Luther King since 1998.
 */
function isHoliday(day: number, weekday: number): boolean {
  const date = dateOf(day);
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const keeps = (ofMonth: number, ofDay: number): boolean =>
    month === ofMonth && (dayOfMonth === ofDay || (weekday === 1 && dayOfMonth === ofDay + 1) || (weekday === 5 && dayOfMonth === ofDay - 1));
  const isNth = (ofMonth: number, ofWeekday: number, nth: number): boolean => month === ofMonth && weekday === ofWeekday && Math.ceil(dayOfMonth / 7) === nth;
  return (
    keeps(1, 1) || keeps(7, 4) || keeps(12, 25) || (year >= 2022 && keeps(6, 19)) ||
    (year >= 1998 && isNth(1, 1, 3)) || isNth(2, 1, 3) || (month === 5 && weekday === 1 && dayOfMonth > 24) || isNth(9, 1, 1) || isNth(11, 4, 4) ||
    (weekday === 5 && day === easterSunday(year) - 2)
  );
}

/** Anonymous Gregorian computus (Meeus, "Astronomical Algorithms", 1991, chapter 8). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const epact = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - epact - (c % 4)) % 7;
  const month = epact + weekday - 7 * Math.floor((a + 11 * epact + 22 * weekday) / 451) + 114;
  return dayOfUtc(year, Math.floor(month / 31) - 1, (month % 31) + 1);
}

/**
 * Days on which the market traded and a daily series has no return, between its first and its last one. A return over
 * blank prices stands for the days behind it in weeks, months and years, except where it reaches over the end of one: that
 * period's last price is then not known.
 *
 * @example
 * ```ts
 * const stock = { id: "JPM", kind: "excess", frequency: "daily", days: Int32Array.of(1, 2, 5), values: new Float64Array(3) } as const;
 * [...missingDays(stock, Int32Array.of(0, 1, 2, 3, 5, 6), "monthly")]; // → [3]
 * ```
 */
export function missingDays({ days, overGaps }: Series, market: MarketDays, frequency: Frequency = "daily"): Int32Array {
  const [first, last] = [days[0], days.at(-1)];
  if (market === null || first === undefined || last === undefined) return new Int32Array();
  const endOf = periodEndOf[frequency];
  const isCovered = (day: number): boolean =>
    overGaps !== undefined && overGaps.days.some((end, row) => overGaps.since[row]! < day && day <= end && endOf(day) === endOf(end));
  let row = 0;
  return market.filter((day) => {
    if (day <= first || day >= last) return false;
    while (days[row]! < day) row++;
    return days[row] !== day && !isCovered(day);
  });
}
