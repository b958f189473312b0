import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerWeek, tradingDaysPerYear, weeksPerYear } from "../../calendar.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { PositionSize } from "../../engine/position-size.ts";
import type { AnalysisContext } from "../analysis-reply.ts";
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

/** σ is estimated too: its logarithm in four stretches of the rows, against that of all rows. */
export const positionCode: readonly string[] = [
  "",
  "def sized(name, dollars, column):",
  "    cuts = [len(column) * i // 4 for i in range(5)]",
  "    each = np.log([column.iloc[start:end].std() for start, end in zip(cuts, cuts[1:])])",
  "    std_err = np.sqrt(((each - np.log(column.std())) ** 2).sum() / 12)",
  "    reach = 3.1824463053 * std_err  # t with 3 degrees of freedom",
  '    print(f"{name} ln σ std err: {std_err:.10g}")',
  '    print(f"{name} position from: {dollars * np.exp(-reach):.10g}")',
  '    print(f"{name} position to: {dollars * np.exp(reach):.10g}")',
  "",
  'sized("unhedged", x, asset)',
  'sized("hedged", xe, model.resid)',
];

const inMonth = String(tradingDaysPerMonth);
const inYear = String(tradingDaysPerYear);
const months = String(monthsPerYear);
const weeks = String(weeksPerYear);
const inWeek = String(tradingDaysPerWeek);
const periodsIn = {
  daily: { day: "1", week: inWeek, month: inMonth, quarter: String(3 * tradingDaysPerMonth), year: inYear },
  weekly: { day: `1 / ${inWeek}`, week: "1", month: `${weeks} / ${months}`, quarter: `${weeks} / 4`, year: weeks },
  monthly: { day: `1 / ${inMonth}`, week: `${inWeek} / ${inMonth}`, month: "1", quarter: "3", year: months },
  annual: { day: `1 / ${inYear}`, week: `${inWeek} / ${inYear}`, month: `1 / ${months}`, quarter: "1 / 4", year: "1" },
} as const;
