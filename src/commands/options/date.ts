import { monthsPerYear } from "../../calendar.ts";
import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** The first day of a window: a date, a month or a year ("2000" is 2000-01-01). */
export const fromDate = (description = "First day: a date or a year, like 2000-01-01 or 2000"): Option<string> =>
  date(description, "first");

/** The last day of a window: a date, a month or a year ("2009" is 2009-12-31). */
export const toDate = (description = "Last day: a date or a year, like 2009-12-31 or 2009"): Option<string> =>
  date(description, "last");

function date(description: string, edge: "first" | "last"): Option<string> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: "",
    read(raw, option) {
      const text = asText(raw).trim();
      const day = readDate(text, edge);
      return day === null
        ? failure({ kind: "unreadable-option", option, text, expected: "date" })
        : success(day);
    },
  };
}

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"] as const;

/** "March 15, 2008", "15 March 2008" and "Sept 2010" with numbers: "2008-3-15", "2010-9"; any other text as it is. */
function withMonthNumber(text: string): string {
  const parts = /^(?<month>[a-z]{3,9})\.?(?: (?<day>\d{1,2})(?:st|nd|rd|th)?)?,? (?<year>\d{4})$/iu.exec(text) ?? /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/iu.exec(text);
  const { year, month, day } = parts?.groups ?? {};
  const number = month === undefined ? 0 : months.findIndex((name) => name.startsWith(month.toLowerCase())) + 1;
  return number === 0 ? text : [year, number, day].filter((part) => part !== undefined).join("-");
}

/** Whether a text is written as a day or month with a name, be there such a day or not: "March 35, 2008". */
export const isSpelledDate = (text: string): boolean => withMonthNumber(text.trim().replaceAll(/\s+/gu, " ")) !== text.trim().replaceAll(/\s+/gu, " ");

/** The ISO date that a date, a month ("2008-09", "Sept 2008") or a year stands for; null where there is no such day. */
export function readDate(text: string, edge: "first" | "last"): string | null {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(withMonthNumber(text.replaceAll(/\s+/gu, " ")));
  if (!parts) return null;
  const [, year, month, day] = parts;
  const monthNumber = month === undefined ? (edge === "first" ? 1 : monthsPerYear) : Number(month);
  const lastOfMonth = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const dayNumber = day === undefined ? (edge === "first" ? 1 : lastOfMonth) : Number(day);
  if (monthNumber < 1 || monthNumber > monthsPerYear || dayNumber < 1 || dayNumber > lastOfMonth) return null;
  if (Number(year) < 1900 || Number(year) > 2200) return null;
  return `${String(year)}-${String(monthNumber).padStart(2, "0")}-${String(dayNumber).padStart(2, "0")}`;
}
