import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { sweepRecipes, nearestRecipes, sweptQuantities, type SweptPair, type SweptQuantity } from "../engine/sweep-recipes.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { Frequency } from "../engine/series.ts";
import { readAnswer, type ReadNumber } from "../exercises/answer/read-answer.ts";
import { reconcileReply } from "../render/replies/reconcile.ts";
import { marketFactorOf, regressionInputs } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { riskFreeRate } from "./excess-returns.ts";
import { checkOneOrigin } from "./one-origin.ts";
import { choice, text, yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";

export const reconcile = defineCommand({
  name: "reconcile",
  description: "Why is mine different? The windows, factors and conventions that give your number",
  heavy: true,
  asking: { about: "own-number" },
  part: "Questions",
  cached: true,
  options: {
    value: text("The number you got, like 1.31, 14.7% or 0.0006", 60),
    ticker: series("The asset it is about, like JPM"),
    quantity: optional(choice("What it is; left out: whatever comes nearest", sweptQuantities)),
    private: withDefault(yesOrNo("true: only you see the answer"), false),
  },
  run({ options, datasets }) {
    const { ticker, quantity } = options;
    const read = readAnswer(options.value, { kind: "number", unit: "ratio" });
    if (!read.ok) return read;
    if (read.value.kind !== "number") return failure({ kind: "unreadable-option", option: "value", text: options.value, expected: "number" });
    const pairs = pairsOf(ticker, datasets);
    if (!pairs.ok) return pairs;
    const swept = sweepRecipes(pairs.value.pairs, quantity === null ? likelyQuantities(read.value) : [quantity]);
    const chapterRecipes = swept.filter(({ departures }) => departures === 0);
    return success(
      reconcileReply({
        asset: ticker.id,
        input: { text: options.value, value: read.value.value, digits: read.value.digits },
        quantity,
        chapterRecipes,
        nearest: nearestRecipes(swept, read.value.value, read.value.halfUnit, 5),
        tried: swept.length,
        audience: options.private ? "asker" : "everyone",
      }),
    );
  },
});

/** What a number without a name may be: percentages are no betas, and nothing above ten is any of these. */
const likelyQuantities = ({ scale }: ReadNumber): readonly SweptQuantity[] =>
  scale === "%" || scale === "bps" ? ["alpha", "r-squared", "volatility", "hedged-volatility"] : ["beta", "r-squared", "alpha", "sharpe", "appraisal", "volatility"];

/** The asset with each market factor, daily and monthly; what is not loaded is left out, the asset's own series apart. */
function pairsOf(ticker: DataSeries, datasets: Datasets): Outcome<{ readonly pairs: readonly SweptPair[] }, Problem> {
  const chapterFactor = marketFactorOf(ticker, datasets);
  if (!chapterFactor.ok) return chapterFactor;
  const factors = ["SPY", "Mkt-RF"].flatMap((id) => {
    const found = datasets.find(id);
    return found.ok && found.value.id !== ticker.id ? [found.value] : [];
  });
  const pairs: SweptPair[] = [];
  for (const frequency of ["daily", "monthly"] as const satisfies readonly Frequency[]) {
    for (const factor of factors) {
      const inputs = regressionInputs(ticker, [factor], frequency, datasets, "as-filed");
      const isUsual = factor.id === chapterFactor.value.id;
      if (!inputs.ok) {
        if (isUsual && frequency === "daily") return inputs;
        continue;
      }
      const rate = riskFreeRate(frequency, datasets);
      const sameOrigin = rate.ok && checkOneOrigin([...inputs.value.sources, rate.value.source]).ok;
      pairs.push({ asset: inputs.value.asset, factor: inputs.value.factors[0], rate: sameOrigin ? rate.value.series : null, isUsual });
    }
  }
  return success({ pairs });
}
