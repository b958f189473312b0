/** The committed summary figures of calibration.json, asked for by name and year. */
import facts from "./calibration.json" with { type: "json" };

export interface YearlyMoments {
  /** Decimal a day. */
  readonly mean: number;
  readonly sd: number;
}

export interface YearlyRegression {
  /** Decimal a day. */
  readonly alpha: number;
  readonly beta: number;
  /** Square root of SSR/(n − 2), decimal a day. */
  readonly residualSd: number;
}

export const factorNames = ["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"] as const;
export type FactorName = (typeof factorNames)[number];
export type AssetName = "SPY" | "WMT" | "JPM" | "MSFT";
export type RegressionName = keyof typeof facts.regressions;

export function factorMoments(factor: FactorName | "SMB5", year: number): YearlyMoments {
  return ofYear(facts.factors[factor], year);
}

/** Mean of the daily risk-free rate, decimal. */
export function riskFreeMean(year: number): number {
  return ofYear<{ mean: number }>(facts.factors.RF, year).mean;
}

export function spyMoments(year: number): YearlyMoments {
  return ofYear(facts.SPY, year);
}

export function yearlyRegression(name: RegressionName, year: number): YearlyRegression {
  return ofYear(facts.regressions[name], year);
}

/** Slopes on the factors other than the market's. */
export function loadings(asset: AssetName): readonly { factor: FactorName; slope: number }[] {
  return factorNames
    .filter((factor) => factor !== "Mkt-RF")
    .map((factor) => ({ factor, slope: facts.loadings[asset][factor] }));
}

/** In the order of factorNames. */
export function factorCorrelations(year: number): readonly (readonly number[])[] {
  return year < 1993 ? facts.correlations["from 1963"] : facts.correlations["from 1993"];
}

function ofYear<T>(table: Readonly<Record<string, T>>, year: number): T {
  const entry = table[String(year)];
  if (entry === undefined) throw new RangeError(`calibration.json has no figures for ${year}`);
  return entry;
}
