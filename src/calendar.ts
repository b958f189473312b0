/** Calendar arithmetic on day numbers: whole days since 1970-01-01 in UTC, the form of every date in a series. */

export const msPerDay = 86_400_000;

/** The chapter's conventions, by which means are multiplied and volatilities by their square roots. */
export const tradingDaysPerYear = 252;
export const tradingDaysPerMonth = 21;
export const monthsPerYear = 12;
/** Not the chapter's: it has no weeks. Weeks end on Friday. */
export const weeksPerYear = 52;
export const tradingDaysPerWeek = 5;

/** The UTC date of a day number. */
export const dateOf = (day: number): Date => new Date(day * msPerDay);

/** The day number of a UTC calendar date; month 0 is January, and values outside a month carry over, as in Date.UTC. */
export const dayOfUtc = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / msPerDay;

/** The day number of "2024-12-31". */
export const dayOfIso = (text: string): number => Math.floor(Date.parse(text) / msPerDay);

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
  if (year < 1800 || year > 2199 || month < 1 || month > monthsPerYear) return null;
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
  const date = dateOf(day);
  return dayOfUtc(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
}

/** The Friday on which the week of a day ends, as in pandas' `resample("W-FRI")`: day 1 of the epoch was one. */
export function weekEndOf(day: number): number {
  return day + ((((1 - day) % 7) + 7) % 7);
}

/** The last calendar day of the year that a day lies in. */
export function yearEndOf(day: number): number {
  return dayOfUtc(dateOf(day).getUTCFullYear(), 11, 31);
}

/** "2024-12-31" of a day number. */
export function isoDay(day: number): string {
  if (!(day >= firstOfFourDigits && day <= lastOfFourDigits)) return dateOf(day).toISOString().slice(0, 10);
  const whole = Math.floor(day);
  // Hinnant's civil_from_days, from 1 March of the year 0 on: a year ends with its leap day.
  const shifted = whole + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return `${year}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;
}

/** Years of which an ISO date has four digits and no zero before them. */
const [firstOfFourDigits, lastOfFourDigits] = [dayOfUtc(1000, 0, 1), dayOfUtc(9999, 11, 31)];
