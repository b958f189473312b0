import type { SeriesProblem } from "../engine/problem.ts";
import type { Frequency } from "../engine/series.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { DataSeries, Datasets } from "./datasets.ts";
import { nearestIds } from "./nearest-ids.ts";

const preferred: readonly Frequency[] = ["daily", "monthly", "annual"];

/** The series as a collection that can be asked by id. */
export function datasetsOf(series: readonly DataSeries[]): Datasets {
  const byId = new Map<string, DataSeries[]>();
  for (const one of series) {
    const id = one.id.toLowerCase();
    byId.set(id, [...(byId.get(id) ?? []), one]);
  }
  const known = [...byId.values()].map((frequencies) => frequencies[0]!);

  const find = (asked: string, frequency?: Frequency): Outcome<DataSeries, SeriesProblem> => {
    const found = byId.get(asked.trim().toLowerCase());
    if (found === undefined) {
      return failure({ kind: "unknown-series", asked, nearest: nearestIds(asked, known), available: known.length });
    }
    const wanted = frequency === undefined ? preferred : [frequency];
    const match = wanted.map((one) => found.find((candidate) => candidate.frequency === one)).find(Boolean);
    if (match !== undefined) return success(match);
    const has = found.map((candidate) => candidate.frequency).join(" or ");
    return failure({ kind: "wrong-frequency", series: found[0]!.id, has, asked: frequency ?? "daily" });
  };
  return { series, find };
}
