import { decidingFit } from "../engine/deciding-fit.ts";
import { compareBetas, robustComparison } from "../engine/compare-betas.ts";
import { attempt } from "../outcome.ts";
import { compareReply } from "../render/replies/compare.ts";
import { compareQuestion } from "../render/replies/guess.ts";
import { fitSeveralAssets } from "./analysis-fit.ts";
import { analysisOptions, returnsOption } from "./analysis-options.ts";
import { sharedFactorOf } from "./analysis-inputs.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { yesOrNo } from "./options/kinds.ts";
import { oneFactor } from "./options/one-factor.ts";
import { optional, withDefault } from "./options/option.ts";
import { seriesList } from "./options/series-list.ts";

export const compare = defineAnalysis({
  name: "compare",
  part: "Co-movement",
  description: "Who moves more with the market: 2 to 4 assets on the same days and equal axes",
  example: "/compare JPM WMT",
  asking: {
    about: "assets",
    headline: "beta",
    answers: { difference: ["alpha", "alpha-annual", "t-alpha", "p-alpha", "beta", "t-beta", "p-beta"], several: ["beta", "t-beta", "p-beta", "se-beta", "ci-beta", "r-squared"] },
    sideBySide: true,
    next: [],
  },
  options: {
    tickers: seriesList("2 to 4 assets, like JPM WMT", { min: 2, max: 4 }),
    factor: optional(oneFactor("The factor they are regressed on; left out: the market")),
    ...analysisOptions,
    returns: returnsOption,
    line: withDefault(yesOrNo("false: the points without their lines, to judge the slopes by eye"), true),
  },
  fit: fitSeveralAssets({ factor: sharedFactorOf }),
  furtherOptions: ({ line }) => (line ? {} : { line: "false" }),
  compute: ({ inputs, request }, { line }) =>
    attempt(function* () {
      const comparison = yield* compareBetas(inputs.assets, inputs.factors[0], request);
      return { result: { comparison, robust: robustComparison(comparison), deciding: comparison.fits.map(decidingFit) }, line };
    }),
  reply: ({ result, line }, context) => (line ? compareReply(result, context) : compareQuestion(result.comparison, context)),
  figures: ({ result }) => ({ of: "compare", ...result }),
});
