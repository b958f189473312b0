import type { ResidualReport } from "../../src/engine/residual-report.ts";

export function madeUpResiduals(overrides: Partial<ResidualReport> = {}): ResidualReport {
  return {
    withAlpha: { values: Float64Array.of(0.002, -0.003), mean: 0.000159, deviation: 0.01646, correlation: -1e-17 },
    withoutAlpha: { values: Float64Array.of(0.0018, -0.0032), mean: 1e-19, deviation: 0.01646, correlation: 2e-17 },
    autocorrelation: -0.0213,
    tailCounts: [
      { deviations: 3, rows: 131, expected: 21.53 },
      { deviations: 5, rows: 30, expected: 0.00457 },
    ],
    largest: [
      { date: "2009-01-22", residual: 0.2105, deviations: 12.79 },
      { date: "2008-11-21", residual: -0.15, deviations: -9.1 },
    ],
    distribution: { edges: [-0.1, 0, 0.1], shares: [0.6, 0.4], normalCurve: { at: [-0.1, 0, 0.1], shares: [0, 0.5, 0] }, outside: 7 },
    ...overrides,
  };
}
