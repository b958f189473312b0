import { companiesNamed, fold } from "../../datasets/companies.ts";
import type { AppContext } from "../app-context.ts";

/**
 * The loaded series that the words name: by its id ("jpm", "mkt rf") its whole name or another of its company's ("JP Morgan"). Null where they
 * name none, or more than one.
 */
export function namedSeries(words: string, { datasets, companies }: AppContext): string | null {
  const byId = datasets.find(words);
  if (byId.ok) return byId.value.id;
  const folded = fold(words);
  if (marketWords.has(folded)) return datasets.series.find(({ id }) => fold(id) === "mktrf")?.id ?? null;
  const called = companiesNamed(words, companies);
  if (called.length > 1) return null;
  const tickers = called.map(({ ticker }) => ticker);
  const named = datasets.series.filter(({ id, name }) => fold(id) === folded || fold(name) === folded || tickers.includes(id)).map(({ id }) => id);
  const [only, ...others] = new Set(named);
  return only !== undefined && others.length === 0 ? only : null;
}

/** The chapter's word for the factor Mkt-RF, as a fold of it. */
const marketWords: ReadonlySet<string> = new Set(["market", "themarket", "marketfactor", "mkt"]);
