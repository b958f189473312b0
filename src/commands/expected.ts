import { expectedReturnEstimate, premiumEstimate } from "../engine/mean-inference.ts";
import { robustLags, rowsNeeded } from "../engine/robust-fit.ts";
import { expectedReturn } from "../engine/expected-return.ts";
import { givenReturn } from "../engine/given-return.ts";
import { periodsPerYear } from "../engine/series.ts";
import { costsNothing } from "../datasets/costs-nothing.ts";
import { attempt, failure } from "../outcome.ts";
import { expectedReply } from "../render/replies/expected.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { deciding } from "../render/robust.ts";
import type { Problem } from "../render/problem.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { riskFreeRate } from "./excess-returns.ts";
import { checkOneOrigin } from "./one-origin.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { asPercent, percentMove } from "./options/percent-move.ts";
import { series } from "./options/series.ts";

export const expected = defineAnalysis({
  name: "expected",
  part: "Expected returns",
  description: "The expected return and its parts: E[r] = risk-free rate + α + β · E[f]",
  asking: {
    about: "assets",
    headline: "expected-return",
    answers: { one: ["expected-return"] },
    furtherOptions: ({ given: { rf, premium } }) => ({ ...(rf === null ? {} : { rf: asPercent(rf) }), ...(premium === null ? {} : { premium: asPercent(premium) }) }),
    next: ["beta", "performance"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors that pay a premium, or ff3, ff5, ff6; left out: the market")),
    rf: optional(percentMove("A risk-free rate a year of your own, like 4%; left out: the sample's mean")),
    premium: optional(percentMove("A premium of the factor a year of your own, like 5.5%; left out: the sample's mean")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  furtherOptions: ({ rf, premium }) => ({ ...(rf === null ? {} : { rf: asPercent(rf) }), ...(premium === null ? {} : { premium: asPercent(premium) }) }),
  compute: ({ fit, settings, inputs }, { ticker, rf, premium: givenPremium }, { datasets }) =>
    attempt(function* () {
      const hasGiven = rf !== null || givenPremium !== null;
      // One premium is of one factor.
      if (hasGiven && fit.factors.length > 1) yield* failure<Problem>({ kind: "series-count", option: "factor", found: fit.factors.length, min: 1, max: 1, series: [...fit.factors] });
      const rate = costsNothing(ticker) ? null : yield* riskFreeRate(settings.frequency, datasets);
      yield* checkOneOrigin([...inputs.sources, ...(rate ? [rate.source] : [])]);
      const request = { covariance: rowsNeeded(fit.sample) === null ? "hac" : "classical", ...robustLags(fit) } as const;
      const [total, premium] = [expectedReturnEstimate(fit, rate?.series ?? null, request), premiumEstimate(fit, request)];
      const beside = errorsBeside(fit);
      const expected = yield* expectedReturn(fit, rate?.series ?? null);
      const rateAnnual = rate === null ? 0 : (rf ?? expected.parts.find(({ part }) => part === "risk-free")?.annual ?? 0);
      const premiumAnnual = givenPremium ?? fit.moments.factors[0].mean * periodsPerYear[fit.sample.frequency];
      return {
        fit,
        ...beside,
        expected,
        given: hasGiven ? { ...givenReturn(deciding({ fit, ...beside }).betas[0], { rate: rateAnnual, premium: premiumAnnual }), typed: { rf: rate === null ? null : rf, premium: givenPremium } } : null,
        total: total.ok ? total.value : null,
        premium: premium.ok ? premium.value : null,
        rate,
      };
    }),
  figures: ({ fit, deciding: decided, expected, total, given }) => ({ of: "expected", fit, deciding: decided, expected, total, isGiven: given !== null }),
  reply: ({ rate, ...result }, context) =>
    expectedReply(result, rate ? { ...context, sources: [...context.sources, rate.source], series: [...context.series, rate.series.id] } : context),
});
