import { growth } from "../engine/growth.ts";
import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { performanceOf } from "../engine/performance.ts";
import { success } from "../outcome.ts";
import { performanceReply } from "../render/replies/performance.ts";
import { analysisOptions } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { fitForCommand } from "./fit-for-command.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const performance = defineCommand({
  name: "performance",
  part: "Performance",
  description: "Sharpe, appraisal and information ratios, drawdown, years to t = 2, and the growth of $1",
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const commandFit = fitForCommand({ command: "performance", options, datasets });
    if (!commandFit.ok) return commandFit;
    const { fit, context } = commandFit.value;
    const performance = performanceOf(fit);
    if (!performance.ok) return performance;
    const hedged = hedgedPortfolio(fit);
    if (!hedged.ok) return hedged;
    const grown = { unhedged: growth(fit.rows.asset), hedged: growth(hedged.value.returns) };
    return success(performanceReply({ fit, performance: performance.value, growth: grown }, context));
  },
});
