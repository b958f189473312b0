import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Position, PositionSize, VolatilityBudget } from "../../engine/position-size.ts";
import { analysisReply, annualFactorOf, type AnalysisContext } from "../analysis-reply.ts";
import { positionBars } from "../charts/position-bars.ts";
import { sizeCode } from "../code/size-code.ts";
import { dollars, fixed, number, percent, shortDollars } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";

export interface SizeResult {
  readonly fit: FactorFit;
  readonly size: PositionSize;
  /** The same dollars as a budget per year, or per month where the request was per year. */
  readonly otherHorizon: PositionSize;
}

/** What a volatility budget buys, unhedged and hedged, and what each is expected to earn (chapter 6.8). */
export function sizeReply({ fit, size, otherHorizon }: SizeResult, context: AnalysisContext): Reply {
  const { asset, budget, unhedged, hedged } = size;
  const { budget: _budget, horizon: _horizon, ...options } = context.call.options;
  const roots = rootOf[fit.sample.frequency];
  const aYear = `a year (${annualFactorOf(fit.sample)})`;
  return analysisReply(
    {
      title: `${asset} for ${dollars(budget.dollars)} a ${budget.horizon}: ${shortDollars(unhedged.dollars)}, hedged ${shortDollars(hedged.dollars)}`,
      lines: [
        `**Unhedged: ${dollars(unhedged.dollars)}** of ${asset} · σ = ${volatilities(unhedged, budget)}`,
        `Expected P&L ${aYear}: **${dollars(unhedged.expectedProfit)}** total, **${dollars(unhedged.riskAdjustedProfit)}** risk-adjusted (x · α), 95% interval ${profitInterval(unhedged)}`,
        "",
        `**Hedged: ${dollars(hedged.dollars)}** of ${asset} with ${hedges(size)} · σ(ε) = ${volatilities(hedged, budget)}`,
        `Expected P&L ${aYear}: **${dollars(hedged.riskAdjustedProfit)}**, all of it α, 95% interval ${profitInterval(hedged)}`,
        "",
        `Without its factor risk the same budget carries **${number(size.gainFromHedging)} times** the position: 1/√(1 − R²), R² = ${number(fit.rSquared, 3)}.`,
        `The same ${dollars(budget.dollars)} as a budget for a ${otherHorizon.budget.horizon} (${roots[otherHorizon.budget.horizon]}): ${dollars(otherHorizon.unhedged.dollars)} unhedged, ${dollars(otherHorizon.hedged.dollars)} hedged.`,
        ...chapterComparison(size, otherHorizon),
      ],
      hint: `Say the period with every volatility and every budget: is yours a month's (${roots.month}) or a year's (${roots.year})? Which of the two P&Ls would you be paid for?`,
      recipe: fitRecipe(fit, context.sources),
      picture: positionBars(size),
      code: sizeCode(fit, size, context),
      lesson: "position-size",
      nextSteps: [
        {
          label: `Budget for a ${otherHorizon.budget.horizon}`,
          command: "size",
          options: { ...context.call.options, horizon: otherHorizon.budget.horizon },
        },
        { label: "Hedge it", command: "hedge", options },
      ],
      result: { fit, size, other: otherHorizon },
    },
    context,
  );
}

/** The root that turns a volatility per row into one over the budget's horizon. */
const rootOf = {
  daily: { day: "√1", week: "√5", month: "√21", quarter: "√63", year: "√252" },
  monthly: { day: "√(1/21)", week: "√(5/21)", month: "√1", quarter: "√3", year: "√12" },
  annual: { day: "√(1/252)", week: "√(5/252)", month: "√(1/12)", quarter: "√(1/4)", year: "√1" },
} as const;

function volatilities({ volatility, volatilityAnnual }: Position, { horizon }: VolatilityBudget): string {
  const annual = `${percent(volatilityAnnual)} a year`;
  return horizon === "year" ? annual : `${percent(volatility)} a ${horizon} (${annual})`;
}

const profitInterval = ({ riskAdjustedInterval: [low, high] }: Position): string => `${dollars(low)} to ${dollars(high)}`;

const hedges = ({ hedged }: PositionSize): string =>
  hedged.hedges
    .map(({ factor, dollars: hedgeDollars }) => `${dollars(Math.abs(hedgeDollars))} of ${factor} ${hedgeDollars < 0 ? "sold short" : "bought"}`)
    .join(" and ");

/** 6.8.3 prints a monthly hedged volatility as an annual one: both readings, for the chapter's own case. */
function chapterComparison(size: PositionSize, otherHorizon: PositionSize): readonly string[] {
  const month = [size, otherHorizon].find(({ budget }) => budget.horizon === "month");
  const year = [size, otherHorizon].find(({ budget }) => budget.horizon === "year");
  if (!month || !year || fixed(month.hedged.volatility, 4) !== printedHedgedVolatility) return [];
  return [
    "",
    `**As printed** (6.8.3): "Hedged vol (annual): ${printedHedgedVolatility}". **As consistent**: it was made with √21, so ${printedHedgedVolatility} is a month's; a year's is ${consistentHedgedVolatility} by that rounded figure (× √12), ${fixed(year.hedged.volatility, 4)} by the data. ${shortDollars(month.hedged.dollars)} hedged fits ${dollars(month.budget.dollars)} a month; ${dollars(year.budget.dollars)} a year gives ${shortDollars(year.hedged.dollars)}.`,
  ];
}

const printedHedgedVolatility = "0.0736";
const consistentHedgedVolatility = "0.2550";
