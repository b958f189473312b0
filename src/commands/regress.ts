import type { Problem } from "../render/problem.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import { success, type Outcome } from "../outcome.ts";
import { regressReply } from "../render/replies/regress.ts";
import { analysisOptions, contextOf, marketFactorOf, regressionInputs, fitRequestOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const regress = defineCommand({
  name: "regress",
  part: "Co-movement",
  description: "The whole regression table of an asset on one or more factors, with what its tests say",
  options: {
    ticker: series("The asset, like MSFT"),
    model: optional(model("Its factors: capm, ff3, ff5, ff6, or a list like Mkt-RF HML; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const market = options.model ? success(options.model.factors) : singleFactor(marketFactorOf(options.ticker, datasets));
    if (!market.ok) return market;
    const inputs = regressionInputs(options.ticker, market.value, options.frequency, datasets);
    if (!inputs.ok) return inputs;
    const { asset, factors } = inputs.value;
    const fit = fitFactors(asset, factors, fitRequestOf(options));
    if (!fit.ok) return fit;
    const own = { ticker: asset.id, model: options.model?.name ?? factors.map(({ id }) => id).join(" ") };
    const context = contextOf({ command: "regress", own, options, sample: fit.value.sample, inputs: inputs.value });
    return success(regressReply(fit.value, context));
  },
});

const singleFactor = <T>(factor: Outcome<T, Problem>): Outcome<readonly T[], Problem> => (factor.ok ? success([factor.value]) : factor);
