import { listText } from "../series-list.ts";
import { atLeastOne, type AtLeastOne } from "../engine/at-least-one.ts";
import { residualPairs } from "../engine/correlation-interval.ts";
import { describeSeries } from "../engine/describe-series.ts";
import { fitAssets } from "../engine/fit-assets.ts";
import type { FitRequest } from "../engine/fit-factors.ts";
import type { Series } from "../engine/series.ts";
import { daysOfSample } from "../engine/whole-periods-window.ts";
import { withoutDays } from "../engine/without-days.ts";
import { factorKind } from "../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { all, attempt } from "../outcome.ts";
import { describeReply } from "../render/replies/describe.ts";
import type { DescribeResult } from "../render/results.ts";
import { analysisOptions, fitRequestOf, returnsOption, settingsOf, type AnalysisOptions } from "./analysis-options.ts";
import { contextOf } from "./analysis-context.ts";
import { multiAssetInputs, seriesInputs, sharedFactorOf } from "./analysis-inputs.ts";
import { defineCommand } from "./command.ts";
import { pathOf, type ReturnChoice } from "./excess-returns.ts";
import { insideSample } from "./growth-rows.ts";
import { factsInSample, periodsInWindow } from "./periods-in-window.ts";
import { seriesList } from "./options/series-list.ts";

const { from, to, without, frequency, private: isPrivate, show } = analysisOptions;

/** Series by themselves and beside each other, no regression of one on another: assets, factors, the risk-free rate. */
export const describe = defineCommand({
  name: "describe",
  part: "Performance",
  description: "Mean, volatility, Sharpe, drawdown and correlations of any series: assets, factors, RF",
  example: "/describe SMB HML",
  cached: true,
  asking: { about: "assets", headline: "mean-return", answers: { one: ["lowest-return", "highest-return", "covariance", "skewness", "kurtosis"], several: ["lowest-return", "highest-return", "residual-correlation", "correlation", "covariance", "sharpe", "drawdown", "appraisal", "residual-volatility", "volatility", "mean-return"], factor: ["lowest-return", "highest-return", "sharpe", "drawdown", "volatility", "mean-return", "correlation", "covariance", "skewness", "kurtosis", "variance", "cumulative-return"] }, ignoresFactors: true, next: ["performance", "compare"] },
  options: {
    series: seriesList("1 to 6 series, like JPM WMT or SMB", { min: 1, max: 6 }),
    from,
    to,
    without,
    frequency,
    returns: returnsOption,
    private: isPrivate,
    show,
  },
  run: ({ options, datasets }) =>
    attempt(function* () {
      const settings = settingsOf(options);
      const { series: named } = options;
      const measure: ReturnChoice = { frequency: settings.frequency, measure: settings.returns };
      const inputs = yield* seriesInputs(named, measure, datasets);
      const leftIn = ([one, ...others]: AtLeastOne<Series>): AtLeastOne<Series> => [withoutDays(one, settings.without), ...others.map((series) => withoutDays(series, settings.without))];
      const paths = yield* all(named.map((series) => pathOf(series, measure, datasets)));
      const own = leftIn(inputs.series);
      const periods = yield* periodsInWindow(options, settings.frequency, datasets);
      const described = yield* describeSeries(own, { ...periods.window, paths: leftIn(atLeastOne(paths.map(({ series }) => series))) });
      const { sample } = described;
      const facts = factsInSample(inputs, sample, periods);
      const market = fitsOnMarket(named, own, settings, fitRequestOf(settings, daysOfSample(sample)), datasets);
      const result = { ...described, ...market, residualPairs: residualPairs(market.fits) };
      const daily = settings.frequency === "daily" ? paths.flatMap(({ compounded }) => compounded).map((periods) => insideSample(periods, sample, settings.without)) : [];
      const filled = paths.filter(({ sources }) => sources.some(({ fills }) => fills)).flatMap(({ sources }) => sources);
      const context = contextOf({
        command: "describe",
        own: { series: listText(named.map(({ id }) => id)) },
        options: settings,
        sample,
        inputs: { ...facts, sources: [...inputs.sources, ...filled], compounded: [...facts.compounded, ...daily] },
        series: named.map(({ id }) => id),
        remarks: [],
      });
      const subjects = named.map(({ id }) => ({ asset: id, factors: [], first: sample.first, last: sample.last }));
      return { ...describeReply(result, context), subjects, figures: { of: "describe" as const, ...result } };
    }),
});

/**
 * The assets among the series on the chapter's market, on the rows that it has too: for what a hedge would leave. What the
 * series are by themselves doesn't rest on it, so where it can't be had there are no fits.
 */
function fitsOnMarket(named: readonly DataSeries[], series: readonly Series[], { frequency, returns }: AnalysisOptions, request: FitRequest, datasets: Datasets): Pick<DescribeResult, "fits" | "market"> {
  const none = { fits: [], market: null };
  const assets = named.filter(({ id, kind }) => factorKind(id) === null && kind !== "rate");
  const factor = sharedFactorOf(assets, datasets);
  if (assets.length === 0 || !factor.ok) return none;
  const own = series.filter(({ id }) => id !== factor.value.id && assets.some((asset) => asset.id === id));
  const market = multiAssetInputs(assets, [factor.value], { frequency, measure: returns }, datasets);
  if (own.length === 0 || !market.ok) return none;
  const fitted = fitAssets(own, market.value.factors, request);
  return fitted.ok ? { fits: fitted.value.fits, market: factor.value.id } : none;
}
