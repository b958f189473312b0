import { monthsPerYear, tradingDaysPerYear, weeksPerYear } from "../calendar.ts";

/** A named sequence of observations. The engine speaks decimals per period (0.01 = 1 %), without blanks. */
export interface Series {
  /** Its published name, as people type it: "JPM", "Mkt-RF". */
  readonly id: string;
  /**
   * excess: a return over the risk-free rate, or a zero-cost portfolio's (Mkt-RF, SMB);
   * total: a return that includes the risk-free rate;
   * rate: the risk-free rate itself.
   */
  readonly kind: "excess" | "total" | "rate";
  readonly frequency: Frequency;
  /** Days since 1970-01-01 (UTC), strictly increasing; a week is dated at its Friday, a month or a year at its last calendar day. */
  readonly days: Int32Array;
  /** Simple returns, decimal, one per entry of `days`; a blank in the source has no row here. */
  readonly values: Float64Array;
  /** Spans of days that were left out because they were to be; none where the field is absent. */
  readonly without?: readonly DaySpan[];
  /** Of a daily excess return: the asset's total returns from another file, for days that are blank here. */
  readonly totals?: Series;
  /**
   * Of returns made from prices: those over blank prices. Over a short stretch (a weekend of another market) the return is
   * among the values too; over a longer one it is no one-day return and stands here alone.
   */
  readonly overGaps?: ReturnsOverGaps;
}

/** First and last day, ISO, both included. */
export interface DaySpan {
  readonly first: string;
  readonly last: string;
}

/** Returns between two prices with blank ones in between: from the close of `since` to that of `days`, row by row. */
export interface ReturnsOverGaps {
  readonly since: Int32Array;
  readonly days: Int32Array;
  readonly values: Float64Array;
}

export type Frequency = "daily" | "weekly" | "monthly" | "annual";

/** Those that days are compounded to. */
export type LongFrequency = Exclude<Frequency, "daily">;

/** The chapter's conventions, 252 trading days or 12 months per year, and 52 weeks. */
export const periodsPerYear: Readonly<Record<Frequency, number>> = { daily: tradingDaysPerYear, weekly: weeksPerYear, monthly: monthsPerYear, annual: 1 };
