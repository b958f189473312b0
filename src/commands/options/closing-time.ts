import { msPerDay } from "../../calendar.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { OptionProblem } from "../problem.ts";
import { asText } from "./kinds.ts";
import { momentOf, wallTimeAt, type WallTime } from "./local-time.ts";
import type { Option } from "./option.ts";

/** When something ends, as it was typed: which moment that is depends on the course's time zone. */
interface ClosingTime {
  readonly option: string;
  /** The moment, by a clock that shows now and a time zone. */
  readonly at: (now: number, timeZone: string) => number;
}

const lengths: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: msPerDay };

/**
 * A span from now ("20m", "2 hours", "3d"), a date with its time, or "Friday 5pm": by the course's clocks unless a zone is
 * said. A day without a time is its end.
 */
export function closingTime(description: string): Option<ClosingTime> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: { option: "", at: (now) => now },
    read(raw, option) {
      const text = asText(raw).trim();
      const at = readSpan(text) ?? readMoment(text) ?? readDay(text) ?? readMonthDay(text) ?? readWeekday(text);
      return at === null ? failure({ kind: "unreadable-option", option, text, expected: "moment" }) : success({ option, at });
    },
  };
}

/** The moment in a course's time zone. Errors: `past-moment`. */
export function closesAt({ option, at }: ClosingTime, now: number, timeZone: string | null): Outcome<number, OptionProblem> {
  const moment = at(now, timeZone ?? "UTC");
  return moment > now ? success(moment) : failure({ kind: "past-moment", option, at: moment });
}

/** Whether it counts from now on, as "20m" does. */
export const isSpan = (text: string): boolean => readSpan(text.trim()) !== null;

function readSpan(text: string): ClosingTime["at"] | null {
  const parts = /^(?:in\s+)?(\d{1,4})\s*(m|h|d)(?:in|ins|inutes?|ours?|ays?)?$/iu.exec(text);
  const length = lengths[parts?.[2]?.toLowerCase() ?? ""];
  return length === undefined ? null : (now) => now + Number(parts?.[1]) * length;
}

function readMoment(text: string): ClosingTime["at"] | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T]|\s+at\s+)(.+?)\s*(Z|UTC|[+-]\d{2}:\d{2})?$/iu.exec(text);
  if (!parts) return null;
  const [, date = "", clock = "", zone] = parts;
  const minutes = readClock(clock);
  const midnight = midnightOf(date);
  if (minutes === null || midnight === null) return null;
  if (zone === undefined) return (_, timeZone) => momentOf({ day: midnight / msPerDay, minutes }, timeZone);
  const [, sign = "+", hours = "0", further = "0"] = /^([+-])(\d{2}):(\d{2})$/u.exec(zone) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(further));
  return () => midnight + (minutes - offset) * 60_000;
}

/** A date that the calendar has, as the midnight in UTC that it begins with. */
function midnightOf(date: string): number | null {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date) ? null : midnight;
}

const endOfDay = 24 * 60;

/** "2026-11-30": the end of that day. */
function readDay(text: string): ClosingTime["at"] | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? midnightOf(text) : null;
  return midnight === null ? null : (_, timeZone) => momentOf({ day: midnight / msPerDay, minutes: endOfDay }, timeZone);
}

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** "Nov 30", "30 November 2026", "Nov 30th at 5pm": without a year the next one, without a time the end of that day. */
function readMonthDay(text: string): ClosingTime["at"] | null {
  const parts =
    /^(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?(?:,?\s+(?:at\s+)?(?<clock>\S.*))?$/iu.exec(text) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?<month>[a-z]{3,9})\.?(?:,?\s+(?<year>\d{4}))?(?:,?\s+(?:at\s+)?(?<clock>\S.*))?$/iu.exec(text);
  const { month = "", day = "", year, clock } = parts?.groups ?? {};
  const at = months.findIndex((name) => month !== "" && name.startsWith(month.toLowerCase()));
  const minutes = clock === undefined ? endOfDay : readClock(clock);
  if (at < 0 || minutes === null) return null;
  const dayIn = (inYear: number): number | null => {
    const midnight = midnightOf(`${String(inYear)}-${String(at + 1).padStart(2, "0")}-${day.padStart(2, "0")}`);
    return midnight === null ? null : midnight / msPerDay;
  };
  // A leap year has every day that there is.
  if (dayIn(year === undefined ? 2028 : Number(year)) === null) return null;
  return (now, timeZone) => {
    const thisYear = new Date(wallTimeAt(now, timeZone).day * msPerDay).getUTCFullYear();
    const candidates = year === undefined ? [thisYear, thisYear + 1, thisYear + 2, thisYear + 3, thisYear + 4] : [Number(year)];
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

/** "Friday 5pm", "fri at 17:00", "tomorrow noon", "today 23:59", "5pm": the next time the clocks show it; "Friday", its end. */
function readWeekday(text: string): ClosingTime["at"] | null {
  const [, alone] = /^(?:on )?([a-z]+)\.?$/iu.exec(text) ?? [];
  const isDay = alone !== undefined && readClock(alone) === null;
  const [, dayWord = "", clock = ""] = isDay ? ["", alone, "midnight"] : (/^(?:(?:on )?([a-z]+)\.?(?:\s+at|,)?\s+)?(.+)$/iu.exec(text) ?? []);
  const minutes = readClock(clock.trim());
  if (minutes === null) return null;
  const word = dayWord.toLowerCase();
  if (word === "" || word === "at") {
    return (now, timeZone) => nextOf(now, timeZone, ({ day }) => ({ day, minutes }), 1);
  }
  if (word === "today" || word === "tonight" || word === "tomorrow") {
    const later = word === "tomorrow" ? 1 : 0;
    return (now, timeZone) => momentOf({ day: wallTimeAt(now, timeZone).day + later, minutes }, timeZone);
  }
  const weekday = weekdays.findIndex((name) => word.length >= 3 && name.startsWith(word));
  if (weekday < 0) return null;
  return (now, timeZone) => nextOf(now, timeZone, ({ day }) => ({ day: day + ((weekday - weekdayOf(day) + 7) % 7), minutes }), 7);
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
