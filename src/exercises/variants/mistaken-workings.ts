/** What mistakes make of a variant's workings: the numbers that formulas go on from. */
import { tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import { withBeta } from "./model.ts";
import type { Model } from "./model.ts";
import type { Workings } from "./workings.ts";

/**
 * The regression run the wrong way round, its coefficients then used on the right series: with the residuals' own
 * variance, or with that of r − b·f; or the two series in each other's place in every formula.
 */
export function reversedWorkings(own: Workings | null, reversed: Workings | null): readonly Workings[] {
  if (own === null || reversed === null) return [];
  const { alpha, beta, rSquared, residualVariance, alphaError, betaError, alphaT, alphaP, alphaInterval } = reversed.model;
  const onResiduals: Model = { ...own.model, alpha, beta, rSquared, residualVariance, alphaError, betaError, alphaT, alphaP, alphaInterval };
  const hedged = withBeta(own.model, beta);
  return [
    { ...own, model: onResiduals },
    { ...own, model: { ...onResiduals, residualVariance: hedged.residualVariance } },
    { ...own, model: { ...hedged, rSquared, alphaError, betaError, alphaT, alphaP, alphaInterval } },
    reversed,
  ];
}

/** Longer periods used as if they were days. */
export const asIfDaily = (workings: Workings): Workings => ({ ...workings, model: { ...workings.model, periodsPerYear: tradingDaysPerYear } });

/** statsmodels' summary prints a coefficient with four decimals, which leaves one digit of a day's α; none where it leaves 0. */
export function alphaAsPrinted(own: Workings): readonly Workings[] {
  const alpha = Math.round(own.model.alpha * 1e4) / 1e4;
  return alpha === 0 ? [] : [{ ...own, model: { ...own.model, alpha } }];
}

/** Months put on the right period, as √12 for √252 does: a day's share of them, for formulas that count in days. */
export function perTradingDay(workings: Workings): Workings {
  const { model } = workings;
  const share = (value: number): number => value / tradingDaysPerMonth;
  return {
    ...workings,
    model: {
      ...model,
      alpha: share(model.alpha),
      assetMean: share(model.assetMean),
      factorMean: share(model.factorMean),
      riskFreeMean: share(model.riskFreeMean),
      alphaError: share(model.alphaError),
      alphaInterval: [share(model.alphaInterval[0]), share(model.alphaInterval[1])],
      assetVariance: share(model.assetVariance),
      factorVariance: share(model.factorVariance),
      residualVariance: share(model.residualVariance),
      periodsPerYear: tradingDaysPerYear,
    },
  };
}

/** Without a constant α is 0, or what r − b·f earns on average where that is worked out. */
export function throughOrigin(own: Workings): readonly Workings[] {
  const { model } = own;
  const { assetMean, factorMean, assetVariance, factorVariance, observations: n } = model;
  const hedged = withBeta(model, slopeThroughOrigin(model));
  const assetSquares = assetVariance * (n - 1) + n * assetMean ** 2;
  const rSquared = (hedged.beta ** 2 * (factorVariance * (n - 1) + n * factorMean ** 2)) / assetSquares;
  const withHedge = { ...hedged, rSquared };
  return [
    // Where there is no α, nothing can be divided by what is left beside it.
    { ...own, model: { ...withHedge, alpha: 0, residualVariance: Number.NaN } },
    { ...own, model: withHedge },
  ];
}

/** Σ r·f / Σ f². */
export function slopeThroughOrigin({ beta, factorVariance, assetMean, factorMean, observations: n }: Model): number {
  const products = beta * factorVariance * (n - 1) + n * assetMean * factorMean;
  return products / (factorVariance * (n - 1) + n * factorMean ** 2);
}
