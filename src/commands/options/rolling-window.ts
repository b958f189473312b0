import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerWeek, tradingDaysPerYear, weeksPerYear } from "../../calendar.ts";
import { wholeNumber } from "./kinds.ts";
import type { AnalysisFrequency, Option } from "./option.ts";

/** Rows of a rolling window: a number, or a length of time in rows of the returns' frequency ("1y", "6 months"). */
export function rollingWindow(description: string): Option<number> {
  const rows = wholeNumber(description, 8, 10_000);
  return {
    ...rows,
    claims: (typed, frequency) => {
      const [, number = "", unit = ""] = /^(\d{1,4})[ -]?(y|yr|yrs|years?|m|mo|months?|w|wk|wks|weeks?|d|days?|rows?|obs|observations?)?$/iu.exec(typed) ?? [];
      if (number === "" || (unit === "" && isYear(Number(number)))) return null;
      return String(Math.round(Number(number) * rowsOf(unit.toLowerCase(), frequency)));
    },
  };
}

/** Between a year and a number of rows the year is what people mean: windows of 1,900 rows and more are named. */
const isYear = (number: number): boolean => number >= 1900 && number <= 2100;

/** Rows in one of the unit; those of a week are no whole months. */
function rowsOf(unit: string, frequency: AnalysisFrequency): number {
  if (unit.startsWith("y")) return { daily: tradingDaysPerYear, weekly: weeksPerYear, monthly: monthsPerYear }[frequency];
  if (unit.startsWith("m")) return { daily: tradingDaysPerMonth, weekly: weeksPerYear / monthsPerYear, monthly: 1 }[frequency];
  if (unit.startsWith("w")) return { daily: tradingDaysPerWeek, weekly: 1, monthly: monthsPerYear / weeksPerYear }[frequency];
  return 1;
}
