import { longestStep } from "../../engine/date-gaps.ts";
import type { BetaChange } from "../../engine/beta-change.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { text } from "./python-text.ts";

/** beta-change.ts in Python, after the lines that load `data`: the span's own α and β in one regression. */
export const betaChangeCode = ({ asset, factors }: FactorFit, { span, inside, outside, chow, wald, inference }: BetaChange): readonly string[] => [
  "",
  `# has beta changed? the rows from ${span.first} on by themselves, and the others: the errors of both add up`,
  "from scipy import stats",
  "from statsmodels.stats.sandwich_covariance import S_hac_simple",
  `within = (data.index >= "${span.first}") & (data.index <= "${span.last}")`,
  "",
  "def part(rows, lags):",
  `    own = sm.OLS(data.loc[rows, ${text(asset)}], sm.add_constant(data.loc[rows, [${text(factors[0])}]])).fit()`,
  "    scores = own.model.exog * (own.resid / (1 - own.get_influence().hat_matrix_diag)).to_numpy()[:, None]",
  "    b = (lags + 1) / len(scores) if lags else 0",
  "    wider = (1.96 + 2.9694 * b + 0.4160 * b**2 - 0.5324 * b**3) / 1.96",
  "    bread = np.asarray(own.normalized_cov_params)",
  ...([inside, outside].some(({ inference: { hasGaps } }) => hasGaps)
    ? [
        `    run = (own.resid.index.to_series().diff().dt.days > ${String(longestStep[inside.sample.frequency])}).cumsum().to_numpy()  # no lag reaches across missing rows`,
        "    middle = sum(S_hac_simple(scores[run == k], nlags=lags) for k in np.unique(run))",
      ]
    : ["    middle = S_hac_simple(scores, nlags=lags)"]),
  "    return own, wider**2 * bread @ middle @ bread",
  "",
  `(one, V1), (other, V2) = part(within, ${String(inside.inference.lags)}), part(~within, ${String(outside.inference.lags)})`,
  "change, V = (one.params - other.params).to_numpy(), V1 + V2",
  'print(f"change of alpha: {change[0]:.10g}, std err {np.sqrt(V[0, 0]):.10g}")',
  'print(f"change of beta: {change[1]:.10g}, std err {np.sqrt(V[1, 1]):.10g}")',
  ...(chow
    ? [
        `whole = sm.OLS(data[${text(asset)}], sm.add_constant(data[[${text(factors[0])}]])).fit()`,
        "chow = (whole.ssr - one.ssr - other.ssr) / 2 / ((one.ssr + other.ssr) / (len(data) - 4))",
        'print(f"Chow F: {chow:.10g}")',
        'print(f"Chow p: {stats.f.sf(chow, 2, len(data) - 4):.10g}")',
      ]
    : []),
  ...(wald
    ? [
        "wald = change @ np.linalg.solve(V, change) / 2",
        'print(f"Wald F: {wald:.10g}")',
        `print(f"Wald p: {stats.f.sf(wald, 2, ${String(inference.degreesOfFreedom)}):.10g}")`,
      ]
    : []),
];
