/** A date as a file writes it: the day number it stands for, and how much of a date it was. */
export interface WrittenDate {
  /** Days since 1970-01-01; a month or a year stands at its last calendar day. */
  readonly day: number;
  readonly form: DateForm;
}

export type DateForm = "day" | "month" | "year";

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (monthLengths[month - 1] ?? 0) + (leap ? 1 : 0);
}

/**
 * Days since 1970-01-01 of a calendar date, or null where the calendar has no such date
 * (or it lies outside 1800–2199, where no return was ever recorded and a typing error is likelier).
 *
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (year < 1800 || year > 2199 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The last calendar day of a month, or null where there is no such month. */
export function monthEnd(year: number, month: number): number | null {
  return dayNumber(year, month, daysInMonth(year, month));
}

/** The last calendar day of the month that a day lies in. */
export function monthEndOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
}

/** The last calendar day of the year that a day lies in. */
export function yearEndOf(day: number): number {
  return Date.UTC(new Date(day * 86_400_000).getUTCFullYear(), 11, 31) / 86_400_000;
}

/** "2024-12-31" of a day number. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const written = /^(\d{4})(?:([-/]?)(\d{2})(?:\2(\d{2}))?)?(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?)?$/;

/**
 * Reads a date that starts with its year: 2024-12-31, 2024/12/31, 20241231, 2024-12, 202412 or 2024;
 * a midnight after it is allowed, as pandas writes one. Null for anything else.
 */
export function readDate(text: string): WrittenDate | null {
  const match = written.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[3];
  const date = match[4];
  const form: DateForm = month === undefined ? "year" : date === undefined ? "month" : "day";
  const day =
    month === undefined
      ? dayNumber(year, 12, 31)
      : date === undefined
        ? monthEnd(year, Number(month))
        : dayNumber(year, Number(month), Number(date));
  return day === null ? null : { day, form };
}
