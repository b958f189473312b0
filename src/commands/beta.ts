import { fitFactors } from "../engine/fit-factors.ts";
import { success } from "../outcome.ts";
import { betaReply } from "../render/replies/beta.ts";
import { analysisOptions, contextOf, marketFactorOf, regressionInputs, fitRequestOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const beta = defineCommand({
  name: "beta",
  part: "Co-movement",
  description: "α, β and R² of an asset on the market factor, with the scatter and the fitted line",
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(series("The factor it is regressed on; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const factor = options.factor ? success(options.factor) : marketFactorOf(options.ticker, datasets);
    if (!factor.ok) return factor;
    const inputs = regressionInputs(options.ticker, [factor.value], options.frequency, datasets);
    if (!inputs.ok) return inputs;
    const { asset, factors } = inputs.value;
    const fit = fitFactors(asset, factors, fitRequestOf(options));
    if (!fit.ok) return fit;
    const own = { ticker: asset.id, factor: factor.value.id };
    const context = contextOf({ command: "beta", own, options, sample: fit.value.sample, inputs: inputs.value });
    return success(betaReply(fit.value, context));
  },
});
