import { isoDay } from "../../calendar.ts";
import { csv } from "../../csv.ts";
import { periodEndOf } from "../../engine/compound.ts";
import type { CompoundedPeriods } from "../recipe.ts";
import { noNumbers, type TextFile } from "../reply.ts";

/** The weeks, months and years that lack days: one line for each series and day; no file where none lacks any. */
export function missingDaysTable(compounded: readonly CompoundedPeriods[]): readonly TextFile[] {
  const rows = compounded.flatMap(({ series, frequency, missing, market }) => {
    const moves = new Map(Array.from(market?.days ?? [], (day, row) => [day, market?.values[row] ?? null]));
    return Array.from(missing, (day) => [frequency, isoDay(periodEndOf[frequency](day)), series, isoDay(day), moves.get(day) ?? null]);
  });
  if (rows.length === 0) return [];
  const market = compounded.find((periods) => periods.market !== null)?.market?.id ?? "market";
  return [
    {
      filename: "missing-days.csv",
      parts: [csv(["frequency", "period_end", "series", "missing_day", `${market}_return`], rows)],
      numbers: noNumbers,
      description: "The weeks, months and years that lack days: which days, of which series, and what the market did on them",
    },
  ];
}
