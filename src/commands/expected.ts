import { expectedReturn } from "../engine/expected-return.ts";
import { success } from "../outcome.ts";
import { expectedReply } from "../render/replies/expected.ts";
import { analysisOptions, riskFreeRate } from "./analysis.ts";
import { defineCommand } from "./command.ts";
import { fitForCommand } from "./fit-for-command.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const expected = defineCommand({
  name: "expected",
  part: "Expected returns",
  description: "The expected return and its parts: E[r] = risk-free rate + α + β · E[f]",
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors that pay a premium, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  run({ options, datasets }) {
    const commandFit = fitForCommand({ command: "expected", options, datasets });
    if (!commandFit.ok) return commandFit;
    const { fit, context, inputs } = commandFit.value;
    const rate = riskFreeRate(options.frequency, datasets);
    if (!rate.ok) return rate;
    const expected = expectedReturn(fit, rate.value.series);
    if (!expected.ok) return expected;
    const sources = [...inputs.sources, rate.value.source];
    return success(expectedReply({ fit, expected: expected.value }, { ...context, sources }));
  },
});
