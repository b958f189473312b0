import type { FactorFit, Inference } from "../../engine/factor-fit.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { deciding, type RobustPair } from "../robust.ts";
import { automaticLagsCode } from "./automatic-lags-code.ts";
import { loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";
import { hacSumCode, runCode, type CountedLags } from "./runs-code.ts";

/** Python lines that fit the same regression and print the reply's numbers. */
function fitCode(fit: FactorFit, { sources }: AnalysisContext): readonly string[] {
  return [
    ...loadCode(sources, fit.sample),
    "",
    ...regressionCode(fit),
    `print(f"alpha: {model.params['const']:.10g}")`,
    ...fit.factors.map((factor) => `print(f"beta ${factor}: {model.params['${factor}']:.10g}")`),
    'print(f"R-squared: {model.rsquared:.10g}")',
  ];
}

/** The same with the robust errors, and those that verdicts rest on. */
export function betaCode(pair: RobustPair, context: AnalysisContext): readonly string[] {
  return [...fitCode(pair.fit, context), ...robustCode(pair)];
}

/** `robust`: errors that allow for volatility that clusters and days that go together; those that verdicts rest on; how lags were chosen. */
export function robustCode(pair: RobustPair): readonly string[] {
  return [...robustErrorsCode(pair), ...decidingCode(pair), ...automaticLagsCode([pair.fit])];
}

function robustErrorsCode({ robust }: RobustPair): readonly string[] {
  if (!robust) return [];
  return [
    "",
    "# errors that allow for volatility that clusters and days that go together",
    ...regressionCode(robust, "robust"),
    `print(f"robust std err of alpha: {robust.bse['const']:.10g}")`,
    ...robust.factors.map((factor) => `print(f"robust std err of beta ${factor}: {robust.bse['${factor}']:.10g}")`),
  ];
}

/** deciding-fit.ts in Python, with t for the residual degrees of freedom. */
function decidingCode(pair: RobustPair): readonly string[] {
  const { fit } = pair;
  const { inference } = deciding(pair);
  if (inference.smallSample !== "few-rows") return [];
  return [
    "",
    "# what the verdicts rest on, right for few rows too: HC3 residuals, and Kiefer and Vogelsang's critical value (2005)",
    ...smallSampleCode(fit, inference),
    'print(f"small-sample std err of alpha: {small[0]:.10g}")',
    ...fit.factors.map((factor, place) => `print(f"small-sample std err of beta ${factor}: {small[${String(place + 1)}]:.10g}")`),
  ];
}

/** `small`: the small-sample standard errors of a regression of the asset on the factors. */
export const smallSampleCode = ({ asset, factors, sample }: Pick<FactorFit, "asset" | "factors" | "sample">, inference: CountedLags): readonly string[] => [
  "from statsmodels.stats.sandwich_covariance import S_hac_simple",
  `plain = sm.OLS(data[${text(asset)}], sm.add_constant(data[[${factors.map(text).join(", ")}]])).fit()`,
  "leverage = plain.get_influence().hat_matrix_diag",
  "scores = plain.model.exog * (plain.resid / (1 - leverage)).to_numpy()[:, None]",
  ...runCode(inference, sample),
  `middle = ${hacSumCode(inference)}`,
  ...widerCode(inference.lags, "len(scores)"),
  "bread = np.asarray(plain.normalized_cov_params)",
  "small = wider * np.sqrt(np.diag(bread @ middle @ bread))",
];

/** `model`: statsmodels' fit of the asset on the factors, with the reply's standard errors. */
export function regressionCode({ asset, factors, inference, sample }: FactorFit, name = "model"): readonly string[] {
  return [
    ...runCode(inference, sample),
    `X = sm.add_constant(data[[${factors.map(text).join(", ")}]])`,
    `${name} = sm.OLS(data[${text(asset)}], X).fit(${fitArguments(inference)})`,
  ];
}

/** The reply's errors, as statsmodels takes them; of rows with gaps after `runCode`. */
export const fitArguments = ({ covariance, lags, hasGaps }: Pick<Inference, "covariance"> & CountedLags): string =>
  ({
    classical: "",
    hc1: 'cov_type="HC1"',
    hac: hasGaps ? `cov_type="hac-panel", cov_kwds={"groups": run, "maxlags": ${String(lags)}, "use_correction": False, "df_correction": False}` : `cov_type="HAC", cov_kwds={"maxlags": ${String(lags)}}`,
  })[covariance];

/** `wider`: Kiefer and Vogelsang's critical value (2005) over the normal's; 1 where no lags are counted. */
export const widerCode = (lags: number, rows: string): readonly string[] =>
  lags === 0 ? ["wider = 1"] : [`b = ${String(lags + 1)} / ${rows}`, "wider = (1.96 + 2.9694 * b + 0.4160 * b**2 - 0.5324 * b**3) / 1.96"];
