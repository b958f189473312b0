import { comparisonPattern } from "../asking/question-patterns.ts";
import { compareBetas, robustComparison } from "../engine/compare-betas.ts";
import { attempt } from "../outcome.ts";
import { compareReply } from "../render/replies/compare.ts";
import { fitSeveralAssets } from "./analysis-fit.ts";
import { analysisOptions, sharedFactorOf } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { optional } from "./options/option.ts";
import { seriesList } from "./options/series-list.ts";
import { series } from "./options/series.ts";

export const compare = defineAnalysis({
  name: "compare",
  part: "Co-movement",
  description: "Who moves more with the market: 2 to 4 assets on the same days and equal axes",
  example: "/compare JPM WMT",
  asking: {
    about: "assets",
    cues: [],
    sideBySide: true,
    evidence({ question, compared, matches, penalty }) {
      if (compared.length < 2 || !comparisonPattern.test(question.text)) return null;
      // It is about β: what else is asked of several assets is no comparison that it makes.
      if (matches.some(({ command, confidence }) => !["beta", "regress"].includes(command) && confidence > 0.8)) return 0.5;
      return (compared.length === question.assets.length ? 0.93 : 0.9) - penalty;
    },
    next: [],
  },
  options: {
    tickers: seriesList("2 to 4 assets, like JPM WMT", { min: 2, max: 4 }),
    factor: optional(series("The factor they are regressed on; left out: the market")),
    ...analysisOptions,
  },
  fit: fitSeveralAssets({ factor: sharedFactorOf }),
  compute: ({ inputs, request }) =>
    attempt(function* () {
      const comparison = yield* compareBetas(inputs.assets, inputs.factors[0], request);
      return { comparison, robust: robustComparison(comparison) };
    }),
  reply: compareReply,
});
