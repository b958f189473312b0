/**
 * Daily excess returns of SPY, WMT, JPM and MSFT: in each calendar year exactly the calibrated alpha, beta and
 * residual volatility on the market (or on SPY, once it is listed).
 *
 * What the market leaves unexplained is part other factors, with each asset's slopes, part news of its own with
 * fatter tails than the factors'.
 */
import type { AssetName, RegressionName, YearlyRegression } from "./calibration.ts";
import { loadings, spyMoments, yearlyRegression } from "./calibration.ts";
import { dayOfIso } from "./calendar.ts";
import type { Column } from "./columns.ts";
import { orthogonalTo, pick, place, sampleVariance, standardised } from "./columns.ts";
import type { FactorReturns } from "./factors.ts";
import { rowsByYear } from "./factors.ts";
import type { Random } from "./random.ts";

/** Rows of the trading calendar (ascending) with the excess returns on them, decimal a day. */
export interface AssetReturns {
  readonly rows: readonly number[];
  readonly returns: Column;
}

export interface Market {
  readonly days: readonly number[];
  readonly factors: FactorReturns;
  readonly weather: Column;
}

export const spyListing = "1993-02-01";

/** SPY on its rows. */
export function simulateSpy(market: Market, rows: readonly number[], random: Random): AssetReturns {
  const raw = simulateOn(market, "SPY", rows, market.factors["Mkt-RF"], "SPY on Mkt-RF", random);
  const returns = new Float64Array(rows.length);
  for (const [year, indices] of rowsByYear(rows.map((row) => market.days[row]!)))
    place(standardised(pick(raw, indices), spyMoments(year)), indices, returns);
  return { rows, returns };
}

/** WMT or JPM: on Mkt-RF until SPY is listed, on SPY from then. */
export function simulateStock(
  market: Market,
  asset: "WMT" | "JPM",
  rows: readonly number[],
  spy: AssetReturns,
  random: Random,
): AssetReturns {
  const spyOnCalendar = new Float64Array(market.days.length);
  place(spy.returns, spy.rows, spyOnCalendar);
  const isListed = (row: number): boolean => market.days[row]! >= dayOfIso(spyListing);
  const early = rows.filter((row) => !isListed(row));
  const late = rows.filter(isListed);
  const onMarket = simulateOn(market, asset, early, market.factors["Mkt-RF"], `${asset} on Mkt-RF`, random);
  const onSpy = simulateOn(market, asset, late, spyOnCalendar, `${asset} on SPY`, random);
  return { rows, returns: Float64Array.from([...onMarket, ...onSpy]) };
}

export function simulateMsft(market: Market, rows: readonly number[], random: Random): AssetReturns {
  return { rows, returns: simulateOn(market, "MSFT", rows, market.factors["Mkt-RF"], "MSFT on Mkt-RF", random) };
}

/** alpha + beta × regressor + residual, year by year; one value a row of `rows`. */
function simulateOn(
  market: Market,
  asset: AssetName,
  rows: readonly number[],
  regressor: Column,
  regression: RegressionName,
  random: Random,
): Column {
  const news = simulateNews(asset, rows, market.weather, random);
  const returns = new Float64Array(rows.length);
  for (const [year, indices] of rowsByYear(rows.map((row) => market.days[row]!))) {
    const ofYear = indices.map((index) => rows[index]!);
    const target = yearlyRegression(regression, year);
    const factor = pick(regressor, ofYear);
    const residual = residualOfYear(market.factors, asset, ofYear, factor, pick(news, indices), target);
    place(
      factor.map((value, index) => target.alpha + target.beta * value + residual[index]!),
      indices,
      returns,
    );
  }
  return returns;
}

/** Fat tails of each asset's own news (Student degrees of freedom), and how much of it is felt a day later. */
const newsOf: Readonly<Record<AssetName, { readonly tail: number; readonly echo: number }>> = {
  SPY: { tail: 5, echo: -0.2 },
  WMT: { tail: 4, echo: 0.01 },
  JPM: { tail: 3, echo: 0 },
  MSFT: { tail: 3, echo: 0.035 },
};

/** Of the tails' divisor: keeps the largest surprise of an asset from outweighing all the others. */
const smallestDivisor = 0.1;

/** Of the market's weather: what goes beyond is the market's own. */
const roughestDay = 3;

function simulateNews(asset: AssetName, rows: readonly number[], weather: Column, random: Random): Column {
  const { tail, echo } = newsOf[asset];
  let before = 0;
  return Float64Array.from(rows, (row) => {
    const divisor = Math.max(smallestDivisor, random.meanSquare(tail));
    const unrest = Math.sqrt(Math.min(roughestDay, weather[row]!));
    const shock = (unrest * random.normal()) / Math.sqrt(divisor);
    before = shock + echo * before;
    return before;
  });
}

/** The other factors' part takes at most this share of the year's residual variance. */
const largestFactorShare = 0.6;

/** Uncorrelated with the regressor, mean 0, and of the year's residual volatility. */
function residualOfYear(
  factors: FactorReturns,
  asset: AssetName,
  rows: readonly number[],
  regressor: Column,
  news: Column,
  target: YearlyRegression,
): Column {
  const variance = (target.residualSd * target.residualSd * (rows.length - 2)) / (rows.length - 1);
  const exposure = new Float64Array(rows.length);
  for (const { factor, slope } of loadings(asset)) {
    const values = pick(factors[factor], rows);
    for (let index = 0; index < rows.length; index += 1) exposure[index] = exposure[index]! + slope * values[index]!;
  }
  const otherFactors = orthogonalTo(exposure, [regressor]);
  const shrink = Math.min(1, Math.sqrt((largestFactorShare * variance) / sampleVariance(otherFactors)));
  const own = orthogonalTo(news, [regressor, otherFactors]);
  const ownVariance = variance - shrink * shrink * sampleVariance(otherFactors);
  const stretch = Math.sqrt(ownVariance / sampleVariance(own));
  return own.map((value, index) => stretch * value + shrink * otherFactors[index]!);
}
