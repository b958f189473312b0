/** The committed summary figures of stock-calibration.json, by ticker and year. */
import facts from "./stock-calibration.json" with { type: "json" };
import type { FactorName } from "./calibration.ts";
import { factorNames } from "./calibration.ts";

export type StockName = keyof typeof facts.stocks;

/** In the order of the file's columns. */
export const stockNames = Object.keys(facts.stocks) as readonly StockName[];

/** One calendar year's regressions. Decimal per day. */
export interface StockYear {
  /** Of the six-factor regression; 0 in a year that borrows its neighbour's slopes. */
  readonly alpha: number;
  readonly slopes: Readonly<Record<FactorName, number>>;
  /** Square root of SSR/(n − 7). */
  readonly residualSd: number;
  readonly betaOneFactor: number;
  /** Square root of SSR/(n − 2). */
  readonly residualSdOneFactor: number;
}

/**
 * The stock's figures for a year; of a year that has none, the nearest year's. The nearest year's alpha is not
 * taken over: one good year repeated over ten would make a fortune that nobody made.
 */
export function stockYear(stock: StockName, year: number): StockYear {
  const years: Readonly<Record<string, readonly number[]>> = facts.stocks[stock].years;
  const known = Object.keys(years).map(Number);
  const nearest = known.reduce((best, next) => (Math.abs(next - year) < Math.abs(best - year) ? next : best));
  const figures = years[String(nearest)]!;
  const figure = (column: string): number => figures[facts.columns.indexOf(column)]!;
  return {
    alpha: nearest === year ? figure("alpha") : 0,
    slopes: Object.fromEntries(factorNames.map((factor) => [factor, figure(factor)])) as Record<FactorName, number>,
    residualSd: figure("residualSd"),
    betaOneFactor: figure("betaOneFactor"),
    residualSdOneFactor: figure("residualSdOneFactor"),
  };
}

/** Where the figures begin; a stock that was listed before has its first return here. */
const figuresStart = "1990-01-02";

export function firstDayOf(stock: StockName): string {
  return facts.stocks[stock].listing ?? figuresStart;
}

/** Excess kurtosis of the six-factor residuals. */
export function residualKurtosis(stock: StockName): number {
  return facts.stocks[stock].sixFactor.kurtosis;
}

/** Of six-factor residuals, in the order of stockNames. */
export function residualCorrelations(): readonly (readonly number[])[] {
  const table: Readonly<Record<StockName, Readonly<Record<string, number>>>> = facts.residualCorrelations;
  const correlation = (one: StockName, other: StockName): number => table[one][other] ?? table[other][one] ?? 1;
  return stockNames.map((one) => stockNames.map((other) => correlation(one, other)));
}
