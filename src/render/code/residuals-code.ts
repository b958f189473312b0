import type { AnalysisContext } from "../analysis-reply.ts";
import type { ResidualsResult } from "../results.ts";
import { regressionCode } from "./fit-code.ts";
import { loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";

/** Python lines for both residuals of section 6.4.5, with and without α, and the shape of the second. */
export function residualsCode({ fit, neighbours }: Pick<ResidualsResult, "fit" | "neighbours">, { sources }: AnalysisContext): readonly string[] {
  const asset = text(fit.asset);
  const names = `[${fit.factors.map(text).join(", ")}]`;
  return [
    ...loadCode(sources, fit.sample),
    "from statsmodels.stats.stattools import jarque_bera",
    "",
    ...regressionCode(fit),
    `factors = data[${names}]`,
    `with_alpha = data[${asset}] - factors @ model.params[factors.columns]`,
    ...(fit.exact ? exactLines : [...shapeLines, ...(neighbours ? neighbourCode : []), ...largestLines]),
  ];
}

/** What an exact fit leaves is the rounding of its sums, whose shape says nothing. */
const exactLines: readonly string[] = ['print(f"mean of r - beta f: {with_alpha.mean():.10g}")', "# the factors explain every row: what is left over is rounding, and has no shape"];

const shapeLines: readonly string[] = [
  "without_alpha = model.resid",
  'print(f"mean of r - beta f: {with_alpha.mean():.10g}")',
  'print(f"standard deviation: {without_alpha.std():.10g}")',
  'print(f"correlation of r - beta f with the factors: {abs(factors.corrwith(with_alpha)).max():.6f}")',
  'print(f"correlation of the residual with the factors: {abs(factors.corrwith(without_alpha)).max():.6f}")',
  "jb, p, skew, kurtosis = jarque_bera(without_alpha)",
  'print(f"Jarque-Bera: {jb:.10g}")',
  'print(f"skew: {skew:.10g}")',
  'print(f"kurtosis: {kurtosis:.10g}")',
  'print(f"autocorrelation: {without_alpha.autocorr():.10g}")',
];

const largestLines: readonly string[] = [
  'print(f"largest: {without_alpha[without_alpha.abs().idxmax()]:.10g}")',
  'print(f"rows beyond 3 sigma: {(without_alpha.abs() > 3 * without_alpha.std()).sum()}")',
];

/** With an error that is right where volatility clusters. Needs `model`. */
export const neighbourCode: readonly string[] = [
  "u = model.resid.to_numpy()",
  "products = u[1:] * u[:-1]",
  'print(f"neighbours: {products.sum() / (u @ u):.10g}")',
  'print(f"neighbours std err: {np.sqrt((products**2).sum()) / (u @ u):.10g}")',
];
