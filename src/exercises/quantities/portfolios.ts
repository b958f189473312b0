/** Tracking portfolios, variance shares, partial hedges and expected returns: chapter 6.6.2, 6.7.4 and 6.10. */
import { tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";
import { beta as betaOfRegression } from "./regression.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import { ofAnnualMean } from "./period-mistakes.ts";
import { carriedForward, type Recipe } from "./quantity.ts";

/** Dollars of the factor that track one dollar of the asset. */
export const trackingHolding = defineFigureQuantity("trackingHolding", {
  id: "trackingHolding",
  decimals: 3,
  recipe: ({ beta }) => beta,
  refitMistakes: ["other-ticker", "whole-sample", "rf-kept", "monthly-data", "reversed-regression"],
  indistinguishable: ["rf-kept", "no-intercept"],
  formulaMistakes: {
    "beta-one": () => 1,
    "correlation-for-beta": ({ correlation }) => correlation,
    "no-intercept": (...of) => betaMistake("no-intercept")(...of),
    "r-squared-for-beta": ({ rSquared }) => rSquared,
    "volatility-ratio": ({ assetVariance, factorVariance }) => Math.sqrt(assetVariance / factorVariance),
    "one-over-beta": ({ beta }) => 1 / beta,
    "one-minus-beta": ({ beta }) => 1 - beta,
    "alpha-for-beta": ({ alpha }) => alpha,
    "error-for-beta": ({ betaError }) => betaError,
  },
});

/** β × the factor's mean, a year. */
export const factorPremium = defineFigureQuantity("factorPremiumAnnual", {
  id: "factorPremium",
  decimals: 4,
  recipe: ({ beta, factorMean, periodsPerYear }) => beta * factorMean * periodsPerYear,
  refitMistakes: ["other-ticker", "whole-sample", "reversed-regression"],
  errorCarriedForward: carriedForward({ from: ["trackingHolding"], value: (own, { factorMean }) => own("trackingHolding") * factorMean * tradingDaysPerYear }),
  formulaMistakes: {
    "beta-one": ({ factorMean }) => factorMean * tradingDaysPerYear,
    "correlation-for-beta": ({ correlation, factorMean }) => correlation * factorMean * tradingDaysPerYear,
    "whole-mean": ({ assetMean }) => assetMean * tradingDaysPerYear,
    "alpha-for-premium": ({ alpha }) => alpha * tradingDaysPerYear,
    "factor-total-return": ({ beta, factorMean, riskFreeMean }) => beta * (factorMean + riskFreeMean) * tradingDaysPerYear,
    "factor-less-rf": ({ beta, factorMean, riskFreeMean }) => beta * (factorMean - riskFreeMean) * tradingDaysPerYear,
    "beta-twice": ({ beta, factorMean }) => beta ** 2 * factorMean * tradingDaysPerYear,
    "rf-added": ({ beta, factorMean, riskFreeMean }) => (beta * factorMean + riskFreeMean) * tradingDaysPerYear,
    "r-squared-for-beta": ({ rSquared, factorMean }) => rSquared * factorMean * tradingDaysPerYear,
    "volatility-ratio": ({ assetVariance, factorVariance, factorMean }) => Math.sqrt(assetVariance / factorVariance) * factorMean * tradingDaysPerYear,
    "one-over-beta": ({ beta, factorMean }) => (factorMean / beta) * tradingDaysPerYear,
  },
  periodMistakes: ofAnnualMean,
  conventions: { compounded: ({ beta, factorMean }) => (1 + beta * factorMean) ** tradingDaysPerYear - 1 },
});

/** r_f + α + β × the factor's mean, a year. */
export const expectedReturn = defineFigureQuantity("expectedReturnAnnual", {
  id: "expectedReturn",
  decimals: 4,
  recipe: ({ riskFreeMean, assetMean, periodsPerYear }) => (riskFreeMean + assetMean) * periodsPerYear,
  conventions: { compounded: ({ riskFreeMean, assetMean }) => (1 + riskFreeMean + assetMean) ** tradingDaysPerYear - 1 },
  refitMistakes: ["other-ticker", "whole-sample"],
  errorCarriedForward: carriedForward({
    from: ["riskFreeAnnual", "factorPremium", "alphaAnnual"],
    value: (own) => own("riskFreeAnnual") + own("factorPremium") + own("alphaAnnual"),
  }),
  indistinguishable: ["beta-twice", "market-for-stock"],
  formulaMistakes: {
    "beta-twice": ({ riskFreeMean, alpha, beta, factorMean }) => (riskFreeMean + alpha + beta ** 2 * factorMean) * tradingDaysPerYear,
    "market-for-stock": ({ riskFreeMean, factorMean }) => (riskFreeMean + factorMean) * tradingDaysPerYear,
    "rf-left-out": ({ assetMean }) => assetMean * tradingDaysPerYear,
    "rf-subtracted": ({ assetMean, riskFreeMean }) => (assetMean - riskFreeMean) * tradingDaysPerYear,
    "rf-added-twice": ({ assetMean, riskFreeMean }) => (assetMean + 2 * riskFreeMean) * tradingDaysPerYear,
    "alpha-left-out": ({ riskFreeMean, beta, factorMean }) => (riskFreeMean + beta * factorMean) * tradingDaysPerYear,
    "premium-left-out": ({ riskFreeMean, alpha }) => (riskFreeMean + alpha) * tradingDaysPerYear,
    "beta-one": ({ riskFreeMean, alpha, factorMean }) => (riskFreeMean + alpha + factorMean) * tradingDaysPerYear,
    "factor-less-rf": ({ riskFreeMean, alpha, beta, factorMean }) =>
      (riskFreeMean + alpha + beta * (factorMean - riskFreeMean)) * tradingDaysPerYear,
    "mean-for-alpha": ({ riskFreeMean, beta, factorMean, assetMean }) => (riskFreeMean + beta * factorMean + assetMean) * tradingDaysPerYear,
    "alpha-of-a-day": ({ riskFreeMean, beta, factorMean, alpha }) => (riskFreeMean + beta * factorMean) * tradingDaysPerYear + alpha,
  },
  periodMistakes: ofAnnualMean,
});

export const riskFreeAnnual = defineFigureQuantity("meanRiskFreeAnnual", {
  id: "riskFreeAnnual",
  decimals: 4,
  recipe: ({ riskFreeMean, periodsPerYear }) => riskFreeMean * periodsPerYear,
  conventions: { compounded: ({ riskFreeMean }) => (1 + riskFreeMean) ** tradingDaysPerYear - 1 },
  refitMistakes: ["whole-sample"],
  formulaMistakes: {
    "factor-mean": ({ factorMean }) => factorMean * tradingDaysPerYear,
    "rf-in-percent": ({ riskFreeMean }) => 100 * riskFreeMean * tradingDaysPerYear,
  },
  periodMistakes: ofAnnualMean,
});

const factorVariancePart = ({ beta, factorVariance }: Model): number => beta ** 2 * factorVariance;

/** β²·Var(f) / Var(r). */
export const factorShare = defineFigureQuantity("factorShare", {
  id: "factorShare",
  decimals: 3,
  recipe: (model) => factorVariancePart(model) / model.assetVariance,
  refitMistakes: ["other-ticker", "whole-sample", "monthly-data"],
  formulaMistakes: {
    "idiosyncratic-share": ({ rSquared }) => 1 - rSquared,
    "volatility-for-variance": ({ correlation }) => correlation,
    "beta-not-squared": ({ beta, factorVariance, assetVariance }) => (beta * factorVariance) / assetVariance,
    "beta-left-out": ({ factorVariance, assetVariance }) => factorVariance / assetVariance,
    "over-idiosyncratic": (model) => factorVariancePart(model) / model.residualVariance,
    "beta-squared": ({ beta }) => beta ** 2,
    "beta-for-share": ({ beta }) => beta,
    "variance-not-share": factorVariancePart,
    "correlation-for-beta": ({ rSquared, factorVariance, assetVariance }) => (rSquared * factorVariance) / assetVariance,
    "reversed-regression": ({ rSquared, beta, factorVariance, assetVariance }) => ((rSquared / beta) ** 2 * factorVariance) / assetVariance,
    "numerator-annualised": (model) => (factorVariancePart(model) * tradingDaysPerYear) / model.assetVariance,
    "total-over-factor": (model) => model.assetVariance / factorVariancePart(model),
  },
});

/** σ² of what the factor explains, a day. */
export const factorVariance = defineFigureQuantity("varFactorPart", {
  id: "factorVariance",
  decimals: 6,
  recipe: factorVariancePart,
  refitMistakes: ["other-ticker", "whole-sample"],
  indistinguishable: ["population-variance"],
  formulaMistakes: {
    "beta-not-squared": ({ beta, factorVariance }) => beta * factorVariance,
    "beta-left-out": ({ factorVariance }) => factorVariance,
    "correlation-for-beta": ({ rSquared, factorVariance }) => rSquared * factorVariance,
    "reversed-regression": ({ rSquared, beta, assetVariance }) => (rSquared / beta) ** 2 * assetVariance,
    "idiosyncratic-part": ({ residualVariance }) => residualVariance,
    "whole-variance": ({ assetVariance }) => assetVariance,
    "volatility-for-variance": (model) => Math.sqrt(factorVariancePart(model)),
    annualised: (model) => factorVariancePart(model) * tradingDaysPerYear,
    "times-21": (model) => factorVariancePart(model) * tradingDaysPerMonth,
    "population-variance": (model) => (factorVariancePart(model) * (model.observations - 1)) / model.observations,
  },
});

/** The exposure that leaves the factor with that share of the variance: b²·Var(f) = s/(1 − s)·Var(ε). */
const exposureFor = ({ residualVariance, factorVariance }: Model, share: number): number =>
  Math.sqrt(((share / (1 - share)) * residualVariance) / factorVariance);

/** The smallest dollars of the factor to sell for each dollar of the asset. */
export const partialHedge = defineFigureQuantity("partialHedge", {
  id: "partialHedge",
  decimals: 3,
  recipe: (model, variant) => model.beta - exposureFor(model, shareOf(variant)),
  refitMistakes: ["other-ticker", "whole-sample", "monthly-data"],
  indistinguishable: ["portion-of-beta"],
  formulaMistakes: {
    "portion-of-beta": (model, variant) => 1 - exposureFor(model, shareOf(variant)) / model.beta,
    "larger-hedge": (model, variant) => model.beta + exposureFor(model, shareOf(variant)),
    "complement-share": (model, variant) => model.beta - exposureFor(model, 1 - shareOf(variant)),
    "root-of-share": ({ beta }, variant) => beta * (1 - Math.sqrt(shareOf(variant))),
    "root-in-proportion": ({ beta, rSquared }, variant) => beta * (1 - Math.sqrt(shareOf(variant) / rSquared)),
    "one-over-beta": ({ beta }) => 1 / beta,
    "one-minus-beta": ({ beta }) => 1 - beta,
    "correlation-for-beta": (model, variant) => model.correlation - exposureFor(model, shareOf(variant)),
    "exposure-for-hedge": (model, variant) => exposureFor(model, shareOf(variant)),
    "full-hedge": ({ beta }) => beta,
    "share-of-beta": ({ beta }, variant) => shareOf(variant) * beta,
    "one-minus-share-of-beta": ({ beta }, variant) => (1 - shareOf(variant)) * beta,
    "in-proportion": ({ beta, rSquared }, variant) => beta * (1 - shareOf(variant) / rSquared),
    "of-original-variance": ({ beta, assetVariance, factorVariance }, variant) =>
      beta - Math.sqrt((shareOf(variant) * assetVariance) / factorVariance),
    "share-of-idiosyncratic": ({ beta, residualVariance, factorVariance }, variant) =>
      beta - Math.sqrt((shareOf(variant) * residualVariance) / factorVariance),
    "root-forgotten": (model, variant) => model.beta - exposureFor(model, shareOf(variant)) ** 2,
    "volatility-share": ({ beta, residualVariance, factorVariance }, variant) =>
      beta - (shareOf(variant) / (1 - shareOf(variant))) * Math.sqrt(residualVariance / factorVariance),
  },
});

const shareOf = ({ share }: Variant): number => share ?? Number.NaN;

/** The same mistake of the regression's β. */
function betaMistake(id: string): Recipe {
  const mistake = betaOfRegression.mistakes.find((candidate) => candidate.id === id);
  return (...of) => mistake?.formula?.(...of) ?? Number.NaN;
}
