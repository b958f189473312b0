import { fitFactors } from "../engine/fit-factors.ts";
import { rollingFit } from "../engine/rolling-fit.ts";
import { rollingReview } from "../engine/rolling-review.ts";
import { success } from "../outcome.ts";
import { rollingReply } from "../render/replies/rolling.ts";
import { analysisOptions, contextOf, marketFactorOf, materialsFor, requestOf } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { wholeNumber } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

const { from, to, frequency, private: hidden, show } = analysisOptions;

/** A year of days; the five years of months that betas are commonly quoted for. */
const usualWindow = { daily: 252, monthly: 60, annual: 10 } as const;

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
    private: hidden,
    show,
  },
  run({ options, datasets }) {
    const factor = options.factor ? success(options.factor) : marketFactorOf(options.ticker, datasets);
    if (!factor.ok) return factor;
    const materials = materialsFor(options.ticker, [factor.value], options.frequency, datasets);
    if (!materials.ok) return materials;
    const { asset, factors } = materials.value;
    const asked = { ...options, errors: "classical", lags: null } as const;
    const whole = fitFactors(asset, factors, requestOf(asked));
    if (!whole.ok) return whole;
    const window = options.window ?? usualWindow[options.frequency];
    const rolled = rollingFit(asset, factors, window, requestOf(asked));
    if (!rolled.ok) return rolled;
    const own = { ticker: asset.id, factor: factor.value.id, window: String(window) };
    const { sample } = rolled.value;
    const context = contextOf({ command: "rolling", own, options: asked, sample, materials: materials.value });
    return success(rollingReply(rollingReview(rolled.value, whole.value), context));
  },
});
