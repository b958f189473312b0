import { periodsCode } from "./portfolio-code.ts";
import type { RollingResult } from "../results.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { regressionCode } from "./fit-code.ts";
import { loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines with statsmodels' RollingOLS, and the fit of all rows. */
export function rollingCode({ review: { rolling: rolled, fullSample: whole }, stability }: Pick<RollingResult, "review" | "stability">, { sources }: AnalysisContext): readonly string[] {
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
    `print(f"latest alpha a year: {alpha.iloc[-1] * ${periodsCode(rolled.sample)}:.10g}")`,
    'print("lowest ends", beta.idxmin().date(), "highest ends", beta.idxmax().date())',
    ...("test" in stability ? stabilityCode(factor) : []),
  ];
}

/** The robust LM statistic of a break after each row (Andrews 1993), and Hansen's p-value (1997). */
const stabilityCode = (factor: string): readonly string[] => [
  "",
  "# did beta change? the largest robust LM statistic of a break in the middle 70% of the rows",
  "from scipy import stats",
  "",
  "u, n = model.resid.to_numpy(), len(data)",
  `x = np.column_stack([np.ones(n), data[${text(factor)}] / data[${text(factor)}].std()])`,
  "outer = np.einsum('ni,nj->nij', x, x)",
  "M, S = outer.cumsum(0), (outer * (u**2)[:, None, None]).cumsum(0)  # sums up to each row",
  "s = (x * u[:, None]).cumsum(0)",
  "P = M @ np.linalg.inv(M[-1])",
  "V = S - P @ S - (P @ S).transpose(0, 2, 1) + P @ S[-1] @ P.transpose(0, 2, 1)",
  "first, last = int(np.ceil(0.15 * n)), int(np.floor(0.85 * n))",
  "statistics = s[first - 1 : last, 1] ** 2 / V[first - 1 : last, 1, 1]",
  'print(f"sup-LM: {statistics.max():.10g}")',
  'print(f"sup-LM p: {stats.chi2.sf(max(0, -0.98828874 + 1.01604712 * statistics.max()), 2.96752918):.10g}")',
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
