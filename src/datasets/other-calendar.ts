import { isoDay } from "../calendar.ts";
import { isPublishedFactor } from "./catalogue.ts";
import type { FileNote, FileSeries } from "./file-contents.ts";

/** From this share of the returns on, another calendar is more than a holiday or two. */
const from = 0.01;

/**
 * Daily returns on days on which the market factor has none: a coin's weekends, another country's market days. An inner
 * join leaves these days out, as in the chapter, and a daily regression lacks what was earned on them. Days before the
 * factor begins or after it ends are not meant.
 */
export function calendarNotes(series: readonly FileSeries[], market: Pick<FileSeries, "days"> | undefined): readonly FileNote[] {
  if (market === undefined || market.days.length === 0) return [];
  const [first, last] = [market.days[0]!, market.days.at(-1)!];
  const open = new Set(market.days);
  const counted = series.flatMap(({ id, kind, frequency, days }) => {
    // Published factors are of the market factor's own days, in a file of another month's edition too.
    if (kind === "rate" || frequency !== "daily" || isPublishedFactor(id)) return [];
    const within = days.filter((day) => day >= first && day <= last);
    const alone = within.filter((day) => !open.has(day));
    return alone.length > from * within.length ? [{ id, count: alone.length, day: isoDay(alone[0]!) }] : [];
  });
  const most = counted.toSorted((one, other) => other.count - one.count)[0];
  return most === undefined ? [] : [{ kind: "calendar", series: counted.map(({ id }) => id), count: most.count, first: most.day }];
}
