/** The twenty simulated stocks against stock-calibration.json, by plain regressions that share nothing with src. */
import { describe, expect, test } from "vitest";
import facts from "../../../scripts/sample/stock-calibration.json" with { type: "json" };
import { regression } from "./least-squares.ts";
import type { Regression } from "./least-squares.ts";
import { readCourseTable, readFrenchTable } from "./read-sample.ts";

type Ticker = keyof typeof facts.stocks;
type Returns = ReadonlyMap<string, number>;

const three = readFrenchTable("F-F_Research_Data_Factors_daily.CSV");
const five = readFrenchTable("F-F_Research_Data_5_Factors_2x3_daily.CSV");
const momentum = readFrenchTable("F-F_Momentum_Factor_daily.CSV").get("Mom")!;
const riskFree = three.get("RF")!;
const marketOnly = [three.get("Mkt-RF")!];
const sixFactors = [...marketOnly, three.get("SMB")!, three.get("HML")!, five.get("RMW")!, five.get("CMA")!, momentum];

const { table, dates } = readCourseTable("simulated_stocks.csv");
const tickers = Object.keys(facts.stocks) as Ticker[];
const totals = (ticker: Ticker): Returns => table.get(ticker)!;

/** Dates and excess returns of a stock, decimal, between two days. */
function excess(ticker: Ticker, from: string, to: string): Returns {
  const inside = [...totals(ticker)].filter(([date]) => from <= date && date <= to);
  return new Map(inside.map(([date, total]) => [date, total - riskFree.get(date)! / 100]));
}

function fit(returns: Returns, factors: readonly Returns[]): Regression {
  return regression(
    [...returns.values()],
    factors.map((factor) => [...returns.keys()].map((date) => factor.get(date)! / 100)),
  );
}

describe.each(tickers)("%s", (ticker) => {
  const { listing, from, to, oneFactor, sixFactor } = facts.stocks[ticker];
  const sample = excess(ticker, from, to);
  const full = fit(sample, marketOnly);
  const six = fit(sample, sixFactors);

  test("has the calibrated beta, residual volatility and R² on the market, on the days behind the figures", () => {
    expect(Math.abs(full.slopes[0]! - oneFactor.beta)).toBeLessThan(0.02);
    expect(Math.abs(full.residualSd / oneFactor.residualSd - 1)).toBeLessThan(0.005);
    expect(Math.abs(full.rSquared - oneFactor.rSquared)).toBeLessThan(0.005);
  });

  test("has the calibrated residual volatility and R² on six factors, and slopes near them", () => {
    expect(Math.abs(six.residualSd / sixFactor.residualSd - 1)).toBeLessThan(0.09);
    expect(Math.abs(six.rSquared - sixFactor.rSquared)).toBeLessThan(0.07);
    const calibrated = [sixFactor["Mkt-RF"], sixFactor.SMB, sixFactor.HML, sixFactor.RMW, sixFactor.CMA, sixFactor.MOM];
    const largest = Math.max(...calibrated.map((slope, factor) => Math.abs(six.slopes[factor]! - slope)));
    expect(largest).toBeLessThan(0.5);
    expect(Math.abs(six.slopes[0]! - sixFactor["Mkt-RF"])).toBeLessThan(0.1);
  });

  test("has fat tails: the kurtosis of its residuals is two thirds to all of the calibrated, counted to 20", () => {
    const target = Math.min(20, sixFactor.kurtosis);
    expect(excessKurtosis(six.residuals) / target).toBeGreaterThan(0.65);
    expect(excessKurtosis(six.residuals) / target).toBeLessThan(1.1);
  });

  test("in a year of its own has the year's beta and residual volatility exactly, but for the decimals", () => {
    const wholeYears = Object.entries(facts.stocks[ticker].years).filter(([year]) => `${year}-01-01` > (listing ?? ""));
    for (const [year, figures] of wholeYears) {
      const ofYear = fit(excess(ticker, `${year}-01-01`, `${year}-12-31`), marketOnly);
      expect(ofYear.slopes[0], year).toBeCloseTo(figures[facts.columns.indexOf("betaOneFactor")]!, 3);
      expect(ofYear.residualSd / figures[facts.columns.indexOf("residualSdOneFactor")]!, year).toBeCloseTo(1, 3);
    }
  });

  test("has a return on every trading day from its listing, or from 1990-01-02, to 2024-12-31", () => {
    const first = listing ?? "1990-01-02";
    const expected = dates.filter((date) => date >= first);
    expect([...totals(ticker).keys()]).toEqual(expected);
    expect([expected[0], expected.at(-1)]).toEqual([first, "2024-12-31"]);
  });

  test("never moves 40 % in a day, nor has most of its fourth moment in one", () => {
    expect(Math.max(...[...totals(ticker).values()].map(Math.abs))).toBeLessThan(0.4);
    const fourthPowers = six.residuals.map((value) => value ** 4);
    expect(Math.max(...fourthPowers) / sum(fourthPowers)).toBeLessThan(0.5);
  });

  test("is rough in rough times: the size of a residual goes with the size of the ten before", () => {
    const sizes = fit(excess(ticker, "1990-01-01", "2024-12-31"), sixFactors).residuals.map(Math.abs);
    const before = sizes.map((_, row) => sum(sizes.slice(row - 10, row)));
    const { slopes } = regression(sizes.slice(10), [before.slice(10)]);
    expect(slopes[0]).toBeGreaterThan(0.005);
  });

  test("has a price that neither vanishes nor grows more than a thousandfold in ten years", () => {
    let price = 1;
    const prices = [...totals(ticker).values()].map((total) => (price *= 1 + total));
    expect(Math.min(...prices)).toBeGreaterThan(0.05);
    for (const [day, later] of prices.entries()) if (day >= 2_520) expect(later / prices[day - 2_520]!).toBeLessThan(1_000);
  });
});

test("the residuals of all days have the calibrated correlations within 0.03", () => {
  const residuals = new Map(
    tickers.map((ticker) => {
      const returns = excess(ticker, "1990-01-01", "2024-12-31");
      return [ticker, fit(returns, sixFactors).residuals];
    }),
  );
  const table: Readonly<Record<string, Readonly<Record<string, number>>>> = facts.residualCorrelations;
  for (const [one, others] of Object.entries(table))
    for (const [other, correlation] of Object.entries(others)) {
      const days = Math.min(residuals.get(one as Ticker)!.length, residuals.get(other as Ticker)!.length);
      const [left, right] = [one, other].map((ticker) => residuals.get(ticker as Ticker)!.slice(-days));
      const { slopes } = regression(left!, [right!]);
      const found = slopes[0]! * Math.sqrt(variance(right!) / variance(left!));
      expect(Math.abs(found - correlation), `${one} ${other}`).toBeLessThan(0.03);
    }
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function variance(values: readonly number[]): number {
  const centre = sum(values) / values.length;
  return sum(values.map((value) => (value - centre) ** 2)) / values.length;
}

/** Of residuals, whose mean is 0. */
function excessKurtosis(residuals: readonly number[]): number {
  const second = sum(residuals.map((value) => value ** 2)) / residuals.length;
  return sum(residuals.map((value) => value ** 4)) / residuals.length / second ** 2 - 3;
}
