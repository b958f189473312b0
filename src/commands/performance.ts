import type { FactorFit } from "../engine/factor-fit.ts";
import { hedgedPortfolio, type HedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { performanceOf } from "../engine/performance.ts";
import { performanceInference } from "../engine/performance-inference.ts";
import { robustFit, rowsNeeded } from "../engine/robust-fit.ts";
import { attemptAsync } from "../outcome.ts";
import { compoundingNotes } from "../render/notes.ts";
import { performanceReply, type ComparedRatios } from "../render/replies/performance.ts";
import type { Calculations } from "./calculations/calculations.ts";
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
    cues: [
      { confidence: 0.95, words: /\bsharpe?s?\b|\bappraisal\b|\binformation ratio\b|\btreynor\b|\bdraw ?downs?\b|\bpeak to trough\b|\btracking error\b|\bte\b|\bactive (?:return|risk)\b/u },
      { confidence: 0.93, words: /\b(?:up|upside|bull|up market)(?: and|,| or| vs| versus)? ?(?:the )?(?:down|downside|bear|beta)\b|\bdown(?:side)? (?:market )?betas?\b|\b(?:how (?:many years|long|much (?:time|data|longer))|years? (?:until|before|to|needed))\b.*\b(?:significant|significance|t ?= ?2|t of (?:2|two)|detect|prove)\b/u },
      { confidence: 0.96, words: /\b(?:alpha|return|reward)\b.*\b(?:per|for each|relative to|unit of)\b.*\b(?:risk|volatility|error)\b|\bworth\b.*\brisk\b/u },
      { confidence: 0.94, words: /\b(?:reward|return|compensation|paid|pay|bang)\b.*\b(?:per|for|given|relative to|unit of)\b.*\b(?:risk|volatility|buck)\b|\b(?:deepest|worst|biggest|largest|steepest)\b.*\b(?:hole|slump|stretch|fell|fallen|lost|crash|loss|decline|drop|dip)\b|\b(?:peak|top)\b.*\b(?:bottom|trough|low)\b|\b(?:how long|how many years|how much (?:data|history|time))\b.*\b(?:alpha|trust|sure|certain|believe|confident|convinc\w+|real|prove|tell)\b|\b(?:skill|luck)\b/u },
      { confidence: 0.9, words: /\bperform(?:s|ed|ance|ing)?\b|\bgrowth of\b|\breturn per unit\b|\brisk[ -]adjusted (?:return|performance)\b|\b(?:worst|biggest|largest|deepest) (?:loss|fall|drop|decline)\b|\bworth the risk\b|\bhow (?:good|well|bad|badly)\b|\btrack record\b|\breward[ -]to[ -]/u },
      { confidence: 0.95, words: /\b(?:up|rises?|rising|good|bull\w*|rall\w+)\b.*\b(?:down|falls?|falling|bad|bear\w*|crash\w*)\b(?! and)|\b(?:down|falls?|falling|bad|bear)\b.*\b(?:up|rises?|rising|good|bull)\b/u },
    ],
    startingPoint: true,
    next: ["hedge", "beta"],
  },
  options: {
    ticker: series("The asset, like MSFT"),
    factor: optional(model("The factor or factors to hedge, or ff3, ff5, ff6; left out: the market")),
    ...analysisOptions,
  },
  fit: fitOneAsset,
  compute: (fitted, { ticker }, { datasets, calculate }) =>
    attemptAsync(async function* () {
      const { fit } = fitted;
      const rows = yield* growthRows(fitted, ticker, datasets);
      const performance = yield* performanceOf(fit, rows);
      const hedged = yield* hedgedPortfolio(fit);
      return { fit, robust: robustFit(fit), performance, inference: performanceInference(fit), comparison: await comparedRatios(fit, hedged, calculate), rows };
    }),
  reply: ({ rows, ...result }, context) =>
    performanceReply({ ...result, growth: rows.growth }, { ...context, sources: rows.sources, compounded: [...(context.compounded ?? []), ...rows.compounded], notes: [...context.notes, ...compoundingNotes(rows.compounded)] }),
});

/** Whether hedging changed the Sharpe ratio, tested where the rows allow it: hedged less unhedged. */
async function comparedRatios(fit: FactorFit, hedged: HedgedPortfolio, calculate: Calculations): Promise<ComparedRatios> {
  const needed = rowsNeeded(fit.sample);
  if (needed !== null) return { needed };
  const first = { returns: hedged.returns, days: fit.rows.days, sample: fit.sample };
  const tested = await calculate.sharpeDifference({ first, second: fit.rows.asset, request: { resamples, level: fit.inference.level } });
  return tested.ok ? { test: tested.value } : { problem: tested.problem };
}

/** p to a thousandth, and always the same one, as the seed is. */
const resamples = 999;
