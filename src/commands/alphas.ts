import { factorKind } from "../datasets/catalogue.ts";
import type { Datasets, DataSeries } from "../datasets/datasets.ts";
import { fitAssets } from "../engine/fit-assets.ts";
import { grsTest } from "../engine/grs-test.ts";
import { securityMarketLine } from "../engine/security-market-line.ts";
import { success } from "../outcome.ts";
import { alphasReply } from "../render/replies/alphas.ts";
import { analysisOptions, contextOf, multiAssetInputs, fitRequestOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { optional } from "./options/option.ts";
import { seriesList } from "./options/series-list.ts";
import { series } from "./options/series.ts";

/** As many as a reply and its picture hold. */
const maxAssets = 12;

export const alphas = defineCommand({
  name: "alphas",
  part: "Expected returns",
  description: "Is every α zero? The GRS test, and mean returns against the security market line",
  options: {
    tickers: optional(seriesList("The assets, like JPM WMT MSFT; left out: the course's own", { min: 1, max: maxAssets })),
    factor: optional(series("The factor they are regressed on; left out: Mkt-RF")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const factor = options.factor ? success(options.factor) : datasets.find("Mkt-RF");
    if (!factor.ok) return factor;
    const tickers = options.tickers ?? usualAssets(datasets, factor.value);
    const inputs = multiAssetInputs(tickers, [factor.value], options.frequency, datasets);
    if (!inputs.ok) return inputs;
    const { assets, factors } = inputs.value;
    const request = fitRequestOf(options);
    const fitted = fitAssets(assets, factors, request);
    if (!fitted.ok) return fitted;
    const joint = grsTest(assets, factors, request);
    if (!joint.ok) return joint;
    const line = securityMarketLine(assets, factors[0]!, request);
    if (!line.ok) return line;
    const own = { tickers: assets.map(({ id }) => id).join(" "), factor: factor.value.id };
    const { sample, fits } = fitted.value;
    const context = contextOf({ command: "alphas", own, options, sample, inputs: inputs.value });
    return success(alphasReply({ fits, joint: joint.value, line: line.value }, context));
  },
});

/**
 * The assets of the course's own files, but for the factor itself; without such files, the first that are loaded.
 * All that are loaded would share fewer days with every young stock among them.
 */
function usualAssets({ series: loaded }: Datasets, factor: DataSeries): readonly DataSeries[] {
  const assets = loaded.filter(({ id, kind }) => kind !== "rate" && id !== factor.id && factorKind(id) === null);
  const ofCourse = assets.filter(({ provenance: source }) => source.layout === "course");
  const chosen = ofCourse.length > 0 ? ofCourse : assets;
  return [...new Map(chosen.map((asset) => [asset.id, asset])).values()].slice(0, maxAssets);
}
