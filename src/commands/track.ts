import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { premiumEstimate } from "../engine/mean-inference.ts";
import { robustFit, robustLags, rowsNeeded } from "../engine/robust-fit.ts";
import { trackingPortfolio } from "../engine/tracking-portfolio.ts";
import { attempt } from "../outcome.ts";
import { trackReply } from "../render/replies/track.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const track = defineAnalysis({
  name: "track",
  part: "Tracking and hedging",
  description: "The tracking (mimicking) portfolio, β dollars of the factor for a dollar of the asset",
  asking: {
    about: "assets",
    cues: [
      { confidence: 0.93, words: /\btracking[ -](?:portfolio|return|position)\b|\b(?:mimic|mimics|mimick(?:s|ing|ed)?|replicat(?:e|es|ing|ion)|imitat(?:e|es|ing))\b|\bcop(?:y|ies|ied|ying)\b|\bfactor twin\b|\b(?:behav\w+|acts?|moves?|looks?) (?:\w+ ){0,2}like\b|\b(?:stand[ -]?in|substitute|proxy|shadow|synthetic|combination of|mix of)\b|\b(?:beta )?twin\b/u },
      { confidence: 0.85, words: /\btrack(?:s|ing|ed)? (?:thisasset|it)\b/u },
    ],
    next: ["hedge", "variance"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors it is tracked with, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: ({ fit }) =>
    attempt(function* () {
      const premium = premiumEstimate(fit, { covariance: rowsNeeded(fit.sample) === null ? "hac" : "classical", ...robustLags(fit) });
      return { fit, robust: robustFit(fit), tracking: trackingPortfolio(fit), premium: premium.ok ? premium.value : null, hedged: yield* hedgedPortfolio(fit) };
    }),
  reply: trackReply,
});
