import { isExcessName } from "./excess-name.ts";
import { success, type Outcome } from "../outcome.ts";
import { monthsPerYear, tradingDaysPerYear, weeksPerYear } from "../calendar.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { factorKind } from "./catalogue.ts";
import { annualRate, areMonths, cleanId, factorId, fieldOf, isLevelName, isPercentRate, isRateName, ratioName } from "./column-names.ts";
import { isAbsurdMean, looksLikePercent, mixedColumns, percentFrom } from "./percent-size.ts";
import { hasRules, rateUnits, type ReadOptions } from "./read-options.ts";
import { asideReason, type AsideColumn } from "./set-aside.ts";
import { looksLikeCounts, looksCumulative, looksLikeGrossReturns, looksLikePrices, looksLikeRate, looksLikeYields, roughness, sizeOf } from "./value-evidence.ts";
import { readFailure, unitFailure, type FileFault } from "./rows.ts";

/** A column as it is in its file. */
export interface UnknownColumn {
  readonly id: string;
  readonly name: string;
  readonly values: Float64Array;
  readonly field: "adjusted" | "close" | "return" | null;
  readonly isPercent: boolean;
  /** The ticker that the file's name holds, where this is its only column. */
  readonly fileTicker?: string | null;
  /** Its file's name says that it is a rate. */
  readonly isRateFile?: boolean;
  /** Its file's name says that it is a rate per year: "rf_annual.csv". */
  readonly annualFile?: ReturnType<typeof annualRate>;
}

/** Yahoo's ^IRX has a column Close: what it is stands in the ticker's column, or in the file's name. */
const isRateColumn = (column: UnknownColumn): boolean => column.isRateFile === true || isNamed(column, isRateName);
const isNamed = ({ name, id, fileTicker }: UnknownColumn, test: (name: string) => boolean): boolean => [name, id, fileTicker ?? ""].some(test);

/** What a column's numbers are, decided by its name, its values and what the person says. */
export interface ColumnContent {
  readonly id: string;
  readonly kind: Series["kind"];
  readonly content: "prices" | "returns";
  /** By what the values are divided to be decimals per period. */
  readonly divisor: number;
}

/** Above these a risk-free rate is no decimal: 38% per year daily, 24% monthly, 30% annual; and below them it is no yearly rate in percent. */
const decimalRateUpTo: Readonly<Record<Frequency, number>> = { daily: 0.0015, weekly: 0.006, monthly: 0.02, annual: 0.3 };
export const perYear: Readonly<Record<Frequency, number>> = { daily: tradingDaysPerYear, weekly: weeksPerYear, monthly: monthsPerYear, annual: 1 };

/**
 * What each column is, null for one that is left out beside others: whole numbers that jump about. Errors: what asks for an
 * option, or refuses the file; that of the first column, where none of them is a series.
 */
export function columnContents(
  columns: readonly UnknownColumn[],
  frequency: Frequency,
  options: ReadOptions,
): Outcome<{ readonly contents: readonly (ColumnContent | null)[]; readonly aside: readonly AsideColumn[] }, FileFault> {
  const names = columns.map(({ name }) => name);
  if (hasRules(options, 4) && areMonths(names)) return readFailure("months-in-columns", null, null, names.join(", "));
  const factors = columns.filter(({ name }) => factorId(name) !== null && factorId(name) !== "RF");
  const isPercentTable = factors.some(({ values }) => sizeOf(values) > percentFrom[frequency]);
  const decided = columns.map((column) => contentOf(column, frequency, options, factors.length > 0 ? isPercentTable : null));
  const isAside = (one: Decided): boolean => !one.ok && one.problem.fault === "counts" && hasRules(options, 2);
  const stopping = decided.find((one) => !one.ok && !isAside(one)) ?? (decided.every(isAside) ? decided[0] : undefined);
  if (stopping !== undefined && !stopping.ok) return mixedIn(columns, frequency, options) ?? stopping;
  const contents = decided.map((one) => (one.ok ? one.value : null));
  const named = contents.filter((one) => one !== null);
  const repeated = named.find(({ id }, index) => named.findIndex((one) => one.id.toLowerCase() === id.toLowerCase()) < index);
  if (repeated !== undefined) return readFailure("repeated-name", null, null, repeated.id);
  const mixed = options.percent === true && options.accept !== true ? mixedIn(columns, frequency, options) : null;
  return mixed ?? success({ contents, aside: columns.flatMap(({ name }, index) => (contents[index] === null ? [{ name, reason: "count" as const }] : [])) });
}

/** Of the columns that are returns by their names: percent in one beside decimals in another. */
function mixedIn(columns: readonly UnknownColumn[], frequency: Frequency, options: ReadOptions): ReturnType<typeof mixedColumns> {
  if (!hasRules(options, 2) || (options.kind !== "total" && options.kind !== "excess")) return null;
  return mixedColumns(columns.filter((column) => factorId(column.name) === null && !column.isPercent && !isRateColumn(column) && asideReason(column.name) === null), frequency);
}

type Decided = Outcome<ColumnContent, FileFault>;

function contentOf(column: UnknownColumn, frequency: Frequency, options: ReadOptions, isPercentTable: boolean | null): Decided {
  const { name, values } = column;
  const factor = options.as !== undefined ? factorId(options.as) : column.field === null ? factorId(name) : null;
  if (factor === "RF" && options.kind !== "prices") return rateContent({ ...column, id: inRegion("RF", options) }, frequency, options, isPercentTable);
  const isOfToday = hasRules(options, 1);
  if (isOfToday && options.as === undefined && (options.kind === undefined || options.kind === "rate") && annualOf(column) !== null) return rateContent({ ...column, id: inRegion("RF", options) }, frequency, options, null);
  const isNameOpen = options.as === undefined && column.field === null;
  const ratio = !isOfToday || !isNameOpen ? null : hasRules(options, 2) && ratioName(name) === null ? asideReason(name) : ratioName(name);
  if (ratio === "ratio") return readFailure("level", null, name, name);
  if (ratio === "count") return readFailure("counts", null, name, name);
  if (ratio === "level") return readFailure("level", null, name, name);
  if (ratio === "either" && options.kind === undefined) return readFailure("price-or-ratio", null, name, name);
  // A share of that ticker (RF, CMA), or prices that were given a factor's name: every answer would use them as the factor.
  const reserved = factor ?? factorId(column.id);
  if (reserved !== null && (column.field === "adjusted" || column.field === "close" || factor === "RF" || (!column.isPercent && roughness(values) < 0.8 && looksLikePrices(values)))) {
    return readFailure("reserved-name", null, name, reserved);
  }
  if (factor !== null) {
    const percent = column.isPercent ? false : (options.percent ?? isPercentTable ?? false);
    return success({ id: inRegion(factor, options), kind: factorKind(factor) ?? "excess", content: "returns", divisor: percent ? 100 : 1 });
  }
  if (options.kind === "rate" || isRateColumn(column)) {
    if (options.kind !== undefined && options.kind !== "rate") return readFailure("level", null, name, isRateName(name) ? name : column.id);
    return rateContent(column, frequency, options, null);
  }
  if (isNamed(column, isLevelName)) return readFailure("level", null, name, isLevelName(name) ? name : column.id);
  if (fieldOf(name) === "other" && /vol/iu.test(name)) return readFailure("counts", null, name, name);
  const isPrice = options.kind === "prices" || column.field === "adjusted" || column.field === "close" || (options.kind === undefined && column.field === null && !column.isPercent && looksLikePrices(values));
  if (isPrice && options.kind === undefined && column.field !== "adjusted" && looksLikeYields(values)) return readFailure("price-or-rate", null, name, String(values.find((value) => !Number.isNaN(value))));
  return isPrice ? priceContent(column, options) : returnContent(column, frequency, options);
}

/** Other regions' factors are others: their ids begin with the region. */
const inRegion = (id: string, { region }: ReadOptions): string => (region === undefined || region === "US" ? id : `${region}_${id}`);

/** So far from 1 a gross return usually is; a coin that is held at one dollar stays nearer. */
const grossSize = 0.002;

function priceContent({ id, name, values, field }: UnknownColumn, options: ReadOptions): Decided {
  if (field === null && looksLikeGrossReturns(values) && (options.kind === undefined || (hasRules(options, 2) && sizeOf(values.map((value) => value - 1)) > grossSize))) {
    return readFailure("gross-returns", null, name, String(values.find((value) => !Number.isNaN(value))));
  }
  if (options.kind === undefined && field === null && looksLikeCounts(values)) return readFailure("counts", null, name, String(values.find((value) => !Number.isNaN(value))));
  return success({ id, kind: "total", content: "prices", divisor: 1 });
}

function returnContent({ id, name, values, field, isPercent }: UnknownColumn, frequency: Frequency, options: ReadOptions): Decided {
  const said = options.kind === "excess" || options.kind === "total" ? options.kind : field === "return" ? "total" : null;
  const kind = options.as === undefined && hasRules(options, 3) && isExcessName(name) ? "excess" : said;
  if (kind === null) return readFailure(looksLikeRate(values) ? "level" : "unknown-kind", null, name, name);
  const observed = values.filter((value) => !Number.isNaN(value));
  if (hasRules(options, 3) && looksCumulative(values)) return readFailure("cumulative", null, name, String(observed.at(-1)));
  if (observed.length >= 10 && observed.every((value) => value > 0) && roughness(values) < 0.8) return readFailure("not-returns", null, name, String(observed[0]));
  if (hasRules(options, 2) && looksLikeGrossReturns(values)) return readFailure("gross-returns", null, name, String(observed[0]));
  if (isPercent) return success({ id, kind, content: "returns", divisor: 1 });
  if (options.percent === true) return success({ id, kind, content: "returns", divisor: 100 });
  if (looksLikePercent(observed, frequency) || isAbsurdMean(observed, perYear[frequency])) return readFailure("in-percent", null, name, String(observed.find((value) => Math.abs(value) >= sizeOf(values)) ?? ""));
  return success({ id, kind, content: "returns", divisor: 1 });
}

/** What a riskless rate is a year, as a decimal. */
const usualRate = (annual: number): boolean => annual >= 0.005 && annual <= 0.15;

/**
 * Decimal per row, or percent per row, where the other units would make no rate of it; null where a decimal per year fits
 * too (0.05: 5% a year, or 12.6% in percent per day), or where the largest would be no rate.
 */
function unitBySize(size: number, largest: number, rowsPerYear: number): "decimal" | "percent" | null {
  if (size * rowsPerYear <= 0.15 && largest * rowsPerYear <= 0.5) return "decimal";
  return usualRate((size * rowsPerYear) / 100) && (largest * rowsPerYear) / 100 <= 0.25 && !usualRate(size) ? "percent" : null;
}

const annualOf = ({ name, annualFile = null }: UnknownColumn): ReturnType<typeof annualRate> => annualRate(name) ?? (annualFile !== null && (factorId(name) === "RF" || isRateName(name)) ? annualFile : null);

/** Whether a rate that is called annual is percent: its name says so, or its largest number is no decimal. 0.05 may be 5% or a twentieth of a percent. */
const isPercentPerYear = (saysPercent: boolean, largest: number): boolean => saysPercent || largest > 0.3;

const dividedUnit = { decimal: "decimal", percent: "decimal", "percent-per-year": "decimal-per-year", "decimal-per-year": "decimal-per-year" } as const;

/** The unit of a rate: as said, else that of the factors beside it, else by its size. */
function rateContent(column: UnknownColumn, frequency: Frequency, options: ReadOptions, isPercentTable: boolean | null): Decided {
  const { id, name, values, isPercent } = column;
  const size = sizeOf(values);
  const largest = values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  const annual = hasRules(options, 1) ? annualOf(column) : null;
  if (annual !== null && options.unit === undefined && !isPercent && !isPercentPerYear(annual.isPercent, largest)) {
    return readFailure("needs-annual-unit", null, name, String(values.find((value) => !Number.isNaN(value))));
  }
  // "rate" or "10Y" says what it is, and not whether 0.045 is 4.5% or a twentieth of a percent.
  const isUnclear = hasRules(options, 2) && isRateColumn(column) && !isNamed(column, isPercentRate) && annual === null && !isPercent && !isPercentPerYear(false, largest) && isPercentTable !== true;
  // A percent sign has divided the number already.
  const isDivided = isPercent && hasRules(options, 2);
  const unit =
    (isDivided && options.unit !== undefined ? dividedUnit[options.unit] : options.unit) ??
    (annual === null ? null : isPercent ? "decimal-per-year" : "percent-per-year") ??
    (isRateColumn(column) && !isUnclear ? (isDivided ? "decimal-per-year" : "percent-per-year") : null) ??
    (isPercent ? "decimal" : null) ??
    (isPercentTable === true || options.percent === true ? "percent" : null) ??
    (isUnclear && factorId(name) !== "RF" ? null : isPercentTable === null ? unitBySize(size, largest, perYear[frequency]) : size <= decimalRateUpTo[frequency] ? "decimal" : null);
  const divisors = { decimal: 1, percent: 100, "percent-per-year": 100 * perYear[frequency], "decimal-per-year": perYear[frequency] };
  const isRate = (by: number): boolean => size / by <= decimalRateUpTo[frequency] && values.every((value) => Number.isNaN(value) || Math.abs(value / by) <= 4 * decimalRateUpTo[frequency]);
  if (unit === null) {
    const first = values.find((value) => value !== 0 && !Number.isNaN(value)) ?? 0;
    const fitting = rateUnits.filter((one) => isRate(divisors[one])).map((one) => ({ unit: one, annual: (first / divisors[one]) * perYear[frequency] }));
    return unitFailure(name, String(first), fitting);
  }
  const divisor = divisors[unit];
  if (!isRate(divisor)) return readFailure("not-a-rate", null, name, String(values.find((value) => Math.abs(value / divisor) > decimalRateUpTo[frequency])));
  return success({ id: options.as === undefined || factorId(options.as) === "RF" ? id : cleanId(options.as), kind: "rate", content: "returns", divisor });
}
