import { msPerDay, monthsPerYear } from "../calendar.ts";

/** First and last day, ISO. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthPattern = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const yearPattern = "((?:19|20)\\d{2})";
const decades: Readonly<Record<string, string>> = { sixties: "1960", ninties: "1990", seventies: "1970", eighties: "1980", nineties: "1990", noughties: "2000" };
/** First month and number of months. */
const seasons: Readonly<Record<string, readonly [number, number]>> = { spring: [3, 3], summer: [6, 3], autumn: [9, 3], fall: [9, 3] };

/** Ways to write a day, a month, a quarter, a half, a year or a decade; the most specific first. */
export const spanPatterns: readonly (readonly [RegExp, (parts: readonly (string | undefined)[]) => Span | null])[] = [
  [bounded(`${yearPattern}[-/](\\d{1,2})[-/](\\d{1,2})`), ([y, m, d]) => daySpan(Number(y), Number(m), Number(d))],
  [bounded(`(\\d{1,2})\\. ?(\\d{1,2})\\. ?${yearPattern}`), ([d, m, y]) => daySpan(Number(y), Number(m), Number(d)) ?? daySpan(Number(y), Number(d), Number(m))],
  [bounded(`(\\d{1,2})/(\\d{1,2})/${yearPattern}`), ([a, b, y]) => dayOrMonthFirst(Number(a), Number(b), Number(y))],
  [bounded(`(?<!\\d/)(1[0-2]|0?[1-9])/${yearPattern}`), ([m, y]) => monthSpan(Number(y), Number(m), 1)],
  [bounded(`${monthPattern} (\\d{1,2})(?:st|nd|rd|th)?,? ${yearPattern}`), ([m, d, y]) => daySpan(Number(y), monthNumber(m), Number(d))],
  [bounded(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthPattern},? ${yearPattern}`), ([d, m, y]) => daySpan(Number(y), monthNumber(m), Number(d))],
  [bounded(`(?:(?:from|between) )?${monthPattern} ?(?:to|-|until|till|through|thru|and) ?${monthPattern},? ${yearPattern}`), ([m, other, y]) => ({ first: monthSpan(Number(y), monthNumber(m), 1).first, last: monthSpan(Number(y), monthNumber(other), 1).last })],
  [bounded(`${monthPattern},? (?:of )?${yearPattern}`), ([m, y]) => monthSpan(Number(y), monthNumber(m), 1)],
  [bounded(`${monthPattern} ?(?:'(\\d{2})|(0\\d))`), ([m, marked, y]) => monthSpan(centuryOf(Number(marked ?? y)) + Number(marked ?? y), monthNumber(m), 1)],
  [bounded(`${monthPattern} ?'?(\\d{2})(?= (?:and|to|until|till|through|-)|$)`), ([m, y]) => monthSpan(centuryOf(Number(y)) + Number(y), monthNumber(m), 1)],
  [bounded(`(?:q([1-4])|([1-4])q|(first|second|third|fourth|1st|2nd|3rd|4th|last) quarter),? (?:of |in )?${yearPattern}`), ([q, other, word, y]) => monthSpan(Number(y), 3 * (Number(q ?? other) || ordinal(word)) - 2, 3)],
  [bounded(`${yearPattern} ?q([1-4])`), ([y, q]) => monthSpan(Number(y), 3 * Number(q) - 2, 3)],
  [bounded(`(?:h([12])|([12])h|(first|second|1st|2nd|last) half),? ?(?:of |in )?(?:the year )?${yearPattern}`), ([h, other, word, y]) => monthSpan(Number(y), (Number(h ?? other) || (word === "last" ? 2 : ordinal(word))) === 1 ? 1 : 7, 6)],
  [bounded(`${yearPattern} ?h([12])`), ([y, h]) => monthSpan(Number(y), h === "1" ? 1 : 7, 6)],
  [bounded(`(spring|summer|autumn|fall) (?:of )?${yearPattern}`), ([season = "", y]) => monthSpan(Number(y), ...(seasons[season] ?? [3, 3]))],
  [bounded("(spring|summer|autumn|fall) (?:of )?'?(0\\d|1\\d|2[0-4]|9\\d)"), ([season = "", y]) => monthSpan(centuryOf(Number(y)) + Number(y), ...(seasons[season] ?? [3, 3]))],
  [bounded(`(?:the )?(early|middle of|mid|late)[ -]?${yearPattern}(?! ?'?s\\b)`), ([part = "", y]) => partOfYear(part, Number(y))],
  [bounded(`(?<!\\b(?:to|until|till|through|from|since) )${yearPattern} ?[-/] ?(\\d{2})`), ([y, end]) => yearPair(Number(y), Number(end))],
  [bounded(`${yearPattern}-(0[1-9]|1[0-2])`), ([y, m]) => monthSpan(Number(y), Number(m), 1)],
  [bounded(`(?:the )?(early|mid|late|first half of(?: the)?|1st half of(?: the)?|second half of(?: the)?)[ -]${yearPattern}(?: ?'?)s`), ([part = "", y]) => partOfDecade(part, Number(y))],
  [bounded("(?:the )?(early|mid|late)[ -]'?([6-9]0)'?s"), ([part = "", y]) => partOfDecade(part, 1900 + Number(y))],
  [bounded(`${yearPattern}(?: ?'?)s`), ([y]) => (Number(y) % 10 === 0 ? yearsSpan(Number(y), Number(y) + 9) : null)],
  [bounded("(?:the )?'?([6-9]0)'?s"), ([y]) => yearsSpan(1900 + Number(y), 1909 + Number(y))],
  [bounded(`(?:the )?(${Object.keys(decades).join("|")})`), ([word = ""]) => yearsSpan(Number(decades[word]), Number(decades[word]) + 9)],
  [bounded("'(\\d{2})"), ([y]) => yearsSpan(centuryOf(Number(y)) + Number(y), centuryOf(Number(y)) + Number(y))],
  [bounded("(0[0-9]|1[0-9]|2[0-4]|8[0-9]|9[0-9]) ?(?:to|-|until|through) ?'?(0[0-9]|1[0-9]|2[0-4]|9[0-9])"), ([from, to]) => twoDigitYears(Number(from), Number(to))],
  [bounded(`${yearPattern}(?!\\s*(?:dollars|days?|rows|observations|million|months|lags)\\b)`), ([y]) => yearsSpan(Number(y), Number(y))],
];

function bounded(written: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}$@.,])${written}(?![\\p{L}\\p{N}@%]|[.,]\\d)`, "gu");
}

const monthNumber = (word = ""): number => months.indexOf(word.slice(0, 3)) + 1;
const ordinal = (word = ""): number => ({ first: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4, last: 4 })[word] ?? 0;
const centuryOf = (twoDigits: number): number => (twoDigits >= 60 ? 1900 : 2000);
const iso = (date: Date): string => date.toISOString().slice(0, 10);
export const nextDay = (day: string): string => iso(new Date(Date.parse(day) + msPerDay));
export const dayBefore = (day: string): string => iso(new Date(Date.parse(day) - msPerDay));
const yearsSpan = (first: number, last: number): Span => ({ first: `${String(first)}-01-01`, last: `${String(last)}-12-31` });

/** The day so many months later, or earlier. */
export function monthsFrom(day: string, count: number): string {
  const date = new Date(day);
  return iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, date.getUTCDate())));
}

/** The day so many days later, or earlier. */
export const daysFrom = (day: string, count: number): string => iso(new Date(Date.parse(day) + count * msPerDay));

function daySpan(y: number, month: number, day: number): Span | null {
  const date = new Date(Date.UTC(y, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { first: iso(date), last: iso(date) } : null;
}

/** With strokes the American order, as the course is; where that is no date, the other one. With dots the day stands first. */
const dayOrMonthFirst = (first: number, second: number, y: number): Span | null => daySpan(y, first, second) ?? daySpan(y, second, first);

const monthSpan = (y: number, month: number, count: number): Span => ({
  first: iso(new Date(Date.UTC(y, month - 1, 1))),
  last: iso(new Date(Date.UTC(y, month - 1 + count, 0))),
});

/** "2013-19"; a second part that can't be a later year of the century is a month. */
function yearPair(first: number, end: number): Span | null {
  const last = 100 * Math.floor(first / 100) + end;
  if (last > first && last - first <= 40) return yearsSpan(first, last);
  return end >= 1 && end <= monthsPerYear ? monthSpan(first, end, 1) : null;
}

function twoDigitYears(from: number, to: number): Span | null {
  const [first, last] = [centuryOf(from) + from, centuryOf(to) + to];
  return last > first ? yearsSpan(first, last) : null;
}

function partOfDecade(part: string, decade: number): Span {
  const [from, to] = part === "early" ? [0, 3] : part === "mid" ? [4, 6] : part === "late" ? [7, 9] : part.startsWith("second") ? [5, 9] : [0, 4];
  return yearsSpan(decade + from, decade + to);
}

/** As a beginning, the middle of a year is its first of July, as an end the last of June. */
function partOfYear(part: string, y: number): Span {
  if (part === "mid" || part === "middle of") return { first: `${String(y)}-07-01`, last: `${String(y)}-06-30` };
  return part === "early" ? monthSpan(y, 1, 3) : monthSpan(y, 10, 3);
}
