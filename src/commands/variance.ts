import type { FactorFit } from "../engine/factor-fit.ts";
import { factorShareEstimate, factorShareGap } from "../engine/factor-share.ts";
import { rowsNeeded } from "../engine/robust-fit.ts";
import { varianceDecomposition } from "../engine/variance-decomposition.ts";
import { fitAssets } from "../engine/fit-assets.ts";
import { holdingRisk, type PortfolioRisk } from "../engine/holding-risk.ts";
import { attempt, type Outcome } from "../outcome.ts";
import { varianceReply } from "../render/replies/variance.ts";
import { fitSeveralAssets } from "./analysis-fit.ts";
import { analysisOptions, fitRequestOf, excessReturns, sharedFactorOf } from "./analysis.ts";
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
    cues: [
      { confidence: 0.91, words: /\bvariances?\b(?! inflation)|\bfactor[ -]share\b|\bidiosyncratic\b|\bidio\b|\bsystematic\b|\b(?:firm|asset|stock|company)?[ -]?specific risk\b|\bshares? of (?:the |its )?(?:risk|variance|volatility)\b|\brisk (?:breakdown|decomposition|split|shares?)\b|\b(?:split|decompose|break|break ?down|breakdown|divide|separate)\b.*\b(?:risk|volatility|swings|variability)\b|\bdiversifiable\b/u },
      { confidence: 0.92, words: /\b(?:how much|what|which|most|half|bulk|majority|mostly|mainly|part|portion|share|fraction|percent\w*)\b.*\b(?:risk|volatility|vol|swings?|ups and downs|variation|fluctuations?|movements?|moves|variability)\b.*\b(?:own|market|factor|specific|systematic|common|explain\w*|due|caused?|driven|because|itself)\b|\brisk\b.*\b(?:its own|specific|firm)\b.*\bmarket\b|\brisk\b.*\bmarket\b.*\bits own\b/u },
      { confidence: 0.9, words: /\b(?:how much of|what (?:percent|percentage|share|fraction|part|portion|proportion)|which (?:share|part)|percent|percentage|fraction|proportion)\b.*\b(?:risk|volatility|vol|swings?|movements?|moves?|variation|fluctuations?)\b/u },
    ],
    startingPoint: true,
    next: ["hedge", "regress"],
  },
  options: {
    ticker: seriesList("The asset, or up to four: JPM WMT", { min: 1, max: 4 }),
    factor: optional(model("The factor or factors, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitSeveralAssets({ factor: sharedFactorOf }),
  compute: ({ fits, settings, inputs: { factors } }, options, { datasets }) =>
    attempt(function* () {
      const portfolios: PortfolioRisk[] = [];
      for (const [index, fit] of fits.entries()) {
        const { holdings = [] } = options.ticker[index] ?? {};
        if (holdings.length < 2) continue;
        const assets = yield* excessReturns(holdings.map(({ series }) => series), settings.frequency, datasets);
        const { sample, fits: parts } = yield* fitAssets(assets, factors, fitRequestOf(settings));
        // Beside another asset of fewer rows, the parts would not sum to the portfolio.
        if (sample.observations !== fit.sample.observations) continue;
        portfolios.push(holdingRisk(fit, parts.map((part, place) => ({ fit: part, weight: holdings[place]?.weight ?? 0 }))));
      }
      return {
        fits,
        decompositions: fits.map(varianceDecomposition),
        shares: fits.map((fit) => valueOf(factorShareEstimate(fit))),
        gap: gapOf(fits),
        portfolios,
      };
    }),
  reply: varianceReply,
});

/** The largest factor share less the smallest. */
function gapOf(fits: readonly FactorFit[]) {
  const ranked = [...fits].sort((one, other) => other.rSquared - one.rSquared);
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (!most || !least || fits.length < 2 || rowsNeeded(most.sample) !== null) return null;
  return valueOf(factorShareGap(most, least));
}

const valueOf = <T>(outcome: Outcome<T, unknown>): T | null => (outcome.ok ? outcome.value : null);
