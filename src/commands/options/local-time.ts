import { msPerDay } from "../../calendar.ts";

/** A time on a wall clock, wherever that hangs: its day as days since 1970-01-01, and minutes after midnight. */
export interface WallTime {
  readonly day: number;
  readonly minutes: number;
}

const msPerMinute = 60_000;

/** What people call the clocks of a place, in winter and summer alike. */
const placesOfAbbreviations: readonly (readonly [place: string, abbreviations: readonly string[]])[] = [
  ["UTC", ["utc", "gmt", "z", "zulu"]],
  ["America/New_York", ["et", "est", "edt", "eastern", "eastern time"]],
  ["America/Chicago", ["ct", "cst", "cdt", "central", "central time"]],
  ["America/Denver", ["mt", "mst", "mdt", "mountain", "mountain time"]],
  ["America/Los_Angeles", ["pt", "pst", "pdt", "pacific", "pacific time"]],
  ["America/Anchorage", ["akt", "akst", "akdt"]],
  ["Pacific/Honolulu", ["hst"]],
  ["Europe/London", ["bst"]],
  ["Europe/Lisbon", ["wet", "west"]],
  ["Europe/Berlin", ["cet", "cest"]],
  ["Europe/Athens", ["eet", "eest"]],
];

/**
 * A time zone by its IANA name ("America/New_York") in the spelling of the database, or by the abbreviation of a place's
 * clocks; null where there is none. The database's own "EST" is a place without summer time, and its "BST" Dhaka: an
 * abbreviation that is not in the list is no zone.
 */
export function timeZoneOf(name: string): string | null {
  const folded = name.trim().toLowerCase();
  const place = placesOfAbbreviations.find(([, abbreviations]) => abbreviations.includes(folded))?.[0];
  if (place !== undefined) return place;
  if (/^[a-z]{1,4}$|^[a-z]{3}\d[a-z]{3}$/u.test(folded)) return null;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name.trim().replaceAll(" ", "_") }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** How far "+02:00" is ahead of UTC, in milliseconds; null for a place's zone. */
export function fixedOffset(timeZone: string): number | null {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):(\d{2})$/u.exec(timeZone) ?? [];
  return sign === undefined ? null : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * msPerMinute;
}

/** What the clocks of a time zone, or at a fixed distance from UTC ("+02:00"), show at that moment (epoch milliseconds). */
export function wallTimeAt(moment: number, timeZone: string): WallTime {
  const offset = fixedOffset(timeZone);
  if (offset !== null) {
    const shown = Math.floor((moment + offset) / msPerMinute);
    return { day: Math.floor((shown * msPerMinute) / msPerDay), minutes: ((shown % 1440) + 1440) % 1440 };
  }
  const parts = Object.fromEntries(formatOf(timeZone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { day: Date.UTC(year, month - 1, day) / msPerDay, minutes: (hour % 24) * 60 + minute };
}

/** When the clocks of a time zone show that: of a time that comes twice the first, of one that is skipped (02:30 when the clocks go forward from 2 to 3) the one as long after it, 03:30: nobody has less time. */
export function momentOf({ day, minutes }: WallTime, timeZone: string): number {
  const asUtc = day * msPerDay + minutes * msPerMinute;
  const offsetAt = (moment: number): number => {
    const shown = wallTimeAt(moment, timeZone);
    return shown.day * msPerDay + shown.minutes * msPerMinute - Math.floor(moment / msPerMinute) * msPerMinute;
  };
  // The offset a day before and a day after: where they differ, the clocks change in between.
  const candidates = [offsetAt(asUtc - msPerDay), offsetAt(asUtc + msPerDay)].map((offset) => asUtc - offset);
  const fitting = candidates.filter((moment) => moment + offsetAt(moment) === asUtc);
  return fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  formats.set(timeZone, known);
  return known;
}
