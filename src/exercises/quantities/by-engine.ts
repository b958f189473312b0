/** The engine's own functions on a variant's regression, as keys. NaN where the engine refuses: no key. */
import { sampleCorrelation } from "simple-statistics";
import type { EngineProblem } from "../../engine/problem.ts";
import { expectedReturn } from "../../engine/expected-return.ts";
import { hedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import { performanceOf } from "../../engine/performance.ts";
import type { Performance } from "../../engine/performance.ts";
import { positionSize } from "../../engine/position-size.ts";
import type { PositionSize, VolatilityBudget } from "../../engine/position-size.ts";
import type { Outcome } from "../../outcome.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";

type KeyOf = (solvedVariant: SolvedVariant) => number;

export const performance = (pick: (performance: Performance) => number): KeyOf => {
  return ({ fit }) => valueOrNaN(performanceOf(fit), pick);
};

export const size = (horizon: VolatilityBudget["horizon"], pick: (size: PositionSize) => number): KeyOf => {
  return ({ fit, variant: { budget } }) =>
    budget === null ? Number.NaN : valueOrNaN(positionSize(fit, { dollars: budget, horizon }), pick);
};

/** Dollars of the factor to sell for a dollar of the asset. */
export const hedge: KeyOf = ({ fit, variant: { share } }) =>
  share === null ? Number.NaN : valueOrNaN(hedgedPortfolio(fit, share), ({ hedges }) => -hedges[0]!.dollars);

/** Of the hedged returns, row by row, and the factor. */
export const correlationOfHedged: KeyOf = ({ fit }) => {
  const hedged = Array.from(fit.rows.residuals, (residual) => fit.alpha.value + residual);
  return sampleCorrelation(hedged, Array.from(fit.rows.factors[0]!));
};

export const expected: KeyOf = ({ fit, rate }) =>
  rate === null ? Number.NaN : valueOrNaN(expectedReturn(fit, rate), ({ total }) => total.annual);

const valueOrNaN = <T>(outcome: Outcome<T, EngineProblem>, pick: (value: T) => number): number =>
  outcome.ok ? pick(outcome.value) : Number.NaN;
