import type { FactorFit } from "../../engine/factor-fit.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { RobustPair } from "../robust.ts";
import { loadCode, text } from "./load-code.ts";

/** Python lines that fit the same regression and print the reply's numbers. */
export function fitCode(fit: FactorFit, { sources }: AnalysisContext): readonly string[] {
  return [
    ...loadCode(sources, fit.sample),
    "",
    ...regressionCode(fit),
    `print(f"alpha: {model.params['const']:.10g}")`,
    ...fit.factors.map((factor) => `print(f"beta ${factor}: {model.params['${factor}']:.10g}")`),
    'print(f"R-squared: {model.rsquared:.10g}")',
  ];
}

/** The same with the robust fit that verdicts rest on. */
export function betaCode({ fit, robust }: RobustPair, context: AnalysisContext): readonly string[] {
  return [...fitCode(fit, context), ...robustCode(robust)];
}

/** `robust`: the errors that verdicts rest on, printed with their intervals. */
export function robustCode(robust: FactorFit | null): readonly string[] {
  if (!robust) return [];
  return [
    "",
    "# what the verdicts rest on: errors that allow for volatility that clusters and days that go together",
    ...regressionCode(robust, "robust"),
    `print(f"robust std err of alpha: {robust.bse['const']:.10g}")`,
    ...robust.factors.map((factor) => `print(f"robust std err of beta ${factor}: {robust.bse['${factor}']:.10g}")`),
  ];
}

/** `model`: statsmodels' fit of the asset on the factors, with the reply's standard errors. */
export function regressionCode({ asset, factors, inference }: FactorFit, name = "model"): readonly string[] {
  return [
    `X = sm.add_constant(data[[${factors.map(text).join(", ")}]])`,
    `${name} = sm.OLS(data[${text(asset)}], X).fit(${{
      classical: "",
      hc1: 'cov_type="HC1"',
      hac: `cov_type="HAC", cov_kwds={"maxlags": ${String(inference.lags)}}`,
    }[inference.covariance]})`,
  ];
}
