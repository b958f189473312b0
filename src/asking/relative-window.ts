import { dateOf, dayOfIso, monthsPerYear } from "../calendar.ts";
import { daysFrom, monthsFrom, nextDay } from "./calendar-spans.ts";

/** What stands in the text for a date or a span of time once it is found. */
export const dateWord = "thisdate";

const numberWords = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const countPattern = `(\\d{1,4}|${numberWords.slice(1).join("|")}|few|couple of)`;

const unitPattern = "((?:trading |calendar |daily |monthly )?(?:days?|rows?|obs(?:ervations?)?)|weeks?|quarters?|years?|yrs?|ys?|months?|mths?|mo|decades?)";

export const countOf = (written: string | undefined): number => (written === undefined ? 1 : /^\d/u.test(written) ? Number(written) : numberWords.indexOf(written));

/** "From March 2009 for exactly ten years". */
export const forYears = new RegExp(`\\b(?:from|since|starting|after)\\b[^@]{0,20}@(\\d+)@[^@]{0,8}?\\bfor (?:exactly |precisely |about |the (?:next|following) )*${countPattern} (?:years?|yrs?)\\b`, "u");

/** The day on which the last so many rows of daily returns begin, ISO; null where the data don't say. */
export type DayOfRow = (rows: number) => string | null;

/** Where the data end, which "the last …" counts back from. */
interface DataEnd {
  readonly lastDay: string;
  readonly dayOfRow: DayOfRow;
}

/** "the last five years", "past 18 months", "5y", "the last decade", "the first five years". */
export function relativeWindow(text: string, { lastDay, dayOfRow }: DataEnd, endOf: (index: string) => string | null): { readonly from: string | null; readonly to: string | null; readonly firstMonths?: number; readonly rest: string } | null {
  const skipped = new RegExp(`\\b(?:not|without|excluding|except|drop|skip|leave out|ignore)(?:ping|ing)?(?: the| its)? (?:first|initial|earliest) ${countPattern}[ -]${unitPattern}\\b`, "u").exec(text);
  if (skipped && countOf(skipped[1]) > 0) {
    const [months] = lengthOf(countOf(skipped[1]), skipped[2] ?? "");
    return months === 0 ? null : { from: null, to: null, firstMonths: -months, rest: text.replace(skipped[0], ` ${dateWord} `) };
  }
  const ending = new RegExp(`${countPattern} (years?|yrs?) ending(?: in| on)?(?: the)?(?: end of)? ((?:\\S+ ){0,2}?)@(\\d+)@`, "u").exec(text);
  if (ending && countOf(ending[1]) > 0) {
    const end = endOf(ending[4] ?? "");
    if (end !== null) return { from: nextDay(monthsFrom(end, -monthsPerYear * countOf(ending[1]))), to: end, rest: text.replace(ending[0], ` ${dateWord} `) };
  }
  const first = new RegExp(`(?:\\b(?:over|in|for|during|within|of|using) )?\\b(?:the |its )?(?:first|initial|earliest) ${countPattern}[ -]${unitPattern}\\b(?: of (?:the )?(?:data|sample|history))?`, "u").exec(text);
  if (first && countOf(first[1]) > 0 && !/\b(?:not|without|excluding|except|drop|skip)\b[^.]{0,12}$/u.test(text.slice(0, first.index))) {
    const [months] = lengthOf(countOf(first[1]), first[2] ?? "");
    return months === 0 ? null : { from: null, to: null, firstMonths: months, rest: text.replace(first[0], ` ${dateWord} `) };
  }
  const patterns = [
    new RegExp(`(?:\\b(?:over|in|for|during|within|of|using|from|with) )?\\b(?:the |its |only )*(?:last|past|previous|latest|recent|most recent|trailing|final)(?: ${countPattern})?[ -]${unitPattern}\\b(?: of (?:the )?(?:data|sample|history))?`, "u"),
    /(?<![\p{L}\p{N}.])(\d{1,2}) ?(ys?|yrs?|years?)(?: of (?:data|history|daily data|monthly data))?(?=$|[,.!?;)]| (?:daily|monthly|weekly|hac|data|of)\b)/u,
  ];
  const span = patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  // "Trailing 60-month beta" is the window of a rolling one, and "25 years" beside rolling too.
  const isDays = span !== undefined && /day|week|row|obs/u.test(span[2] ?? "");
  if (!span || (!isDays || /\brolling\b|\btrailing\b/u.test(text)) && /^[ -](?:beta|window|rolling|regression|avg|average|vol)/u.test(text.slice(span.index + span[0].length)) || (/\brolling\b/u.test(text) && !/\b(?:last|past|recent)\b/u.test(span[0]))) return null;
  const [whole, count, written = ""] = span;
  if (count === "few" || count === "couple of") return null;
  // Rows are as long as what they are of.
  const unit = !/row|obs/u.test(written) ? written : /\bmonthly (?!risk|vol|budget|limit)/u.test(text) ? "months" : /\bweekly (?!risk|vol|budget|limit)/u.test(text) ? "weeks" : "days";
  const [months, days] = lengthOf(countOf(count), unit);
  const row = /day|row|obs/u.test(unit) && !unit.startsWith("calendar") ? dayOfRow(countOf(count)) : null;
  const from = row ?? (unit.startsWith("w") && /\bweekly\b/u.test(text) ? daysFrom(lastFriday(lastDay), 1 - days) : days > 0 ? daysFrom(lastDay, (unit.startsWith("w") ? 1 : 0) - days) : monthsFrom(nextDay(lastDay), -months));
  return { from, to: null, rest: text.replace(whole, ` ${dateWord} `) };
}

/** The end of the last whole week of returns. */
const lastFriday = (day: string): string => daysFrom(day, -((dateOf(dayOfIso(day)).getUTCDay() + 2) % 7));

/** Months, or calendar days where the unit is shorter; trading days are seven fifths of them. */
function lengthOf(count: number, unit: string): readonly [months: number, days: number] {
  if (/day|row|obs/u.test(unit)) return [0, Math.round((unit.startsWith("calendar") ? 1 : 1.45) * count)];
  if (unit.startsWith("w")) return [0, 7 * count];
  return [unit.startsWith("m") ? count : unit.startsWith("q") ? 3 * count : unit.startsWith("d") ? 120 * count : monthsPerYear * count, 0];
}
