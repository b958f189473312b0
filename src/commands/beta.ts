import { changeQuantities } from "./answer-first/change.ts";
import { betaChange } from "../engine/beta-change.ts";
import { attempt } from "../outcome.ts";
import { betaReply } from "../render/replies/beta.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";
import { split, splitText } from "./options/split.ts";
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
    factor: optional(series("The factor it is regressed on; left out: the market")),
    ...analysisOptions,
    split: optional(split("Has β changed? A day from which on it is compared with before, or days against the others: 2008..2009")),
  },
  furtherOptions: ({ split: of }) => (of === null ? {} : { split: splitText(of) }),
  fit: fitOneAsset,
  compute: ({ fit }, { split: of }) =>
    attempt(function* () {
      return { fit, ...errorsBeside(fit), change: of === null ? null : yield* betaChange(fit, of) };
    }),
  reply: betaReply,
  figures: (result) => ({ of: "beta", ...result }),
});
