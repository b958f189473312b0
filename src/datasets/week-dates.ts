import { dateOf } from "../calendar.ts";
import { success } from "../outcome.ts";
import type { FileNote } from "./file-contents.ts";
import { readFailure, type ReadResult } from "./rows.ts";

/** How the rows of a weekly file are dated. */
export interface WeekDates {
  /** The weekday of most rows. */
  readonly weekday: Weekday;
  /** A weekend that follows its week: 2 for rows of which most are on Saturday or on the Sunday that ends a week, else 0. */
  readonly daysPastFriday: 0 | 2;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

type Weekday = (typeof weekdays)[number];

/** The note of an import on how its weeks are dated; none where they are dated by their Friday. */
export const weekNotes = (weeks: WeekDates | null): readonly FileNote[] =>
  weeks === null || weeks.weekday === "Friday" ? [] : [{ kind: "weeks", weekday: weeks.weekday, begins: weeks.daysPastFriday === 0 }];

/**
 * Which week a row is of, by the weekday of most rows; weeks run from Friday to Friday.
 *
 * A Friday ends its week (pandas' W-FRI, Stooq, Alpha Vantage: the last trading day). A Monday begins it (Yahoo). A
 * Saturday follows it. A Sunday either follows it (pandas' `resample("W")`) or comes before it (Investing.com): `said`
 * decides. Weeks that end on another day are refused: a return from Wednesday to Wednesday shares three days with the
 * factor's from Friday to Friday, and a β of the two would be too small.
 */
export function readWeeks(days: Int32Array, said?: "begin" | "end"): ReadResult<WeekDates> {
  const counts = new Int32Array(weekdays.length);
  for (const day of days) counts[dateOf(day).getUTCDay()]!++;
  const weekday = weekdays[counts.indexOf(Math.max(...counts))]!;
  if (weekday === "Sunday" && said === undefined) return readFailure("ambiguous-weeks", null, null, weekday);
  const isFriday = weekday === "Friday" || weekday === "Saturday" || weekday === "Sunday" || (weekday === "Monday" && said !== "end");
  if (!isFriday) return readFailure("other-weeks", null, null, weekday);
  return success({ weekday, daysPastFriday: weekday === "Saturday" || (weekday === "Sunday" && said === "end") ? 2 : 0 });
}
