/**
 * From the printed figures of 6.7 to 6.10 to the numbers that the market and MSFT must have.
 *
 * With V = Var(r), the position of 6.8.1 is x = budget / √(21·V), so the two P&L figures give α and β·μ as
 * multiples of √V. t(β) gives R² = t²/(t² + n − 2), and R² = β²·Var(f)/V ties the market's variance to its mean.
 */
import type { Column } from "./columns.ts";
import { mean, sampleVariance } from "./columns.ts";
import type { ExactFit } from "./fit-exactly.ts";
import { msft } from "./targets.ts";

const tradingDaysAYear = 252;
const tradingDaysAMonth = 21;

/** Alpha, or beta times the mean of the factor, that earns this a year on the position. Decimal a day. */
function dailyReturnEarning(dollarsAYear: number, variance: number): number {
  return (dollarsAYear * Math.sqrt(tradingDaysAMonth * variance)) / (tradingDaysAYear * msft.monthlyBudget);
}

const assetVariance = (msft.annualVolatility * msft.annualVolatility) / tradingDaysAYear;
const alpha = dailyReturnEarning(msft.pnlRiskAdjusted, assetVariance);
const factorPremium = dailyReturnEarning(msft.pnlTotal - msft.pnlRiskAdjusted, assetVariance);

/** Mean and variance of Mkt-RF on MSFT's rows. */
export function marketTarget(rows: number): { readonly mean: number; readonly variance: number } {
  const tSquared = msft.tBeta * msft.tBeta;
  const rSquared = tSquared / (tSquared + rows - 2);
  return { mean: factorPremium / msft.beta, variance: (rSquared * assetVariance) / (msft.beta * msft.beta) };
}

/** MSFT's regression on the market as rounded in its file: beta makes up for what rounding did to its mean. */
export function msftTarget(market: Column): ExactFit {
  const beta = factorPremium / mean(market);
  return { alpha, beta, residualVariance: assetVariance - beta * beta * sampleVariance(market) };
}
