import { hansenSurface } from "../../engine/andrews-distribution.ts";
import { periodsCode } from "./portfolio-code.ts";
import type { RollingResult } from "../results.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { regressionCode } from "./fit-code.ts";
import { loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines with statsmodels' RollingOLS, and the fit of all rows. */
export function rollingCode({ review: { rolling: rolled, fullSample: whole }, stability }: Pick<RollingResult, "review" | "stability">, { sources }: AnalysisContext): readonly string[] {
  const window = String(rolled.window);
  const isOne = rolled.factors.length === 1;
  return [
    ...loadCode(sources, rolled.sample),
    "from statsmodels.regression.rolling import RollingOLS",
    "",
    ...regressionCode(whole),
    `rolling = RollingOLS(data[${text(rolled.asset)}], X, window=${window}).fit()`,
    'alpha = rolling.params["const"].dropna()',
    ...rolled.factors.flatMap((factor) => betaCode(factor, isOne ? "" : ` of ${factor}`)),
    `print(f"latest alpha a year: {alpha.iloc[-1] * ${periodsCode(rolled.sample)}:.10g}")`,
    ...("test" in stability ? stabilityCode(rolled.factors) : []),
    ...("test" in stability && stability.change !== null ? changeCode(rolled.factors[0]) : []),
  ];
}

const betaCode = (factor: string, of: string): readonly string[] => [
  `beta = rolling.params[${text(factor)}].dropna()`,
  `print(f"beta${of} of all rows: {model.params['${factor}']:.10g}")`,
  `print(f"latest beta${of}: {beta.iloc[-1]:.10g}")`,
  `print(f"latest std err${of}: {rolling.bse['${factor}'].iloc[-1]:.10g}")`,
  `print(f"lowest beta${of}: {beta.min():.10g}")`,
  `print(f"highest beta${of}: {beta.max():.10g}")`,
  `print("lowest${of} ends", beta.idxmin().date(), "highest ends", beta.idxmax().date())`,
];

/** The robust LM statistic of a break after each row (Andrews 1993), and Hansen's p-value (1997). */
function stabilityCode(factors: readonly string[]): readonly string[] {
  const columns = factors.map((factor) => `data[${text(factor)}] / data[${text(factor)}].std()`).join(", ");
  const [a, b, degrees] = hansenSurface[factors.length - 1] ?? [NaN, NaN, NaN];
  return [
    "",
    `# did ${factors.length === 1 ? "" : "a "}beta change? the largest robust LM statistic of a break in the middle 70% of the rows`,
    "from scipy import stats",
    "",
    "u, n = model.resid.to_numpy(), len(data)",
    `x = np.column_stack([np.ones(n), ${columns}])`,
    "outer = np.einsum('ni,nj->nij', x, x)",
    "M, S = outer.cumsum(0), (outer * (u**2)[:, None, None]).cumsum(0)  # sums up to each row",
    "s = (x * u[:, None]).cumsum(0)",
    "P = M @ np.linalg.inv(M[-1])",
    "V = S - P @ S - (P @ S).transpose(0, 2, 1) + P @ S[-1] @ P.transpose(0, 2, 1)",
    "first, last = int(np.ceil(0.15 * n)), int(np.floor(0.85 * n))",
    ...(factors.length === 1
      ? ["statistics = s[first - 1 : last, 1] ** 2 / V[first - 1 : last, 1, 1]"]
      : ["score, spread = s[first - 1 : last, 1:], V[first - 1 : last, 1:, 1:]", "statistics = (score * np.linalg.solve(spread, score[:, :, None])[:, :, 0]).sum(1)"]),
    'print(f"sup-LM: {statistics.max():.10g}")',
    `print(f"sup-LM p: {stats.chi2.sf(max(0, ${String(a)} + ${String(b)} * statistics.max()), ${String(degrees)}):.10g}")`,
  ];
}

/** When the only β changed, if it was once (single-change.ts). After `stabilityCode`. */
const changeCode = (factor: string): readonly string[] => [
  "",
  "# if it was one change, when? the split with the smallest sum of squares, and those that fit nearly as well (Hansen 2000)",
  `f = data[${text(factor)}].to_numpy()`,
  "total, squares = f.cumsum()[first - 1 : last], (f**2).cumsum()[first - 1 : last]",
  "left = squares - total**2 / n - (squares - f.mean() * total) ** 2 / ((f - f.mean()) ** 2).sum()",
  "gains = (f * u).cumsum()[first - 1 : last] ** 2 / left",
  "split = first + gains.argmax()  # rows before the change",
  "noise = sm.OLS(model.model.endog, np.column_stack([np.ones(n), f, f * (np.arange(n) >= split)])).fit().resid",
  "near = first + np.flatnonzero(gains.max() - gains <= 7.35 * (f**2 * noise**2).sum() / (f**2).sum())",
  'print(f"rows before the change: {split}")',
  'print("first row after it", data.index[split].date(), "95% interval", data.index[near[0]].date(), "to", data.index[near[-1]].date())',
];
