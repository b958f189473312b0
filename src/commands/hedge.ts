import { hedgeInference } from "../engine/hedge-inference.ts";
import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { robustFit, robustLags } from "../engine/robust-fit.ts";
import { attempt } from "../outcome.ts";
import { hedgeReply } from "../render/replies/hedge.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";
import { share } from "./options/share.ts";

export const hedge = defineAnalysis({
  name: "hedge",
  part: "Tracking and hedging",
  description: "The hedged portfolio, α + ε: dollars of the factor to sell for a dollar of the asset",
  asking: {
    about: "assets",
    cues: [
      { confidence: 0.94, words: /\bhedge\b(?! (?:fund|sharpe))|\bbeta[ -]neutral\b|\b(?:market|factor)[ -]neutral\b|\bneutrali[sz]e\b|\bhedg(?:ing|es) (?:thisasset|out|away|it)\b|\bhedge[ -]ratio\b/u },
      { confidence: 0.95, words: /\b(?:cut|reduce|lower|limit|keep|leave|leaves|bring|only|at most)\b.*\b\d{1,2}(?:\.\d+)? ?(?:%|percent|per cent)/u },
      { confidence: 0.94, words: /\b(?:neutral|immun\w+|insulat\w+|protect\w*|shield\w*|offset\w*|market-free)\b|\b(?:how (?:much|many)|amount)\b.*\b(?:short|sell)\b/u },
      { confidence: 0.93, words: /\b(?:short|sell)\b.*\b(?:per|for (?:each|every|a|one)|against|to (?:offset|cancel|hedge|remove|neutral))\b|\b(?:offset|cancel|remove|strip|take out|get rid of|eliminate|take)\b.*\b(?:market|factor|beta|systematic|exposure)\b(?: risk)?(?: out| away| off)?|\bwithout (?:the |any )?(?:market|factor|systematic)\b|\bdollars short\b/u },
      { confidence: 0.88, words: /\bhedged (?:portfolio|position|return|returns|version|strategy|volatility|vol)\b|\bhedged?\b|\bhedging\b/u },
    ],
    furtherOptions: ({ settings }) => (settings.target === null ? {} : { target: `${String(settings.target)}%` }),
    next: ["performance", "size"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    target: withDefault(share("Share of variance that may stay the factor's, like 20%; left out: 0%, a whole hedge", 0.99), 0),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  furtherOptions: ({ target }) => (target === 0 ? {} : { target: String(target) }),
  compute: ({ fit }, { target }) =>
    attempt(function* () {
      const hedged = yield* hedgedPortfolio(fit, target);
      const inferred = hedgeInference(fit, target, robustLags(fit));
      return { fit, robust: robustFit(fit), hedged, inference: inferred.ok ? inferred.value : null };
    }),
  reply: hedgeReply,
});
