/** The whole sample: simulated, adjusted to the chapter's printed figures, and put in the course files' layouts. */
import { simulateMsft, simulateSpy, simulateStock, spyListing } from "./assets.ts";
import { dayOfIso, tradingDays, treasuryHolidays } from "./calendar.ts";
import type { Column } from "./columns.ts";
import { pick, place, roundedTo, standardised } from "./columns.ts";
import { courseFile, returnsByDay } from "./course-file.ts";
import { marketTarget, msftTarget } from "./exact-msft.ts";
import { mapFactors, simulateFactors, type FactorReturns } from "./factors.ts";
import { residualsOf, residualVarianceFor, withExactFit, withMomentsOn } from "./fit-exactly.ts";
import type { FrenchColumn } from "./french-file.ts";
import { dailyFile, monthlyFile, percentDecimals } from "./french-file.ts";
import { seededRandom } from "./random.ts";
import { shaped } from "./shape-residuals.ts";
import { simulateStocks } from "./stocks.ts";
import { msft as msftShape, onSpy, spy as spyMoments } from "./targets.ts";

const firstDay = "1963-07-01";
const lastDay = "2024-12-31";
const courseFileStart = "1969-03-05";
const treasuryRateStart = "1981-09-01";
const msftListing = "1986-03-14";

const excessDecimals = 8;
/** The printed Jarque–Bera has eight digits of a sum of fourth powers: fewer decimals would lose its last one. */
const msftDecimals = 10;
const stockDecimals = 6;

/** A stream of its own for each part, so that a change to one leaves the others' days as they are. */
const seeds = { factors: 49, SPY: 9, WMT: 109, JPM: 35, MSFT: 61 } as const;

/** File name → text, the same to the last byte on every run. */
export function sampleFiles(): ReadonlyMap<string, string> {
  const days = tradingDays(firstDay, lastDay);
  const rowsFrom = (iso: string): number[] => [...days.keys()].filter((row) => days[row]! >= dayOfIso(iso));
  const noTreasuryRate = new Set(years(1981, 2024).flatMap(treasuryHolidays));
  const rowsWithRateFrom = (iso: string): number[] => rowsFrom(iso).filter((row) => !noTreasuryRate.has(days[row]!));

  const msftRows = rowsFrom(msftListing);
  const simulated = simulateFactors(days, seededRandom(seeds.factors));
  const factors = adjustedFactors(simulated.returns, msftRows);
  const market = { days, factors, weather: simulated.weather };

  const spyRows = rowsWithRateFrom(spyListing);
  const stockRows = rowsWithRateFrom(treasuryRateStart);
  const spy = exactSpy(simulateSpy(market, spyRows, seededRandom(seeds.SPY)).returns);
  const listedSpy = { rows: spyRows, returns: spy };
  const stock = (ticker: "WMT" | "JPM"): Column => {
    const { returns } = simulateStock(market, ticker, stockRows, listedSpy, seededRandom(seeds[ticker]));
    return exactStock(ticker, returns, spy);
  };
  const excess = [
    { ticker: "SPY", returns: returnsByDay(days, spyRows, spy) },
    { ticker: "WMT", returns: returnsByDay(days, stockRows, stock("WMT")) },
    { ticker: "JPM", returns: returnsByDay(days, stockRows, stock("JPM")) },
  ];
  const msftTotal = exactMsft(
    simulateMsft(market, msftRows, seededRandom(seeds.MSFT)).returns,
    pick(factors["Mkt-RF"], msftRows),
    pick(factors.RF, msftRows),
  );
  const total = [{ ticker: "MSFT", returns: returnsByDay(days, msftRows, msftTotal) }];

  const stocks = [...simulateStocks(market)].map(([ticker, { rows, returns }]) => ({
    ticker,
    returns: returnsByDay(days, rows, returns),
  }));
  const stockDays = days.filter((day) => stocks.some(({ returns }) => returns.has(day)));

  return new Map([
    ["FactorModels_data1.csv", courseFile(rowsFrom(courseFileStart).map((row) => days[row]!), excess, excessDecimals)],
    ["FactorModels_data2.csv", courseFile(msftRows.map((row) => days[row]!), total, msftDecimals)],
    ["simulated_stocks.csv", courseFile(stockDays, stocks, stockDecimals)],
    ...frenchFiles(days, factors),
  ]);
}

/** In the decimals of their files, with the market's mean and variance on MSFT's rows as the chapter prints them. */
function adjustedFactors(raw: FactorReturns, msftRows: readonly number[]): FactorReturns {
  const first = msftRows[0]!;
  const market = withMomentsOn(raw["Mkt-RF"], (row) => row >= first, marketTarget(msftRows.length));
  const inFile = (column: Column): Column => roundedTo(column.map((value) => value * 100), percentDecimals).map((percent) => percent / 100);
  return mapFactors({ ...raw, "Mkt-RF": market }, inFile);
}

function exactSpy(raw: Column): Column {
  return roundedTo(standardised(raw, spyMoments), excessDecimals);
}

/** Rows before SPY's listing stay as they are. */
function exactStock(ticker: "WMT" | "JPM", raw: Column, spy: Column): Column {
  const { alpha, beta, correlation } = onSpy[ticker];
  const joint = [...raw.keys()].slice(-spy.length);
  const residualVariance = residualVarianceFor(beta, correlation, spy);
  const exact = Float64Array.from(raw);
  place(withExactFit(residualsOf(pick(raw, joint), spy), spy, { alpha, beta, residualVariance }), joint, exact);
  return roundedTo(exact, excessDecimals);
}

/** Total returns: the risk-free rate is in them. */
function exactMsft(raw: Column, market: Column, riskFree: Column): Column {
  const residuals = shaped(residualsOf(raw, market), market, msftShape);
  const excess = withExactFit(residuals, market, msftTarget(market));
  return roundedTo(
    excess.map((value, row) => value + riskFree[row]!),
    msftDecimals,
  );
}

function frenchFiles(days: readonly number[], factors: FactorReturns): [string, string][] {
  const column = (name: string, returns: Column): FrenchColumn => ({
    name,
    daily: roundedTo(returns.map((value) => value * 100), percentDecimals),
  });
  const market = column("Mkt-RF", factors["Mkt-RF"]);
  const value = column("HML", factors.HML);
  const riskFree = column("RF", factors.RF);
  const three = [market, column("SMB", factors.SMB), value, riskFree];
  const profitability = column("RMW", factors.RMW);
  const investment = column("CMA", factors.CMA);
  const five = [market, column("SMB", factors.SMB5), value, profitability, investment, riskFree];
  const momentum = [column("Mom", factors.MOM)];
  const annual = [" Annual Factors: January-December "];
  return [
    ["F-F_Research_Data_Factors_daily.CSV", dailyFile("three factors", days, three)],
    ["F-F_Research_Data_Factors.CSV", monthlyFile("three factors", days, three, annual)],
    ["F-F_Research_Data_5_Factors_2x3_daily.CSV", dailyFile("five factors", days, five)],
    ["F-F_Research_Data_5_Factors_2x3.CSV", monthlyFile("five factors", days, five, annual)],
    ["F-F_Momentum_Factor_daily.CSV", dailyFile("momentum factor", days, momentum)],
    ["F-F_Momentum_Factor.CSV", monthlyFile("momentum factor", days, momentum, ["Annual Factors:", annual[0]!.slice(17)])],
  ];
}

function years(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
