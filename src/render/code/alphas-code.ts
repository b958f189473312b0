import type { FactorFit } from "../../engine/factor-fit.ts";
import type { GrsTest } from "../../engine/grs-test.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { regressionCode } from "./fit-code.ts";
import { loadCode, text } from "./load-code.ts";

/** Python lines for every α on the shared rows, and for the GRS statistic from its formula. */
export function alphasCode(
  { fits, joint }: { readonly fits: readonly FactorFit[]; readonly joint: GrsTest },
  { sources }: AnalysisContext,
): readonly string[] {
  return [
    ...loadCode(sources, joint.sample),
    "from scipy import stats",
    "",
    "alphas, residuals = [], {}",
    ...fits.flatMap((fit) => [
      ...regressionCode(fit),
      'alphas.append(model.params["const"])',
      `residuals[${text(fit.asset)}] = model.resid`,
      `print(f"${fit.asset} alpha: {model.params['const']:.10g}")`,
      `print(f"${fit.asset} alpha std err: {model.bse['const']:.10g}")`,
      `print(f"${fit.asset} beta: {model.params['${fit.factors[0]}']:.10g}")`,
      `print(f"${fit.asset} mean: {data['${fit.asset}'].mean():.10g}")`,
    ]),
    ...("notApplicable" in joint.result ? [] : grsCode(joint.factors)),
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
