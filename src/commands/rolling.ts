import { fitFactors } from "../engine/fit-factors.ts";
import { rollingFit } from "../engine/rolling-fit.ts";
import { rollingReview } from "../engine/rolling-review.ts";
import { success } from "../outcome.ts";
import { rollingReply } from "../render/replies/rolling.ts";
import { analysisOptions, contextOf, marketFactorOf, regressionInputs, fitRequestOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { wholeNumber } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

const { from, to, frequency, private: isPrivate, show } = analysisOptions;

/** A year of days; the five years of months that betas are commonly quoted for. */
const defaultWindow = { daily: 252, monthly: 60, annual: 10 } as const;

export const rolling = defineCommand({
  name: "rolling",
  part: "Frequency and time",
  description: "β and α through time: the regression over every window of so many rows",
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(series("The factor it is regressed on; left out: the market")),
    window: optional(wholeNumber("Rows in each window; left out: 252 days, or 60 months", 8, 10_000)),
    from,
    to,
    frequency,
    private: isPrivate,
    show,
  },
  run({ options, datasets }) {
    const factor = options.factor ? success(options.factor) : marketFactorOf(options.ticker, datasets);
    if (!factor.ok) return factor;
    const inputs = regressionInputs(options.ticker, [factor.value], options.frequency, datasets);
    if (!inputs.ok) return inputs;
    const { asset, factors } = inputs.value;
    const fitOptions = { ...options, errors: "classical", lags: null } as const;
    const wholeSample = fitFactors(asset, factors, fitRequestOf(fitOptions));
    if (!wholeSample.ok) return wholeSample;
    const window = options.window ?? defaultWindow[options.frequency];
    const rolled = rollingFit(asset, factors, window, fitRequestOf(fitOptions));
    if (!rolled.ok) return rolled;
    const own = { ticker: asset.id, factor: factor.value.id, window: String(window) };
    const { sample } = rolled.value;
    const context = contextOf({ command: "rolling", own, options: fitOptions, sample, inputs: inputs.value });
    return success(rollingReply(rollingReview(rolled.value, wholeSample.value), context));
  },
});
