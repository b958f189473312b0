import type { FactorFit } from "../../engine/factor-fit.ts";
import type { JointAlphaTest } from "../../engine/robust-joint-alpha.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { AlphasResult } from "../results.ts";
import { automaticLagsCode } from "./automatic-lags-code.ts";
import { regressionCode, smallSampleCode } from "./fit-code.ts";
import { hacSumCode, runCode } from "./runs-code.ts";
import { drawsCode } from "./inference-code.ts";
import { loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines for every α on the shared rows, and for the GRS statistic from its formula. */
export function alphasCode(
  { fits, robust, deciding, joint, robustJoint, wald, twoPass }: Pick<AlphasResult, "fits" | "robust" | "deciding" | "joint" | "robustJoint" | "wald" | "twoPass">,
  { sources }: AnalysisContext,
): readonly string[] {
  return [
    ...loadCode(sources, joint.sample),
    "from scipy import stats",
    "",
    "alphas, residuals, p_values = [], {}, []",
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
    ...holmCode(fits, deciding),
    ...("notApplicable" in joint.result ? [] : grsCode(joint.factors)),
    ...(wald && fits[0] ? waldCode(fits[0]) : []),
    ...(robustJoint ? jointCode(robustJoint) : []),
    ...automaticLagsCode(fits),
    ...(twoPass ? twoPassCode(fits, joint.factors) : []),
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

/** two-pass.ts: the line through the assets, row by row. */
const twoPassCode = (fits: readonly FactorFit[], [factor = ""]: readonly string[]): readonly string[] => [
  "",
  "# Fama and MacBeth (1973): a line through the assets for each row; Shanken (1992) as betas are estimates",
  `names, f, T = [${fits.map(({ asset }) => text(asset)).join(", ")}], data[${text(factor)}], len(data)`,
  "betas = [f.cov(data[name]) / f.var() for name in names]",
  "gammas = np.linalg.lstsq(np.column_stack([np.ones(len(names)), betas]), data[names].to_numpy().T, rcond=None)[0].T",
  "W, S = np.cov(gammas.T), np.diag([0, f.var()])",
  "plain_se = np.sqrt(np.diag(W) / T)",
  "shanken_se = np.sqrt(np.diag((1 + gammas[:, 1].mean() ** 2 / f.var()) * (W - S) + S) / T)",
  ...["intercept", "slope"].flatMap((name, place) => [
    `print(f"${name}: {gammas[:, ${String(place)}].mean():.10g}")`,
    `print(f"${name} std err: {plain_se[${String(place)}]:.10g}")`,
    `print(f"${name} Shanken std err: {shanken_se[${String(place)}]:.10g}")`,
  ]),
];

/** alpha-wald.ts: each row's influence on each alpha, and their covariance by the reply's own errors. */
const waldCode = ({ inference, sample }: FactorFit): readonly string[] => [
  "",
  "# Wald test of all alphas at once, by their robust covariance",
  "from statsmodels.stats.sandwich_covariance import S_hac_simple",
  "left = sm.OLS(np.ones(T), factors.to_numpy()).fit().resid",
  "influence = pd.DataFrame(residuals).to_numpy() * left[:, None] / (left @ left)",
  ...runCode(inference, sample),
  `V = ${inference.covariance === "hc1" ? "influence.T @ influence * T / (T - K - 1)" : hacSumCode(inference, "influence")}`,
  "W = alphas @ np.linalg.solve(V, alphas)",
  'print(f"Wald: {W:.10g}")',
  'print(f"Wald p: {stats.chi2.sf(W, N):.10g}")',
];

const robustLine = ({ asset }: FactorFit, robust: FactorFit | null): readonly string[] =>
  robust ? [...regressionCode(robust, "robust"), `print(f"${asset} robust alpha std err: {robust.bse['const']:.10g}")`] : [];

const smallSampleLine = (fit: FactorFit, decided: FactorFit | undefined): readonly string[] =>
  decided && decided.inference.smallSample === "few-rows"
    ? [
        ...smallSampleCode(fit, decided.inference),
        `print(f"${fit.asset} small-sample alpha std err: {small[0]:.10g}")`,
        'p_values.append(2 * stats.t.sf(abs(plain.params["const"] / small[0]), plain.df_resid))',
      ]
    : [];

/** Holm's p-values of the tests that decide, where each asset has one. */
const holmCode = (fits: readonly FactorFit[], deciding: readonly FactorFit[] | undefined): readonly string[] =>
  fits.length > 1 && deciding?.every(({ inference }) => inference.smallSample === "few-rows")
    ? [
        "",
        "# as several were tested",
        "from statsmodels.stats.multitest import multipletests",
        'corrected = multipletests(p_values, method="holm")[1]',
        ...fits.map(({ asset }, place) => `print(f"${asset} p by Holm: {corrected[${String(place)}]:.10g}")`),
      ]
    : [];

/** Without normal residuals: the same F of samples without alpha, whose residuals change sign in blocks of rows. */
const jointCode = ({ blockLength, resamples, seed, otherLengths }: JointAlphaTest): readonly string[] => [
  "",
  "# the same F of samples without alpha: residuals change sign in blocks of rows (wild bootstrap)",
  ...drawsCode,
  "names, f = list(residuals), factors.to_numpy()",
  "u = data[names].to_numpy() - f @ np.linalg.lstsq(f, data[names].to_numpy(), rcond=None)[0]",
  "w = np.linalg.solve(np.linalg.cholesky(u.T @ u), u.T).T",
  "left = 1 - f @ np.linalg.lstsq(f, np.ones(T), rcond=None)[0]",
  "",
  "def robust_p(length, resamples):",
  "    starts = np.arange(0, T, length)",
  "    sums = [np.add.reduceat(w * column[:, None], starts) for column in (left, *np.linalg.qr(f)[0].T)]",
  "",
  "    def size(signs):  # grows with F",
  "        a, z = signs @ sums[0], np.stack([signs @ each for each in sums[1:]], 1)",
  "        p = a @ np.linalg.solve(np.eye(N) - z @ z.T, a) / (left @ left)",
  "        return p / (1 - p)",
  "",
  `    random = draws(${String(seed)})`,
  "    own = size(np.ones(len(starts)))",
  "    as_large = sum(size(np.array([2 * (next(random) >> 31) - 1 for _ in starts])) >= own * (1 - 1e-9) for _ in range(resamples))",
  "    return (as_large + 1) / (resamples + 1)",
  "",
  `print(f"robust p: {robust_p(${String(blockLength)}, ${String(resamples)}):.10g}")`,
  ...otherLengths.map(({ blockLength: length }) => `print(f"robust p in blocks of ${String(length)}: {robust_p(${String(length)}, ${String(resamples)}):.10g}")`),
];
