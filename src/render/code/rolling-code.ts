import type { RollingReview } from "../../engine/rolling-review.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { regressionCode } from "./fit-code.ts";
import { loadCode, text } from "./load-code.ts";

/** Python lines with statsmodels' RollingOLS, and the fit of all rows. */
export function rollingCode({ rolling: rolled, fullSample: whole }: RollingReview, { sources }: AnalysisContext): readonly string[] {
  const factor = rolled.factors[0];
  const window = String(rolled.window);
  return [
    ...loadCode(sources, rolled.sample),
    "from statsmodels.regression.rolling import RollingOLS",
    "",
    ...regressionCode(whole),
    `rolling = RollingOLS(data[${text(rolled.asset)}], X, window=${window}).fit()`,
    `beta = rolling.params[${text(factor)}].dropna()`,
    'alpha = rolling.params["const"].dropna()',
    `print(f"beta of all rows: {model.params['${factor}']:.10g}")`,
    'print(f"latest beta: {beta.iloc[-1]:.10g}")',
    `print(f"latest std err: {rolling.bse['${factor}'].iloc[-1]:.10g}")`,
    'print(f"lowest beta: {beta.min():.10g}")',
    'print(f"highest beta: {beta.max():.10g}")',
    `print(f"latest alpha a year: {alpha.iloc[-1] * ${{ daily: "252", monthly: "12", annual: "1" }[rolled.sample.frequency]}:.10g}")`,
    'print("lowest ends", beta.idxmin().date(), "highest ends", beta.idxmax().date())',
  ];
}
