import type { SeriesProblem } from "../engine/problem.ts";
import type { Frequency } from "../engine/series.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { DataSeries, Datasets } from "./datasets.ts";
import { nearestIds } from "./nearest-ids.ts";

const frequencyOrder: readonly Frequency[] = ["daily", "monthly", "annual"];

/** A collection of series with look-up by id. */
export function datasetsOf(series: readonly DataSeries[]): Datasets {
  const byId = new Map<string, DataSeries[]>();
  for (const entry of series) {
    const id = entry.id.toLowerCase();
    byId.set(id, [...(byId.get(id) ?? []), entry]);
  }
  const known = [...byId.values()].map((frequencies) => frequencies[0]!);

  const examples = known.slice(0, 4).map(({ id }) => id);

  const find = (requestedId: string, frequency?: Frequency): Outcome<DataSeries, SeriesProblem> => {
    const candidates = byId.get(requestedId.trim().toLowerCase());
    if (candidates === undefined) {
      return failure({ kind: "unknown-series", asked: requestedId, nearest: nearestIds(requestedId, known), available: known.length, examples });
    }
    const allowedFrequencies = frequency === undefined ? frequencyOrder : [frequency];
    const match = allowedFrequencies.map((allowed) => candidates.find((candidate) => candidate.frequency === allowed)).find(Boolean);
    if (match !== undefined) return success(match);
    const has = candidates.map((candidate) => candidate.frequency).join(" or ");
    return failure({ kind: "wrong-frequency", series: candidates[0]!.id, has, asked: frequency ?? "daily" });
  };
  return { series, find };
}
