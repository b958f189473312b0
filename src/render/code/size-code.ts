import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { PositionInference } from "../../engine/position-inference.ts";
import type { PositionSize } from "../../engine/position-size.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
import { longRunCode } from "./inference-code.ts";
import { periodsCode, portfolioCode, printed } from "./portfolio-code.ts";

/** Python lines that size the positions (chapter 6.8, with its x filled in). */
export function sizeCode(fit: FactorFit, { budget }: PositionSize, context: AnalysisContext): readonly string[] {
  const periods = periodsCode(fit.sample);
  return [
    ...portfolioCode(fit, context),
    `budget = ${String(budget.dollars)}`,
    `periods = ${periodsIn[fit.sample.frequency][budget.horizon]}  # in the budget's ${budget.horizon}`,
    "x = budget / (asset.std() * np.sqrt(periods))",
    "xe = budget / (model.resid.std() * np.sqrt(periods))",
    "premium = (beta * factors.mean()).sum()",
    printed("unhedged position", "x"),
    printed("hedged position", "xe"),
    printed("unhedged P&L, total", `x * (premium + alpha) * ${periods}`),
    printed("unhedged P&L, risk-adjusted", `x * alpha * ${periods}`),
    printed("hedged P&L", `xe * alpha * ${periods}`),
    printed("hedged over unhedged", "xe / x"),
  ];
}

/** σ is estimated too: what each row adds to the position. */
export function positionCode({ unhedged }: PositionInference): readonly string[] {
  const lags = String(unhedged.inference.lags);
  return [
    ...longRunCode,
    "def sized(dollars, column):  # the delta method",
    "    d = (column - column.mean()) ** 2",
    `    return error(dollars / 2 * (d / d.mean() - 1), ${lags})`,
    "",
    printed("unhedged position std err", "sized(x, asset)"),
    printed("hedged position std err", "sized(xe, model.resid)"),
  ];
}

const inMonth = String(tradingDaysPerMonth);
const inYear = String(tradingDaysPerYear);
const months = String(monthsPerYear);
const periodsIn = {
  daily: { day: "1", week: "5", month: inMonth, quarter: String(3 * tradingDaysPerMonth), year: inYear },
  monthly: { day: `1 / ${inMonth}`, week: `5 / ${inMonth}`, month: "1", quarter: "3", year: months },
  annual: { day: `1 / ${inYear}`, week: `5 / ${inYear}`, month: `1 / ${months}`, quarter: "1 / 4", year: "1" },
} as const;
