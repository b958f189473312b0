import type { FactorFit } from "../../engine/factor-fit.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { VarianceResult } from "../results.ts";
import { regressionCode } from "./fit-code.ts";
import { longRunCode } from "./inference-code.ts";
import { loadCode, text } from "./load-code.ts";
import { printed } from "./portfolio-code.ts";

/** Python lines that decompose the variance of each asset (chapter 6.10). */
export function varianceCode({ fits, shares }: Pick<VarianceResult, "fits" | "shares">, { sources }: AnalysisContext): readonly string[] {
  const [first] = fits;
  if (!first) return [];
  const name = (label: string, fit: FactorFit): string => (fits.length === 1 ? label : `${fit.asset} ${label}`);
  return [
    ...loadCode(sources, first.sample),
    `factors = data[[${first.factors.map(text).join(", ")}]]`,
    ...(shares.some((each) => each !== null) ? longRunCode : []),
    ...fits.flatMap((fit, place) => [
      "",
      ...regressionCode(fit),
      "beta = model.params[factors.columns]",
      `total = data[${text(fit.asset)}].var()`,
      "factor = beta @ factors.cov() @ beta  # one factor: beta**2 * var_f",
      printed(name("factor variance", fit), "factor"),
      printed(name("idiosyncratic variance", fit), "model.resid.var()"),
      printed(name("total variance", fit), "total"),
      printed(name("factor share", fit), "factor / total"),
      printed(name("idiosyncratic share", fit), "model.resid.var() / total"),
      ...shareCode(name("factor share std err", fit), fit, shares[place] ?? null),
    ]),
  ];
}

/** The delta method: what each row adds to R². */
function shareCode(label: string, { asset }: FactorFit, inferred: SampledEstimate | null): readonly string[] {
  if (!inferred) return [];
  return [
    `d = data[${text(asset)}] - data[${text(asset)}].mean()`,
    printed(label, `error(((1 - model.rsquared) * d**2 - model.resid**2) / (d**2).mean(), ${String(inferred.inference.lags)})`),
  ];
}
