import { isoDay } from "../calendar.ts";
import type { DayDoubt } from "./problem.ts";
import type { FileSeries } from "./file-contents.ts";

/** Splits that exchanges know, as new shares per old one; their inverses are reverse splits. */
const splitRatios: readonly number[] = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50];
/** The least move per period that is worth a look, far above what a share does in a crash. */
const largeMove = { daily: 0.45, monthly: 1.5, annual: 5 } as const;
const staleRows = 20;

/**
 * Days of a series that no market is likely to have had. Splits, a change from pence to pounds and a price off by a
 * digit are found by the size of the return; a delisted share by a tail without a change. A crash, or a day on which
 * a takeover failed, can look the same: a person decides.
 */
export function dayDoubts(series: FileSeries): readonly DayDoubt[] {
  if (series.kind === "rate") return [];
  return [...jumps(series), ...staleTail(series)];
}

function jumps({ id, values, days, frequency, content }: FileSeries): readonly DayDoubt[] {
  const doubts: DayDoubt[] = [];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const next = values[row + 1] ?? 0;
    const isLarge = value > largeMove[frequency] || value < -0.45;
    if (!isLarge) continue;
    const at = { series: id, date: isoDay(days[row]!), value };
    const returns = (1 + value) * (1 + next);
    if ((value > 2 || value < -0.8) && Math.abs(returns - 1) < 0.25) {
      doubts.push({ ...at, kind: "spike" });
      row++;
    } else if (content === "prices" && (near(1 + value, 0.01) || near(1 + value, 100))) doubts.push({ ...at, kind: "hundredfold" });
    else {
      const ratio = content === "prices" ? splitOf(1 + value) : null;
      doubts.push(ratio === null ? { ...at, kind: "jump" } : { ...at, kind: "split", ratio });
    }
  }
  return doubts;
}

const near = (gross: number, target: number): boolean => Math.abs(gross / target - 1) < 0.1;

/** 2 for a price that halved, 0.1 for one that is tenfold; null where no split comes within 6%. */
function splitOf(gross: number): number | null {
  const ratio = splitRatios.find((one) => Math.abs(gross * one - 1) < 0.06);
  if (ratio !== undefined) return ratio;
  const reverse = splitRatios.find((one) => Math.abs(gross / one - 1) < 0.06);
  return reverse === undefined ? null : 1 / reverse;
}

function staleTail({ id, values, days, frequency }: FileSeries): readonly DayDoubt[] {
  if (frequency !== "daily") return [];
  const lastMove = values.findLastIndex((value) => value !== 0);
  const rows = values.length - 1 - lastMove;
  return rows >= staleRows && lastMove >= 0 ? [{ kind: "stale", series: id, date: isoDay(days[lastMove + 1]!), rows }] : [];
}

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

function correlation(pairs: readonly (readonly [number, number])[]): number {
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
