import type { FactorFit } from "../../engine/factor-fit.ts";
import type { RobustJointTest } from "../../engine/robust-joint-alpha.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { AlphasResult } from "../results.ts";
import { regressionCode, smallSampleCode, widerCode } from "./fit-code.ts";
import { loadCode, text } from "./load-code.ts";

/** Python lines for every α on the shared rows, and for the GRS statistic from its formula. */
export function alphasCode(
  { fits, robust, deciding, joint, robustJoint }: Pick<AlphasResult, "fits" | "robust" | "deciding" | "joint" | "robustJoint">,
  { sources }: AnalysisContext,
): readonly string[] {
  return [
    ...loadCode(sources, joint.sample),
    "from scipy import stats",
    "",
    "alphas, residuals = [], {}",
    ...fits.flatMap((fit, place) => [
      ...regressionCode(fit),
      'alphas.append(model.params["const"])',
      `residuals[${text(fit.asset)}] = model.resid`,
      `print(f"${fit.asset} alpha: {model.params['const']:.10g}")`,
      `print(f"${fit.asset} alpha std err: {model.bse['const']:.10g}")`,
      `print(f"${fit.asset} beta: {model.params['${fit.factors[0]}']:.10g}")`,
      ...robustLine(fit, robust[place] ?? null),
      ...smallSampleLine(fit, deciding?.[place]),
      `print(f"${fit.asset} mean: {data['${fit.asset}'].mean():.10g}")`,
    ]),
    ...("notApplicable" in joint.result ? [] : grsCode(joint.factors)),
    ...(robustJoint ? jointCode(robustJoint) : []),
  ];
}

const grsCode = (factors: readonly string[]): readonly string[] => [
  "",
  "# Gibbons, Ross and Shanken (1989), covariances over T",
  `T, N, K = len(data), len(alphas), ${String(factors.length)}`,
  "alphas = np.array(alphas)",
  "sigma = pd.DataFrame(residuals).to_numpy().T @ pd.DataFrame(residuals).to_numpy() / T",
  `factors = data[[${factors.map(text).join(", ")}]]`,
  "omega = np.atleast_2d(np.cov(factors.T, bias=True))",
  "mean = factors.mean().to_numpy()",
  "F = (T - N - K) / N * (alphas @ np.linalg.solve(sigma, alphas)) / (1 + mean @ np.linalg.solve(omega, mean))",
  'print(f"GRS F: {F:.10g}")',
  'print(f"GRS p: {stats.f.sf(F, N, T - N - K):.10g}")',
];

const robustLine = ({ asset }: FactorFit, robust: FactorFit | null): readonly string[] =>
  robust ? [...regressionCode(robust, "robust"), `print(f"${asset} robust alpha std err: {robust.bse['const']:.10g}")`] : [];

const smallSampleLine = (fit: FactorFit, decided: FactorFit | undefined): readonly string[] =>
  decided && !fit.exact ? [...smallSampleCode(fit, decided.inference.lags), `print(f"${fit.asset} small-sample alpha std err: {small[0]:.10g}")`] : [];

/** Without normal residuals: Hotelling's form of the Wald test, what each row adds to the alphas being its rows. */
const jointCode = ({ lags }: RobustJointTest): readonly string[] => [
  "",
  "# the same question with a Newey-West covariance of the alphas, made for few rows too",
  "from statsmodels.stats.sandwich_covariance import S_hac_simple",
  "left = sm.OLS(np.ones(T), factors).fit().resid.to_numpy()",
  "leverage = sm.OLS(np.ones(T), sm.add_constant(factors)).fit().get_influence().hat_matrix_diag",
  "psi = pd.DataFrame(residuals).to_numpy() * (left / (left**2).mean() / (1 - leverage))[:, None]",
  `C = S_hac_simple(psi, nlags=${String(lags)}) / T**2`,
  ...widerCode(lags, "T"),
  "robust_F = (T - N - K) / (N * T) * (alphas @ np.linalg.solve(C, alphas)) / wider**2",
  'print(f"robust F: {robust_F:.10g}")',
  'print(f"robust p: {stats.f.sf(robust_F, N, T - N - K):.10g}")',
];
