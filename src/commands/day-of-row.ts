import { isoDay } from "../calendar.ts";
import type { Datasets } from "../datasets/datasets.ts";

/**
 * The day on which the last so many rows of daily returns begin: those of the series, else of the one that has most. Null
 * where it has fewer, or ends before the others.
 */
export function dayOfRow({ series }: Datasets): (rows: number, id: string | null) => string | null {
  const daily = series.filter(({ frequency }) => frequency === "daily");
  const last = daily.map(({ calendar }) => calendar.last).reduce((latest, one) => (one > latest ? one : latest), "");
  const current = daily.filter(({ calendar }) => calendar.last === last).toSorted((one, other) => other.days.length - one.days.length);
  return (rows, id) => {
    const counted = current.find((one) => one.id === id) ?? current[0];
    const day = rows < 1 ? undefined : counted?.days.at(-rows);
    return day === undefined ? null : isoDay(day);
  };
}
