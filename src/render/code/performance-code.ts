import type { FactorFit } from "../../engine/factor-fit.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { completeCode, text } from "./load-code.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";

/** Python lines that compute the ratios (chapter 6.9) and the other measures. */
export function performanceCode(fit: FactorFit, context: AnalysisContext): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    "hedged = asset - factors @ beta",
    "market = factors.iloc[:, 0]",
    "active = asset - market",
    ...completeCode(context.sources, fit.sample),
    `wealth = (1 + ${context.sources.some(({ fills }) => fills) ? `complete[${text(fit.asset)}]` : "asset"}).cumprod()`,
    "peak = wealth.cummax().clip(lower=1)",
    "",
    "def slope(rows):  # beta over some of the rows",
    '    return sm.OLS(asset[rows], sm.add_constant(market[rows])).fit().params[market.name]',
    "",
    printed("Sharpe ratio", `asset.mean() * ${periods} / (asset.std() * np.sqrt(${periods}))`),
    printed("hedged Sharpe ratio", `hedged.mean() * ${periods} / (hedged.std() * np.sqrt(${periods}))`),
    printed("appraisal ratio", `alpha * ${periods} / (model.resid.std() * np.sqrt(${periods}))`),
    printed("information ratio", `active.mean() * ${periods} / (active.std() * np.sqrt(${periods}))`),
    printed("residual tracking error", `model.resid.std() * np.sqrt(${periods})`),
    printed("active tracking error", `active.std() * np.sqrt(${periods})`),
    printed("largest drawdown", "(1 - wealth / peak).max()"),
    printed("Treynor ratio", `asset.mean() * ${periods} / beta.iloc[0]`),
    printed("up beta", "slope(market > 0)"),
    printed("down beta", "slope(market < 0)"),
    printed("adjusted beta", "2 / 3 * beta.iloc[0] + 1 / 3"),
    printed("years to t = 2", `len(asset) / ${periods} * (2 / model.tvalues['const']) ** 2`),
  ];
}
