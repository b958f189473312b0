/** Means, variances and volatilities of the regression's rows; n − 1 in every variance. */
import { tradingDaysPerMonth } from "../calendar.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { correlation, covariance } from "../engine/moments.ts";
import { periodsPerYear } from "../engine/series.ts";
import type { EngineResults } from "./engine-results.ts";
import { defineFigures } from "./figure.ts";

const periods = ({ sample }: FactorFit): number => periodsPerYear[sample.frequency];
const assetOf = (fit: FactorFit) => fit.moments.asset;
const factorOf = (fit: FactorFit) => fit.moments.factors[0];
const riskFree = ({ expected }: EngineResults) => expected()?.parts.find(({ part }) => part === "risk-free") ?? null;

export const meanFigures = defineFigures({
  meanAsset: { symbol: "E[r]", meaning: "mean excess return per day", unit: "return", section: "6.9.1", formula: "Σr / n", value: ({ fit }) => assetOf(fit).mean },
  meanFactor: { symbol: "E[f]", meaning: "mean of the factor per day", unit: "return", section: "6.6.2", formula: "Σf / n", value: ({ fit }) => factorOf(fit).mean },
  meanRiskFree: { symbol: "r_f", meaning: "mean risk-free rate per day, over the same rows", unit: "return", section: "6.6.2", formula: "Σr_f / n", value: (results) => riskFree(results)?.perPeriod ?? null },
  meanAssetAnnual: { symbol: null, meaning: "mean excess return per year", unit: "return", section: "6.9.1", formula: "E[r] × 252", value: ({ fit }) => assetOf(fit).mean * periods(fit) },
  meanFactorAnnual: { symbol: null, meaning: "mean of the factor per year", unit: "return", section: "6.6.2", formula: "E[f] × 252", value: ({ fit }) => factorOf(fit).mean * periods(fit) },
  meanRiskFreeAnnual: { symbol: null, meaning: "mean risk-free rate per year", unit: "return", section: "6.6.2", formula: "r_f × 252", value: (results) => riskFree(results)?.annual ?? null },
  meanHedgedAnnual: { symbol: null, meaning: "mean of the hedged returns per year", unit: "return", section: "6.7.5", formula: "(E[r] − β · E[f]) × 252 = α × 252", value: ({ fit }) => (assetOf(fit).mean - fit.betas[0].value * factorOf(fit).mean) * periods(fit) },
  factorPremiumAnnual: { symbol: null, meaning: "part of the mean that the factor pays for, per year", unit: "return", section: "6.7.4", formula: "β · E[f] × 252", value: ({ tracking }) => tracking().meanAnnual },
  expectedReturnAnnual: { symbol: null, meaning: "expected return per year, the risk-free rate included", unit: "return", section: "6.6.2", formula: "(r_f + α + β · E[f]) × 252", value: ({ expected }) => expected()?.total.annual ?? null },
});

export const varianceFigures = defineFigures({
  covariance: { symbol: "Cov(r, f)", meaning: "covariance of the asset and the factor, per day", unit: "variance", section: "6.4.1", formula: "Σ(r − E[r])(f − E[f]) / (n − 1)", value: ({ fit }) => covariance(fit.rows.asset, fit.rows.factors[0]) },
  correlation: { symbol: "ρ", meaning: "correlation of the asset and the factor", unit: "ratio", section: "6.4.1", formula: "Cov(r, f) / (σ(r) · σ(f))", value: ({ fit }) => correlation(fit.rows.asset, fit.rows.factors[0]) },
  correlationResidual: { symbol: null, meaning: "correlation of the hedged returns and the factor", unit: "ratio", section: "6.7.5", formula: "ρ of r − β·f and f = 0", zeroByConstruction: true, value: ({ fit, hedgedReturns }) => correlation(hedgedReturns(), fit.rows.factors[0]) },
  varAsset: { symbol: "Var(r)", meaning: "variance of the asset, per day", unit: "variance", section: "6.10.1", formula: "β² · Var(f) + Var(ε)", value: ({ fit }) => assetOf(fit).variance },
  varFactor: { symbol: "Var(f)", meaning: "variance of the factor, per day", unit: "variance", section: "6.10.1", formula: "Σ(f − E[f])² / (n − 1)", value: ({ fit }) => factorOf(fit).variance },
  varFactorPart: { symbol: null, meaning: "variance that comes from the factor, per day", unit: "variance", section: "6.10.1", formula: "β² · Var(f)", value: ({ variance }) => variance().factorVariance },
  varResidual: { symbol: "Var(ε)", meaning: "idiosyncratic variance, per day", unit: "variance", section: "6.10.1", formula: "Σε² / (n − 1)", value: ({ fit }) => fit.moments.residualVariance },
  factorShare: { symbol: null, meaning: "share of the variance that comes from the factor", unit: "share", section: "6.10.1", formula: "β² · Var(f) / Var(r) = R²", value: ({ variance }) => variance().factorShare },
  idiosyncraticShare: { symbol: null, meaning: "share of the variance that is the asset's own", unit: "share", section: "6.10.1", formula: "Var(ε) / Var(r) = 1 − R²", value: ({ variance }) => variance().idiosyncraticShare },
  volAsset: { symbol: "σ(r)", meaning: "volatility per day", unit: "return", section: "6.8.1", formula: "√Var(r)", value: ({ fit }) => Math.sqrt(assetOf(fit).variance) },
  volAssetMonthly: { symbol: null, meaning: "volatility per month", unit: "return", section: "6.8.1", formula: "σ(r) × √21", value: ({ fit }) => Math.sqrt(assetOf(fit).variance * tradingDaysPerMonth) },
  volAssetAnnual: { symbol: null, meaning: "volatility per year", unit: "return", section: "6.8.1", formula: "σ(r) × √252", value: ({ fit }) => Math.sqrt(assetOf(fit).variance * periods(fit)) },
  volFactorAnnual: { symbol: null, meaning: "volatility of the factor per year", unit: "return", section: "6.9.1", formula: "σ(f) × √252", value: ({ fit }) => Math.sqrt(factorOf(fit).variance * periods(fit)) },
  volHedged: { symbol: "σ(ε)", meaning: "hedged volatility per day", unit: "return", section: "6.8.3", formula: "√Var(ε)", value: ({ fit }) => Math.sqrt(fit.moments.residualVariance) },
  volHedgedMonthly: { symbol: null, meaning: "hedged volatility per month", unit: "return", section: "6.8.3", formula: "σ(ε) × √21", value: ({ fit }) => Math.sqrt(fit.moments.residualVariance * tradingDaysPerMonth) },
  volHedgedAnnual: { symbol: null, meaning: "hedged volatility per year", unit: "return", section: "6.8.3", formula: "σ(ε) × √252", value: ({ fit }) => Math.sqrt(fit.moments.residualVariance * periods(fit)) },
});
