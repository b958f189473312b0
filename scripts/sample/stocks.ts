/**
 * Daily total returns of twenty stocks: in every calendar year exactly the calibrated beta and residual volatility
 * on the market, and the calibrated residual volatility on six factors.
 *
 * A year's excess return is its mean, plus beta × the market's deviation, plus the other five factors with the
 * year's slopes, plus news of its own. The factors' correlations within a year are not the real year's, so that
 * beta on the market alone and the six slopes can't all be the real ones. Beta is; the other five share one factor
 * of stretch that gives the year's residual volatility.
 */
import type { AssetReturns, Market } from "./assets.ts";
import { dayOfIso } from "./calendar.ts";
import type { FactorName } from "./calibration.ts";
import { factorNames } from "./calibration.ts";
import type { Column } from "./columns.ts";
import { centred, mean, orthogonalTo, pick, sampleVariance } from "./columns.ts";
import { rowsByYear } from "./factors.ts";
import { seededRandom } from "./random.ts";
import type { StockName, StockYear } from "./stock-calibration.ts";
import { firstDayOf, residualCorrelations, residualKurtosis, stockNames, stockYear } from "./stock-calibration.ts";
import type { NewsOf } from "./stock-news.ts";
import { correctedBy, correlatedNews, newsDraws } from "./stock-news.ts";

const otherFactors = factorNames.filter((factor) => factor !== "Mkt-RF");

/** Each stock draws from a stream of its own. */
const firstSeed = 1990;
const passes = 4;

export function simulateStocks(market: Market): ReadonlyMap<StockName, AssetReturns> {
  const stocks = stockNames.map((name, index) => {
    const first = dayOfIso(firstDayOf(name));
    const rows = [...market.days.keys()].filter((row) => market.days[row]! >= first);
    const years = [...rowsByYear(rows.map((row) => market.days[row]!))].map(([year, indices]) => {
      const figures = stockYear(name, year);
      return { figures, start: indices[0]!, end: indices.at(-1)! + 1, residualSd: figures.residualSd };
    });
    return { rows, years, kurtosis: residualKurtosis(name), draws: newsDraws(seededRandom(firstSeed + index), market.days.length) };
  });

  // Fat tails weaken the normals' correlations, and slopes that change together in a sector add to the residuals'
  // own: what comes out is measured and made up for.
  const wanted = residualCorrelations();
  let asked = wanted;
  let excess: readonly Column[] = [];
  for (let pass = 0; pass < passes; pass += 1) {
    const news = correlatedNews(stocks, asked, market.weather);
    excess = stocks.map((stock, index) => excessReturns(market, stock, news[index]!));
    asked = correctedBy(asked, wanted, stocks.map(({ rows }, index) => sixFactorResiduals(market, rows, excess[index]!)));
  }
  return new Map(
    stocks.map(({ rows }, index) => {
      const total = excess[index]!.map((value, at) => value + market.factors.RF[rows[at]!]!);
      return [stockNames[index]!, { rows, returns: total }];
    }),
  );
}

interface Stock extends NewsOf {
  readonly years: readonly (NewsOf["years"][number] & { readonly figures: StockYear })[];
}

function excessReturns(market: Market, { rows, years }: Stock, news: Column): Column {
  const returns = new Float64Array(rows.length);
  for (const { start, end, figures } of years)
    returns.set(excessOfYear(market, rows.slice(start, end), figures, news.subarray(start, end)), start);
  return returns;
}

function sixFactorResiduals({ factors }: Market, rows: readonly number[], excess: Column): Column {
  return orthogonalTo(excess, factorNames.map((factor) => pick(factors[factor], rows)));
}

function excessOfYear({ factors }: Market, rows: readonly number[], figures: StockYear, news: Column): Column {
  const onRows = (factor: FactorName): Column => pick(factors[factor], rows);
  const market = onRows("Mkt-RF");
  const others = otherFactors.map((factor) => ({ slope: figures.slopes[factor], values: onRows(factor) }));
  const expected = [{ slope: figures.slopes["Mkt-RF"], values: market }, ...others].reduce(
    (sum, { slope, values }) => sum + slope * mean(values),
    figures.alpha,
  );

  const exposure = orthogonalTo(
    market.map((_, row) => others.reduce((sum, { slope, values }) => sum + slope * values[row]!, 0)),
    [market],
  );
  const own = orthogonalTo(news, [market, ...others.map(({ values }) => values)]);
  const days = rows.length;
  const ownVariance = (figures.residualSd * figures.residualSd * (days - 7)) / (days - 1);
  const variance = (figures.residualSdOneFactor * figures.residualSdOneFactor * (days - 2)) / (days - 1);
  const ownStretch = Math.sqrt(ownVariance / sampleVariance(own));
  const stretch = Math.sqrt(Math.max(0, variance - ownVariance) / sampleVariance(exposure));

  const deviations = centred(market);
  return deviations.map(
    (deviation, row) =>
      expected + figures.betaOneFactor * deviation + stretch * exposure[row]! + ownStretch * own[row]!,
  );
}
