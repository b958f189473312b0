import { boundedCache } from "../../bounded-cache.ts";
import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Series } from "../../engine/series.ts";
import { success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import { fitPair } from "./fit-pair.ts";
import type { FindSeries, PairFit } from "./fit-pair.ts";
import type { Treatment } from "./treatment.ts";
import type { Model } from "./model.ts";
import type { Variant, YearWindow } from "./variant.ts";
import type { Workings } from "./workings.ts";
import { refitMistakes } from "./refit-mistakes.ts";
import type { RefitMistake } from "./refit-mistakes.ts";

/** Everything the engine works out for one variant. */
export interface SolvedVariant extends Workings {
  /** The variant's own regression, for the engine's further steps. */
  readonly fit: FactorFit;
  /** The risk-free rate per day; null where none is loaded. */
  readonly rate: Series | null;
  /** What students work from instead, by mistake; worked out when they are looked at. */
  readonly refitMistakes: readonly RefitMistake[];
}

/**
 * Solves variants on the series that `findSeries` has; regressions that several variants share are fitted once.
 *
 * Errors: those of `findSeries`, `excessReturn` and `fitFactors`, for the variant's own pair. Where only the data
 * of a mistake are missing, that mistake has no numbers.
 */
export function variantSolver(findSeries: FindSeries): (variant: Variant) => Outcome<SolvedVariant, EngineProblem | SeriesProblem> {
  const fitOf = memoize(kept.fits, (asset: string, factor: string, window: YearWindow): Outcome<PairFit, EngineProblem | SeriesProblem> =>
    fitPair(findSeries, "excess", asset, factor, window),
  );
  // Of a mistake only the numbers are stored: its rows would take most of the memory.
  const modelOf = memoize(kept.models, (treatment: Treatment, asset: string, factor: string, window: YearWindow): Model | null => {
    const fitted = fitPair(findSeries, treatment, asset, factor, window);
    return fitted.ok ? fitted.value.model : null;
  });
  const workingsOf = (variant: Variant, treatment: Treatment = "excess"): Workings | null => {
    const { asset, factor, window, comparison } = variant;
    const model = modelOf(treatment, asset, factor, window);
    return model === null ? null : {
      variant,
      model,
      treated: (other) => modelOf(other, asset, factor, window),
      get comparison() {
        return comparison === null ? null : modelOf("excess", comparison.asset, comparison.factor, window);
      },
    };
  };

  const mistakes = boundedCache<readonly RefitMistake[]>(kept.mistakes, () => 1);
  const mistakesOf = (own: Workings): readonly RefitMistake[] => {
    const key = JSON.stringify(own.variant);
    const found = mistakes.get(key) ?? refitMistakes(own, workingsOf);
    mistakes.set(key, found);
    return found;
  };
  const ownWorkings = (variant: Variant, model: Model): Workings => {
    const { asset, factor, window, comparison } = variant;
    return {
      variant,
      model,
      treated: (treatment) => (treatment === "excess" ? model : modelOf(treatment, asset, factor, window)),
      get comparison() {
        return comparison === null ? null : modelOf("excess", comparison.asset, comparison.factor, window);
      },
    };
  };

  return memoize(kept.variants, (variant: Variant): Outcome<SolvedVariant, EngineProblem | SeriesProblem> => {
    const fitted = fitOf(variant.asset, variant.factor, variant.window);
    if (!fitted.ok) return fitted;
    const { fit, model } = fitted.value;
    const rate = findSeries("RF");
    const own = ownWorkings(variant, model);
    return success({
      variant,
      model,
      treated: own.treated,
      get comparison() {
        return own.comparison;
      },
      fit,
      rate: rate.ok ? rate.value : null,
      get refitMistakes() {
        return mistakesOf(own);
      },
    });
  });
}

/**
 * How many of each are kept: a regression's rows are some 60 KB, and people's own windows are thousands. A variant's
 * list of mistakes takes as much and is made in no time: only those of the variants that are being marked are kept.
 */
const kept = { fits: 200, models: 30_000, variants: 500, mistakes: 20 } as const;

/** Memoizes a function by the JSON of its arguments, the values used last. */
function memoize<A extends readonly unknown[], T>(most: number, compute: (...args: A) => T): (...args: A) => T {
  const cache = boundedCache<{ readonly value: T }>(most, () => 1);
  return (...args) => {
    const key = JSON.stringify(args);
    const known = cache.get(key) ?? { value: compute(...args) };
    cache.set(key, known);
    return known.value;
  };
}
