import { dayNumber, monthEnd, monthsPerYear } from "../calendar.ts";

/** A parsed date: its day number and its precision. */
interface ParsedDate {
  /** Days since 1970-01-01; a month or a year is dated at its last calendar day. */
  readonly day: number;
  readonly precision: DatePrecision;
}

export type DatePrecision = "day" | "month" | "year";

const datePattern = /^(\d{4})(?:([-/]?)(\d{2})(?:\2(\d{2}))?)?(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?)?$/;

/**
 * Reads a date that starts with its year: 2024-12-31, 2024/12/31, 20241231, 2024-12, 202412 or 2024;
 * a following midnight is allowed, as pandas writes it. Null for anything else.
 */
export function parseDate(text: string): ParsedDate | null {
  const match = datePattern.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[3];
  const date = match[4];
  const precision: DatePrecision = month === undefined ? "year" : date === undefined ? "month" : "day";
  const day =
    month === undefined
      ? dayNumber(year, monthsPerYear, 31)
      : date === undefined
        ? monthEnd(year, Number(month))
        : dayNumber(year, Number(month), Number(date));
  return day === null ? null : { day, precision };
}
