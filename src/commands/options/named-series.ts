import type { AppContext } from "../app-context.ts";

/**
 * The loaded series that the words name: by its id ("jpm", "mkt rf") or its whole name ("Walmart"). Null where they
 * name none, or more than one.
 */
export function namedSeries(words: string, { datasets }: AppContext): string | null {
  const byId = datasets.find(words);
  if (byId.ok) return byId.value.id;
  const folded = fold(words);
  const named = datasets.series.filter(({ id, name }) => fold(id) === folded || fold(name) === folded).map(({ id }) => id);
  const [only, ...others] = new Set(named);
  return only !== undefined && others.length === 0 ? only : null;
}

/** "JPMorgan Chase & Co." and "jp morgan chase and co" are one; hyphens and blanks are no difference. */
const fold = (text: string): string => text.toLowerCase().replaceAll("&", "and").replaceAll(/[^\p{L}\p{N}]/gu, "");
