import type { FactorFit } from "../../engine/factor-fit.ts";
import type { HedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";
import { quotedInside } from "./track-code.ts";

/** Python lines that hedge the asset, wholly or to a target share of factor variance (chapter 6.7.5). */
export function hedgeCode(fit: FactorFit, { targetShare }: HedgedPortfolio, context: AnalysisContext): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    ...hedgeLines(fit, targetShare),
    "hedged = asset + factors @ hedge",
    ...fit.factors.map((factor) => printed(`hedge ${factor}`, `hedge[${quotedInside(factor)}]`)),
    printed("hedged mean a year", `hedged.mean() * ${periods}`),
    printed("hedged volatility a year", `hedged.std() * np.sqrt(${periods})`),
    printed("factor share", "1 - model.resid.var() / hedged.var()"),
  ];
}

function hedgeLines({ factors }: FactorFit, targetShare: number): readonly string[] {
  if (targetShare === 0) return ["hedge = -beta  # dollars of the factor for a dollar of the asset"];
  return [
    `v = ${String(targetShare)}  # share of the variance that may stay the factor's`,
    factors.length === 1
      ? "kept = np.sign(beta) * np.sqrt(v * model.resid.var() / ((1 - v) * factors.var()))"
      : "kept = beta * np.sqrt(v * model.resid.var() / ((1 - v) * (factors @ beta).var()))",
    "hedge = kept - beta",
  ];
}
