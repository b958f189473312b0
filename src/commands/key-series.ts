import type { Datasets } from "../datasets/datasets.ts";
import { findSeriesOrPortfolio } from "../datasets/portfolio.ts";
import type { FindSeries } from "../exercises/variants/fit-pair.ts";
import { attempt, success } from "../outcome.ts";
import { excessOf } from "./excess-returns.ts";
import { checkOneOrigin } from "./one-origin.ts";

/**
 * The series that keys are worked out from: a loaded one as its file has it, or a portfolio by its text as `/beta` has it,
 * Σ weight × excess return of its parts. A portfolio of total returns whose weights add to 1 is a total return itself, so
 * that what forgets the risk-free rate is known as a mistake.
 */
export const keySeries =
  (datasets: Datasets): FindSeries =>
  (id, frequency) => {
    const loaded = datasets.find(id, frequency);
    if (loaded.ok) return loaded;
    const found = findSeriesOrPortfolio(id, datasets);
    if (!found.ok || found.value.holdings === undefined) return loaded;
    const portfolio = found.value;
    const { holdings = [] } = portfolio;
    return attempt(function* () {
      const excess = yield* excessOf(portfolio, frequency ?? portfolio.frequency, datasets);
      yield* checkOneOrigin(excess.sources);
      const { provenance } = portfolio;
      const isWhole = Math.abs(holdings.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-12;
      const isTotal = isWhole && holdings.every(({ series }) => series.kind === "total") && (frequency ?? portfolio.frequency) === portfolio.frequency;
      const { days, values } = portfolio;
      return yield* success(isTotal ? { id, kind: "total" as const, frequency: portfolio.frequency, days, values, provenance } : { ...excess.series, id, provenance });
    });
  };
