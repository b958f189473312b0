/** The engine's own functions on a variant's regression, as keys. NaN where the engine refuses: no key. */
import type { EngineProblem } from "../../engine/problem.ts";
import { expectedReturn } from "../../engine/expected-return.ts";
import { hedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import { correlation } from "../../engine/moments.ts";
import { performanceOf } from "../../engine/performance.ts";
import type { Performance } from "../../engine/performance.ts";
import { positionSize } from "../../engine/position-size.ts";
import type { PositionSize, VolatilityBudget } from "../../engine/position-size.ts";
import type { Outcome } from "../../outcome.ts";
import type { Workings } from "../variants/workings.ts";

type Key = (workings: Workings) => number;

export const performance = (pick: (performance: Performance) => number): Key => {
  return ({ fit }) => picked(performanceOf(fit), pick);
};

export const size = (horizon: VolatilityBudget["horizon"], pick: (size: PositionSize) => number): Key => {
  return ({ fit, variant: { budget } }) =>
    budget === null ? Number.NaN : picked(positionSize(fit, { dollars: budget, horizon }), pick);
};

/** Dollars of the factor to sell for a dollar of the asset. */
export const hedge: Key = ({ fit, variant: { share } }) =>
  share === null ? Number.NaN : picked(hedgedPortfolio(fit, share), ({ hedges }) => -hedges[0]!.dollars);

/** Of the hedged returns, row by row, and the factor. */
export const correlationOfHedged: Key = ({ fit }) => {
  const hedged = fit.rows.residuals.map((residual) => fit.alpha.value + residual);
  return correlation(hedged, fit.rows.factors[0]!);
};

export const expected: Key = ({ fit, rate }) =>
  rate === null ? Number.NaN : picked(expectedReturn(fit, rate), ({ total }) => total.annual);

const picked = <T>(outcome: Outcome<T, EngineProblem>, pick: (value: T) => number): number =>
  outcome.ok ? pick(outcome.value) : Number.NaN;
