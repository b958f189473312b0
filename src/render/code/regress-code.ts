import type { AnalysisContext } from "../analysis-reply.ts";
import type { OtherSize, RegressResult } from "../results.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { RobustPair } from "../robust.ts";
import { automaticLagsCode } from "./automatic-lags-code.ts";
import { hacSumCode, runCode } from "./runs-code.ts";
import { fitArguments, regressionCode, robustCode, widerCode } from "./fit-code.ts";
import { otherYearsCode } from "./other-years-code.ts";
import { neighbourCode } from "./residuals-code.ts";
import { dataCode, loadCode, readCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines that print every number of the regression table. */
export function regressCode({ fit, neighbours, plain = null, ...errors }: Pick<RegressResult, "fit" | "neighbours" | "plain" | "robust" | "deciding">, { sources }: AnalysisContext): readonly string[] {
  const terms = [["const", "const"], ...fit.factors.map((factor) => [factor, factor])] as const;
  return [
    ...loadCode(sources, fit.sample),
    "from statsmodels.stats.diagnostic import het_breuschpagan",
    "from statsmodels.stats.stattools import durbin_watson, jarque_bera, omni_normtest",
    ...(plain ? orthogonalCode(plain.factors) : []),
    "",
    ...regressionCode(fit),
    "intervals = model.conf_int()",
    ...(plain ? terms.map(([name, column]) => `print(f"${name}: {model.params[${quoted(column)}]:.10g}")`) : terms.flatMap(([name, column]) => [
      `print(f"${name}: {model.params[${quoted(column)}]:.10g}")`,
      `print(f"${name} std err: {model.bse[${quoted(column)}]:.10g}")`,
      `print(f"${name} t: {model.tvalues[${quoted(column)}]:.10g}")`,
      `print(f"${name} P>|t|: {model.pvalues[${quoted(column)}]:.10g}")`,
      `print(f"${name} [0.025: {intervals.loc[${quoted(column)}, 0]:.10g}")`,
      `print(f"${name} 0.975]: {intervals.loc[${quoted(column)}, 1]:.10g}")`,
    ])),
    ...(plain ? nestedErrorsCode(plain, { fit, ...errors }) : robustCode({ fit, ...errors })),
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
    ...otherYearsCode({ fit, plain }),
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

/** The errors of each slope: those of the last one of the regression on the factors up to it. */
function nestedErrorsCode(plain: FactorFit, { fit, robust, deciding }: RobustPair): readonly string[] {
  const isDecided = deciding?.inference.smallSample === "few-rows";
  const report = (label: string, column: string): readonly string[] => [
    `    print(f"${label} std err: {short.bse[${column}]:.10g}")`,
    `    print(f"${label} t: {short.tvalues[${column}]:.10g}")`,
    `    print(f"${label} P>|t|: {short.pvalues[${column}]:.10g}")`,
    ...(robust ? [`    print(f"robust std err of ${label}: {robust.bse[${column}]:.10g}")`] : []),
    ...(isDecided ? [`    print(f"small-sample std err of ${label}: {small[list(X).index(${column})]:.10g}")`] : []),
  ];
  return [
    "",
    "# the errors of each slope are those of the last one of the regression on the factors up to it",
    ...(isDecided ? ["from statsmodels.stats.sandwich_covariance import S_hac_simple"] : []),
    ...runCode([fit, robust, deciding].find((one) => one?.inference.hasGaps)?.inference ?? {}, fit.sample),
    `names = [${fit.factors.map(text).join(", ")}]`,
    "for place, name in enumerate(names):",
    "    X = sm.add_constant(data[factors[: place + 1]])",
    "    last = factors[place]",
    `    short = sm.OLS(data[${text(fit.asset)}], X).fit(${fitArguments(fit.inference)})`,
    ...(robust ? [`    robust = sm.OLS(data[${text(fit.asset)}], X).fit(${fitArguments(robust.inference)})`] : []),
    ...(isDecided
      ? [
          `    plain = sm.OLS(data[${text(fit.asset)}], X).fit()`,
          "    scores = plain.model.exog * (plain.resid / (1 - plain.get_influence().hat_matrix_diag)).to_numpy()[:, None]",
          ...widerCode(deciding.inference.lags, "len(scores)").map((line) => `    ${line}`),
          "    bread = np.asarray(plain.normalized_cov_params)",
          `    small = wider * np.sqrt(np.diag(bread @ ${hacSumCode(deciding.inference)} @ bread))`,
        ]
      : []),
    ...report("{name}", "last"),
    "    if place + 1 < len(names):",
    "        continue",
    ...report("const", "'const'"),
    "",
    ...automaticLagsCode([plain]),
    ...regressionCode(fit),
  ];
}

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
