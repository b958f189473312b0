import type { FactorFit } from "../engine/factor-fit.ts";
import { factorShareEstimate, factorShareGap } from "../engine/factor-share.ts";
import { sectioningRowsNeeded } from "../engine/sectioning.ts";
import { varianceDecomposition } from "../engine/variance-decomposition.ts";
import { fitAssets } from "../engine/fit-assets.ts";
import { holdingRisk, type PortfolioRisk } from "../engine/holding-risk.ts";
import { attempt, type Outcome } from "../outcome.ts";
import { varianceReply } from "../render/replies/variance.ts";
import { fitSeveralAssets } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
import { excessReturns, sharedFactorOf } from "./analysis-inputs.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { seriesList } from "./options/series-list.ts";

export const variance = defineAnalysis({
  name: "variance",
  part: "Variance",
  description: "The variance decomposition: factor and idiosyncratic shares of one or several assets",
  asking: {
    about: "assets",
    headline: "factor-share",
    answers: { one: ["variance", "factor-share", "idiosyncratic-share"] },
    startingPoint: true,
    next: ["hedge", "regress"],
  },
  options: {
    ticker: seriesList("The asset, or up to four: JPM WMT", { min: 1, max: 4 }),
    factor: optional(model("The factor or factors, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitSeveralAssets({ factor: sharedFactorOf }),
  compute: ({ fits, settings, request, inputs: { factors } }, options, { datasets }) =>
    attempt(function* () {
      const portfolios: PortfolioRisk[] = [];
      for (const [index, fit] of fits.entries()) {
        const { holdings = [] } = options.ticker[index] ?? {};
        if (holdings.length < 2) continue;
        // A holding that is the factor is its own factor risk, and has no regression on it.
        const others = holdings.filter(({ series }) => !fit.factors.includes(series.id));
        const assets = yield* excessReturns(others.map(({ series }) => series), settings.frequency, datasets);
        const { sample, fits: parts } = yield* fitAssets(assets, factors, request);
        // Beside another asset of fewer rows, the parts would not sum to the portfolio.
        if (sample.observations !== fit.sample.observations) continue;
        portfolios.push(holdingRisk(fit, holdings.map(({ series: { id }, weight }) => ({ asset: id, weight })), parts));
      }
      return {
        fits,
        decompositions: fits.map(varianceDecomposition),
        shares: fits.map((fit) => valueOf(factorShareEstimate(fit))),
        gap: gapOf(fits),
        rowsNeeded: fits[0] ? sectioningRowsNeeded(fits[0].sample) : null,
        portfolios,
      };
    }),
  reply: varianceReply,
  figures: ({ decompositions }) => ({ of: "variance", decompositions }),
});

/** The largest factor share less the smallest. */
function gapOf(fits: readonly FactorFit[]) {
  const ranked = [...fits].sort((one, other) => other.rSquared - one.rSquared);
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (!most || !least || fits.length < 2 || sectioningRowsNeeded(most.sample) !== null) return null;
  return valueOf(factorShareGap(most, least));
}

const valueOf = <T>(outcome: Outcome<T, unknown>): T | null => (outcome.ok ? outcome.value : null);
