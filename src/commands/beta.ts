import { changeQuantities } from "./answer-first/change.ts";
import { betaChange } from "../engine/beta-change.ts";
import type { Provider } from "../engine/provider-conventions.ts";
import { attempt, type Outcome } from "../outcome.ts";
import { betaReply } from "../render/replies/beta.ts";
import { guessAnswer, guessQuestion } from "../render/replies/guess.ts";
import { providerBetaReply } from "../render/replies/provider-beta.ts";
import { analysisOptions, returnsOption } from "./analysis-options.ts";
import type { InputProblem } from "./analysis-inputs.ts";
import { fitAsProvider, type ProviderFit } from "./provider-beta.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { choice, yesOrNo } from "./options/kinds.ts";
import { fitSplitAsset, type SplitFit } from "./split-fit.ts";
import { oneFactor } from "./options/one-factor.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";
import { split, splitText } from "./options/split.ts";
import { slope } from "./options/slope.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";

const providers = ["yahoo", "bloomberg"] as const satisfies readonly Provider[];

export const beta = defineAnalysis({
  name: "beta",
  part: "Co-movement",
  description: "α, β and R² of an asset on the market factor, with the scatter and the fitted line",
  example: "/beta JPM",
  firstOffered: 1,
  asking: {
    about: "assets",
    headline: "beta",
    answers: { change: [...changeQuantities], one: ["beta", "t-beta", "p-beta", "se-beta", "ci-beta", "r-squared", "observations", "correlation", "alpha", "alpha-annual", "t-alpha", "p-alpha", "se-alpha", "ci-alpha"], factor: ["alpha", "beta"] },
    startingPoint: true,
    furtherOptions: ({ text }): Readonly<Record<string, string>> => (/\byahoo\w*\b/u.test(text) ? { as: "yahoo" } : /\bbloomberg\w*\b/u.test(text) ? { as: "bloomberg" } : {}),
    next: ["regress", "performance"],
  },
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(oneFactor("The factor it is regressed on; left out: the market")),
    ...analysisOptions,
    returns: returnsOption,
    split: optional(split("Has β changed? A day, from it on against before it, or days against all others: 2008..2009")),
    line: withDefault(yesOrNo("false: the points without their line, to guess the slope from"), true),
    guess: optional(slope("A slope that you see in the points, like 1.2: how far off it is")),
    as: optional(choice("As a provider makes it: yahoo (5 years, monthly) or bloomberg (2 years, weekly, adjusted)", providers)),
  },
  furtherOptions: ({ split: of, line, guess, as }) => ({
    ...(of === null ? {} : { split: splitText(of) }),
    ...(line || guess !== null ? {} : { line: "false" }),
    ...(guess === null ? {} : { guess: String(guess) }),
    ...(as === null ? {} : { as }),
  }),
  fit: (options, datasets): Outcome<ProviderFit & SplitFit, InputProblem> =>
    attempt(function* () {
      const { as, split: of } = options;
      return as === null ? { ...(yield* fitSplitAsset(options, of, datasets)), provider: null, steps: [] } : { ...(yield* fitAsProvider(options, as, datasets)), span: null };
    }),
  compute: ({ fit, span, provider, steps }, { line, guess }) =>
    attempt(function* () {
      return { pair: { fit, ...errorsBeside(fit), change: span === null ? null : yield* betaChange(fit, span) }, line, guess, provider, steps };
    }),
  reply: ({ pair, line, guess, provider, steps }, context) => {
    if (provider !== null) return providerBetaReply({ pair, provider, steps }, context);
    if (guess !== null) return guessAnswer(pair.fit, guess, context);
    return line ? betaReply(pair, context) : guessQuestion(pair.fit, context);
  },
  figures: ({ pair }) => ({ of: "beta", ...pair }),
});
