/** Which entry of the glossary addresses a mistake: by the mistake where it has one of its own, else by what was asked for. */

const byMistake: readonly (readonly [pattern: RegExp, lesson: string])[] = [
  [/^(?:other-)?reversed|wrong-way/u, "reversed-regression"],
  [/^no-intercept|^through-origin/u, "no-intercept"],
  [/correlation-for|^correlation-/u, "correlation-or-beta"],
  [/risk-free|excess-for-raw|raw-for-excess|^excess|rate-/u, "excess-or-total"],
  [/percent/u, "percent-or-decimal"],
  [/compound/u, "compounding"],
  [/root|days-not-root|annual-over-12|daily-volatility|monthly-volatility/u, "square-root-of-time"],
  [/annualised|-times-(?:12|21|252|365)|divided-by|of-a-day|annual/u, "annualising"],
  [/log-return/u, "log-or-simple"],
  [/ddof|population/u, "degrees-of-freedom"],
  [/window|sample|years|overlap|blanks|days-lost|month-lost/u, "shared-rows"],
  [/critical|around-|interval/u, "confidence-interval"],
  [/budget/u, "budget-period"],
  [/variance-for|by-variance|not-squared|squared/u, "variance"],
];

const byQuantity: Readonly<Record<string, string>> = {
  alpha: "alpha",
  beta: "beta",
  rSquared: "r-squared",
  sensitivity: "cyclical-stock",
  positionUnhedged: "position-size",
  positionHedged: "hedging-allows-more",
  positionMonthly: "position-size",
  pnlUnhedged: "risk-adjusted-pnl",
  pnlHedged: "risk-adjusted-pnl",
  alphaAnnual: "alpha",
  alphaExcess: "excess-or-total",
  alphaRaw: "excess-or-total",
  alphaT: "t-statistic",
  alphaLow: "confidence-interval",
  alphaHigh: "confidence-interval",
  significant: "p-value",
  appraisalRatio: "appraisal-ratio",
  sharpeHedged: "hedged-sharpe",
  sharpeUnhedged: "sharpe-ratio",
  yearsToTwo: "years-to-two",
  betaDaily: "beta-and-frequency",
  betaMonthly: "beta-and-frequency",
  betaBefore: "chow-test",
  betaSince: "chow-test",
  betaChangeT: "chow-test",
  betaChanged: "chow-test",
  riskFreeAnnual: "risk-free-rate",
  factorPremium: "factor-premium",
  expectedReturn: "expected-return",
  factorVariance: "variance-decomposition",
  factorShare: "factor-share",
  hedgedCorrelation: "hedged-properties",
  partialHedge: "partial-hedge",
  trackingHolding: "tracking-portfolio",
};

/** Null where neither says anything: an instructor's own question. */
export const lessonOfMistake = (mistake: string, quantity: string): string | null =>
  byMistake.find(([pattern]) => pattern.test(mistake))?.[1] ?? (Object.hasOwn(byQuantity, quantity) ? (byQuantity[quantity] ?? null) : null);
