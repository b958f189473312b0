/** Which entry of the glossary addresses a mistake: by the mistake where its words name one (diagnoses.json), else by what was asked for. */

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
export const lessonOfMistake = (words: { readonly lesson?: string | undefined } | undefined, quantity: string): string | null =>
  words?.lesson ?? (Object.hasOwn(byQuantity, quantity) ? (byQuantity[quantity] ?? null) : null);
