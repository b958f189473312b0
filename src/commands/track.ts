import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { trackingPortfolio } from "../engine/tracking-portfolio.ts";
import { success } from "../outcome.ts";
import { trackReply } from "../render/replies/track.ts";
import { analysisOptions } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { fitForCommand } from "./fit-for-command.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const track = defineCommand({
  name: "track",
  part: "Tracking and hedging",
  description: "The tracking (mimicking) portfolio, β dollars of the factor for a dollar of the asset",
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors it is tracked with, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const commandFit = fitForCommand({ command: "track", options, datasets });
    if (!commandFit.ok) return commandFit;
    const { fit, context } = commandFit.value;
    const hedged = hedgedPortfolio(fit);
    if (!hedged.ok) return hedged;
    return success(trackReply({ fit, tracking: trackingPortfolio(fit), hedged: hedged.value }, context));
  },
});
