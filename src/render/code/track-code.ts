import type { FactorFit } from "../../engine/factor-fit.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { text } from "./python-text.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";

/** Python lines that make the tracking portfolio (chapter 6.7.4). */
export function trackCode(fit: FactorFit, context: AnalysisContext): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    "tracking = factors @ beta  # one factor: beta * factor",
    ...fit.factors.map((factor) => printed(`dollars of ${factor}`, `beta[${quotedInside(factor)}]`)),
    printed("tracking mean a year", `tracking.mean() * ${periods}`),
    printed("tracking volatility a year", `tracking.std() * np.sqrt(${periods})`),
    printed("R-squared", "model.rsquared"),
    printed("residual volatility a year", `model.resid.std() * np.sqrt(${periods})`),
  ];
}

/** A Python string inside an f-string in double quotes. */
export const quotedInside = (name: string): string => `'${text(name).slice(1, -1)}'`;
