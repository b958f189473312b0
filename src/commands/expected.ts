import { expectedReturnEstimate, premiumEstimate } from "../engine/mean-inference.ts";
import { robustFit, robustLags, rowsNeeded } from "../engine/robust-fit.ts";
import { expectedReturn } from "../engine/expected-return.ts";
import { attempt } from "../outcome.ts";
import { expectedReply } from "../render/replies/expected.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { riskFreeRate } from "./excess-returns.ts";
import { checkOneOrigin } from "./one-origin.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const expected = defineAnalysis({
  name: "expected",
  part: "Expected returns",
  description: "The expected return and its parts: E[r] = risk-free rate + α + β · E[f]",
  asking: {
    about: "assets",
    cues: [
      { confidence: 0.94, words: /\b(?:model|capm|beta|factor)\b.*\b(?:says?|predicts?|impl(?:y|ies)|suggests?|justif(?:y|ies))\b.*\b(?:return|returns|earn)\b|\b(?:average|mean|fair|normal|reasonable) returns?\b.*\b(?:should|would|have had|have earned|for)\b|\bshould (?:\w+ )?have (?:had|earned|returned|made)\b|\bwhere (?:does|do|did) .*returns? come from\b/u },
      { confidence: 0.93, words: /\bexpected? (?:[a-z]+ )?(?:excess )?returns?\b|\be ?[[(]r[\])]|\breturns? (?:should|would|can|could|do|to) (?:i|we|one|you|be)? ?expect(?:ed)?\b|\brequired return\b|\bcost of (?:equity|capital)\b|\bshould (?:\w+ )?(?:earn|return|yield)\b|\bbeta premium\b|\bfactor premium\b|\brisk premium\b/u },
      { confidence: 0.92, words: /\b(?:earns?|earned|paid|compensat(?:ed|ion)|rewarded|reward)\b(?!.*\b(?:beyond|besides|above|more than|excess of|on top)\b).*\b(?:factor|exposure|beta|market)\b|\b(?:break|split|decompos)\w*\b.*\b(?:return|mean return|average return)\b/u },
    ],
    next: ["beta", "performance"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors that pay a premium, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: ({ fit, settings, inputs }, _options, { datasets }) =>
    attempt(function* () {
      const rate = yield* riskFreeRate(settings.frequency, datasets);
      yield* checkOneOrigin([...inputs.sources, rate.source]);
      const request = { covariance: rowsNeeded(fit.sample) === null ? "hac" : "classical", ...robustLags(fit) } as const;
      const [total, premium] = [expectedReturnEstimate(fit, rate.series, request), premiumEstimate(fit, request)];
      return {
        fit,
        robust: robustFit(fit),
        expected: yield* expectedReturn(fit, rate.series),
        total: total.ok ? total.value : null,
        premium: premium.ok ? premium.value : null,
        rateSource: rate.source,
      };
    }),
  reply: ({ rateSource, ...result }, context) => expectedReply(result, { ...context, sources: [...context.sources, rateSource] }),
});
