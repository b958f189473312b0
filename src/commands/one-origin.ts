import type { SeriesProblem } from "../engine/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { SeriesProvenance } from "../render/recipe.ts";

/**
 * Series of one regression come from one world: the simulated sample has other days than the market, so a β of real
 * returns on simulated ones (or a real return less a simulated rate) would be a number without a meaning.
 */
export function checkOneOrigin<Source extends Pick<SeriesProvenance, "id" | "origin" | "frequency">>(
  sources: readonly Source[],
): Outcome<readonly Source[], SeriesProblem> {
  const idsOf = (origin: Source["origin"]) => [...new Set(sources.filter((source) => source.origin === origin).map(({ id }) => id))];
  const [imported, simulated] = [idsOf("imported"), idsOf("simulated sample")];
  if (imported.length === 0 || simulated.length === 0) return success(sources);
  const frequency = sources.find(({ origin }) => origin === "simulated sample")?.frequency ?? "daily";
  return failure({ kind: "mixed-origins", imported, simulated, frequency });
}
