/**
 * The trading days of the New York Stock Exchange, 1963 to 2024, by its holiday rules and a short list of
 * special closings, and the weekdays on which it traded while the Treasury market was shut.
 *
 * A day is the number of days since 1970-01-01 (UTC). A holiday on a Sunday is kept on Monday, one on a
 * Saturday on Friday (New Year's Day excepted: its Friday belongs to the old year's books).
 */

export interface CalendarDate {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly dayOfMonth: number;
}

const millisecondsADay = 86_400_000;
const sunday = 0;
const monday = 1;
const tuesday = 2;
const thursday = 4;
const friday = 5;
const saturday = 6;

export function dayOf(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / millisecondsADay;
}

export function dayOfIso(iso: string): number {
  return Date.parse(iso) / millisecondsADay;
}

export function dateOf(day: number): CalendarDate {
  const date = new Date(day * millisecondsADay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** "2024-12-31" */
export function isoOf(day: number): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}

/** Days from `first` to `last` (both ISO dates, both included) on which the exchange traded. */
export function tradingDays(first: string, last: string): number[] {
  const closed = new Set<number>();
  for (let year = dateOf(dayOfIso(first)).year; year <= dateOf(dayOfIso(last)).year; year += 1)
    for (const day of exchangeHolidays(year)) closed.add(day);
  for (const iso of specialClosings) closed.add(dayOfIso(iso));
  for (const day of paperworkWednesdays(closed)) closed.add(day);
  closed.delete(dayOfIso(memorialDayNotKept));

  const days: number[] = [];
  for (let day = dayOfIso(first); day <= dayOfIso(last); day += 1)
    if (isWeekday(day) && !closed.has(day)) days.push(day);
  return days;
}

/** Days of one year without a Treasury bill rate: an excess return is blank on them where the exchange traded. */
export function treasuryHolidays(year: number): number[] {
  const days = [nthWeekday(year, 10, monday, 2), observedOnMonday(dayOf(year, 11, 11))];
  if (year >= 1986) days.push(nthWeekday(year, 1, monday, 3));
  for (const iso of earlyTreasuryClosings) if (iso.startsWith(String(year))) days.push(dayOfIso(iso));
  return days;
}

function exchangeHolidays(year: number): number[] {
  const days = [
    observedOnMonday(dayOf(year, 1, 1)),
    year < 1971 ? observed(dayOf(year, 2, 22)) : nthWeekday(year, 2, monday, 3),
    easterSunday(year) - 2,
    year < 1971 ? observed(dayOf(year, 5, 30)) : lastMondayOfMay(year),
    observed(dayOf(year, 7, 4)),
    nthWeekday(year, 9, monday, 1),
    nthWeekday(year, 11, thursday, 4),
    observed(dayOf(year, 12, 25)),
  ];
  if (year >= 1998) days.push(nthWeekday(year, 1, monday, 3));
  if (year >= 2022) days.push(observed(dayOf(year, 6, 19)));
  if (isElectionYear(year)) days.push(nthWeekday(year, 11, monday, 1) + (tuesday - monday));
  return days;
}

/** The exchange kept every Election Day to 1968, and those of presidents to 1980. */
function isElectionYear(year: number): boolean {
  return year <= 1968 || (year <= 1980 && year % 4 === 0);
}

/** Funerals, a moon landing, snow, storms, blackouts, attacks. */
const specialClosings = [
  "1963-11-25",
  "1968-02-12",
  "1968-04-09",
  "1968-07-05",
  "1968-11-11",
  "1969-02-10",
  "1969-03-31",
  "1969-07-21",
  "1972-12-28",
  "1973-01-25",
  "1977-07-14",
  "1985-09-27",
  "1994-04-27",
  "2001-09-11",
  "2001-09-12",
  "2001-09-13",
  "2001-09-14",
  "2004-06-11",
  "2007-01-02",
  "2012-10-29",
  "2012-10-30",
  "2018-12-05",
];

/** The one Friday before a Saturday holiday on which the exchange traded all the same. */
const memorialDayNotKept = "1970-05-29";

/** Before its holidays were those of today, the bill market also kept Lincoln's Birthday and Election Day. */
const earlyTreasuryClosings = [
  "1981-11-03",
  "1981-12-09",
  "1982-02-12",
  "1982-11-02",
  "1983-11-08",
  "1984-02-13",
  "1984-11-06",
  "1985-01-21",
  "1985-02-12",
];

/** From June to December 1968 the exchange shut on Wednesdays, in weeks with no other closing, to catch up. */
function paperworkWednesdays(closed: ReadonlySet<number>): number[] {
  const wednesdays: number[] = [];
  for (let day = dayOf(1968, 6, 12); day <= dayOf(1968, 12, 31); day += 7) {
    const week = [-2, -1, 0, 1, 2].map((offset) => day + offset);
    if (!week.some((weekday) => closed.has(weekday))) wednesdays.push(day);
  }
  return wednesdays;
}

function weekdayOf(day: number): number {
  return (((day + thursday) % 7) + 7) % 7;
}

function isWeekday(day: number): boolean {
  return weekdayOf(day) >= monday && weekdayOf(day) <= friday;
}

function observedOnMonday(day: number): number {
  return weekdayOf(day) === sunday ? day + 1 : day;
}

function observed(day: number): number {
  return weekdayOf(day) === saturday ? day - 1 : observedOnMonday(day);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

function lastMondayOfMay(year: number): number {
  const last = dayOf(year, 5, 31);
  return last - ((weekdayOf(last) - monday + 7) % 7);
}

/** Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): number {
  const goldenYear = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenYear + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((goldenYear + 11 * epact + 22 * toSunday) / 451);
  const dayFromMarch = epact + toSunday - 7 * lateMoon + 114;
  return dayOf(year, Math.floor(dayFromMarch / 31), (dayFromMarch % 31) + 1);
}
