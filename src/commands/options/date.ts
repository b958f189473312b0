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

/** The ISO date that a date, a month ("2008-09") or a year stands for; null where there is no such day. */
export function readDate(text: string, edge: "first" | "last"): string | null {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(text);
  if (!parts) return null;
  const [, year, month, day] = parts;
  const monthNumber = month === undefined ? (edge === "first" ? 1 : monthsPerYear) : Number(month);
  const lastOfMonth = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  const dayNumber = day === undefined ? (edge === "first" ? 1 : lastOfMonth) : Number(day);
  if (monthNumber < 1 || monthNumber > monthsPerYear || dayNumber < 1 || dayNumber > lastOfMonth) return null;
  if (Number(year) < 1900 || Number(year) > 2200) return null;
  return `${String(year)}-${String(monthNumber).padStart(2, "0")}-${String(dayNumber).padStart(2, "0")}`;
}
