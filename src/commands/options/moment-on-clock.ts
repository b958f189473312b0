import { msPerDay } from "../../calendar.ts";
import { momentOf, wallTimeAt, type WallTime } from "./local-time.ts";

/** The moments that a text can mean, by a clock that shows now and a time zone: several where nobody knows which. */
export type Moments = (now: number, timeZone: string) => readonly number[];

/** A moment by the course's clocks, or by those that it names; null where the text is none. */
export const readOnClock = (text: string): Moments | null => readInstant(text) ?? readMoment(text) ?? readDay(text) ?? readMonthDay(text) ?? readNumericDate(text) ?? readWeekday(text);

/** What `momentText` writes of a moment between two minutes. */
function readInstant(text: string): Moments | null {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? null : () => [moment];
}

function readMoment(text: string): Moments | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T]|\s+at\s+)(.+?)\s*(Z|UTC)?$/iu.exec(text);
  if (!parts) return null;
  const [, date = "", clock = "", zone] = parts;
  const minutes = readClock(clock);
  const midnight = midnightOf(date);
  if (minutes === null || midnight === null) return null;
  if (zone === undefined) return (_, timeZone) => [momentOf({ day: midnight / msPerDay, minutes }, timeZone)];
  return () => [midnight + minutes * 60_000];
}

/** A date that the calendar has, as the midnight in UTC that it begins with. */
function midnightOf(date: string): number | null {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date) ? null : midnight;
}

const endOfDay = 24 * 60;

/** "2026-11-30": the end of that day. */
function readDay(text: string): Moments | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? midnightOf(text) : null;
  return midnight === null ? null : (_, timeZone) => [momentOf({ day: midnight / msPerDay, minutes: endOfDay }, timeZone)];
}

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** "Nov 30", "30 November 2026", "Nov 30th at 5pm": without a year the next one, without a time the end of that day. */
function readMonthDay(text: string): Moments | null {
  const parts =
    /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?(?:,?\s+(?:at\s+)?(?<clock>\S.*))?$/iu.exec(text) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?<month>[a-z]{3,9})\.?(?:,?\s+(?<year>\d{4}))?(?:,?\s+(?:at\s+)?(?<clock>\S.*))?$/iu.exec(text);
  const { month = "", day = "", year, clock } = parts?.groups ?? {};
  const at = months.findIndex((name) => month !== "" && name.startsWith(month.toLowerCase()));
  const minutes = clock === undefined ? endOfDay : readClock(clock);
  if (at < 0 || minutes === null) return null;
  const next = nextDate(at + 1, Number(day), year === undefined ? null : Number(year), minutes);
  return next && ((now, timeZone) => [next(now, timeZone)]);
}

/** "11/30 9am", "30/11/2026", "30.11. 14:00": month and day in either order, where both are dates in both. */
function readNumericDate(text: string): Moments | null {
  const { first = "", second = "", dot, year, clock } = /^(?<first>\d{1,2})(?:\/|(?<dot>\.))(?<second>\d{1,2})(?:[/.](?<year>\d{4}|\d{2})?)?(?:,?\s+(?:at\s+)?(?<clock>\S.*))?$/u.exec(text)?.groups ?? {};
  const minutes = clock === undefined ? endOfDay : readClock(clock);
  // "5.30" alone is no date.
  if (first === "" || minutes === null || (dot !== undefined && clock === undefined && !/\d\.\d{1,2}\./u.test(text))) return null;
  const inYear = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const orders = dot === undefined ? [[first, second], [second, first]] : [[second, first]];
  const read = orders.flatMap(([month, day]) => nextDate(Number(month), Number(day), inYear, minutes) ?? []);
  return read.length === 0 ? null : (now, timeZone) => read.map((next) => next(now, timeZone));
}

/** A day of a month, without a year the next one; null where the calendar has none. */
function nextDate(month: number, day: number, year: number | null, minutes: number): ((now: number, timeZone: string) => number) | null {
  const dayIn = (inYear: number): number | null => {
    const midnight = midnightOf(`${String(inYear)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
    return midnight === null ? null : midnight / msPerDay;
  };
  // A leap year has every day that there is.
  if (dayIn(year ?? 2028) === null) return null;
  return (now, timeZone) => {
    const thisYear = new Date(wallTimeAt(now, timeZone).day * msPerDay).getUTCFullYear();
    const candidates = year === null ? [thisYear, thisYear + 1, thisYear + 2, thisYear + 3, thisYear + 4] : [year];
    const moments = candidates.flatMap((inYear) => {
      const found = dayIn(inYear);
      return found === null ? [] : [momentOf({ day: found, minutes }, timeZone)];
    });
    return moments.find((moment) => moment > now) ?? moments[0] ?? now;
  };
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** "next Monday 9am", said on a Wednesday: the one that comes; "next Friday" is the one in two days or in nine. */
function readNextWeekday(text: string): Moments | null {
  const [, which, dayWord = "", clock] = /^(?:on\s+)?(next|this|coming)\s+([a-z]{3,9})\.?(?:(?:\s+at|,)?\s+(\S.*))?$/iu.exec(text) ?? [];
  const weekday = weekdays.findIndex((name) => dayWord !== "" && name.startsWith(dayWord.toLowerCase()));
  const minutes = clock === undefined ? endOfDay : readClock(clock);
  if (which === undefined || weekday < 0 || minutes === null) return null;
  return (now, timeZone) => {
    const { day } = wallTimeAt(now, timeZone);
    const ahead = (weekday - weekdayOf(day) + 7) % 7;
    const onDay = (days: number): number => momentOf({ day: day + days, minutes }, timeZone);
    if (which.toLowerCase() !== "next") return [onDay(ahead) > now ? onDay(ahead) : onDay(ahead + 7)];
    const later = ahead === 0 ? 7 : ahead;
    // Weeks begin with Monday: within this one it can be either.
    return ((weekdayOf(day) + 6) % 7) + later <= 6 ? [onDay(later), onDay(later + 7)] : [onDay(later)];
  };
}

/** "Friday 5pm", "fri at 17:00", "tomorrow noon", "today 23:59", "5pm": the next time the clocks show it; "Friday", its end. */
function readWeekday(text: string): Moments | null {
  const next = readNextWeekday(text);
  if (next !== null) return next;
  const [, alone] = /^(?:on )?([a-z]+)\.?$/iu.exec(text) ?? [];
  const isDay = alone !== undefined && readClock(alone) === null;
  const [, dayWord = "", clock = ""] = isDay ? ["", alone, "midnight"] : (/^(?:(?:on )?([a-z]+)\.?(?:\s+at|,)?\s+)?(.+)$/iu.exec(text) ?? []);
  const minutes = readClock(clock.trim());
  if (minutes === null) return null;
  const word = dayWord.toLowerCase();
  if (word === "" || word === "at") {
    return (now, timeZone) => [nextOf(now, timeZone, ({ day }) => ({ day, minutes }), 1)];
  }
  if (word === "today" || word === "tonight" || word === "tomorrow") {
    const later = word === "tomorrow" ? 1 : 0;
    return (now, timeZone) => [momentOf({ day: wallTimeAt(now, timeZone).day + later, minutes }, timeZone)];
  }
  const weekday = weekdays.findIndex((name) => word.length >= 3 && name.startsWith(word));
  if (weekday < 0) return null;
  return (now, timeZone) => [nextOf(now, timeZone, ({ day }) => ({ day: day + ((weekday - weekdayOf(day) + 7) % 7), minutes }), 7)];
}

/** The first of a time that comes every so many days that is still ahead. */
function nextOf(now: number, timeZone: string, today: (wall: WallTime) => WallTime, everyDays: number): number {
  const next = today(wallTimeAt(now, timeZone));
  const moment = momentOf(next, timeZone);
  return moment > now ? moment : momentOf({ ...next, day: next.day + everyDays }, timeZone);
}

/** Minutes after midnight: "17:00", "5pm", "5:30 p.m.", "noon", "midnight" as the end of the day. */
function readClock(text: string): number | null {
  const word = text.toLowerCase();
  if (word === "noon") return 12 * 60;
  if (word === "midnight") return 24 * 60;
  const parts = /^(\d{1,2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?$/u.exec(word);
  if (!parts) return null;
  const [, hourText = "", minuteText, half] = parts;
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
  if (minute > 59 || (half === undefined && minuteText === undefined)) return null;
  if (half === undefined) return hour < 24 || (hour === 24 && minute === 0) ? hour * 60 + minute : null;
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half.startsWith("p") ? 12 : 0)) * 60 + minute;
}
