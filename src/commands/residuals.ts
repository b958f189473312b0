import { fitFactors } from "../engine/fit-factors.ts";
import { residualReport } from "../engine/residual-report.ts";
import { success } from "../outcome.ts";
import { residualsReply } from "../render/replies/residuals.ts";
import { analysisOptions, contextOf, marketFactorOf, regressionInputs, fitRequestOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const residuals = defineCommand({
  name: "residuals",
  part: "Co-movement",
  description: "What β leaves over: r − βf against the factor, and the residuals against the normal curve",
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
    const context = contextOf({ command: "residuals", own, options, sample: fit.value.sample, inputs: inputs.value });
    return success(residualsReply(fit.value, residualReport(fit.value), context));
  },
});
