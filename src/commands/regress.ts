import { residualAutocorrelation } from "../engine/autocorrelation.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import type { Datasets } from "../datasets/datasets.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { classicalFit } from "../engine/robust-fit.ts";
import { orthogonalFit } from "../engine/orthogonal-factors.ts";
import { attempt, success, type Outcome } from "../outcome.ts";
import { orthogonalNotes } from "../render/notes.ts";
import { regressReply } from "../render/replies/regress.ts";
import { fitOneAsset, type OneAssetFit, type OneAssetOptions } from "./analysis-fit.ts";
import { analysisOptions, type InputProblem } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { model } from "./options/model.ts";
import { yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";

export const regress = defineAnalysis({
  name: "regress",
  part: "Co-movement",
  description: "The whole regression table of an asset on one or more factors, with what its tests say",
  asking: {
    about: "assets",
    headline: "regression",
    answers: { one: ["durbin-watson", "adjusted-r-squared", "f-statistic", "regression", "loading"], multiple: ["beta", "t-beta", "p-beta", "se-beta", "ci-beta", "r-squared", "observations", "alpha", "alpha-annual", "t-alpha", "p-alpha", "se-alpha", "ci-alpha"] },
    next: ["beta", "residuals"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    model: optional(model("Its factors: capm, ff3, ff5, ff6, or a list like Mkt-RF HML; left out: the market")),
    ...analysisOptions,
    orthogonal: withDefault(yesOrNo("true: each factor less what the ones before it explain"), false),
  },
  furtherOptions: ({ orthogonal }) => (orthogonal ? { orthogonal: "true" } : {}),
  fit: fitRegression,
  compute: ({ fit, plain }) => success({ fit, plain, ...errorsBeside(fit), classical: classicalFit(fit), neighbours: residualAutocorrelation(fit) }),
  reply: regressReply,
  figures: (result) => ({ of: "regress", ...result }),
});

/** With the regression on the factors as they are, where each stands for what it adds to the ones before; else null. */
interface RegressionFit extends OneAssetFit {
  readonly plain: FactorFit | null;
}

function fitRegression(options: OneAssetOptions & { readonly orthogonal: boolean }, datasets: Datasets): Outcome<RegressionFit, InputProblem> {
  return attempt(function* () {
    const fitted = yield* fitOneAsset(options, datasets);
    if (!options.orthogonal || fitted.fit.factors.length === 1) return { ...fitted, plain: null };
    const fit = yield* orthogonalFit(fitted.fit, fitted.request);
    return { ...fitted, fit, plain: fitted.fit, remarks: orthogonalNotes(fitted.fit.factors) };
  });
}
