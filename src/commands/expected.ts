import { expectedReturnEstimate, premiumEstimate } from "../engine/mean-inference.ts";
import { robustLags, rowsNeeded } from "../engine/robust-fit.ts";
import { expectedReturn } from "../engine/expected-return.ts";
import { costsNothing } from "../datasets/costs-nothing.ts";
import { attempt } from "../outcome.ts";
import { expectedReply } from "../render/replies/expected.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
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
    headline: "expected-return",
    answers: { one: ["expected-return"] },
    next: ["beta", "performance"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors that pay a premium, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: ({ fit, settings, inputs }, { ticker }, { datasets }) =>
    attempt(function* () {
      const rate = costsNothing(ticker) ? null : yield* riskFreeRate(settings.frequency, datasets);
      yield* checkOneOrigin([...inputs.sources, ...(rate ? [rate.source] : [])]);
      const request = { covariance: rowsNeeded(fit.sample) === null ? "hac" : "classical", ...robustLags(fit) } as const;
      const [total, premium] = [expectedReturnEstimate(fit, rate?.series ?? null, request), premiumEstimate(fit, request)];
      return {
        fit,
        ...errorsBeside(fit),
        expected: yield* expectedReturn(fit, rate?.series ?? null),
        total: total.ok ? total.value : null,
        premium: premium.ok ? premium.value : null,
        rate,
      };
    }),
  figures: ({ fit, deciding, expected, total }) => ({ of: "expected", fit, deciding, expected, total }),
  reply: ({ rate, ...result }, context) =>
    expectedReply(result, rate ? { ...context, sources: [...context.sources, rate.source], series: [...context.series, rate.series.id] } : context),
});
