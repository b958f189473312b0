import { positionSize } from "../engine/position-size.ts";
import { success } from "../outcome.ts";
import { sizeReply } from "../render/replies/size.ts";
import { analysisOptions } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { fitForCommand } from "./fit-for-command.ts";
import { choice } from "./options/kinds.ts";
import { model } from "./options/model.ts";
import { money } from "./options/money.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";

export const size = defineCommand({
  name: "size",
  part: "Risk budgets",
  description: "Position sizes under a volatility budget, unhedged and hedged, and the expected P&L of both",
  options: {
    ticker: series("The asset, like MSFT"),
    budget: withDefault(money("Dollars of volatility you may have, like 1m or $2.5M; left out: $1,000,000"), 1_000_000),
    horizon: withDefault(
      choice("What the budget is for: a day, a month (√21) or a year (√252); left out: a month", ["day", "month", "year"]),
      "month",
    ),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const { budget, horizon } = options;
    const own = { budget: String(budget), horizon };
    const commandFit = fitForCommand({ command: "size", options, ownOptions: own, datasets });
    if (!commandFit.ok) return commandFit;
    const { fit, context } = commandFit.value;
    const size = positionSize(fit, { dollars: budget, horizon });
    if (!size.ok) return size;
    const otherHorizon = positionSize(fit, { dollars: budget, horizon: horizon === "year" ? "month" : "year" });
    if (!otherHorizon.ok) return otherHorizon;
    return success(sizeReply({ fit, size: size.value, otherHorizon: otherHorizon.value }, context));
  },
});
