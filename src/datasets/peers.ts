import type { FileSeries } from "./file-contents.ts";
import { standardized } from "./shifted-stretch.ts";

/** Fewer other series are no market. */
const fewestOthers = 3;

interface Peers {
  /** The mean of all other series, each over its own size, on the days that most of them have. */
  without(series: FileSeries): Pick<FileSeries, "days" | "values">;
}

/** The series of a file with one frequency as each other's market; null where there are too few. */
export function peersOf(all: readonly FileSeries[], of: FileSeries["frequency"]): Peers | null {
  const members = all.filter(({ kind, frequency }) => kind !== "rate" && frequency === of);
  if (members.length <= fewestOthers) return null;
  const scaled = new Map(members.map((series) => [series, standardized(series.values)]));
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [series, values] of scaled) {
    for (const [row, day] of series.days.entries()) {
      const at = sums.get(day) ?? { sum: 0, count: 0 };
      at.sum += values[row]!;
      at.count++;
      sums.set(day, at);
    }
  }
  const days = Int32Array.from(sums.keys()).sort();
  return {
    without(series) {
      const own = new Map([...series.days].map((day, row) => [day, scaled.get(series)?.[row] ?? 0]));
      const rows = [...days].flatMap((day) => {
        const { sum, count } = sums.get(day)!;
        const mine = own.get(day);
        const others = mine === undefined ? count : count - 1;
        return others < fewestOthers ? [] : [{ day, value: (sum - (mine ?? 0)) / others }];
      });
      return { days: Int32Array.from(rows, ({ day }) => day), values: Float64Array.from(rows, ({ value }) => value) };
    },
  };
}
