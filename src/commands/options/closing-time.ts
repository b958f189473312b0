import { msPerDay } from "../../calendar.ts";
import { attempt, failure, success, type Outcome } from "../../outcome.ts";
import { wallWords } from "../../render/wall-words.ts";
import type { OptionProblem } from "../problem.ts";
import { asText } from "./kinds.ts";
import { fixedOffset, timeZoneOf, wallTimeAt } from "./local-time.ts";
import { readOnClock, type Moments } from "./moment-on-clock.ts";
import type { Option } from "./option.ts";
import { spanOf } from "./time-span.ts";

/** When something opens or ends, as it was typed: which moment that is depends on the course's time zone. */
export interface ClosingTime {
  readonly option: string;
  readonly text: string;
  /** A span counts from now on; the course's clocks decide the moment of "5pm", and of "5pm ET" or a span they do not. */
  readonly by: "span" | "clocks" | "zone";
  /** The clocks that it names; null where it names none. */
  readonly zone: string | null;
  /** The moments that it can mean, by a clock that shows now and a time zone: several where nobody knows which. */
  readonly at: Moments;
}

/**
 * A span from now ("20m", "2h30m", "+1.5h", "1w"), a date with its time ("2026-11-25 14:00", "11/30 9am", "Nov 30"), or
 * "Friday 5pm", "next Monday": by the course's clocks unless a zone is said ("5pm ET"). A day without a time is its end.
 */
export function closingTime(description: string): Option<ClosingTime> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: { option: "", text: "", by: "span", zone: null, at: (now) => [now] },
    read(raw, option) {
      const text = asText(raw).trim();
      const read = readTime(text);
      return read === null ? failure({ kind: "unreadable-option", option, text, expected: "moment" }) : success({ option, text, ...read });
    },
  };
}

function readTime(text: string): Pick<ClosingTime, "by" | "zone" | "at"> | null {
  const length = spanOf(text);
  if (length !== null) return { by: "span", zone: null, at: (now) => [now + length] };
  const zoned = splitZone(text) ?? splitOffset(text);
  const at = readOnClock(zoned?.rest ?? text);
  if (at === null) return null;
  if (zoned === null) return { by: /\dZ$/iu.test(text) ? "zone" : "clocks", zone: null, at };
  return { by: "zone", zone: zoned.timeZone, at: (now) => at(now, zoned.timeZone) };
}

/** "5pm ET", "Friday 17:00 Europe/Berlin", "noon Eastern time": the last words, where they name clocks. */
function splitZone(text: string): { readonly rest: string; readonly timeZone: string } | null {
  const words = text.split(/\s+/u);
  for (const last of [2, 1]) {
    const timeZone = words.length > last ? timeZoneOf(words.slice(-last).join(" ").replaceAll(/[()]/gu, "")) : null;
    if (timeZone !== null) return { rest: words.slice(0, -last).join(" "), timeZone };
  }
  return null;
}

const offsetPattern = /^(?<rest>.*(?<hour>\d{1,2})(?::\d{2}|(?::\d{2})?\s*[ap]\.?m\.?)|.*\b(?:noon|midnight))\s*(?<name>UTC|GMT)?\s*(?<sign>[+\u2212-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$/iu;
/** No clock is further from UTC. */
const largestOffset = 14;

/** "17:00+02:00", "Friday 5pm UTC-5": behind a time, how far its clocks are from UTC. "9:00-10:00" is rather from when to when, and is not read. */
function splitOffset(text: string): { readonly rest: string; readonly timeZone: string } | null {
  const { rest = "", hour = "", name = "", sign = "", hours = "", minutes } = offsetPattern.exec(text)?.groups ?? {};
  const isWhole = name !== "" || (hours.length === 2 && minutes !== undefined);
  if (rest === "" || !isWhole || Number(hours) > largestOffset || Number(minutes ?? 0) > 59) return null;
  const isRange = sign !== "+" && name === "" && !/\d{4}-\d{2}-\d{2}/u.test(rest) && Number(hours) >= Number(hour || "12");
  return isRange ? null : { rest, timeZone: `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes ?? "00"}` };
}

/** A span longer than this is a slip of the keys; who means it gives the date. */
const longestSpan = 366 * msPerDay;

/** The moment in a course's time zone. Errors: `no-time-zone` where it has none and a clock was meant, `past-moment`, `far-moment`, `unclear-moment` where it can mean several. */
export function closesAt({ option, text, by, zone: named, at }: ClosingTime, now: number, timeZone: string | null): Outcome<number, OptionProblem> {
  if (timeZone === null && by === "clocks" && !isOver(at, now)) return failure({ kind: "no-time-zone", times: [{ option, text }] });
  const zone = timeZone ?? "UTC";
  const moments = [...new Set(at(now, zone))];
  const [moment, ...others] = moments.filter((one) => one > now);
  if (moment === undefined) return failure({ kind: "past-moment", option, at: moments[0] ?? now });
  if (others.length > 0) return failure({ kind: "unclear-moment", option, text, readings: [moment, ...others].map((one) => ({ at: one, words: momentWords(one, named ?? zone, text) })) });
  if (by === "span" && moment - now > longestSpan) return failure({ kind: "far-moment", option, text, at: moment });
  return success(moment);
}

/** Whether a time has passed by every clock of the world. */
const isOver = (at: Moments, now: number): boolean => at(now, "UTC").every((moment) => moment + msPerDay < now);

/** When a check opens, null at once, and closes; `ends`: so long after it opens where no closing time was typed. Errors: those of `closesAt`, and `closes-before-opens`. */
export function spanOfCheck(
  { opens, closes }: { readonly opens: ClosingTime | null; readonly closes: ClosingTime | null },
  ends: number,
  now: number,
  timeZone: string | null,
): Outcome<{ readonly opensAt: number | null; readonly closesAt: number }, OptionProblem> {
  return attempt(function* () {
    const unzoned = [opens, closes].filter((time) => time !== null).filter(({ by, at }) => by === "clocks" && !isOver(at, now));
    if (timeZone === null && unzoned.length > 0) yield* failure({ kind: "no-time-zone", times: unzoned.map(({ option, text }) => ({ option, text })) });
    const opensAt = opens === null ? null : yield* closesAt(opens, now, timeZone);
    if (closes === null) return { opensAt, closesAt: (opensAt ?? now) + ends };
    // A span counts from when it opens.
    const end = yield* closesAt(closes, opensAt ?? now, timeZone);
    // "Monday 9am" to "Monday 8am": the Monday after it, which few mean.
    const first = opensAt === null || closes.by === "span" ? null : closesAt(closes, now, timeZone);
    if (opensAt !== null && first?.ok && first.value <= opensAt) yield* failure({ kind: "closes-before-opens", text: closes.text, opensAt, later: end, words: momentWords(end, closes.zone ?? timeZone ?? "UTC", closes.text) });
    return { opensAt, closesAt: end };
  });
}

/** "Fri 2026-11-13, 09:00 EST"; a midnight that nobody typed as the beginning of a day is the end of the one before it, "Thu 2026-11-12, end of the day EST". */
function momentWords(moment: number, timeZone: string, typed: string): string {
  const isEnd = wallTimeAt(moment, timeZone).minutes === 0 && !beginsDay.test(typed);
  return isEnd ? zonedWords(moment - 1, timeZone).replace("23:59", "end of the day") : zonedWords(moment, timeZone);
}

/** By clocks at a fixed distance from UTC too: "Thu 2026-11-12, 17:00 UTC+02:00". */
function zonedWords(moment: number, timeZone: string): string {
  const offset = fixedOffset(timeZone);
  return offset === null ? wallWords(moment, timeZone) : `${wallWords(moment + offset, "UTC")}${timeZone}`;
}

/** The ways to write the time that a day begins with. */
const beginsDay = /(?<!\d)(?:00?:00|12(?::00)?\s*a\.?m\.?)(?![\da-z])/iu;

/** A moment (epoch milliseconds) as text that reads as the same moment, to the millisecond. */
export const momentText = (moment: number): string => new Date(moment).toISOString().replace(/(?::00)?\.000Z$/u, "Z");
