import type { BetaChange } from "../../engine/beta-change.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { smallSampleCode } from "./fit-code.ts";
import { text } from "./python-text.ts";

/** beta-change.ts in Python, after the lines that load `data`: the span's own α and β in one regression. */
export const betaChangeCode = ({ asset, factors }: FactorFit, { span, inference, ...change }: BetaChange): readonly string[] => [
  "",
  `# has beta changed? the same regression with an alpha and a beta of their own from ${span.first} on`,
  `inside = (data.index >= "${span.first}") & (data.index <= "${span.last}")`,
  'data["shift"] = inside.astype(float)',
  `data["slope"] = data[${text(factors[0])}].where(inside, 0.0)`,
  ...smallSampleCode({ asset, factors: [factors[0], "shift", "slope"] }, inference.lags),
  `print(f"change of alpha: {plain.params['shift']:.10g}, std err {small[2]:.10g}")`,
  `print(f"change of beta: {plain.params['slope']:.10g}, std err {small[3]:.10g}")`,
  ...togetherCode({ asset, factors }, change),
];

/** Chow's F and Wald's of both changes at once. */
const togetherCode = ({ asset, factors }: Pick<FactorFit, "asset" | "factors">, { chow, wald }: Pick<BetaChange, "chow" | "wald">): readonly string[] => [
  ...(chow || wald ? ["from scipy import stats"] : []),
  ...(chow
    ? [
        `whole = sm.OLS(data[${text(asset)}], sm.add_constant(data[[${text(factors[0])}]])).fit()`,
        "chow = (whole.ssr - plain.ssr) / 2 / (plain.ssr / plain.df_resid)",
        'print(f"Chow F: {chow:.10g}")',
        'print(f"Chow p: {stats.f.sf(chow, 2, plain.df_resid):.10g}")',
      ]
    : []),
  ...(wald
    ? [
        'both = plain.params[["shift", "slope"]].to_numpy()',
        "wald = both @ np.linalg.solve(wider**2 * (bread @ middle @ bread)[2:, 2:], both) / 2",
        'print(f"Wald F: {wald:.10g}")',
        'print(f"Wald p: {stats.f.sf(wald, 2, plain.df_resid):.10g}")',
      ]
    : []),
];
