import { isSingleFactorBeta, namesModel } from "../asking/asked-factors.ts";
import { residualAutocorrelation } from "../engine/autocorrelation.ts";
import { robustFit } from "../engine/robust-fit.ts";
import { success } from "../outcome.ts";
import { regressReply } from "../render/replies/regress.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const regress = defineAnalysis({
  name: "regress",
  part: "Co-movement",
  description: "The whole regression table of an asset on one or more factors, with what its tests say",
  asking: {
    about: "assets",
    cues: [
      { confidence: 0.92, words: /\bregress(?:ed|ing)?\b|\b(?:regression|ols)\b.*\b(?:table|output|summary|result|results)\b|\bdurbin\b|\bbreusch\b|\bjarque\b|\bomnibus\b|\bf[ -]?stat(?:istic)?\b|\badj(?:usted|\.)? r\b|\baic\b|\bbic\b|\bcondition number\b|\bautocorrelat\w+|\bheterosk\w+|\bdiagnostics?\b|\bnormally distributed\b/u },
      { confidence: 0.9, words: /\b(?:control(?:ling|led)?|account(?:ing|ed)?|adjust(?:ing|ed)?) for\b|\bprintout\b|\b(?:add|adding|include|including)\b.*\bfactors?\b|\bregressions?\b|\bols\b|\bnewey\b|\brobust (?:standard )?errors?\b|\b(?:load|loads|loaded|loading|loadings|tilt|tilts|tilted)\b|\bmulti[ -]?factor\b|\bfull table\b|\bcoefficients?\b/u },
    ],
    evidence: ({ question, penalty }) => (namesModel(question) ? (isSingleFactorBeta(question) ? 0.6 : 0.85) - penalty : null),
    next: ["beta", "residuals"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    model: optional(model("Its factors: capm, ff3, ff5, ff6, or a list like Mkt-RF HML; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: ({ fit }) => success({ fit, robust: robustFit(fit), neighbours: residualAutocorrelation(fit) }),
  reply: regressReply,
});
