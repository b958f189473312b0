import { changeQuantities } from "./answer-first/change.ts";
import { betaChange } from "../engine/beta-change.ts";
import { attempt } from "../outcome.ts";
import { betaReply } from "../render/replies/beta.ts";
import { guessAnswer, guessQuestion } from "../render/replies/guess.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions, returnsOption } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { yesOrNo } from "./options/kinds.ts";
import { oneFactor } from "./options/one-factor.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";
import { split, splitText } from "./options/split.ts";
import { slope } from "./options/slope.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";

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
  },
  furtherOptions: ({ split: of, line, guess }) => ({
    ...(of === null ? {} : { split: splitText(of) }),
    ...(line || guess !== null ? {} : { line: "false" }),
    ...(guess === null ? {} : { guess: String(guess) }),
  }),
  fit: fitOneAsset,
  compute: ({ fit }, { split: of, line, guess }) =>
    attempt(function* () {
      return { pair: { fit, ...errorsBeside(fit), change: of === null ? null : yield* betaChange(fit, of) }, line, guess };
    }),
  reply: ({ pair, line, guess }, context) => {
    if (guess !== null) return guessAnswer(pair.fit, guess, context);
    return line ? betaReply(pair, context) : guessQuestion(pair.fit, context);
  },
  figures: ({ pair }) => ({ of: "beta", ...pair }),
});
