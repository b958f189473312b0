import { isSingleFactorBeta, namesModel } from "../asking/asked-factors.ts";
import { success } from "../outcome.ts";
import { betaReply } from "../render/replies/beta.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";
import { robustFit } from "../engine/robust-fit.ts";

export const beta = defineAnalysis({
  name: "beta",
  part: "Co-movement",
  description: "α, β and R² of an asset on the market factor, with the scatter and the fitted line",
  example: "/beta JPM",
  firstOffered: 1,
  asking: {
    about: "assets",
    cues: [
      { confidence: 0.82, words: /\bbetas?\b|\bsensitiv\w*\b|\bdefensive\b|\baggressive\b|\bcyclical\b/u },
      { confidence: 0.81, words: /\b(?:beyond|above|on top of|in excess of|over and above|outperform\w*|beat|beats|beaten)\b.*\b(?:market|exposure|beta|factor|explain)\b|\b(?:strongly|hard|closely|much)\b.*\bmarket\b|\b(?:amplif\w+|dampen\w*|magnif\w+)\b|\bmarket\b.*\b(?:up|down|rises?|falls?|drops?|gains?|loses?|moves?|crash\w*)\b|\b1 ?(?:%|percent\b).*\bmarket\b|\bmarket\b.*\b1 ?(?:%|percent\b)/u },
      { confidence: 0.8, words: /\brisk(?:y|ier)\b.*\bmarket\b|\balphas?\b|\bintercept\b|\bslope\b|\br ?(?:\^ ?)?2\b|\br[ -]?squared?\b|\bt[ -]?(?:stat(?:istic)?|value|ratio)s?\b|\bp[ -]?values?\b|\bstandard errors?\b|\bconfidence (?:interval|band)\b|\bsignificant(?:ly)?\b|\bsignificance\b/u },
      { confidence: 0.66, words: /\b(?:the |overall |stock |broad )?market\b/u },
      { confidence: 0.74, words: /\bcorrelat(?:ed|ion|e|es)\b|\bmarket exposure\b|\bexpos(?:ed|ure) to (?:the )?market\b|\b(?:moves?|moved|rises?|falls?|reacts?|respond(?:s)?|swings?)\b.*\b(?:with|when|if|than|to|as much as)\b.*\bmarket\b|\bscatter(?: ?plot)?\b|\bco-?move\w*\b/u },
    ],
    // A named model, or errors of another kind than the classical, turn a question for α or β into the regression.
    instead: (question) => {
      const asksForTable = question.settings.errors !== null && /\b(?:table|output|errors)\b/u.test(question.text);
      return asksForTable || (namesModel(question) && !isSingleFactorBeta(question)) ? "regress" : null;
    },
    startingPoint: true,
    next: ["regress", "performance"],
  },
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(series("The factor it is regressed on; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: ({ fit }) => success({ fit, robust: robustFit(fit) }),
  reply: betaReply,
});
