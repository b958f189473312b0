import type { Inference, Sample } from "../../engine/factor-fit.ts";
import type { SharpeDifference } from "../../engine/sharpe-difference.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";

import { widerCode } from "./fit-code.ts";
import { runCode } from "./runs-code.ts";

/** Python lines behind the intervals that statsmodels has no function for; their formulas stand in the engine's files. */

/** `long_run`: Bartlett's long-run variance of a column, over n; `error`: the standard error of a mean of it. */
export const longRunCode = (inference: Pick<Inference, "hasGaps">, sample: Pick<Sample, "frequency">): readonly string[] => [
  "",
  ...runCode(inference, sample),
  "def long_run(psi, lags):  # Newey and West (1987), over n",
  "    psi = np.asarray(psi)",
  ...(inference.hasGaps
    ? ["    products = lambda lag: psi[lag:] * psi[:len(psi) - lag] * (run[lag:] == run[:len(psi) - lag])", "    return sum((2 if lag else 1) * (1 - lag / (lags + 1)) * products(lag).sum() for lag in range(lags + 1)) / len(psi)"]
    : ["    return sum((2 if lag else 1) * (1 - lag / (lags + 1)) * (psi[lag:] @ psi[:len(psi) - lag]) for lag in range(lags + 1)) / len(psi)"]),
  "",
  "def error(psi, lags):",
  "    return np.sqrt(long_run(psi, lags) / len(psi))",
  "",
];

/** `influence`: each row's influence on alpha, then on each beta; `weights` without the residual. Needs `model` and `factors`. */
export const influenceCode: readonly string[] = [
  "# what each row adds to an estimate: n times what the other columns leave of its own, times the residual",
  'columns = np.column_stack([np.ones(len(factors)), factors])',
  "partial = [sm.OLS(columns[:, i], np.delete(columns, i, 1)).fit().resid for i in range(columns.shape[1])]",
  "weights = [e / (e**2).mean() for e in partial]",
  "influence = [w * model.resid.to_numpy() for w in weights]",
];

/** The standard error of Σ β·E[f], after `portfolioCode`: classical, or by what each row adds. */
export const premiumCode = ({ inference, sample }: Pick<SampledEstimate, "inference" | "sample">): readonly string[] =>
  inference.covariance === "classical"
    ? [
        "",
        "means = factors.mean().to_numpy()",
        "from_betas = means @ model.cov_params().loc[factors.columns, factors.columns].to_numpy() @ means",
        'print(f"premium std err: {np.sqrt(from_betas + (factors @ beta).var() / len(factors)):.10g}")',
      ]
    : [
        ...longRunCode(inference, sample),
        ...influenceCode,
        "premiums = factors.mean().to_numpy() @ np.array(influence[1:]) + ((factors - factors.mean()) @ beta).to_numpy()",
        `print(f"premium std err: {error(premiums, ${String(inference.lags)}):.10g}")`,
      ];

/** `ratio_error`: of a return–risk ratio per period (Lo 2002; Mertens 2002), z its standardised column. */
export const ratioErrorCode = (method: "iid-normal" | "iid" | "hac", lags: number): readonly string[] => [
  "def few_rows(rows, coefficients):  # degrees of freedom, and Kiefer and Vogelsang's critical value (2005) where lags are counted",
  ...widerCode(lags, "rows").map((line) => `    ${line}`),
  "    return wider * np.sqrt(rows / (rows - coefficients))",
  "",
  "def ratio_error(ratio, column, w, coefficients=1):",
  "    z = (column - column.mean()) / column.std(ddof=0)",
  ...{
    hac: [`    return few_rows(len(z), coefficients) * error(w * z - ratio / 2 * (z**2 - 1), ${String(lags)})`],
    iid: ["    return few_rows(len(z), coefficients) * np.sqrt(((w**2).mean() - (z**3).mean() * ratio + ((z**4).mean() - 1) / 4 * ratio**2) / len(z))"],
    "iid-normal": ["    return few_rows(len(z), coefficients) * np.sqrt(((w**2).mean() + ratio**2 / 2) / len(z))"],
  }[method],
  "",
];

/** `prewhitened`: Parzen's long-run variance after an autoregression, Andrews' bandwidth (1991). */
const prewhitenedCode = (hasGaps: boolean): readonly string[] => [
  "def prewhitened(psi):  # Andrews and Monahan (1992)",
  ...(hasGaps
    ? [
        "    near = run[1:] == run[:-1]",
        "    late, early = psi[1:][near], psi[:-1][near]",
        "    rho = np.clip(late @ early / (early @ early), -0.97, 0.97)",
        "    u, own = late - rho * early, run[1:][near]",
        "    near = own[1:] == own[:-1]",
        "    late, early = u[1:][near] - u[1:][near].mean(), u[:-1][near] - u[:-1][near].mean()",
      ]
    : [
        "    rho = np.clip(psi[1:] @ psi[:-1] / (psi[:-1] @ psi[:-1]), -0.97, 0.97)",
        "    u = psi[1:] - rho * psi[:-1]",
        "    late, early = u[1:] - u[1:].mean(), u[:-1] - u[:-1].mean()",
      ]),
  "    rest = late @ early / (early @ early)",
  "    width = min(len(psi), 2.6614 * (4 * rest**2 / (1 - rest) ** 4 * len(u)) ** 0.2)",
  "    total = u @ u",
  "    for lag in range(1, min(len(u), int(np.ceil(width)))):",
  "        x = lag / width",
  `        total += 2 * (1 - 6 * x**2 + 6 * x**3 if x <= 0.5 else 2 * (1 - x) ** 3) * ${hasGaps ? "(u[lag:] * u[:-lag] * (own[lag:] == own[:-lag])).sum()" : "(u[lag:] @ u[:-lag])"}`,
  "    return total / len(psi) / (1 - rho) ** 2",
  "",
];

/** `draws`: the generator of the bootstraps, 32 bits at a time. */
export const drawsCode: readonly string[] = [
  "",
  "def draws(seed):  # xoshiro128**, so that everybody draws the same blocks",
  "    m = 0xFFFFFFFF",
  "    def mix(w):",
  "        w = (w ^ w >> 16) * 0x85EBCA6B & m",
  "        w = (w ^ w >> 13) * 0xC2B2AE35 & m",
  "        return w ^ w >> 16",
  "    rotated = lambda w, bits: (w << bits | w >> 32 - bits) & m",
  "    a, b, c, d = (mix(seed + word * 0x9E3779B9 & m) for word in (1, 2, 3, 4))",
  "    while True:",
  "        yield rotated(b * 5 & m, 7) * 9 & m",
  "        shifted = b << 9 & m",
  "        c ^= a; d ^= b; b ^= c; a ^= d; c ^= shifted",
  "        d = rotated(d, 11)",
  "",
];

/** Ledoit and Wolf's test (2008) of `hedged` against `asset`, with the generator that draws the blocks. */
export const sharpeTestCode = ({ bootstrap, hasGaps, sample }: Pick<SharpeDifference, "bootstrap" | "hasGaps" | "sample">): readonly string[] => [
  "",
  "# Ledoit and Wolf (2008): is the difference of the two Sharpe ratios 0?",
  ...runCode({ ...(hasGaps ? { hasGaps } : {}) }, sample),
  ...prewhitenedCode(hasGaps === true),
  "def gradient(m1, m2, g1, g2):",
  "    v1, v2 = (g1 - m1**2) ** 1.5, (g2 - m2**2) ** 1.5",
  "    return np.array([g1 / v1, -g2 / v2, -m1 / 2 / v1, m2 / 2 / v2])",
  "",
  "def gap(m1, m2, g1, g2, rows):",
  "    return (m1 / np.sqrt(g1 - m1**2) - m2 / np.sqrt(g2 - m2**2)) * np.sqrt((rows - 1) / rows)",
  "",
  "# The hedge's beta is of the same rows: what each of them moves the ratio that way.",
  "premiums = factors.mean(0)",
  "weights = np.linalg.solve(np.atleast_2d(np.cov(factors.T, ddof=0)), premiums)",
  "of_beta = (-((factors - premiums) @ weights) * (hedged - hedged.mean()) / hedged.std(ddof=0)).to_numpy()",
  "moments = np.stack([hedged, asset, hedged**2, asset**2])",
  "means = moments.mean(1)",
  "n = moments.shape[1]",
  "difference = gap(*means, n)",
  "std_err = np.sqrt(prewhitened(gradient(*means) @ (moments - means[:, None]) + of_beta) / (n - 4))",
  'print(f"Sharpe difference: {difference:.10g}")',
  'print(f"Sharpe difference std err: {std_err:.10g}")',
  ...(bootstrap
    ? [
        ...drawsCode,
        `resamples, length = ${String(bootstrap.resamples)}, ${String(bootstrap.blockLength)}`,
        "blocks = n // length",
        `random = draws(${String(bootstrap.seed)})`,
        "starts = np.array([int(next(random) / 2**32 * n) for _ in range(resamples * blocks)]).reshape(resamples, blocks)",
        "sums = [np.lib.stride_tricks.sliding_window_view(np.concatenate([row, row[: length - 1]]), length).sum(1) for row in (*moments, of_beta)]",
        "drawn = np.stack([row[starts] for row in sums])",
        "averages = drawn.sum(2) / (blocks * length)",
        "slopes = np.vstack([gradient(*averages[:4]), np.ones(resamples)])",
        "deviations = np.einsum('ij,ijk->jk', slopes, drawn) - length * (slopes * averages).sum(0)[:, None]",
        "errors = np.sqrt((deviations**2).sum(1)) / (blocks * length)",
        "statistics = np.abs(gap(*averages[:4], blocks * length) + averages[4] - difference) / errors",
        'print(f"bootstrap p: {((statistics >= abs(difference / std_err)).sum() + 1) / (resamples + 1):.10g}")',
      ]
    : []),
];
