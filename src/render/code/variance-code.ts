import type { FactorFit } from "../../engine/factor-fit.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { VarianceResult } from "../results.ts";
import { regressionCode } from "./fit-code.ts";
import { longRunCode } from "./inference-code.ts";
import { holdingsCode, loadCode, text } from "./load-code.ts";
import { printed } from "./portfolio-code.ts";

/** Python lines that decompose the variance of each asset (chapter 6.10). */
export function varianceCode({ fits, shares, portfolios = [] }: Pick<VarianceResult, "fits" | "shares" | "portfolios">, { sources }: AnalysisContext): readonly string[] {
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
    ...portfolios.flatMap((portfolio) => [
      "",
      ...holdingsCode(sources, first.sample, portfolio.asset),
      `weights = {${portfolio.holdings.map(({ asset, weight }) => `${text(asset)}: ${String(weight)}`).join(", ")}}`,
      "X = sm.add_constant(factors)",
      `whole = sm.OLS(data[${text(portfolio.asset)}], X).fit()`,
      "for name, weight in weights.items():",
      "    part = sm.OLS(holdings[name], X).fit()",
      `    total = data[${text(portfolio.asset)}].var()`,
      '    print(f"{name} factor share: {weight * part.fittedvalues.cov(whole.fittedvalues) / total:.10g}")',
      '    print(f"{name} idiosyncratic share: {weight * part.resid.cov(whole.resid) / total:.10g}")',
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
