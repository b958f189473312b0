import type { SeriesProblem } from "../engine/problem.ts";
import type { Frequency } from "../engine/series.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { DataSeries, Datasets } from "./datasets.ts";
import { nearestIds } from "./nearest-ids.ts";

const frequencyOrder: readonly Frequency[] = ["daily", "weekly", "monthly", "annual"];

/**
 * A collection of series with look-up by id. `hidden` are those that another file's series of the same id stands
 * before: they are found with their file, as `JPM@prices.csv` or `JPM@prices`.
 */
export function datasetsOf(series: readonly DataSeries[], hidden: readonly DataSeries[] = [], portfolios: Datasets["portfolios"] = []): Datasets {
  const byId = new Map<string, DataSeries[]>();
  const add = (id: string, entry: DataSeries) => byId.set(id, [...(byId.get(id) ?? []), entry]);
  for (const entry of series) add(entry.id.toLowerCase(), entry);
  for (const entry of [...series, ...hidden]) {
    const id = `${entry.id}@${entry.provenance.file.replace(/\.[a-z]+$/iu, "")}`;
    add(id.toLowerCase(), hidden.includes(entry) ? { ...entry, id } : entry);
  }
  const known = [...new Map(series.map((entry) => [entry.id.toLowerCase(), entry])).values()];

  const examples = known.slice(0, 4).map(({ id }) => id);

  const find = (requestedId: string, frequency?: Frequency): Outcome<DataSeries, SeriesProblem> => {
    const candidates = byId.get(requestedId.trim().toLowerCase().replace(/(?<=@.*)\.(?:csv|txt|xlsx)$/u, ""));
    if (candidates === undefined) {
      return failure({ kind: "unknown-series", asked: requestedId, nearest: nearestIds(requestedId, known), available: known.length, examples });
    }
    const allowedFrequencies = frequency === undefined ? frequencyOrder : [frequency];
    const match = allowedFrequencies.map((allowed) => candidates.find((candidate) => candidate.frequency === allowed)).find(Boolean);
    if (match !== undefined) return success(match);
    const has = candidates.map((candidate) => candidate.frequency).join(" or ");
    return failure({ kind: "wrong-frequency", series: candidates[0]!.id, has, asked: frequency ?? "daily" });
  };
  return { series, hidden, portfolios, find };
}
