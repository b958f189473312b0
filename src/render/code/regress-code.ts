import type { AnalysisContext } from "../analysis-reply.ts";
import type { OtherSize, RegressResult } from "../results.ts";
import { regressionCode } from "./fit-code.ts";
import { neighbourCode } from "./residuals-code.ts";
import { dataCode, loadCode, readCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines that print every number of the regression table. */
export function regressCode({ fit, neighbours, plain = null }: Pick<RegressResult, "fit" | "neighbours" | "plain">, { sources }: AnalysisContext): readonly string[] {
  const terms = [["const", "const"], ...fit.factors.map((factor) => [factor, factor])] as const;
  return [
    ...loadCode(sources, fit.sample),
    "from statsmodels.stats.diagnostic import het_breuschpagan",
    "from statsmodels.stats.stattools import durbin_watson, jarque_bera, omni_normtest",
    ...(plain ? orthogonalCode(plain.factors) : []),
    "",
    ...regressionCode(fit),
    "intervals = model.conf_int()",
    ...terms.flatMap(([name, column]) => [
      `print(f"${name}: {model.params[${quoted(column)}]:.10g}")`,
      `print(f"${name} std err: {model.bse[${quoted(column)}]:.10g}")`,
      `print(f"${name} t: {model.tvalues[${quoted(column)}]:.10g}")`,
      `print(f"${name} P>|t|: {model.pvalues[${quoted(column)}]:.10g}")`,
      `print(f"${name} [0.025: {intervals.loc[${quoted(column)}, 0]:.10g}")`,
      `print(f"${name} 0.975]: {intervals.loc[${quoted(column)}, 1]:.10g}")`,
    ]),
    'print(f"R-squared: {model.rsquared:.10g}")',
    'print(f"Adj. R-squared: {model.rsquared_adj:.10g}")',
    `print(f"F-statistic: {${fit.inference.covariance === "classical" ? "model.fvalue" : "float(model.fvalue)"}:.10g}")`,
    'print(f"Log-Likelihood: {model.llf:.10g}")',
    'print(f"AIC: {model.aic:.10g}")',
    'print(f"BIC: {model.bic:.10g}")',
    "lm, p, _, _ = het_breuschpagan(model.resid, X)",
    'print(f"Breusch-Pagan: {lm:.10g}")',
    'print(f"Prob(BP): {p:.10g}")',
    "jb, p, skew, kurtosis = jarque_bera(model.resid)",
    'print(f"Jarque-Bera: {jb:.10g}")',
    'print(f"Prob(JB): {p:.10g}")',
    'print(f"Skew: {skew:.10g}")',
    'print(f"Kurtosis: {kurtosis:.10g}")',
    'print(f"Omnibus: {omni_normtest(model.resid)[0]:.10g}")',
    'print(f"Durbin-Watson: {durbin_watson(model.resid):.10g}")',
    'print(f"Cond. No.: {model.condition_number:.10g}")',
    ...(neighbours ? neighbourCode : []),
  ];
}

/** orthogonal-factors.ts: each factor less its slopes on the ones before. */
const orthogonalCode = (factors: readonly string[]): readonly string[] => [
  "",
  "# each factor less what the ones before it explain, its mean kept",
  `factors = [${factors.map(text).join(", ")}]`,
  "for place in range(1, len(factors)):",
  "    before = factors[:place]",
  "    slopes = sm.OLS(data[factors[place]], sm.add_constant(data[before])).fit().params[before]",
  '    data[factors[place] + "-orth"] = data[factors[place]] - data[before] @ slopes',
];

/** A name as a Python string inside a formatted one: the sample's names hold no quotes. */
const quoted = (name: string): string => text(name).replaceAll('"', "'");

/** The regression with French's other size factor, from the same tables where they hold it. */
export function otherSizeCode(otherSize: OtherSize | null, { sources }: Pick<AnalysisContext, "sources">): readonly string[] {
  if (otherSize === null || "missing" in otherSize) return [];
  const { fit, size, insteadOf } = otherSize;
  const all = [...sources, ...otherSize.sources];
  const isRead = readCode(all).length === readCode(sources).length;
  return [
    "",
    `# with ${size} instead of ${insteadOf}`,
    ...(isRead ? dataCode(otherSize.sources, fit.sample, all) : loadCode(otherSize.sources, fit.sample)),
    ...regressionCode(fit, "other"),
    `print(f"alpha with ${size}: {other.params['const']:.10g}")`,
    `print(f"beta of ${size}: {other.params['${size}']:.10g}")`,
  ];
}
