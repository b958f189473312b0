import { residualPairs } from "../engine/correlation-interval.ts";
import { describeSeries } from "../engine/describe-series.ts";
import { fitAssets } from "../engine/fit-assets.ts";
import { withoutDays } from "../engine/without-days.ts";
import { factorKind } from "../datasets/catalogue.ts";
import { attempt, success } from "../outcome.ts";
import { describeReply } from "../render/replies/describe.ts";
import { inSample } from "./analysis-fit.ts";
import { analysisOptions, contextOf, fitRequestOf, multiAssetInputs, returnsOption, settingsOf, sharedFactorOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
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
      const [first, ...others] = options.series;
      if (first === undefined) throw new RangeError("a list of series has at least one");
      const assets = options.series.filter(({ id, kind }) => factorKind(id) === null && kind !== "rate");
      const factor = assets.length > 0 ? [yield* sharedFactorOf(assets, datasets)] : [];
      const beside = factor.filter(({ id }) => !options.series.some((series) => series.id === id));
      const inputs = yield* multiAssetInputs([first, ...others], beside.length > 0 ? beside : [first], { frequency: settings.frequency, measure: settings.returns }, datasets);
      const [one, ...rest] = inputs.assets;
      const all = [withoutDays(one, settings.without), ...rest.map((series) => withoutDays(series, settings.without))] as const;
      const request = fitRequestOf(settings);
      const described = yield* describeSeries([...all], beside.length > 0 ? inputs.factors : [], { from: request.from, to: request.to });
      const { sample } = described;
      const own = all.filter(({ id }) => assets.some((asset) => asset.id === id));
      const market = [...all, ...inputs.factors].find(({ id }) => id === factor[0]?.id);
      const [firstOwn, ...moreOwn] = own.filter(({ id }) => id !== market?.id);
      const fitted = market === undefined || firstOwn === undefined ? success(null) : fitAssets([firstOwn, ...moreOwn], [market], request);
      const fits = fitted.ok && fitted.value !== null ? fitted.value.fits : [];
      const names = { series: options.series.map(({ id }) => id).join(" ") };
      const result = { ...described, fits, residualPairs: residualPairs(fits), market: market?.id ?? null };
      const used = fits.length > 1 && beside.length > 0 ? [...options.series, ...beside] : options.series;
      const context = contextOf({ command: "describe", own: names, options: settings, sample, inputs: { ...inputs, compounded: inSample(inputs.compounded, sample, settings) }, series: used.map(({ id }) => id), remarks: [] });
      return { ...describeReply(result, context), figures: { of: "describe" as const, ...result } };
    }),
});
