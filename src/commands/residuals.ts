import { residualAutocorrelation } from "../engine/autocorrelation.ts";
import { residualReport } from "../engine/residual-report.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { success } from "../outcome.ts";
import { residualsReply } from "../render/replies/residuals.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions, returnsOption } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const residuals = defineAnalysis({
  name: "residuals",
  part: "Co-movement",
  description: "What β leaves over: r − βf against the factor, and the residuals against the normal curve",
  asking: {
    about: "assets",
    headline: "residual",
    answers: { one: ["normality", "autocorrelation", "residual", "residual-correlation"] },
    next: ["beta", "regress"],
  },
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(model("Its factor or factors, or ff3, ff5, ff6, carhart; left out: the market")),
    ...analysisOptions,
    returns: returnsOption,
  },
  fit: fitOneAsset,
  compute: ({ fit }) => success({ fit, ...errorsBeside(fit), report: residualReport(fit), neighbours: residualAutocorrelation(fit) }),
  reply: residualsReply,
  figures: (result) => ({ of: "residuals", ...result }),
});
