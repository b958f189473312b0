import { msPerDay } from "../../calendar.ts";

/** A time on a wall clock, wherever that hangs: its day as days since 1970-01-01, and minutes after midnight. */
export interface WallTime {
  readonly day: number;
  readonly minutes: number;
}

const msPerMinute = 60_000;

/** A time zone by its IANA name ("America/New_York") in the spelling of the database; null where there is none. */
export function timeZoneOf(name: string): string | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name.trim().replaceAll(" ", "_") }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** What the clocks of a time zone show at that moment (epoch milliseconds). */
export function wallTimeAt(moment: number, timeZone: string): WallTime {
  const parts = Object.fromEntries(formatOf(timeZone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { day: Date.UTC(year, month - 1, day) / msPerDay, minutes: (hour % 24) * 60 + minute };
}

/** When the clocks of a time zone show that: of a time that comes twice the first, of one that is skipped the moment of the skip. */
export function momentOf({ day, minutes }: WallTime, timeZone: string): number {
  const asUtc = day * msPerDay + minutes * msPerMinute;
  const offsetAt = (moment: number): number => {
    const shown = wallTimeAt(moment, timeZone);
    return shown.day * msPerDay + shown.minutes * msPerMinute - Math.floor(moment / msPerMinute) * msPerMinute;
  };
  // The offset a day before and a day after: where they differ, the clocks change in between.
  const candidates = [offsetAt(asUtc - msPerDay), offsetAt(asUtc + msPerDay)].map((offset) => asUtc - offset);
  const fitting = candidates.filter((moment) => moment + offsetAt(moment) === asUtc);
  return Math.min(...(fitting.length > 0 ? fitting : candidates));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  formats.set(timeZone, known);
  return known;
}
