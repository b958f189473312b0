import { residualAutocorrelation } from "../engine/autocorrelation.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { classicalFit } from "../engine/robust-fit.ts";
import { orthogonalFits, type OrthogonalFits } from "../engine/orthogonal-factors.ts";
import { attempt, success, type Outcome } from "../outcome.ts";
import { orthogonalNotes } from "../render/notes.ts";
import { regressReply } from "../render/replies/regress.ts";
import type { OtherSize } from "../render/results.ts";
import { withoutDays } from "../engine/without-days.ts";
import { fitOneAsset, type OneAssetFit, type OneAssetOptions } from "./analysis-fit.ts";
import { analysisOptions, returnsOption } from "./analysis-options.ts";
import { regressionInputs, type InputProblem } from "./analysis-inputs.ts";
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
    furtherOptions: ({ text }) => (/\borthogonal/u.test(text) ? { orthogonal: "true" } : {}),
    next: ["beta", "residuals"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    model: optional(model("Its factors: capm, ff3, carhart, ff5, ff5-published, ff6, or a list: Mkt-RF HML; else the market")),
    ...analysisOptions,
    orthogonal: withDefault(yesOrNo("true: each factor less what the ones before it explain"), false),
    returns: returnsOption,
  },
  furtherOptions: ({ orthogonal }) => (orthogonal ? { orthogonal: "true" } : {}),
  fit: fitRegression,
  compute: (one, { ticker }, { datasets }) => {
    const { fit, orthogonal } = one;
    const plain = orthogonal === null ? null : orthogonal.plain;
    const errors = orthogonal === null ? { ...errorsBeside(fit), classical: classicalFit(fit) } : { robust: orthogonal.robust, deciding: orthogonal.deciding, classical: orthogonal.classical };
    return success({ fit, plain, ...errors, neighbours: residualAutocorrelation(fit), otherSize: withOtherSize(one, ticker, datasets) });
  },
  reply: regressReply,
  figures: ({ otherSize: _, ...result }) => ({ of: "regress", ...result }),
});

/**
 * French has two size factors: the chapter's five-factor model takes that of his three-factor file, Fama and French's own
 * that of the five-factor file. The regression again with the other one, on the same rows.
 */
function withOtherSize({ fit, model, settings, request }: OneAssetFit, asset: DataSeries, datasets: Datasets): OtherSize | null {
  const [size, other] = fit.factors.includes("SMB5") ? ["SMB5", "SMB"] : ["SMB", "SMB5"];
  if (!["RMW", "CMA", size].every((id) => fit.factors.includes(id)) || fit.factors.includes(other)) return null;
  const found = datasets.find(other);
  const origin = model.factors.find(({ id }) => id === size)?.provenance.origin;
  if (!found.ok || found.value.provenance.origin !== origin) return { missing: other };
  const inputs = regressionInputs(asset, model.factors.map((factor) => (factor.id === size ? found.value : factor)), { frequency: settings.frequency, measure: settings.returns }, datasets);
  if (!inputs.ok) return { missing: other };
  const again = fitFactors(withoutDays(inputs.value.asset, settings.without), inputs.value.factors, { ...request, from: fit.sample.first, to: fit.sample.last });
  return again.ok ? { fit: again.value, sources: inputs.value.sources, size: other, insteadOf: size } : { missing: other };
}

/** With the regression on the factors as they are, where each stands for what it adds to the ones before; else null. */
interface RegressionFit extends OneAssetFit {
  readonly orthogonal: (OrthogonalFits & { readonly plain: FactorFit }) | null;
}

function fitRegression(options: OneAssetOptions & { readonly orthogonal: boolean }, datasets: Datasets): Outcome<RegressionFit, InputProblem> {
  return attempt(function* () {
    const fitted = yield* fitOneAsset(options, datasets);
    if (!options.orthogonal || fitted.fit.factors.length === 1) return { ...fitted, orthogonal: null };
    const orthogonal = yield* orthogonalFits(fitted.fit, fitted.request);
    return { ...fitted, fit: orthogonal.fit, orthogonal: { ...orthogonal, plain: fitted.fit }, remarks: orthogonalNotes(fitted.fit.factors) };
  });
}
