import { dayNumber, monthEnd, monthsPerYear } from "../calendar.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { DateCells } from "../reading.ts";
import type { DatePrecision } from "./parse-date.ts";

/** A column of dates in one of the forms that files use. */
interface ReadDates {
  readonly days: readonly number[];
  readonly precision: DatePrecision;
  readonly cells: Pick<DateCells, "format" | "part">;
}

/** ambiguous: each can be day-first and month-first. unreadable: the first row that no form of the others fits. */
type DatesFault = { readonly kind: "ambiguous" } | { readonly kind: "unreadable"; readonly row: number };

interface DateForm {
  readonly precision: DatePrecision;
  readonly part: DateCells["part"];
  /** The strptime format of a text that is written so, and its day number; null where it is not. */
  read(text: string): { readonly format: string; readonly day: number } | null;
}

const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)? ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOf = (name: string): number => months.indexOf(name.toLowerCase().slice(0, 3)) + 1;
const fullYear = (year: string): number => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900));
const yearFormat = (year: string): string => (year.length === 4 ? "%Y" : "%y");

function form(
  precision: DatePrecision,
  part: DateCells["part"],
  pattern: RegExp,
  read: (groups: readonly string[]) => { readonly format: string; readonly day: number | null },
): DateForm {
  return {
    precision,
    part,
    read(text) {
      const match = pattern.exec(text);
      if (match === null) return null;
      const { format, day } = read(match.slice(1));
      return day === null ? null : { format, day };
    },
  };
}

const numeric = (order: "dmy" | "mdy") =>
  form("day", "word", new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}$`, "u"), ([first = "", mark = "", second = "", year = ""]) => {
    const [date, month] = order === "dmy" ? [first, second] : [second, first];
    const format = (order === "dmy" ? ["%d", "%m", yearFormat(year)] : ["%m", "%d", yearFormat(year)]).join(mark);
    return { format, day: dayNumber(fullYear(year), Number(month), Number(date)) };
  });

const dayFirst = numeric("dmy");
const monthFirst = numeric("mdy");

const forms: readonly DateForm[] = [
  form("day", "ten", new RegExp(String.raw`^(\d{4})([-/.])(\d{2})\2(\d{2})${time}$`, "u"), ([year = "", mark = "", month = "", date = ""]) => ({
    format: ["%Y", "%m", "%d"].join(mark),
    day: dayNumber(Number(year), Number(month), Number(date)),
  })),
  form("day", "all", /^(\d{4})(\d{2})(\d{2})$/u, ([year = "", month = "", date = ""]) => ({
    format: "%Y%m%d",
    day: dayNumber(Number(year), Number(month), Number(date)),
  })),
  form("month", "all", /^(\d{4})([-/M]?)(\d{2})$/u, ([year = "", mark = "", month = ""]) => ({
    format: `%Y${mark}%m`,
    day: monthEnd(Number(year), Number(month)),
  })),
  form("year", "all", /^(\d{4})$/u, ([year = ""]) => ({ format: "%Y", day: dayNumber(Number(year), monthsPerYear, 31) })),
  form("day", "all", /^([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4})$/u, ([month = "", date = "", year = ""]) => ({
    format: "%b %d, %Y",
    day: dayNumber(Number(year), monthOf(month), Number(date)),
  })),
  form("day", "all", /^(\d{1,2})([- ])([A-Za-z]{3})\2(\d{4}|\d{2})$/u, ([date = "", mark = "", month = "", year = ""]) => ({
    format: ["%d", "%b", yearFormat(year)].join(mark),
    day: dayNumber(fullYear(year), monthOf(month), Number(date)),
  })),
  // Jan 2022, and Jan-22 as spreadsheets write it.
  form("month", "all", /^([A-Za-z]{3})([- ])(\d{4}|\d{2})$/u, ([month = "", mark = "", year = ""]) => ({
    format: ["%b", yearFormat(year)].join(mark),
    day: monthEnd(fullYear(year), monthOf(month)),
  })),
  form("month", "all", /^(January|February|March|April|May|June|July|August|September|October|November|December)([- ])(\d{4})$/iu, ([month = "", mark = "", year = ""]) => ({
    format: ["%B", "%Y"].join(mark),
    day: monthEnd(Number(year), monthOf(month)),
  })),
  form("month", "all", /^(\d{4})([- ])([A-Za-z]{3})$/u, ([year = "", mark = "", month = ""]) => ({
    format: ["%Y", "%b"].join(mark),
    day: monthEnd(Number(year), monthOf(month)),
  })),
  form("month", "all", /^(\d{1,2})([-/])(\d{4})$/u, ([month = "", mark = "", year = ""]) => ({
    format: ["%m", "%Y"].join(mark),
    day: monthEnd(Number(year), Number(month)),
  })),
  dayFirst,
  monthFirst,
];

/** Whether a cell is written like a date. */
export const isDateLike = (text: string): boolean => text.length < 40 && forms.some((one) => one.read(text) !== null);

/**
 * All cells in the one form that fits each of them. Day-first and month-first are told apart by a part above 12, and
 * points are day-first; where every date fits both, `order` decides, and without it the dates are ambiguous.
 */
export function readDates(texts: readonly string[], order?: "dmy" | "mdy"): Outcome<ReadDates, DatesFault> {
  let furthest = 0;
  const read = forms.flatMap((one) => {
    const days: number[] = [];
    const format = one.read(texts[0] ?? "")?.format;
    for (const [row, text] of texts.entries()) {
      const date = one.read(text);
      if (date === null || date.format !== format) {
        furthest = Math.max(furthest, row);
        return [];
      }
      days.push(date.day);
    }
    return [{ form: one, days, format: format ?? "" }];
  });
  const isDotted = read.some(({ format }) => format.includes("."));
  const chosen = read.length < 2 ? read[0] : read.find(({ form: one }) => one === (order === "dmy" || (order === undefined && isDotted) ? dayFirst : order === "mdy" ? monthFirst : null));
  if (chosen === undefined) return failure(read.length > 1 ? { kind: "ambiguous" } : { kind: "unreadable", row: furthest });
  const { days, format, form: { precision, part } } = chosen;
  return success({ days, precision, cells: { format, part: part === "ten" && texts.every(({ length }) => length === 10) ? "all" : part === "word" && texts.every((text) => !text.includes(" ")) ? "all" : part } });
}
