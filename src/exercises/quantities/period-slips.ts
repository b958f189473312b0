/** Wrong numbers of days between a day's number and the period that is asked for, by what they make of a right one. */
import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import type { PeriodPowers, PeriodSlip } from "./quantity.ts";

const slip = (id: string, factor: number, of: PeriodSlip["of"] = "number"): PeriodSlip => ({ id, factor, of });

const year = tradingDaysPerYear;
const calendarDays = 365;
const weekdays = 260;
const weeks = 52;

/** Of a mean or α a year: × 252. */
export const ofAnnualMean: readonly PeriodSlip[] = [
  slip("not-annualised", 1 / year),
  slip("times-12", monthsPerYear / year),
  slip("times-21", tradingDaysPerMonth / year),
  slip("times-52", weeks / year),
  slip("root-252", 1 / Math.sqrt(year)),
  slip("times-365", calendarDays / year),
  slip("times-260", weekdays / year),
  slip("divided-by-252", 1 / year ** 2),
  slip("annualised-twice", year),
];

/** Of a mean or α a day, as it stands in the table. */
export const ofDailyMean: readonly PeriodSlip[] = [
  slip("alpha-times-252", year),
  slip("alpha-times-21", tradingDaysPerMonth),
  slip("alpha-times-12", monthsPerYear),
  slip("alpha-times-365", calendarDays),
];

/** Of a ratio a year: × √252. */
export const ofAnnualRatio: readonly PeriodSlip[] = [
  slip("not-annualised", 1 / Math.sqrt(year)),
  slip("times-252", Math.sqrt(year)),
  slip("times-12", monthsPerYear / Math.sqrt(year)),
  slip("root-12", Math.sqrt(monthsPerYear / year)),
  slip("root-21", Math.sqrt(tradingDaysPerMonth / year)),
  slip("root-365", Math.sqrt(calendarDays / year)),
  slip("root-260", Math.sqrt(weekdays / year)),
];

/** Of a position, whose volatility of so many days is the budget: what is wrong in the volatility divides it. */
export function ofPosition(days: number): readonly PeriodSlip[] {
  const instead = (id: string, timesVolatility: number): PeriodSlip => slip(id, Math.sqrt(days) / timesVolatility, "position");
  return [
    instead("daily-volatility", 1),
    instead("root-12", Math.sqrt(monthsPerYear)),
    instead("days-not-root", days),
    instead("divided-by-root", 1 / Math.sqrt(days)),
    instead("root-365", Math.sqrt(calendarDays)),
    instead("root-260", Math.sqrt(weekdays)),
    ...(days === year ? [instead("root-21", Math.sqrt(tradingDaysPerMonth))] : [instead("root-252", Math.sqrt(year)), instead("root-30", Math.sqrt(30))]),
    instead("annual-over-12", Math.sqrt(year) / monthsPerYear),
  ];
}

/** Of mistakes that give a number without a period in the place of one that has a period. */
export const withoutPeriod = (...mistakes: readonly string[]): Readonly<Record<string, PeriodPowers>> =>
  Object.fromEntries(mistakes.map((mistake) => [mistake, { number: 0 }]));

/** The root of the days belongs to a mean over a volatility alone: a mean over a variance, or a mean, has none. */
export const ratioPeriodPowers: Readonly<Record<string, PeriodPowers>> = {
  inverted: { number: -1 },
  ...withoutPeriod("variance-for-volatility", "mean-for-sharpe", "t-for-sharpe", "t-for-appraisal"),
};
