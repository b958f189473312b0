import type { EngineProblem } from "./problem.ts";
import { isoDay } from "../calendar.ts";
import type { Frequency } from "./series.ts";

/**
 * Days from one row to the next without a gap. Exchanges close for weekends and holidays, in September
 * 2001 for a week: 7. A month or year is 31 or 366.
 */
const longestStep: Readonly<Record<Frequency, number>> = { daily: 7, weekly: 7, monthly: 31, annual: 366 };

/** gaps-in-dates where rows are missing in the middle, so that lags in rows are not lags in time; else null. */
export function dateGaps(days: Int32Array, frequency: Frequency): EngineProblem | null {
  let gaps = 0;
  let first = -1;
  for (let row = 1; row < days.length; row++) {
    if (days[row]! - days[row - 1]! <= longestStep[frequency]) continue;
    gaps++;
    if (first < 0) first = row;
  }
  if (gaps === 0) return null;
  return {
    kind: "gaps-in-dates",
    gaps,
    first: { after: isoDay(days[first - 1]!), before: isoDay(days[first]!) },
  };
}
