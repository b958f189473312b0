import type { FactorFit } from "../../engine/factor-fit.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { rateCode } from "./load-code.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";
import { quotedInside } from "./track-code.ts";

/** Python lines that put the expected return together (chapter 6.6.2). */
export function expectedCode(fit: FactorFit, context: AnalysisContext): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    `risk_free = (${rateCode(context.sources, fit.sample)}).reindex(data.index).mean()`,
    "premium = beta * factors.mean()",
    printed("risk-free a year", `risk_free * ${periods}`),
    printed("alpha a year", `alpha * ${periods}`),
    ...fit.factors.map((factor) => printed(`premium ${factor} a year`, `premium[${quotedInside(factor)}] * ${periods}`)),
    printed("expected return a year", `(risk_free + alpha + premium.sum()) * ${periods}`),
  ];
}
