import type { FactorFit } from "../../engine/factor-fit.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { fitArguments } from "./fit-code.ts";
import { rateCode } from "./load-code.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";
import { runCode } from "./runs-code.ts";
import { quotedInside } from "./track-code.ts";

/** Python lines that put the expected return together (chapter 6.6.2). */
export function expectedCode(fit: FactorFit, context: AnalysisContext, hasRate: boolean): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    ...(hasRate ? [`rate = ${rateCode(context.sources, fit.sample)}`, "risk_free = rate.reindex(data.index).mean()"] : []),
    "premium = beta * factors.mean()",
    ...(hasRate ? [printed("risk-free a year", `risk_free * ${periods}`)] : []),
    printed("alpha a year", `alpha * ${periods}`),
    ...fit.factors.map((factor) => printed(`premium ${factor} a year`, `premium[${quotedInside(factor)}] * ${periods}`)),
    printed("expected return a year", `(${hasRate ? "risk_free + " : ""}alpha + premium.sum()) * ${periods}`),
  ];
}

/** The same with a rate or a premium of the asker's own, and α = 0. */
export function givenCode({ factors: [factor], sample }: FactorFit, given: { readonly typed: { readonly rf: number | null; readonly premium: number | null } } | null, hasRate: boolean): readonly string[] {
  if (given === null) return [];
  const periods = periodsCode(sample);
  const name = quotedInside(factor);
  const rate = given.typed.rf === null ? `risk_free * ${periods}` : String(given.typed.rf);
  const pays = given.typed.premium === null ? `factors.mean()[${name}] * ${periods}` : String(given.typed.premium);
  return [printed("expected return a year with given numbers", `${hasRate ? `${rate} + ` : ""}beta[${name}] * ${pays}`)];
}

/** The standard error of the mean of the return with the rate in it, as least squares goes through the means. */
export function totalCode(total: SampledEstimate | null, hasRate: boolean): readonly string[] {
  if (!total) return [];
  const { inference, sample } = total;
  return [
    "",
    hasRate ? "returns = (asset + rate.reindex(data.index)).dropna()" : "returns = asset",
    ...runCode(inference, sample, "returns"),
    `average = sm.OLS(returns.to_numpy(), np.ones(len(returns))).fit(${fitArguments(inference)})`,
    printed("expected return std err", "average.bse[0]"),
  ];
}
