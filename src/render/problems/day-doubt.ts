import type { DayDoubt } from "../../datasets/problem.ts";
import { asTyped, count, number, percent } from "../numbers.ts";
import type { FaultText } from "./fault-words.ts";

const shownDoubts = 6;

/** Days that look impossible; `repeated` makes names from the file safe. */
export function doubtWords(doubts: readonly DayDoubt[], repeated: (text: string) => string): FaultText {
  const words = doubts.slice(0, shownDoubts).map((doubt) => `${repeated(doubt.series)} ${dayDoubtWords(doubt)}`);
  const others = doubts.length - words.length;
  return {
    what: `${doubts.every(({ kind }) => kind === "other-series" || kind === "lost-dividends") ? "" : "this looks impossible: "}${[...words, ...(others > 0 ? [`and ${count(others)} more`] : [])].join("; ")}`,
    next: doubts.some(({ kind }) => kind === "other-series" || kind === "lost-dividends")
      ? "Give it another name with --as, or continue with --accept where it is the same series: on the days of both this file's numbers count then."
      : doubts.some(({ kind }) => kind === "split")
      ? "Take prices adjusted for splits and dividends (Adj Close), or continue with --accept."
      : "Correct the file, or continue with --accept where the days are right.",
  };
}

/** "2024-01-30: −50.0%, like a 2:1 split". */
export function dayDoubtWords(doubt: DayDoubt): string {
  switch (doubt.kind) {
    case "split":
    case "small-split":
      return `${doubt.date}: ${percent(doubt.value, 1)}, like a ${splitWords(doubt.ratio)} split`;
    case "hundredfold":
      return `${doubt.date}: ${percent(doubt.value, 1)}, like pence and pounds`;
    case "spike":
      return `${doubt.date}: ${percent(doubt.value, 1)} and back on the next row`;
    case "jump":
      return `${doubt.date}: ${percent(doubt.value, 1)}`;
    case "stale":
      return `unchanged from ${doubt.date} on, ${count(doubt.rows)} rows, as after a delisting`;
    case "future":
      return `${doubt.date}: ${count(doubt.rows)} ${doubt.rows === 1 ? "row" : "rows"} after today`;
    case "all-future":
      return `all rows are after today, the first ${doubt.date}`;
    case "weekdays":
      return `${count(doubt.rows)} rows on ${doubt.on} and hardly any on ${doubt.without}: its dates are one day off, or its market has another week`;
    case "other-series":
      return `has ${count(doubt.rows)} rows that ${doubt.file} has too, and ${count(doubt.differing)} of them differ (correlation ${number(doubt.correlation, 2)}): it is another series of that name`;
    case "lost-dividends":
      return `is a closing price, and ${doubt.file} has the adjusted one: ${count(doubt.rows)} rows would lose their dividend, ${doubt.date} the most`;
    case "weekend":
      return `${count(doubt.rows)} ${doubt.rows === 1 ? "row" : "rows"} on Saturdays or Sundays, the first ${doubt.date}`;
    case "shifted":
      return `moves with the market of the day ${doubt.lag === 1 ? "before" : "after"} (correlation ${number(doubt.shifted, 2)}, of the same day ${number(doubt.sameDay, 2)}): its dates are one day off, or its exchange closes at another time`;
  }
}

/** "2:1", "3:2", "1:10": new shares for old ones. */
function splitWords(ratio: number): string {
  const old = [1, 2, 3, 4].find((shares) => isWhole(ratio * shares));
  if (old !== undefined) return `${asTyped(Math.round(ratio * old))}:${asTyped(old)}`;
  const newer = [1, 2, 3, 4, 5].find((shares) => isWhole(shares / ratio)) ?? 1;
  return `${asTyped(newer)}:${asTyped(Math.round(newer / ratio))}`;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;
