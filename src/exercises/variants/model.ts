import type { FactorFit } from "../../engine/factor-fit.ts";
import { periodsPerYear } from "../../engine/series.ts";

/**
 * The numbers of a one-factor regression that exercises work with. Decimals per period of the data; variances
 * divide by n − 1, as the chapter's `.var()` does.
 */
export interface Model {
  readonly asset: string;
  readonly factor: string;
  readonly alpha: number;
  readonly beta: number;
  readonly rSquared: number;
  /** Of the asset and the factor. */
  readonly correlation: number;
  readonly assetMean: number;
  readonly factorMean: number;
  readonly assetVariance: number;
  readonly factorVariance: number;
  readonly residualVariance: number;
  /** Mean of the risk-free rate over the same rows. */
  readonly riskFreeMean: number;
  readonly alphaError: number;
  readonly betaError: number;
  readonly alphaT: number;
  readonly alphaP: number;
  /** 95 %, by the t distribution. */
  readonly alphaInterval: readonly [low: number, high: number];
  readonly observations: number;
  readonly periodsPerYear: number;
  /** ISO dates. */
  readonly first: string;
  readonly last: string;
}

export function modelOf(fit: FactorFit, riskFreeMean: number): Model {
  const beta = fit.betas[0];
  const factor = fit.moments.factors[0];
  return {
    asset: fit.asset,
    factor: factor.factor,
    alpha: fit.alpha.value,
    beta: beta.value,
    rSquared: fit.rSquared,
    correlation: Math.sign(beta.value) * Math.sqrt(fit.rSquared),
    assetMean: fit.moments.asset.mean,
    factorMean: factor.mean,
    assetVariance: fit.moments.asset.variance,
    factorVariance: factor.variance,
    residualVariance: fit.moments.residualVariance,
    riskFreeMean,
    alphaError: fit.alpha.standardError,
    betaError: beta.standardError,
    alphaT: fit.alpha.tStat,
    alphaP: fit.alpha.pValue,
    alphaInterval: fit.alpha.interval,
    observations: fit.sample.observations,
    periodsPerYear: periodsPerYear[fit.sample.frequency],
    first: fit.sample.first,
    last: fit.sample.last,
  };
}

/**
 * The model with another number in place of β: the remainder, r − h·f, has the mean and the variance that follow
 * from it.
 */
export function withBeta(model: Model, beta: number): Model {
  const excess = model.beta - beta;
  return {
    ...model,
    beta,
    alpha: model.assetMean - beta * model.factorMean,
    residualVariance: excess ** 2 * model.factorVariance + model.residualVariance,
  };
}

/** Correlation with the factor of what is left after selling `hedge` dollars of it: 0 where that is β. */
export function correlationAfterHedge(model: Model, hedge: number): number {
  const hedged = withBeta(model, hedge);
  return ((model.beta - hedge) * Math.sqrt(model.factorVariance)) / Math.sqrt(hedged.residualVariance);
}
