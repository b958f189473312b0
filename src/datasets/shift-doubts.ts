import { isoDay } from "../calendar.ts";
import { isPublishedFactor } from "./catalogue.ts";
import type { DayDoubt } from "./problem.ts";
import type { FileSeries } from "./file-contents.ts";
import { shiftedStretch } from "./shifted-stretch.ts";

/**
 * Whether a series moves with the market of the day before or after rather than of its own day: its dates are one day
 * off (a time zone, the day of the download), or it is listed where markets close earlier.
 */
export function shiftDoubt(series: FileSeries, market: Pick<FileSeries, "days" | "values">): DayDoubt | null {
  if (series.kind === "rate" || series.frequency !== "daily") return null;
  const rowOf = new Map([...market.days].map((day, row) => [day, row]));
  const correlationAt = (lag: number): number => {
    const pairs = [...series.days].flatMap((day, row): [number, number][] => {
      const at = rowOf.get(day);
      const value = at === undefined ? undefined : market.values[at - lag];
      return value === undefined ? [] : [[series.values[row]!, value]];
    });
    return pairs.length < 100 ? NaN : correlation(pairs);
  };
  const sameDay = correlationAt(0);
  for (const lag of [1, -1] as const) {
    const shifted = correlationAt(lag);
    if (shifted > 0.25 && shifted > sameDay + 0.2) {
      return { kind: "shifted", series: series.id, date: isoDay(series.days[0]!), lag, sameDay, shifted };
    }
  }
  return null;
}

/** A stretch whose dates are off against the market, or, where `against` is null, against the mean of the file's other series. */
export function shiftedStretchDoubt(series: FileSeries, market: Pick<FileSeries, "days" | "values">, against: string | null): DayDoubt | null {
  if (series.kind === "rate" || series.frequency !== "daily" || isPublishedFactor(series.id)) return null;
  const found = shiftedStretch(series, market);
  if (found === null) return null;
  const { from, to, ...numbers } = found;
  return { kind: "shifted-stretch", series: series.id, date: isoDay(series.days[from]!), until: isoDay(series.days[to - 1]!), rows: to - from, ...numbers, against };
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
