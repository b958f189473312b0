/**
 * What the engine computes of one asset on one factor, for the figures' values. Each result is computed when a
 * figure first needs it, once; what the engine refuses is null.
 */
import { expectedReturn, type ExpectedReturn } from "../engine/expected-return.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import { hedgedPortfolio, type HedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { performanceOf, type Performance } from "../engine/performance.ts";
import { positionSize, type PositionSize, type VolatilityBudget } from "../engine/position-size.ts";
import type { EngineProblem } from "../engine/problem.ts";
import { rollingFit } from "../engine/rolling-fit.ts";
import type { Series } from "../engine/series.ts";
import { trackingPortfolio, type TrackingPortfolio } from "../engine/tracking-portfolio.ts";
import { varianceDecomposition, type VarianceDecomposition } from "../engine/variance-decomposition.ts";
import { tradingDaysPerYear } from "../calendar.ts";
import type { Outcome } from "../outcome.ts";

/** β of one part of the days, and its classical standard error. */
interface PartBeta {
  readonly beta: number;
  readonly betaError: number;
}

/** A one-factor regression, and what surrounds it. */
interface FigureData {
  readonly fit: FactorFit;
  /** The risk-free rate; null where none is loaded. */
  readonly rate: Series | null;
  /** Dollars of volatility; the figure says whether a month's or a year's. */
  readonly budget: number | null;
  /** The factor share that a partial hedge is to reach. */
  readonly share: number | null;
  /** β of monthly returns. */
  readonly monthlyBeta: () => number | null;
  /** α per period with the risk-free rate left in the asset's return. */
  readonly rawAlpha: () => number | null;
  /** β of the asset that this one is compared with. */
  readonly otherBeta: () => number | null;
  /** β with its standard error on the days before a split, and on those since; null where there is none. */
  readonly parts: () => { readonly before: PartBeta; readonly since: PartBeta } | null;
}

export interface EngineResults extends FigureData {
  /** The same regression with other standard errors. */
  readonly hc1: () => FactorFit | null;
  readonly hac: () => FactorFit | null;
  /** β over every 252 rows in a run. */
  readonly rollingBetas: () => Float64Array | null;
  readonly performance: () => Performance | null;
  readonly tracking: () => TrackingPortfolio;
  readonly variance: () => VarianceDecomposition;
  readonly expected: () => ExpectedReturn | null;
  readonly partialHedge: () => HedgedPortfolio | null;
  readonly monthlySize: () => PositionSize | null;
  readonly annualSize: () => PositionSize | null;
  /** r − β·f, row by row. */
  readonly hedgedReturns: () => Float64Array;
}

export function engineResults(data: FigureData): EngineResults {
  const { fit, rate, budget, share } = data;
  const { days, asset: values, factors } = fit.rows;
  const factor = factors[0];
  const beta = fit.betas[0].value;
  const asset: Series = { id: fit.asset, kind: "excess", frequency: fit.sample.frequency, days, values };
  const market: Series = { ...asset, id: fit.factors[0], values: factor };
  const size = (horizon: VolatilityBudget["horizon"]) => (budget === null ? null : valueOrNull(positionSize(fit, { dollars: budget, horizon })));
  return {
    ...data,
    hc1: once(() => valueOrNull(fitFactors(asset, [market], { covariance: "hc1" }))),
    hac: once(() => valueOrNull(fitFactors(asset, [market], { covariance: "hac" }))),
    rollingBetas: once(() => valueOrNull(rollingFit(asset, [market], tradingDaysPerYear))?.betas[0].values ?? null),
    performance: once(() => valueOrNull(performanceOf(fit))),
    tracking: once(() => trackingPortfolio(fit)),
    variance: once(() => varianceDecomposition(fit)),
    expected: once(() => rate && valueOrNull(expectedReturn(fit, rate))),
    partialHedge: once(() => (share === null ? null : valueOrNull(hedgedPortfolio(fit, share)))),
    monthlySize: once(() => size("month")),
    annualSize: once(() => size("year")),
    hedgedReturns: once(() => values.map((value, row) => value - beta * (factor[row] ?? NaN))),
  };
}

const valueOrNull = <T>(outcome: Outcome<T, EngineProblem>): T | null => (outcome.ok ? outcome.value : null);

/** The function's value, computed at the first call. */
function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | null = null;
  return () => (computed ??= { value: compute() }).value;
}
