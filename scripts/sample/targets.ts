/**
 * What the sample must come to, so that every figure printed in the chapter comes out as printed.
 *
 * A printed figure leaves an interval; where several figures depend on one number, the target is the middle of
 * what they leave together. The two P&L figures of 6.8.2 have seven digits and leave the least.
 */

/** 6.4.4 and 6.4.5: joint rows of SPY, WMT and JPM. Decimal a day. */
export const spy = { mean: 0.000346849, sd: 0.0116169 } as const;
export const onSpy = {
  WMT: { alpha: 0.0002032, beta: 0.6737719, correlation: 0.4922209 },
  JPM: { alpha: 0.0001594, beta: 1.3949175, correlation: 0.7073022 },
} as const;

/** 6.7 to 6.10: MSFT's excess return on Mkt-RF. */
export const msft = {
  /** 6.8.2: expected annual P&L of the position that uses up a budget of $1M a month. */
  pnlTotal: 2_644_594,
  pnlRiskAdjusted: 1_530_371,
  monthlyBudget: 1_000_000,
  /** Of the excess return, a year; 6.8.3 prints 0.3336, and the log-likelihood 26516 asks for its upper part. */
  annualVolatility: 0.333613,
  /** Slope and its t, which is R² in other words. */
  beta: 1.1876,
  tBeta: 83.309,
  /**
   * Population skew and kurtosis of the residuals. Jarque–Bera and Omnibus depend on nothing else (given n), so
   * these are the solution of the two equations JB = 22202.613 and Omnibus = 1452.828; a change of kurtosis in
   * the eighth digit shows in the printed Jarque–Bera.
   */
  skew: 0.14134802020159723,
  kurtosis: 10.376731472647787,
  durbinWatson: 1.929,
} as const;
