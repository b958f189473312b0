import { residualAutocorrelation } from "../engine/autocorrelation.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { classicalFit } from "../engine/robust-fit.ts";
import { success } from "../outcome.ts";
import { regressReply } from "../render/replies/regress.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const regress = defineAnalysis({
  name: "regress",
  part: "Co-movement",
  description: "The whole regression table of an asset on one or more factors, with what its tests say",
  asking: {
    about: "assets",
    answers: { one: ["durbin-watson", "adjusted-r-squared", "f-statistic", "regression", "loading"], multiple: ["beta", "t-beta", "p-beta", "se-beta", "ci-beta", "r-squared", "observations", "alpha", "alpha-annual", "t-alpha", "p-alpha", "se-alpha", "ci-alpha"] },
    next: ["beta", "residuals"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    model: optional(model("Its factors: capm, ff3, ff5, ff6, or a list like Mkt-RF HML; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: ({ fit }) => success({ fit, ...errorsBeside(fit), classical: classicalFit(fit), neighbours: residualAutocorrelation(fit) }),
  reply: regressReply,
  figures: (result) => ({ of: "regress", ...result }),
});
