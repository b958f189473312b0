import { boundedCache, type BoundedCache } from "../bounded-cache.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { factorModels } from "../engine/factor-models.ts";
import { excessReturn } from "../engine/excess-return.ts";
import { within } from "../engine/align-series.ts";
import { recipeCatalogue } from "../engine/recipes/recipe-catalogue.ts";
import type { RecipeInputs } from "../engine/recipes/recipe-tables.ts";
import { sortFigures, type SortedFigures } from "../engine/recipes/likely-recipes.ts";
import type { RecipeFigure } from "../engine/recipes/recipe.ts";
import type { Frequency, LongFrequency, Series } from "../engine/series.ts";
import { attempt, success, type Outcome } from "../outcome.ts";
import { marketFactorOf, regressionInputs, type InputProblem } from "./analysis-inputs.ts";

/** The chapter's own assets: those whose numbers are taken for another's. */
const courseAssets = ["SPY", "WMT", "JPM", "MSFT"] as const;

/** The ids of the assets whose recipes may explain a number: the one it is about, and the chapter's. */
export function assetsToTry(ticker: DataSeries | null, datasets: Datasets): readonly DataSeries[] {
  const loaded = courseAssets.flatMap((id) => foundIn(datasets, id, ticker));
  return ticker === null ? loaded : [ticker, ...loaded.filter(({ id }) => id !== ticker.id)];
}

/** Of all assets of one set of data: some fifty assets' figures. */
const maxBytes = 64 << 20;
const bytesPerFigure = 120;
const caches = new WeakMap<Datasets, BoundedCache<SortedFigures>>();

/**
 * Every figure of an asset, sorted; computed once per set of data, in pieces, with a round of the event loop after each
 * that took its time, so that others are answered meanwhile.
 */
export async function recipeFiguresOf(asset: DataSeries, datasets: Datasets): Promise<Outcome<SortedFigures, InputProblem>> {
  const cache = caches.get(datasets) ?? boundedCache<SortedFigures>(maxBytes, (figures) => figures.length * bytesPerFigure);
  caches.set(datasets, cache);
  const known = cache.get(asset.id);
  if (known) return success(known);
  const inputs = recipeInputs(asset, datasets);
  if (!inputs.ok) return inputs;
  const figures: RecipeFigure[] = [];
  let since = performance.now();
  for (const piece of recipeCatalogue(inputs.value)) {
    for (const figure of piece) figures.push(figure);
    if (performance.now() - since < longestPiece) continue;
    await nextRound();
    since = performance.now();
  }
  await nextRound();
  const sorted = sortFigures(figures);
  cache.set(asset.id, sorted);
  return success(sorted);
}

/** Milliseconds after which others have their turn. */
const longestPiece = 8;
export const nextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function recipeInputs(asset: DataSeries, datasets: Datasets): Outcome<RecipeInputs, InputProblem> {
  return attempt(function* () {
    const usual = yield* marketFactorOf(asset, datasets);
    const rateSeries = foundIn(datasets, "RF", asset)[0] ?? null;
    const daily = yield* regressionInputs(asset, [usual], "daily", datasets);
    const excessOf = (series: DataSeries): readonly Series[] => {
      if (series.frequency !== "daily") return [];
      if (series.kind !== "total") return [series];
      const excess = rateSeries === null ? null : excessReturn(series, rateSeries);
      return excess?.ok ? [excess.value] : [];
    };
    const rivalId = usual.id === "SPY" ? "Mkt-RF" : "SPY";
    const rival = rivalId === asset.id ? null : (foundIn(datasets, rivalId, asset).flatMap(excessOf)[0] ?? null);
    const published = (id: string, frequency: LongFrequency): Series | null => (frequency === "weekly" ? null : (foundIn(datasets, id, asset, frequency)[0] ?? null));
    const sameFile = asset.provenance.layout === "course" && asset.kind === "excess" ? datasets.series.filter(({ kind, provenance }) => kind === "excess" && provenance.sha256 === asset.provenance.sha256) : [];
    return {
      asset: daily.asset,
      isTotal: asset.kind === "total",
      rate: rateSeries,
      usual: daily.factors[0],
      rival,
      joined: sameFile,
      calendar: sameFile.length > 1 && asset.blanks > 0 ? calendarOf(asset, datasets) : null,
      published,
      replies: (["weekly", "monthly", "annual"] as const).flatMap((frequency) =>
        [usual, ...foundIn(datasets, rivalId, asset)].flatMap((factor) => {
          const inputs = factor.id === asset.id ? null : regressionInputs(asset, [factor], frequency, datasets);
          return inputs?.ok ? [{ frequency, asset: inputs.value.asset, factor: inputs.value.factors[0] }] : [];
        }),
      ),
      models: modelOdds.flatMap(({ factors, weight }) => {
        const series = factors.flatMap((id) => foundIn(datasets, id, asset)).flatMap(excessOf);
        return series.length === factors.length && !factors.some((id) => id === asset.id) ? [{ factors: series, weight }] : [];
      }),
    };
  });
}

/** How often each model's market β is met, against the chapter's one factor. SMB5 is the five-factor file's own SMB. */
const modelOdds: readonly { readonly factors: readonly string[]; readonly weight: number }[] = [
  { factors: factorModels.FF3, weight: 0.15 },
  { factors: factorModels["FF5-published"], weight: 0.1 },
  { factors: factorModels.FF5, weight: 0.08 },
  { factors: factorModels.Carhart, weight: 0.06 },
  { factors: factorModels.FF6, weight: 0.06 },
];

/** A series of the asset's own origin: the simulated sample and the market share no number. */
function foundIn(datasets: Datasets, id: string, asset: DataSeries | null, frequency?: Frequency): readonly DataSeries[] {
  const found = datasets.find(id, frequency);
  return found.ok && (asset === null || found.value.provenance.origin === asset.provenance.origin) ? [found.value] : [];
}

/** The rows of the asset's file: trading days, which are the library's. */
function calendarOf(asset: DataSeries, datasets: Datasets): Int32Array | null {
  const [market] = foundIn(datasets, "Mkt-RF", asset);
  return market === undefined ? null : within(market, { from: asset.calendar.first, to: asset.calendar.last }).days;
}
