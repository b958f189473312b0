import type { HedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import type { Performance } from "../../src/engine/performance.ts";
import type { TrackingPortfolio } from "../../src/engine/tracking-portfolio.ts";
import { classical, madeUpSample } from "./made-up-fit.ts";

const portfolio = {
  asset: "JPM",
  returns: Float64Array.of(0.001, -0.002, 0.003, 0),
  days: Int32Array.of(19724, 19725, 19726, 19727),
  mean: 0.000159,
  volatility: 0.01646,
  meanAnnual: 0.040068,
  volatilityAnnual: 0.2613,
  exposures: [{ factor: "SPY", beta: 1e-16, correlation: -2e-17 }],
  sample: madeUpSample,
  inference: classical,
} as const;

/** A whole hedge of JPM with SPY. */
export function madeUpHedge(overrides: Partial<HedgedPortfolio> = {}): HedgedPortfolio {
  return { ...portfolio, hedges: [{ factor: "SPY", dollars: -1.395 }], targetShare: 0, factorShare: 0, ...overrides };
}

/** The same hedge, stopped where a fifth of the variance is still the factor's. */
export function madeUpPartialHedge(overrides: Partial<HedgedPortfolio> = {}): HedgedPortfolio {
  return madeUpHedge({
    volatility: 0.0184,
    hedges: [{ factor: "SPY", dollars: -0.6935 }],
    targetShare: 0.2,
    factorShare: 0.2001,
    meanAnnual: 0.1011,
    exposures: [{ factor: "SPY", beta: 0.7015, correlation: 0.4473 }],
    ...overrides,
  });
}

export function madeUpTracking(overrides: Partial<TrackingPortfolio> = {}): TrackingPortfolio {
  return { ...portfolio, meanAnnual: 0.1213, volatilityAnnual: 0.2599, holdings: [{ factor: "SPY", dollars: 1.395 }], ...overrides };
}

export function madeUpPerformance(overrides: Partial<Performance> = {}): Performance {
  return {
    asset: "JPM",
    benchmark: "SPY",
    meanAnnual: 0.1614,
    volatilityAnnual: 0.3686,
    sharpe: 0.438,
    hedgedSharpe: 0.153,
    appraisalRatio: 0.1534,
    informationRatio: 0.27,
    residualTrackingError: 0.2613,
    activeTrackingError: 0.2715,
    treynor: 0.1157,
    maximumDrawdown: { depth: 0.7621, peak: "2001-05-21", trough: "2002-10-09", recovered: "2013-03-08" },
    drawdowns: [
      { depth: 0.7621, peak: "2001-05-21", trough: "2002-10-09", recovered: "2013-03-08" },
      { depth: 0.431, peak: "2020-01-02", trough: "2020-03-23", recovered: null },
    ],
    upBeta: { beta: 1.421, standardError: 0.03, observations: 4200 },
    downBeta: { beta: 1.352, standardError: 0.031, observations: 3700 },
    adjustedBeta: 1.2633,
    yearsToSignificance: 162.3,
    sample: madeUpSample,
    inference: classical,
    ...overrides,
  };
}
