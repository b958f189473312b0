import { findFactors } from "../../asking/find-factors.ts";
import { findSeries } from "../../asking/find-series.ts";
import type { AppContext } from "../app-context.ts";
import { mostSeries } from "../options/about.ts";
import { knownSeries } from "../read-question.ts";

/**
 * The loaded series that a text names, by id or as people write the company or say the factor: those that it is about,
 * without the market that they are regressed on; where it names nothing else, that.
 */
export function seriesNamedIn(text: string, context: AppContext): readonly string[] {
  const { companies, datasets } = context;
  const series = knownSeries(datasets);
  const loaded = new Map(series.map((one) => [one.id, one]));
  // Every word counts as one: nothing is guessed from a spelling.
  const assets = findSeries(text, series, companies, () => true).assets.filter((id) => loaded.has(id));
  const markets = new Set(assets.flatMap((id) => loaded.get(id)?.usualFactor ?? []).filter((id) => assets.some((asset) => asset !== id)));
  const subjects = assets.filter((id) => !markets.has(id));
  const named = new Set(factorsNamedIn(text));
  const factors = series.filter(({ id, role }) => role === "factor" && (named.has(id) || (id.length > 2 && isWordOf(id, text)))).map(({ id }) => id);
  return (subjects.length > 0 ? subjects : assets.length > 0 ? assets : factors).slice(0, mostSeries);
}

/** The market's factor and the rate as they are said; the other factors are the reader's. */
const spokenFactors: readonly (readonly [string, RegExp])[] = [
  ["Mkt-RF", /\bm(?:ar)?ke?t(?:'s)? (?:excess returns?|(?:risk )?premium)\b|\bexcess returns? (?:of|on) the (?:stock )?market\b|\b(?:equity|market risk) (?:risk )?premium\b|\bm(?:ar)?ke?t (?:minus|less) (?:rf|the risk[ -]free rate)\b|\bmarket factor\b/u],
  // Behind "Mkt-" it is that factor's name.
  ["RF", /(?<!\bmkt ?-? ?)\b(?:rf|r_f)\b|(?<!\b(?:minus|less) the )\brisk ?-?free (?:interest )?(?:rates?|returns?|asset)\b|\b(?:treasury|t)[ -]bills?\b/u],
];

/** By their spoken names too, whatever dash or blank stands in "Mkt−RF". */
function factorsNamedIn(text: string): readonly string[] {
  const said = text.toLowerCase().replaceAll(/[\s\u00A0\u202F]+/gu, " ").replaceAll(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu, "-");
  return [...findFactors(said), ...spokenFactors.filter(([, pattern]) => pattern.test(said)).map(([id]) => id)];
}

const isWordOf = (id: string, text: string): boolean => text.split(/[^\p{L}\p{N}_-]+/u).includes(id);
