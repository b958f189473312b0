/**
 * Daily factor returns: correlated, fat-tailed, with calm and rough weeks, and with exactly the calibrated mean
 * and volatility in every calendar year.
 *
 * A day's shocks are normals with the period's correlations, times one common scale: the square root of a
 * persistent variance (it rises after losses more than after gains, as in Engle and Ng 1993), the crises' own
 * factor, and the root of an inverse chi-squared that makes them multivariate Student t.
 */
import type { FactorName } from "./calibration.ts";
import { factorCorrelations, factorMoments, factorNames, riskFreeMean } from "./calibration.ts";
import { dateOf, dayOfIso } from "./calendar.ts";
import { lowerTriangle } from "./cholesky.ts";
import type { Column } from "./columns.ts";
import { pick, place, standardised } from "./columns.ts";
import type { Crisis } from "./crises.ts";
import { crises } from "./crises.ts";
import type { Random } from "./random.ts";

/** Decimal a day, one row a trading day. SMB5 is SMB as the five-factor file has it. */
export type FactorReturns = Readonly<Record<FactorName | "SMB5" | "RF", Column>>;

/** The same of each column. */
export const mapFactors = (returns: FactorReturns, of: (column: Column) => Column): FactorReturns => ({
  "Mkt-RF": of(returns["Mkt-RF"]),
  SMB: of(returns.SMB),
  HML: of(returns.HML),
  RMW: of(returns.RMW),
  CMA: of(returns.CMA),
  MOM: of(returns.MOM),
  SMB5: of(returns.SMB5),
  RF: of(returns.RF),
});

const tailDegreesOfFreedom = 9;
const variancePersistence = 0.92;
const varianceResponse = 0.05;
const responseCentre = 0.5;

export interface SimulatedFactors {
  readonly returns: FactorReturns;
  /** A day's volatility relative to an ordinary day's: lingering variance times the crisis, one entry a day. */
  readonly weather: Column;
}

export function simulateFactors(days: readonly number[], random: Random): SimulatedFactors {
  const shocks = Object.fromEntries(
    [...factorNames, "SMB5" as const].map((name) => [name, new Float64Array(days.length)]),
  ) as Record<FactorName | "SMB5", Column>;
  const weather = new Float64Array(days.length);

  let variance = 1;
  for (const [row, day] of days.entries()) {
    const { year } = dateOf(day);
    const crisis = crisisOf(day);
    const normals = correlatedNormals(year, random);
    const tail = 1 / Math.sqrt(random.meanSquare(tailDegreesOfFreedom));
    const calm = Math.sqrt(variance);
    const storm = crisis?.volatility ?? 1;
    weather[row] = calm * storm;

    for (const [column, name] of factorNames.entries()) {
      const isMarket = name === "Mkt-RF";
      const drift = isMarket ? (crisis?.drift ?? 0) - marketTilt * (tail - 1) : 0;
      // A storm is the market's first: the differences between stocks feel its root.
      const scale = calm * (isMarket ? storm : Math.sqrt(storm));
      const echo = row === 0 ? 0 : persistence(name, year) * shocks[name][row - 1]!;
      shocks[name][row] = scale * (tail * normals[column]! + drift) + echo;
    }
    shocks.SMB5[row] = shocks.SMB[row]! + 0.2 * calm * tail * random.normal();
    variance = varianceAfter(variance, tail * normals[0]!);
  }
  return { returns: { ...calibratedByYear(days, shocks), RF: riskFreeRates(days) }, weather };
}

function correlatedNormals(year: number, random: Random): readonly number[] {
  const normals = factorNames.map(() => random.normal());
  return lowerTriangle(factorCorrelations(year)).map((weights) =>
    weights.reduce((sum, weight, column) => sum + weight * normals[column]!, 0),
  );
}

/** Tomorrow's variance from today's and the market's surprise, in today's standard deviations; 1 on average. */
function varianceAfter(variance: number, marketSurprise: number): number {
  const surprise = marketSurprise - responseCentre;
  const floor = 1 - variancePersistence - varianceResponse * (1 + responseCentre * responseCentre);
  return floor + variance * (variancePersistence + varianceResponse * surprise * surprise);
}

/** How far a violent day leans to the downside: the market's negative skew. */
const marketTilt = 0.3;

/** First-order autocorrelation of daily returns; stale prices of small firms gave the market its earlier sign. */
function persistence(name: FactorName, year: number): number {
  if (name === "Mkt-RF") return year < 1993 ? 0.12 : -0.07;
  return { SMB: 0.02, HML: 0.04, RMW: 0.11, CMA: 0.08, MOM: 0.13 }[name];
}

function crisisOf(day: number): Crisis | undefined {
  return crises.find((crisis) => dayOfIso(crisis.from) <= day && day <= dayOfIso(crisis.to));
}

function calibratedByYear<Name extends FactorName | "SMB5">(
  days: readonly number[],
  shocks: Readonly<Record<Name, Column>>,
): Record<Name, Column> {
  const years = rowsByYear(days);
  const calibrate = (name: Name): Column => {
    const column = new Float64Array(days.length);
    for (const [year, rows] of years)
      place(standardised(pick(shocks[name], rows), factorMoments(name, year)), rows, column);
    return column;
  };
  const names = Object.keys(shocks) as Name[];
  return Object.fromEntries(names.map((name) => [name, calibrate(name)])) as Record<Name, Column>;
}

export function rowsByYear(days: readonly number[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, day] of days.entries()) {
    const { year } = dateOf(day);
    const ofYear = rows.get(year);
    if (ofYear === undefined) rows.set(year, [row]);
    else ofYear.push(row);
  }
  return rows;
}

/** One rate a month, on the line through the middles of the years. */
function riskFreeRates(days: readonly number[]): Column {
  return Float64Array.from(days, (day) => {
    const { year, month } = dateOf(day);
    const fromMiddle = (month - 6.5) / 12;
    const neighbour = Math.min(2024, Math.max(1963, fromMiddle < 0 ? year - 1 : year + 1));
    const weight = Math.abs(fromMiddle);
    return riskFreeMean(year) * (1 - weight) + riskFreeMean(neighbour) * weight;
  });
}
