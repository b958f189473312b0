import { isoDay } from "../calendar.ts";
import { isPublishedFactor } from "./catalogue.ts";
import type { DayDoubt } from "./problem.ts";
import type { FileSeries } from "./file-contents.ts";
import { shiftedStretch } from "./shifted-stretch.ts";

/**
 * Whether a series moves with the market of the row before or after rather than of its own row: its dates are one day
 * off (a time zone, the day of the download), or it is listed where markets close earlier.
 */
export function shiftDoubt(series: FileSeries, market: Pick<FileSeries, "days" | "values">): DayDoubt | null {
  if (series.kind === "rate" || series.frequency === "annual") return null;
  const fewest = series.frequency === "daily" ? 100 : 60;
  const rowOf = new Map([...market.days].map((day, row) => [day, row]));
  const correlationAt = (lag: number): number => {
    const pairs = [...series.days].flatMap((day, row): [number, number][] => {
      const at = rowOf.get(day);
      const value = at === undefined ? undefined : market.values[at - lag];
      return value === undefined ? [] : [[series.values[row]!, value]];
    });
    return pairs.length < fewest ? NaN : correlation(pairs);
  };
  const sameDay = correlationAt(0);
  for (const lag of [1, -1] as const) {
    const shifted = correlationAt(lag);
    // Of fewer rows chance gives a correlation of 0.25 now and then: four standard errors it gives never.
    const least = series.frequency === "daily" ? 0.25 : Math.max(0.25, 4 / Math.sqrt(series.days.length));
    if (shifted > least && shifted > sameDay + 0.2) {
      return { kind: "shifted", series: series.id, date: isoDay(series.days[0]!), lag, sameDay, shifted, ...perOf(series) };
    }
  }
  return null;
}

const perOf = ({ frequency }: Pick<FileSeries, "frequency">): { readonly per?: "week" | "month" } => (frequency === "weekly" ? { per: "week" } : frequency === "monthly" ? { per: "month" } : {});

/** A stretch whose dates are off against the market, or, where `against` is null, against the mean of the file's other series. */
export function shiftedStretchDoubt(series: FileSeries, market: Pick<FileSeries, "days" | "values">, against: string | null): DayDoubt | null {
  if (series.kind === "rate" || series.frequency === "annual" || isPublishedFactor(series.id)) return null;
  const found = shiftedStretch(series, market);
  if (found === null) return null;
  const { from, to, ...numbers } = found;
  return { kind: "shifted-stretch", series: series.id, date: isoDay(series.days[from]!), until: isoDay(series.days[to - 1]!), rows: to - from, ...numbers, against, ...perOf(series) };
}

/** Of pairs; NaN where one side never changes. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  const [meanOne, meanOther] = [mean(0), mean(1)];
  let [product, squaresOne, squaresOther] = [0, 0, 0];
  for (const [one, other] of pairs) {
    product += (one - meanOne) * (other - meanOther);
    squaresOne += (one - meanOne) ** 2;
    squaresOther += (other - meanOther) ** 2;
  }
  return product / Math.sqrt(squaresOne * squaresOther);
}
