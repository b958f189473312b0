import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { premiumEstimate } from "../engine/mean-inference.ts";
import { robustLags, rowsNeeded } from "../engine/robust-fit.ts";
import { trackingPortfolio } from "../engine/tracking-portfolio.ts";
import { attempt } from "../outcome.ts";
import { trackReply } from "../render/replies/track.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { money } from "./options/money.ts";
import { asPercent, percentMove } from "./options/percent-move.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const track = defineAnalysis({
  name: "track",
  part: "Tracking and hedging",
  description: "The tracking (mimicking) portfolio, β dollars of the factor for a dollar of the asset",
  asking: {
    about: "assets",
    headline: "tracking",
    answers: { one: ["tracking", "what-if", "dollar-volatility", "holding-pnl", "beaten-tracking", "needed-budget"] },
    next: ["hedge", "variance"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    move: optional(percentMove("A move of the factor, like -3%: what β makes of it, α and ε apart")),
    amount: optional(money("Dollars of the asset, like 5m; left out: for each $1")),
    factor: optional(model("The factor or factors it is tracked with, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  furtherOptions: ({ amount, move }) => ({ ...(amount === null ? {} : { amount: String(amount) }), ...(move === null ? {} : { move: asPercent(move) }) }),
  compute: ({ fit }, { amount, move }) =>
    attempt(function* () {
      const premium = premiumEstimate(fit, { covariance: rowsNeeded(fit.sample) === null ? "hac" : "classical", ...robustLags(fit) });
      return { fit, ...errorsBeside(fit), tracking: trackingPortfolio(fit), premium: premium.ok ? premium.value : null, hedged: yield* hedgedPortfolio(fit), amount, move };
    }),
  reply: trackReply,
  figures: ({ fit, deciding, tracking, amount, move }) => ({ of: "track", fit, deciding, tracking, amount, move }),
});
