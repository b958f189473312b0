import type { FactorFit } from "../../engine/factor-fit.ts";
import type { FactorShare } from "../../engine/factor-share.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import type { VarianceResult } from "../results.ts";
import { regressionCode } from "./fit-code.ts";
import { holdingsCode, loadCode } from "./load-code.ts";
import { text } from "./python-text.ts";
import { printed } from "./portfolio-code.ts";

/** Python lines that decompose the variance of each asset (chapter 6.10). */
export function varianceCode({ fits, shares, portfolios = [] }: Pick<VarianceResult, "fits" | "shares" | "portfolios">, { sources }: AnalysisContext): readonly string[] {
  const [first] = fits;
  if (!first) return [];
  const name = (label: string, fit: FactorFit): string => (fits.length === 1 ? label : `${fit.asset} ${label}`);
  return [
    ...loadCode(sources, first.sample),
    `factors = data[[${first.factors.map(text).join(", ")}]]`,
    ...(shares.some((each) => each !== null) ? stretchesCode : []),
    ...fits.flatMap((fit, place) => [
      "",
      ...regressionCode(fit),
      "beta = model.params[factors.columns]",
      `total = data[${text(fit.asset)}].var()`,
      "factor = beta @ factors.cov() @ beta  # one factor: beta**2 * var_f",
      printed(name("factor variance", fit), "factor"),
      printed(name("idiosyncratic variance", fit), "model.resid.var()"),
      printed(name("total variance", fit), "total"),
      printed(name("factor share", fit), "factor / total"),
      printed(name("idiosyncratic share", fit), "model.resid.var() / total"),
      ...shareCode((label) => name(label, fit), fit, shares[place] ?? null),
    ]),
    ...portfolios.flatMap((portfolio) => [
      "",
      ...holdingsCode(sources, first.sample, portfolio.asset),
      `weights = {${portfolio.holdings.map(({ asset, weight }) => `${text(asset)}: ${String(weight)}`).join(", ")}}`,
      "X = sm.add_constant(factors)",
      `whole = sm.OLS(data[${text(portfolio.asset)}], X).fit()`,
      "for name, weight in weights.items():",
      "    part = sm.OLS(holdings[name], X).fit()",
      `    total = data[${text(portfolio.asset)}].var()`,
      '    print(f"{name} factor share: {weight * part.fittedvalues.cov(whole.fittedvalues) / total:.10g}")',
      '    print(f"{name} idiosyncratic share: {weight * part.resid.cov(whole.resid) / total:.10g}")',
    ]),
  ];
}

/** `stretches`: R² of each quarter of the rows, one after the other; `log_odds` of a share, 0 for a half. */
const stretchesCode: readonly string[] = [
  "cuts = [len(data) * i // 4 for i in range(5)]",
  "",
  "def stretches(name):",
  "    rows = [slice(start, end) for start, end in zip(cuts, cuts[1:])]",
  "    return [sm.OLS(data[name].iloc[r], sm.add_constant(factors.iloc[r])).fit().rsquared for r in rows]",
  "",
  "def log_odds(share):",
  "    return np.log(share / (1 - share))",
];

/** The spread of the stretches about all rows, on the scale of the log odds. */
function shareCode(name: (label: string) => string, { asset }: FactorFit, inferred: FactorShare | null): readonly string[] {
  if (!inferred) return [];
  const least = `1 / (len(data) // 4)`;
  return [
    `each = log_odds(np.clip(stretches(${text(asset)}), ${least}, 1 - 1e-12))`,
    "half = log_odds(model.rsquared)",
    "std_err = np.sqrt(((each - half) ** 2).sum() / 12)",
    "low, high = half - 3.1824463053 * std_err, half + 3.1824463053 * std_err  # t with 3 degrees of freedom",
    printed(name("log odds of the factor share"), "half"),
    printed(name("log odds std err"), "std_err"),
    ...(inferred.scale === "log odds"
      ? [printed(name("factor share from"), "1 / (1 + np.exp(-low))"), printed(name("factor share to"), "1 / (1 + np.exp(-high))")]
      : [
          "# a stretch has no more than chance gives: Fisher's z of the correlation, and its square",
          `pair = data[${text(asset)}], factors.iloc[:, 0]`,
          "z = np.arctanh(pair[0].corr(pair[1]))",
          "each = np.arctanh([pair[0].iloc[start:end].corr(pair[1].iloc[start:end]) for start, end in zip(cuts, cuts[1:])])",
          "reach = 3.1824463053 * np.sqrt(((each - z) ** 2).sum() / 12)",
          "ends = np.tanh([z - reach, z + reach]) ** 2",
          printed(name("factor share from"), "0 if abs(z) <= reach else ends.min()"),
          printed(name("factor share to"), "ends.max()"),
        ]),
  ];
}
