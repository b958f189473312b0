import { msPerDay } from "../../calendar.ts";
import { attempt, failure, success, type Outcome } from "../../outcome.ts";
import { plain } from "../../render/plain.ts";
import { wallWords } from "../../render/wall-words.ts";
import type { OptionProblem } from "../problem.ts";
import { asText } from "./kinds.ts";
import { momentOf, timeZoneOf, wallTimeAt, type WallTime } from "./local-time.ts";
import type { Option } from "./option.ts";

/** When something opens or ends, as it was typed: which moment that is depends on the course's time zone. */
interface ClosingTime {
  readonly option: string;
  readonly text: string;
  /** A span counts from now on; the course's clocks decide the moment of "5pm", and of "5pm ET" or a span they do not. */
  readonly by: "span" | "clocks" | "zone";
  /** The moments that it can mean, by a clock that shows now and a time zone: several where nobody knows which. */
  readonly at: Moments;
}

type Moments = (now: number, timeZone: string) => readonly number[];

/**
 * A span from now ("20m", "2h30m", "+1.5h", "1w"), a date with its time ("2026-11-25 14:00", "11/30 9am", "Nov 30"), or
 * "Friday 5pm", "next Monday": by the course's clocks unless a zone is said ("5pm ET"). A day without a time is its end.
 */
export function closingTime(description: string): Option<ClosingTime> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: { option: "", text: "", by: "span", at: (now) => [now] },
    read(raw, option) {
      const text = asText(raw).trim();
      const read = readTime(text);
      return read === null ? failure({ kind: "unreadable-option", option, text, expected: "moment" }) : success({ option, text, ...read });
    },
  };
}

function readTime(text: string): Pick<ClosingTime, "by" | "at"> | null {
  const length = spanOf(text);
  if (length !== null) return { by: "span", at: (now) => [now + length] };
  const zoned = splitZone(text);
  const at = readOnClock(zoned?.rest ?? text);
  if (at === null) return null;
  if (zoned === null) return { by: /(?:Z|[+-]\d{2}:\d{2})$/iu.test(text) ? "zone" : "clocks", at };
  return { by: "zone", at: (now) => at(now, zoned.timeZone) };
}

const readOnClock = (text: string): Moments | null => readInstant(text) ?? readMoment(text) ?? readDay(text) ?? readMonthDay(text) ?? readNumericDate(text) ?? readWeekday(text);

/** "5pm ET", "Friday 17:00 Europe/Berlin", "noon Eastern time": the last words, where they name clocks. */
function splitZone(text: string): { readonly rest: string; readonly timeZone: string } | null {
  const words = text.split(/\s+/u);
  for (const last of [2, 1]) {
    const timeZone = words.length > last ? timeZoneOf(words.slice(-last).join(" ").replaceAll(/[()]/gu, "")) : null;
    if (timeZone !== null) return { rest: words.slice(0, -last).join(" "), timeZone };
  }
  return null;
}

/** A span longer than this is a slip of the keys; who means it gives the date. */
const longestSpan = 366 * msPerDay;

/** The moment in a course's time zone. Errors: `past-moment`, `far-moment`, `unclear-moment` where it can mean several. */
export function closesAt({ option, text, by, at }: ClosingTime, now: number, timeZone: string | null): Outcome<number, OptionProblem> {
  const zone = timeZone ?? "UTC";
  const moments = [...new Set(at(now, zone))];
  const [moment, ...others] = moments.filter((one) => one > now);
  if (moment === undefined) return failure({ kind: "past-moment", option, at: moments[0] ?? now });
  if (others.length > 0) return failure({ kind: "unclear-moment", option, text, readings: [moment, ...others].map((one) => ({ at: one, words: momentWords(one, zone, text) })) });
  if (by === "span" && moment - now > longestSpan) return failure({ kind: "far-moment", option, text, at: moment });
  return success(moment);
}

/** When a check opens, null at once, and closes; `ends`: so long after it opens where no closing time was typed. Errors: those of `closesAt`, and `closes-before-opens`. */
export function spanOfCheck(
  { opens, closes }: { readonly opens: ClosingTime | null; readonly closes: ClosingTime | null },
  ends: number,
  now: number,
  timeZone: string | null,
): Outcome<{ readonly opensAt: number | null; readonly closesAt: number }, OptionProblem> {
  return attempt(function* () {
    const opensAt = opens === null ? null : yield* closesAt(opens, now, timeZone);
    if (closes === null) return { opensAt, closesAt: (opensAt ?? now) + ends };
    // A span counts from when it opens.
    const end = yield* closesAt(closes, opensAt ?? now, timeZone);
    // "Monday 9am" to "Monday 8am": the Monday after it, which few mean.
    const first = opensAt === null || closes.by === "span" ? null : closesAt(closes, now, timeZone);
    if (opensAt !== null && first?.ok && first.value <= opensAt) yield* failure({ kind: "closes-before-opens", text: closes.text, opensAt, later: end, words: momentWords(end, timeZone ?? "UTC", closes.text) });
    return { opensAt, closesAt: end };
  });
}

/** "Fri 2026-11-13, 09:00 EST"; a midnight that nobody typed as the beginning of a day is the end of the one before it, "Thu 2026-11-12, end of the day EST". */
function momentWords(moment: number, timeZone: string, typed: string): string {
  const isEnd = wallTimeAt(moment, timeZone).minutes === 0 && !beginsDay.test(typed);
  return isEnd ? wallWords(moment - 1, timeZone).replace("23:59", "end of the day") : wallWords(moment, timeZone);
}

/** The ways to write the time that a day begins with. */
const beginsDay = /(?<!\d)(?:00?:00|12(?::00)?\s*a\.?m\.?)(?![\da-z])/iu;

/** A moment (epoch milliseconds) as text that reads as the same moment, to the millisecond. */
export const momentText = (moment: number): string => new Date(moment).toISOString().replace(/(?::00)?\.000Z$/u, "Z");

/** What `momentText` writes of a moment between two minutes. */
function readInstant(text: string): Moments | null {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/u.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? null : () => [moment];
}

/** That times were read by UTC, where the course has set no zone and it matters; "" else. */
export function unsetZoneWords(times: readonly (ClosingTime | null)[], timeZone: string | null): string {
  const read = times.filter((time) => time !== null).filter(({ by }) => by === "clocks");
  return timeZone !== null || read.length === 0 ? "" : ` **The course has no time zone**: ${read.map(({ text }) => `"${plain(text)}"`).join(" and ")} is by the clocks of UTC. \`/course setup timezone:…\` sets yours, and \`5pm ET\` names it.`;
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: msPerDay, w: 7 * msPerDay };
const spanPart = /(\d{1,4}(?:[.,]\d{1,2})?)\s*(w|d|h|m)(?:(?:ee)?ks?|ays?|(?:ou)?rs?|in(?:ute)?s?)?(?:\s*(?:,|and|&)?\s*)/giu;

/** Whether it counts from now on, as "20m" does. */
export const isSpan = (text: string): boolean => spanOf(text.trim()) !== null;

/** "20m", "2h30m", "2h30", "1.5h", "+10m", "in 3 days", "1 week", "half an hour", in milliseconds. */
function spanOf(text: string): number | null {
  const [, typed = ""] = /^(?:in\s+|\+\s*)?(.+)$/iu.exec(text) ?? [];
  const words = typed.replace(/^half an hour$/iu, "30m").replace(/^an?\s+(?=[a-z])/iu, "1 ").replace(/(?<=\d\s*h\s*)(\d{1,2})$/iu, "$1m");
  const parts = [...words.matchAll(spanPart)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== words) return null;
  return parts.reduce((sum, [, number = "", unit = ""]) => sum + Math.round(Number(number.replace(",", ".")) * (units[unit.toLowerCase()] ?? 0)), 0);
}

function readMoment(text: string): Moments | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T]|\s+at\s+)(.+?)\s*(Z|UTC|[+-]\d{2}:\d{2})?$/iu.exec(text);
  if (!parts) return null;
  const [, date = "", clock = "", zone] = parts;
  const minutes = readClock(clock);
  const midnight = midnightOf(date);
  if (minutes === null || midnight === null) return null;
  if (zone === undefined) return (_, timeZone) => [momentOf({ day: midnight / msPerDay, minutes }, timeZone)];
  const [, sign = "+", hours = "0", further = "0"] = /^([+-])(\d{2}):(\d{2})$/u.exec(zone) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(further));
  return () => [midnight + (minutes - offset) * 60_000];
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
