import { positionInference } from "../engine/position-inference.ts";
import { sectioningRowsNeeded } from "../engine/sectioning.ts";
import { positionSize } from "../engine/position-size.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { attempt } from "../outcome.ts";
import { sizeReply } from "../render/replies/size.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { choice } from "./options/kinds.ts";
import { model } from "./options/model.ts";
import { money } from "./options/money.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";

export const size = defineAnalysis({
  name: "size",
  part: "Risk budgets",
  description: "Position sizes under a volatility budget, unhedged and hedged, and the expected P&L of both",
  example: "/size MSFT 1m",
  asking: {
    about: "assets",
    headline: "position-size",
    answers: { one: ["position-size", "expected-pnl"] },
    furtherOptions: ({ dollars, horizon, targetVolatility }) => ({
      ...(targetVolatility !== null ? { budget: String(Math.round(targetVolatility * (dollars ?? 1_000_000))), horizon: "year" } : {
        ...(dollars === null ? {} : { budget: String(dollars) }),
        ...(horizon === null ? {} : { horizon }),
      }),
    }),
    // The period of a budget is not that of the returns.
    takesFrequency: ({ dollars }) => dollars === null,
    next: ["hedge", "performance"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    budget: withDefault(money("Dollars of volatility you may have, like 1m or $2.5M; left out: $1,000,000"), 1_000_000),
    horizon: withDefault(
      choice("What the budget is for: day, week (√5), month (√21), quarter (√63), year (√252); left out: a month", ["day", "week", "month", "quarter", "year"], {
        daily: "day",
        weekly: "week",
        monthly: "month",
        quarterly: "quarter",
        annual: "year",
        annually: "year",
        yearly: "year",
      }),
      "month",
    ),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  furtherOptions: ({ budget, horizon }) => ({ budget: String(budget), horizon }),
  compute: ({ fit }, { budget, horizon }) =>
    attempt(function* () {
      const size = yield* positionSize(fit, { dollars: budget, horizon });
      const otherHorizon = yield* positionSize(fit, { dollars: budget, horizon: horizon === "year" ? "month" : "year" });
      const inferred = positionInference(fit, size);
      return { fit, ...errorsBeside(fit), size, otherHorizon, inference: inferred.ok ? inferred.value : null, rowsNeeded: sectioningRowsNeeded(fit.sample) };
    }),
  reply: sizeReply,
  figures: ({ fit, deciding, size }) => ({ of: "size", fit, deciding, size }),
});
