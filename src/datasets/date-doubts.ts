import { dayNumber, dayOfIso, isoDay, monthEndOf, weekEndOf, yearEndOf } from "../calendar.ts";
import { isPublishedFactor } from "./catalogue.ts";
import type { DayDoubt } from "./problem.ts";
import type { FileSeries } from "./file-contents.ts";

/** Dates that a market can't have, or that it seldom has. `asOf` is the day of the import, ISO. */
export function dateDoubts(series: FileSeries, asOf: string): readonly DayDoubt[] {
  return [...futureDates(series, asOf), ...weekendDates(series)];
}

function futureDates({ id, days, frequency, calendar }: FileSeries, asOf: string): readonly DayDoubt[] {
  const today = dayOfIso(asOf);
  // A month is dated at its end; a day may have begun elsewhere.
  const last = frequency === "daily" ? today + 1 : frequency === "weekly" ? weekEndOf(today) : frequency === "monthly" ? monthEndOf(today) : yearEndOf(today);
  const late = days.filter((day) => day > last);
  if (late.length === 0 && calendar.last <= isoDay(last)) return [];
  const rows = Math.max(1, late.length);
  const date = late.length === 0 ? calendar.last : isoDay(late[0]!);
  return [{ kind: calendar.first > isoDay(last) ? "all-future" : "future", series: id, date, rows }];
}

/** Saturdays were days of trade in New York until 1952. */
const fiveDayWeekSince = dayNumber(1953, 1, 1)!;

/** 0 is Sunday; day 0, 1970-01-01, was a Thursday. */
const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

function weekendDates({ id, days, frequency, kind }: FileSeries): readonly DayDoubt[] {
  if (frequency !== "daily" || kind === "rate" || isPublishedFactor(id)) return [];
  const since = days.filter((day) => day >= fiveDayWeekSince);
  const on = [0, 0, 0, 0, 0, 0, 0];
  for (const day of since) on[weekday(day)]!++;
  const [sundays = 0, mondays = 0, , , , fridays = 0, saturdays = 0] = on;
  const rows = sundays + saturdays;
  const isEveryDay = Math.min(sundays, saturdays) > 0.1 * since.length;
  if (since.length < 10 || rows === 0 || isEveryDay) return [];
  const first = isoDay(since.find((day) => [0, 6].includes(weekday(day)))!);
  const at = { series: id, date: first };
  if (sundays > 0.1 * since.length && fridays < 0.02 * since.length) return [{ ...at, kind: "weekdays", rows: sundays, on: "Sundays", without: "Fridays" }];
  if (saturdays > 0.1 * since.length && mondays < 0.02 * since.length) return [{ ...at, kind: "weekdays", rows: saturdays, on: "Saturdays", without: "Mondays" }];
  return [{ ...at, kind: "weekend", rows }];
}
