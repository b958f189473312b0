import { performanceOf } from "../engine/performance.ts";
import { attempt } from "../outcome.ts";
import { compoundingNotes } from "../render/notes.ts";
import { performanceReply } from "../render/replies/performance.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions } from "./analysis.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { growthRows } from "./growth-rows.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

export const performance = defineAnalysis({
  name: "performance",
  part: "Performance",
  description: "Sharpe, appraisal and information ratios, drawdown, years to t = 2, and the growth of $1",
  asking: {
    about: "assets",
    answers: { one: ["sharpe", "drawdown", "hedged-sharpe", "appraisal", "residual-volatility", "information-ratio", "treynor", "years-needed", "up-down-beta", "tracking-error", "cumulative-return", "volatility", "mean-return"] },
    startingPoint: true,
    next: ["hedge", "beta"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: (fitted, { ticker }, datasets) =>
    attempt(function* () {
      const rows = yield* growthRows(fitted, ticker, datasets);
      return { fit: fitted.fit, performance: yield* performanceOf(fitted.fit, rows), rows };
    }),
  reply: ({ fit, performance, rows }, context) =>
    performanceReply({ fit, performance, growth: rows.growth }, { ...context, sources: rows.sources, notes: [...context.notes, ...compoundingNotes(rows.compounded)] }),
});
