import { compareBetas } from "../engine/compare-betas.ts";
import { success } from "../outcome.ts";
import { compareReply } from "../render/replies/compare.ts";
import { analysisOptions, contextOf, multiAssetInputs, fitRequestOf, sharedFactorOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { optional } from "./options/option.ts";
import { seriesList } from "./options/series-list.ts";
import { series } from "./options/series.ts";

export const compare = defineCommand({
  name: "compare",
  part: "Co-movement",
  description: "Who moves more with the market: 2 to 4 assets on the same days and equal axes",
  options: {
    tickers: seriesList("2 to 4 assets, like JPM WMT", { min: 2, max: 4 }),
    factor: optional(series("The factor they are regressed on; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const factor = options.factor ? success(options.factor) : sharedFactorOf(options.tickers, datasets);
    if (!factor.ok) return factor;
    const inputs = multiAssetInputs(options.tickers, [factor.value], options.frequency, datasets);
    if (!inputs.ok) return inputs;
    const { assets, factors } = inputs.value;
    const comparison = compareBetas(assets, factors[0]!, fitRequestOf(options));
    if (!comparison.ok) return comparison;
    const own = { tickers: assets.map(({ id }) => id).join(" "), factor: factor.value.id };
    const { sample } = comparison.value;
    return success(
      compareReply(comparison.value, contextOf({ command: "compare", own, options, sample, inputs: inputs.value })),
    );
  },
});
