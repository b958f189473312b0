import { engineResults, type EngineResults } from "../../figures/engine-results.ts";
import { partsOf } from "./parts.ts";
import type { SolvedVariant } from "./solved-variant.ts";

const cache = new WeakMap<SolvedVariant, EngineResults>();

/** The variant's results for the figures' values; computed once per variant. */
export function variantResults(solvedVariant: SolvedVariant): EngineResults {
  const { fit, rate, variant } = solvedVariant;
  const results =
    cache.get(solvedVariant) ??
    engineResults({
      fit,
      rate,
      budget: variant.budget,
      share: variant.share,
      monthlyBeta: () => solvedVariant.treated("monthly")?.beta ?? null,
      rawAlpha: () => solvedVariant.treated("rf-kept")?.alpha ?? null,
      otherBeta: () => solvedVariant.comparison?.beta ?? null,
      parts: () => {
        const [before, since] = partsOf(solvedVariant);
        return before === null || since === null ? null : { before, since };
      },
    });
  cache.set(solvedVariant, results);
  return results;
}
