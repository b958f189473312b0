import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerWeek, tradingDaysPerYear, weeksPerYear } from "../calendar.ts";
import type { EngineProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { periodsPerYear } from "./series.ts";
import type { Frequency } from "./series.ts";

export interface VolatilityBudget {
  /** Dollars of standard deviation of profit and loss over the horizon. */
  readonly dollars: number;
  readonly horizon: "day" | "week" | "month" | "quarter" | "year";
}

export interface PositionSize {
  readonly asset: string;
  readonly budget: VolatilityBudget;
  readonly unhedged: Position;
  readonly hedged: Position & {
    /** Dollars of each factor held against the position: −β × its dollars. */
    readonly hedges: readonly { readonly factor: string; readonly dollars: number }[];
  };
  /** Hedged over unhedged dollars: 1/√(1 − R²). */
  readonly gainFromHedging: number;
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface Position {
  readonly dollars: number;
  /** Decimal over the budget's horizon, and per year. */
  readonly volatility: number;
  readonly volatilityAnnual: number;
  /** Dollars per year: x·(α + Σ β·E[f])·252, less the hedge's part where there is one. */
  readonly expectedProfit: number;
  /** Dollars per year: x·α·252, the profit beyond the factors' share. */
  readonly riskAdjustedProfit: number;
  /** The same at both ends of α's interval. */
  readonly riskAdjustedInterval: readonly [low: number, high: number];
}

/** The chapter's conventions: 21 trading days per month, 252 per year, 12 months per year; and 52 weeks of 5 days. */
const periodsPerHorizon: Readonly<Record<Frequency, Readonly<Record<VolatilityBudget["horizon"], number>>>> = {
  daily: { day: 1, week: tradingDaysPerWeek, month: tradingDaysPerMonth, quarter: 3 * tradingDaysPerMonth, year: tradingDaysPerYear },
  weekly: { day: 1 / tradingDaysPerWeek, week: 1, month: weeksPerYear / monthsPerYear, quarter: weeksPerYear / 4, year: weeksPerYear },
  monthly: { day: 1 / tradingDaysPerMonth, week: tradingDaysPerWeek / tradingDaysPerMonth, month: 1, quarter: 3, year: monthsPerYear },
  annual: { day: 1 / tradingDaysPerYear, week: tradingDaysPerWeek / tradingDaysPerYear, month: 1 / monthsPerYear, quarter: 1 / 4, year: 1 },
};

/**
 * The dollars that a volatility budget buys, unhedged and hedged (chapter 6.8): x = budget/(σ·√periods),
 * σ the sample's standard deviation (n − 1) of r, or of ε once hedged.
 *
 * Errors: `out-of-range` unless the budget is above 0, `exact-fit` where there is no residual risk to size.
 *
 * @example
 * ```ts
 * const size = positionSize(exampleFit(), { dollars: 1_000_000, horizon: "month" });
 * size.ok && Math.abs(size.value.gainFromHedging * Math.sqrt(1 - exampleFit().rSquared) - 1) < 1e-12; // → true
 * ```
 */
export function positionSize(fit: FactorFit, budget: VolatilityBudget): Outcome<PositionSize, EngineProblem> {
  if (!(budget.dollars > 0 && budget.dollars < Infinity)) {
    return failure({ kind: "out-of-range", option: "budget", value: budget.dollars, min: 0, max: Number.MAX_VALUE });
  }
  if (fit.exact) return failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
  const { frequency } = fit.sample;
  const horizonRoot = Math.sqrt(periodsPerHorizon[frequency][budget.horizon]);
  const yearRoot = Math.sqrt(periodsPerYear[frequency]);
  const premium = fit.betas.reduce((sum, { value }, i) => sum + value * fit.moments.factors[i]!.mean, 0);
  const position = (variance: number, remainingPremium: number): Position => {
    const volatility = Math.sqrt(variance) * horizonRoot;
    const dollars = budget.dollars / volatility;
    return {
      dollars,
      volatility,
      volatilityAnnual: Math.sqrt(variance) * yearRoot,
      expectedProfit: dollars * (fit.alpha.value + remainingPremium) * periodsPerYear[frequency],
      riskAdjustedProfit: dollars * fit.alphaAnnual.value,
      riskAdjustedInterval: [dollars * fit.alphaAnnual.interval[0], dollars * fit.alphaAnnual.interval[1]],
    };
  };
  const unhedged = position(fit.moments.asset.variance, premium);
  const hedged = position(fit.moments.residualVariance, 0);
  return success({
    asset: fit.asset,
    budget,
    unhedged,
    hedged: {
      ...hedged,
      hedges: fit.betas.map(({ term, value }) => ({ factor: term, dollars: -value * hedged.dollars })),
    },
    gainFromHedging: Math.sqrt(fit.moments.asset.variance / fit.moments.residualVariance),
    sample: fit.sample,
    inference: fit.inference,
  });
}
