import { msPerDay } from "../calendar.ts";

/** What stands in the text for a date or a span of time once it is found. */
export const dateWord = "thisdate";

export interface FoundWindow {
  readonly from: string | null;
  readonly to: string | null;
  readonly rest: string;
}

/** First and last day, ISO. */
interface Span {
  readonly first: string;
  readonly last: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthPattern = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const yearPattern = "((?:19|20)\\d{2})";
const decades: Readonly<Record<string, string>> = { sixties: "1960", seventies: "1970", eighties: "1980", nineties: "1990", noughties: "2000" };
const numberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** Ways to write a day, a month, a quarter, a year or a decade; the most specific first. */
const spanPatterns: readonly (readonly [RegExp, (parts: readonly string[]) => Span | null])[] = [
  [boundedPattern(`${yearPattern}[-/](\\d{1,2})[-/](\\d{1,2})`), ([y, m, d]) => daySpan(Number(y), Number(m), Number(d))],
  [boundedPattern(`(\\d{1,2})[/.](\\d{1,2})[/.]${yearPattern}`), ([a, b, y]) => dayOrMonthFirst(Number(a), Number(b), Number(y))],
  [boundedPattern(`${monthPattern} (\\d{1,2})(?:st|nd|rd|th)?,? ${yearPattern}`), ([m, d, y]) => daySpan(Number(y), monthNumber(m), Number(d))],
  [boundedPattern(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthPattern},? ${yearPattern}`), ([d, m, y]) => daySpan(Number(y), monthNumber(m), Number(d))],
  [boundedPattern(`${monthPattern},? (?:of )?${yearPattern}`), ([m, y]) => monthSpan(Number(y), monthNumber(m), 1)],
  [boundedPattern(`${yearPattern}-(0[1-9]|1[0-2])`), ([y, m]) => monthSpan(Number(y), Number(m), 1)],
  [boundedPattern(`(?:q([1-4])|([1-4])q),? (?:of )?${yearPattern}`), ([q, other, y]) => monthSpan(Number(y), 3 * Number(q ?? other) - 2, 3)],
  [boundedPattern(`${yearPattern}(?: ?'?)s`), ([y]) => yearsSpan(Number(y), Number(y) + 9)],
  [boundedPattern("(?:the )?'?([6-9]0)'?s"), ([y]) => yearsSpan(1900 + Number(y), 1909 + Number(y))],
  [boundedPattern(`(?:the )?(${Object.keys(decades).join("|")})`), ([word = ""]) => yearsSpan(Number(decades[word]), Number(decades[word]) + 9)],
  [boundedPattern("'(\\d{2})"), ([y]) => yearsSpan(centuryOf(Number(y)) + Number(y), centuryOf(Number(y)) + Number(y))],
  [boundedPattern(`${yearPattern}(?!\\s*(?:dollars|days?|rows|observations|million|months|lags)\\b)`), ([y]) => yearsSpan(Number(y), Number(y))],
];

/**
 * Finds the window a question names: "since 2010", "between 2000 and 2009", "in 2008", "before 2000", "the 90s",
 * "the last five years" (counted back from `lastDay`). A year is whole, as is a month; "before" ends on the eve.
 */
export function findWindow(text: string, lastDay: string): FoundWindow {
  const lower = text.toLowerCase();
  const foundSpans: Span[] = [];
  let marked = lower;
  for (const [written, spanOf] of spanPatterns) {
    marked = marked.replaceAll(written, (whole: string, ...rest: readonly (string | number | undefined)[]) => {
      const span = spanOf(rest.filter((part) => typeof part === "string" || part === undefined).slice(0, -1) as string[]);
      return span ? ` @${String(foundSpans.push(span) - 1)}@ ` : whole;
    });
  }
  marked = marked.replaceAll(/\s+/gu, " ");
  const spanAt = (index: string | undefined): Span => foundSpans[Number(index)]!;
  for (const [written, windowOf] of windowPatterns) {
    const match = written.exec(marked);
    if (!match) continue;
    const [whole, firstIndex, secondIndex] = match;
    const rest = marked.replace(whole, ` ${dateWord} `).replaceAll(/@\d+@/gu, ` ${dateWord} `);
    return { ...windowOf(spanAt(firstIndex), spanAt(secondIndex)), rest };
  }
  return relativeWindow(marked, lastDay) ?? { from: null, to: null, rest: lower };
}

type WindowOf = (first: Span, second: Span) => { readonly from: string | null; readonly to: string | null };

const nowPattern = "(?:now|today|present|the present|the end|the end of the data|date)";
const windowPatterns: readonly (readonly [RegExp, WindowOf])[] = [
  [
    /(?:\b(?:from|between|for|over|during|in)(?: the)?(?: years?| period)? )?@(\d+)@ ?(?:to|until|till|thr(?:ough|u)|and|up to|-|–|\.\.) ?@(\d+)@/u,
    (one, other) => ({ from: one.first, to: other.last }),
  ],
  [new RegExp(`\\b(?:from|since|between|starting(?: in| on| from| with)?) @(\\d+)@ ?(?:to|until|till|through|and|-|on|onwards?)?(?: ${nowPattern})?(?![\\p{L}\\p{N}])`, "u"), ({ first }) => ({ from: first, to: null })],
  [new RegExp(`@(\\d+)@ ?(?:(?:to|until|till|through|-) ${nowPattern}|onwards?|and (?:later|after|on)|on)(?![\\p{L}\\p{N}])`, "u"), ({ first }) => ({ from: first, to: null })],
  [/\b(?:restrict|limit|confin|narrow|cut)\w*\b[^@]{0,40}?\bto (?:the )?(?:years? )?@(\d+)@/u, ({ first, last }) => ({ from: first, to: last })],
  [/\b(?:after|post|past)[ -]?@(\d+)@/u, ({ last }) => ({ from: nextDay(last), to: null })],
  [/\b(?:before|pre|prior to|earlier than)[ -]?@(\d+)@/u, ({ first }) => ({ from: null, to: dayBefore(first) })],
  [/\b(?:until|till|up to|through|to|by|ending(?: in| on)?) (?:the end of )?@(\d+)@/u, ({ last }) => ({ from: null, to: last })],
  [/(?:\b(?:in|during|for|over|within|throughout|of|on)(?: the)?(?: whole| full)?(?: years?| crisis of)? )?@(\d+)@(?: alone| only| crisis)?/u, ({ first, last }) => ({ from: first, to: last })],
];

/** "the last five years", "past 18 months", "the last decade", "this year". */
function relativeWindow(text: string, lastDay: string): FoundWindow | null {
  const words = numberWords.slice(1).join("|");
  const span = new RegExp(
    `(?:\\b(?:over|in|for|during|within|of|using) )?\\b(?:the )?(?:last|past|previous|latest|recent|most recent|trailing)(?: (\\d{1,3}|${words}|few|couple of))?[ -](years?|yrs?|y|months?|decades?)\\b`,
    "u",
  ).exec(text);
  // "Trailing 60-month beta" is the window of a rolling one.
  if (!span || /^[ -](?:beta|window|rolling|regression)/u.test(text.slice(span.index + span[0].length))) return null;
  const [whole, count = "one", unit = ""] = span;
  if (count === "few" || count === "couple of") return null;
  const number = /^\d/u.test(count) ? Number(count) : numberWords.indexOf(count);
  const back = unit.startsWith("m") ? number : unit.startsWith("d") ? 120 * number : 12 * number;
  const end = new Date(nextDay(lastDay));
  const from = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - back, end.getUTCDate()));
  return { from: iso(from), to: null, rest: text.replace(whole, ` ${dateWord} `) };
}

function boundedPattern(written: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}$@.,])${written}(?![\\p{L}\\p{N}@%]|[.,]\\d)`, "gu");
}

const monthNumber = (word = ""): number => months.indexOf(word.slice(0, 3)) + 1;
const centuryOf = (twoDigits: number): number => (twoDigits >= 60 ? 1900 : 2000);
const iso = (date: Date): string => date.toISOString().slice(0, 10);
const nextDay = (day: string): string => iso(new Date(Date.parse(day) + msPerDay));
const dayBefore = (day: string): string => iso(new Date(Date.parse(day) - msPerDay));
const yearsSpan = (first: number, last: number): Span => ({ first: `${String(first)}-01-01`, last: `${String(last)}-12-31` });

function daySpan(y: number, month: number, day: number): Span | null {
  const date = new Date(Date.UTC(y, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { first: iso(date), last: iso(date) } : null;
}

/** American order, as the course is; where that is no date, the other one. */
const dayOrMonthFirst = (first: number, second: number, y: number): Span | null => daySpan(y, first, second) ?? daySpan(y, second, first);

const monthSpan = (y: number, month: number, count: number): Span => ({
  first: iso(new Date(Date.UTC(y, month - 1, 1))),
  last: iso(new Date(Date.UTC(y, month - 1 + count, 0))),
});
