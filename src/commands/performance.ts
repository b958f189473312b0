import type { FactorFit } from "../engine/factor-fit.ts";
import { hedgeInfluence } from "../engine/hedge-influence.ts";
import { hedgedPortfolio, type HedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { performanceOf } from "../engine/performance.ts";
import { performanceInference } from "../engine/performance-inference.ts";
import type { EngineProblem } from "../engine/problem.ts";
import { rowsNeeded } from "../engine/robust-fit.ts";
import { vasicekBeta } from "../engine/vasicek-beta.ts";
import { factorKind } from "../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { daysOfSample } from "../engine/whole-periods-window.ts";
import { attemptAsync, success, type Outcome } from "../outcome.ts";
import { compoundingNotes } from "../render/period-notes.ts";
import { performanceReply, type ComparedRatios, type PerformanceResult } from "../render/replies/performance.ts";
import type { Calculations } from "./calculations/calculations.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { fitOneAsset, type OneAssetFit } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { growthRows } from "./growth-rows.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const performance = defineAnalysis({
  name: "performance",
  part: "Performance",
  description: "Sharpe, appraisal and information ratios, drawdown, years to t = 2, and the growth of $1",
  asking: {
    about: "assets",
    headline: "sharpe",
    answers: { one: ["sharpe", "drawdown", "hedged-sharpe", "appraisal", "residual-volatility", "information-ratio", "treynor", "timing", "capture", "years-needed", "up-down-beta", "tracking-error", "cumulative-return", "volatility", "mean-return"] },
    startingPoint: true,
    next: ["hedge", "beta"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitWithoutBlanks,
  compute: (fitted, { ticker, show }, { datasets, calculate }) =>
    attemptAsync(async function* () {
      const { fit } = fitted;
      const rows = yield* growthRows(fitted, ticker, datasets);
      const performance = yield* performanceOf(fit, rows);
      const hedged = yield* hedgedPortfolio(fit);
      const errors = errorsBeside(fit);
      const comparison = yield* await comparedRatios(fit, hedged, calculate);
      // Twenty regressions more, for a line behind More.
      const vasicek = fit.factors.length > 1 || show === "answer" ? null : vasicekOf(fitted, errors.deciding, ticker, datasets);
      return { fit, ...errors, vasicek, performance, inference: performanceInference(fit), comparison, rows };
    }),
  figures: ({ fit, deciding, performance, inference, comparison }) => ({ of: "performance", fit, deciding, performance, inference, difference: "test" in comparison ? comparison.test : null }),
  reply: ({ rows, ...result }, context) =>
    performanceReply({ ...result, growth: rows.growth }, { ...context, sources: rows.sources, compounded: [...(context.compounded ?? []), ...rows.compounded], notes: [...context.notes, ...compoundingNotes(rows.compounded)] }),
});

/** Of daily rows the growth of a dollar tells of each blank day, or by what it was filled. */
function fitWithoutBlanks(options: Parameters<typeof fitOneAsset>[0], datasets: Datasets): ReturnType<typeof fitOneAsset> {
  const fitted = fitOneAsset(options, datasets);
  if (!fitted.ok || fitted.value.settings.frequency !== "daily") return fitted;
  const { inputs } = fitted.value;
  return success({ ...fitted.value, inputs: { ...inputs, blank: { ...inputs.blank, days: new Int32Array() } } });
}

/** β weighed against those of the other stocks of the asset's origin, on the same factor in the same window, each on rows enough. */
function vasicekOf({ model, settings, sample }: OneAssetFit, { betas: [own] }: FactorFit, ticker: DataSeries, datasets: Datasets): NonNullable<PerformanceResult["vasicek"]> {
  const isOther = ({ id, kind, provenance }: DataSeries): boolean =>
    id !== ticker.id && id !== "SPY" && kind !== "rate" && factorKind(id) === null && !model.factors.some((factor) => factor.id === id) && provenance.layout !== "french" && provenance.origin === ticker.provenance.origin;
  const ids = [...new Set(datasets.series.filter(isOther).map(({ id }) => id))];
  const others = ids.flatMap((id) => {
    const stock = datasets.find(id);
    const fitted = stock.ok ? fitOneAsset({ ...settings, ticker: stock.value, factor: model, ...daysOfSample(sample), errors: "classical", lags: null }, datasets) : stock;
    return fitted.ok && rowsNeeded(fitted.value.sample) === null ? [{ id, beta: fitted.value.fit.betas[0].value }] : [];
  });
  return vasicekBeta(own, others) ?? { others: others.length };
}

/** Whether hedging changed the Sharpe ratio, tested where the rows allow it: hedged less unhedged. */
export async function comparedRatios(fit: FactorFit, hedged: HedgedPortfolio, calculate: Calculations): Promise<Outcome<ComparedRatios, EngineProblem>> {
  const needed = rowsNeeded(fit.sample);
  if (needed !== null) return success({ needed });
  const first = { returns: hedged.returns, days: fit.rows.days, sample: fit.sample };
  const tested = await calculate.sharpeDifference({ first, second: fit.rows.asset, request: { resamples, level: fit.inference.level, estimated: hedgeInfluence(fit) } });
  return tested.ok ? success({ test: tested.value }) : tested;
}

/** p to a thousandth, and always the same one, as the seed is. */
const resamples = 999;
