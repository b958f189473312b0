/** What mistakes make of a variant's workings: the numbers that formulas go on from. */
import { tradingDaysPerYear, weeksPerYear } from "../../calendar.ts";
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

/** Weeks are fitted as any longer period is; a year has 52. */
export const inWeeks = (workings: Workings): Workings => ({ ...workings, model: { ...workings.model, periodsPerYear: weeksPerYear } });

/** Of an excess return, what a total return has before the rate is taken off: the rate put back. */
export const withRawReturns = (workings: Workings | null): Workings | null =>
  workings === null ? null : { ...workings, treated: (treatment) => workings.treated(treatment) ?? (treatment === "rf-kept" ? workings.treated("rf-put-back") : null) };

/** A model of more factors, in which only the first is hedged: with the model's own residuals, with those of the hedge, or with α of the hedge as well. */
export function withFactorsBeta(own: Workings, factors: Workings | null): readonly Workings[] {
  if (factors === null) return [];
  const hedged = withBeta(own.model, factors.model.beta);
  const onHedge: Model = { ...factors.model, residualVariance: hedged.residualVariance, riskFreeMean: own.model.riskFreeMean };
  return [factors, { ...factors, model: onHedge }, { ...factors, model: { ...onHedge, alpha: hedged.alpha } }];
}

/** statsmodels' summary prints a coefficient with four decimals, which leaves one digit of a day's α; none where it leaves 0. */
export function alphaAsPrinted(own: Workings): readonly Workings[] {
  const alpha = Math.round(own.model.alpha * 1e4) / 1e4;
  return alpha === 0 ? [] : [{ ...own, model: { ...own.model, alpha } }];
}

/** Longer periods put on the right one, as √12 for √252 does: a day's share of them, for formulas that count in days. */
export function perTradingDay(workings: Workings): Workings {
  return {
    ...workings,
    model: dayOf(workings.model),
    treated: (treatment) => {
      const model = workings.treated(treatment);
      return model === null ? null : dayOf(model);
    },
  };
}

function dayOf(model: Model): Model {
  const share = (value: number): number => (value * model.periodsPerYear) / tradingDaysPerYear;
  return {
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
  };
}

/** Whoever treats the data wrongly treats the raw return as wrongly. */
export const withRawTreated = (workings: Workings | null, treatment: DataTreatment): Workings | null =>
  workings === null ? null : { ...workings, treated: (other) => workings.treated(other === "rf-kept" ? `raw ${treatment}` : other) };

/** Treatments of the rows or of the factor, which the raw return goes through as well. */
export type DataTreatment = "factor-in-percent" | "factor-a-day-late" | "factor-a-day-early" | "rf-in-factor" | "rf-off-factor" | "log-returns" | "blanks-as-zero" | "monthly" | "month-end-days" | "weekly" | "three-factors" | "size-and-value-added";

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

/** To one decimal; 1 is what people take β for without a regression. */
export function roundedBeta(beta: number): number | undefined {
  const rounded = Math.round(10 * beta) / 10;
  return rounded === 1 ? undefined : rounded;
}
