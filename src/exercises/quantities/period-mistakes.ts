/** Wrong numbers of days between a day's number and the period that is asked for, by what they make of a right one. */
import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import type { PeriodPowers, PeriodMistake } from "./quantity.ts";

const periodMistake = (id: string, factor: number, of: PeriodMistake["of"] = "number"): PeriodMistake => ({ id, factor, of });

const year = tradingDaysPerYear;
const calendarDays = 365;
const weekdays = 260;
const weeks = 52;

/** Of a mean or α a year: × 252. */
export const ofAnnualMean: readonly PeriodMistake[] = [
  periodMistake("not-annualised", 1 / year),
  periodMistake("times-12", monthsPerYear / year),
  periodMistake("times-21", tradingDaysPerMonth / year),
  periodMistake("times-52", weeks / year),
  periodMistake("root-252", 1 / Math.sqrt(year)),
  periodMistake("times-365", calendarDays / year),
  periodMistake("times-260", weekdays / year),
  periodMistake("divided-by-252", 1 / year ** 2),
  periodMistake("annualised-twice", year),
];

/** Of a mean or α a day, as it stands in the table. */
export const ofDailyMean: readonly PeriodMistake[] = [
  periodMistake("alpha-times-252", year),
  periodMistake("alpha-times-21", tradingDaysPerMonth),
  periodMistake("alpha-times-12", monthsPerYear),
  periodMistake("alpha-times-365", calendarDays),
];

/** Of a ratio a year: × √252. */
export const ofAnnualRatio: readonly PeriodMistake[] = [
  periodMistake("not-annualised", 1 / Math.sqrt(year)),
  periodMistake("times-252", Math.sqrt(year)),
  periodMistake("times-12", monthsPerYear / Math.sqrt(year)),
  periodMistake("root-12", Math.sqrt(monthsPerYear / year)),
  periodMistake("root-21", Math.sqrt(tradingDaysPerMonth / year)),
  periodMistake("root-365", Math.sqrt(calendarDays / year)),
  periodMistake("root-260", Math.sqrt(weekdays / year)),
];

/** Of a position, whose volatility of so many days is the budget: what is wrong in the volatility divides it. */
export function ofPosition(days: number): readonly PeriodMistake[] {
  const instead = (id: string, timesVolatility: number): PeriodMistake => periodMistake(id, Math.sqrt(days) / timesVolatility, "position");
  return [
    instead("daily-volatility", 1),
    instead("root-12", Math.sqrt(monthsPerYear)),
    instead("days-not-root", days),
    instead("divided-by-root", 1 / Math.sqrt(days)),
    instead("root-365", Math.sqrt(calendarDays)),
    instead("root-260", Math.sqrt(weekdays)),
    ...(days === year ? [instead("root-21", Math.sqrt(tradingDaysPerMonth))] : [instead("root-252", Math.sqrt(year)), instead("root-30", Math.sqrt(30)), instead("root-20", Math.sqrt(20)), instead("root-22", Math.sqrt(22))]),
    instead("annual-over-12", Math.sqrt(year) / monthsPerYear),
  ];
}

/** Of mistakes that give a number without a period in the place of one that has a period. */
export const withoutPeriod = (...mistakes: readonly string[]): Readonly<Record<string, PeriodPowers>> =>
  Object.fromEntries(mistakes.map((mistake) => [mistake, { number: 0 }]));

/** The root of the days belongs to a mean over a volatility alone: a mean over a variance, or a mean, has none. */
export const ratioPeriodPowers: Readonly<Record<string, PeriodPowers>> = {
  inverted: { number: -1 },
  "reward-over-beta": { number: 2 },
  ...withoutPeriod("variance-for-volatility", "mean-for-sharpe", "t-for-sharpe", "t-for-appraisal"),
};
