import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { success } from "../outcome.ts";
import { hedgeReply } from "../render/replies/hedge.ts";
import { analysisOptions } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { fitForCommand } from "./fit-for-command.ts";
import { model } from "./options/model.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";
import { share } from "./options/share.ts";

export const hedge = defineCommand({
  name: "hedge",
  part: "Tracking and hedging",
  description: "The hedged portfolio, α + ε: dollars of the factor to sell for a dollar of the asset",
  options: {
    ticker: series("The asset, like MSFT"),
    target: withDefault(share("Share of variance that may stay the factor's, like 20%; left out: 0%, a whole hedge", 0.99), 0),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const own = options.target === 0 ? {} : { target: String(options.target) };
    const commandFit = fitForCommand({ command: "hedge", options, ownOptions: own, datasets });
    if (!commandFit.ok) return commandFit;
    const { fit, context } = commandFit.value;
    const hedged = hedgedPortfolio(fit, options.target);
    if (!hedged.ok) return hedged;
    return success(hedgeReply({ fit, hedged: hedged.value }, context));
  },
});
