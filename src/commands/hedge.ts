import { hedgeInference } from "../engine/hedge-inference.ts";
import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { sectioningRowsNeeded } from "../engine/sectioning.ts";
import { ownHedge } from "../engine/own-hedge.ts";
import { robustLags } from "../engine/robust-fit.ts";
import type { EngineProblem } from "../engine/problem.ts";
import { attempt, failure } from "../outcome.ts";
import type { Problem } from "../render/problem.ts";
import { deciding } from "../render/robust.ts";
import { hedgeReply } from "../render/replies/hedge.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { hedgeRatio, ratioText } from "./options/hedge-ratio.ts";
import { model } from "./options/model.ts";
import { money } from "./options/money.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";
import { share } from "./options/share.ts";

export const hedge = defineAnalysis({
  name: "hedge",
  part: "Tracking and hedging",
  description: "The hedged portfolio, α + ε: dollars of the factor to sell for a dollar of the asset",
  asking: {
    about: "assets",
    headline: "hedge-amount",
    answers: { one: ["hedge-amount", "hedged-moments", "hedged-correlation", "hedged-beta", "hedged-factor-share"] },
    furtherOptions: ({ settings, hedgeRatio: ratio }) => (ratio !== null ? { ratio } : settings.target === null ? {} : { target: `${String(settings.target)}%` }),
    next: ["performance", "size"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    target: withDefault(share("Share of variance that may stay the factor's, like 20%; left out: 0%, a whole hedge", 0.99), 0),
    amount: optional(money("Dollars of the asset to hedge, like 3m; left out: for each $1")),
    ratio: optional(hedgeRatio("Dollars of the factor to sell for each $1 instead of β, like 1.5, or 50% of β: what is left")),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  furtherOptions: ({ target, amount, ratio }) => ({ ...(ratio === null ? {} : { ratio: ratioText(ratio) }), ...(target === 0 ? {} : { target: String(target) }), ...(amount === null ? {} : { amount: String(amount) }) }),
  compute: ({ fit }, { target, amount, ratio }) =>
    attempt(function* () {
      // Nothing is left to call α + ε, and its volatility is the rounding.
      if (fit.exact) yield* failure<EngineProblem>({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
      // One ratio is of one factor.
      if (ratio !== null && fit.factors.length > 1) yield* failure<Problem>({ kind: "series-count", option: "factor", found: fit.factors.length, min: 1, max: 1, series: [...fit.factors] });
      const hedged = yield* hedgedPortfolio(fit, target);
      const beside = errorsBeside(fit);
      const own = ratio === null ? null : ownHedge(fit, deciding({ fit, ...beside }).betas[0], ratio.isOfBeta ? ratio.value * fit.betas[0].value : ratio.value);
      const inferred = hedgeInference(fit, target, robustLags(fit));
      return { fit, ...beside, own, hedged, inference: inferred.ok ? inferred.value : null, rowsNeeded: sectioningRowsNeeded(fit.sample), amount };
    }),
  reply: hedgeReply,
  figures: ({ fit, deciding: decided, hedged, amount, own }) => ({ of: "hedge", fit, deciding: decided, hedged, amount, isOwn: own !== null }),
});
