import { varianceDecomposition } from "../engine/variance-decomposition.ts";
import { success } from "../outcome.ts";
import { varianceReply } from "../render/replies/variance.ts";
import { fitSeveralAssets } from "./analysis-fit.ts";
import { analysisOptions, sharedFactorOf } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { seriesList } from "./options/series-list.ts";

export const variance = defineAnalysis({
  name: "variance",
  part: "Variance",
  description: "The variance decomposition: factor and idiosyncratic shares of one or several assets",
  asking: {
    about: "assets",
    answers: { one: ["variance", "factor-share", "idiosyncratic-share"] },
    startingPoint: true,
    next: ["hedge", "regress"],
  },
  options: {
    ticker: seriesList("The asset, or up to four: JPM WMT", { min: 1, max: 4 }),
    factor: optional(model("The factor or factors, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitSeveralAssets({ factor: sharedFactorOf }),
  compute: ({ fits }) => success({ fits, decompositions: fits.map(varianceDecomposition) }),
  reply: varianceReply,
});
