import type { Unit } from "./quantities/quantity.ts";
import type { Model } from "./variants/model.ts";
import type { Variant } from "./variants/variant.ts";
import type { SolvedVariant } from "./variants/solved-variant.ts";

/** A number and how the room of words is to write it. */
export interface Fact {
  readonly value: number;
  readonly unit: Unit | "variance" | "count";
}

/**
 * The numbers on the way to an answer that a question, a solution or a worked twin may name between braces,
 * besides the exercise's own quantities. Decimals a day unless the name says otherwise; the list is closed.
 */
export const steps = {
  alpha: fact("return", ({ alpha }) => alpha),
  alphaAnnual: fact("return", ({ alpha }) => alpha * 252),
  alphaCompounded: fact("return", ({ alpha }) => (1 + alpha) ** 252 - 1),
  beta: fact("ratio", ({ beta }) => beta),
  rSquared: fact("ratio", ({ rSquared }) => rSquared),
  correlation: fact("ratio", ({ correlation }) => correlation),
  alphaError: fact("return", ({ alphaError }) => alphaError),
  betaError: fact("ratio", ({ betaError }) => betaError),
  alphaP: fact("ratio", ({ alphaP }) => alphaP),
  /** α and its standard error as a regression table prints them. */
  constant: fact("ratio", ({ alpha }) => alpha),
  constantError: fact("ratio", ({ alphaError }) => alphaError),
  n: fact("count", ({ observations }) => observations),
  years: fact("years", ({ observations }) => observations / 252),
  assetMean: fact("return", ({ assetMean }) => assetMean),
  assetMeanAnnual: fact("return", ({ assetMean }) => assetMean * 252),
  factorMean: fact("return", ({ factorMean }) => factorMean),
  factorMeanAnnual: fact("return", ({ factorMean }) => factorMean * 252),
  riskFreeMean: fact("return", ({ riskFreeMean }) => riskFreeMean),
  assetVariance: fact("variance", ({ assetVariance }) => assetVariance),
  factorVarianceDaily: fact("variance", ({ factorVariance }) => factorVariance),
  residualVariance: fact("variance", ({ residualVariance }) => residualVariance),
  volatility: fact("return", ({ assetVariance }) => Math.sqrt(assetVariance)),
  volatilityMonthly: fact("return", ({ assetVariance }) => Math.sqrt(assetVariance * 21)),
  volatilityAnnual: fact("return", ({ assetVariance }) => Math.sqrt(assetVariance * 252)),
  hedgedVolatility: fact("return", ({ residualVariance }) => Math.sqrt(residualVariance)),
  hedgedVolatilityAnnual: fact("return", ({ residualVariance }) => Math.sqrt(residualVariance * 252)),
  otherBeta: fact("ratio", (_model, _variant, { comparison }) => comparison?.beta ?? Number.NaN),
  keptExposure: fact("ratio", ({ residualVariance, factorVariance }, { share }) =>
    Math.sqrt((((share ?? Number.NaN) / (1 - (share ?? Number.NaN))) * residualVariance) / factorVariance),
  ),
  budget: fact("dollars", (_model, { budget }) => budget ?? Number.NaN),
  share: fact("share", (_model, { share }) => share ?? Number.NaN),
} as const;

export type StepName = keyof typeof steps;

export const isStep = (name: string): name is StepName => name in steps;

function fact(unit: Fact["unit"], value: (model: Model, variant: Variant, solvedVariant: SolvedVariant) => number) {
  return (solvedVariant: SolvedVariant): Fact => ({ unit, value: value(solvedVariant.model, solvedVariant.variant, solvedVariant) });
}
