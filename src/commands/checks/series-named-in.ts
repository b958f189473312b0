import { findSeries } from "../../asking/find-series.ts";
import type { AppContext } from "../app-context.ts";
import { mostSeries } from "../options/about.ts";
import { knownSeries } from "../read-question.ts";

/**
 * The loaded series that a text names, by id or as people write the company: those that it is about, without the market
 * that they are regressed on; where it names nothing else, that.
 */
export function seriesNamedIn(text: string, context: AppContext): readonly string[] {
  const { companies, datasets } = context;
  const series = knownSeries(datasets);
  const loaded = new Map(series.map((one) => [one.id, one]));
  // Every word counts as one: nothing is guessed from a spelling.
  const assets = findSeries(text, series, companies, () => true).assets.filter((id) => loaded.has(id));
  const markets = new Set(assets.flatMap((id) => loaded.get(id)?.usualFactor ?? []).filter((id) => assets.some((asset) => asset !== id)));
  const subjects = assets.filter((id) => !markets.has(id));
  const factors = series.filter(({ id, role }) => role === "factor" && id.length > 2 && isWordOf(id, text)).map(({ id }) => id);
  return (subjects.length > 0 ? subjects : assets.length > 0 ? assets : factors).slice(0, mostSeries);
}

const isWordOf = (id: string, text: string): boolean => text.split(/[^\p{L}\p{N}_-]+/u).includes(id);
