import { fitAssets } from "../engine/fit-assets.ts";
import { varianceDecomposition } from "../engine/variance-decomposition.ts";
import { success } from "../outcome.ts";
import { varianceReply } from "../render/replies/variance.ts";
import { analysisOptions, contextOf, multiAssetInputs, fitRequestOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { modelFor } from "./fit-for-command.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { seriesList } from "./options/series-list.ts";

export const variance = defineCommand({
  name: "variance",
  part: "Variance",
  description: "The variance decomposition: factor and idiosyncratic shares of one or several assets",
  options: {
    ticker: seriesList("The asset, or up to four: JPM WMT", { min: 1, max: 4 }),
    factor: optional(model("The factor or factors, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const factors = modelFor(options.factor, options.ticker, datasets);
    if (!factors.ok) return factors;
    const inputs = multiAssetInputs(options.ticker, factors.value.factors, options.frequency, datasets);
    if (!inputs.ok) return inputs;
    const fitted = fitAssets(inputs.value.assets, inputs.value.factors, fitRequestOf(options));
    if (!fitted.ok) return fitted;
    const { fits, sample } = fitted.value;
    const own = { ticker: fits.map(({ asset }) => asset).join(" "), factor: factors.value.name };
    const context = contextOf({ command: "variance", own, options, sample, inputs: inputs.value });
    return success(varianceReply({ fits, decompositions: fits.map(varianceDecomposition) }, context));
  },
});
