import type { Sample } from "../../engine/factor-fit.ts";
import type { SeriesProvenance } from "../recipe.ts";
import { compoundingFunctions, periodEndCode } from "./compound-code.ts";

/**
 * Python lines that read a reply's series from their files, as the chapter does, into one table `data` of excess
 * returns: columns named as the series, rows where all are present, in the reply's window.
 */
export function loadCode(sources: readonly SeriesProvenance[], sample: Sample): readonly string[] {
  return [...readCode(sources), "", ...dataCode(sources, sample, sources)];
}

/** The imports, and one table for each file and frequency. */
export function readCode(sources: readonly SeriesProvenance[]): readonly string[] {
  const french = sources.some(({ layout }) => layout === "french");
  return [
    ...(french ? ["import re"] : []),
    "import numpy as np",
    "import pandas as pd",
    "import statsmodels.api as sm",
    "",
    ...(french ? frenchReader : []),
    ...compoundingFunctions(sources),
    ...[...tablesOf(sources).values()].map(({ name, source }) => `${name} = ${readerOf(source)}`),
  ];
}

/** `data` at the sample's frequency, from the tables that `readCode` makes of `all` sources. */
export function dataCode(
  sources: readonly SeriesProvenance[],
  sample: Sample,
  all: readonly SeriesProvenance[],
): readonly string[] {
  const tables = tablesOf(all);
  return tableCode("data", sources, sample, (source) => excessCode(source, sources, tables, sample));
}

/** `complete`: the daily rows of `data`, and those that are known from total returns; nothing where there are none. */
export function completeCode(sources: readonly SeriesProvenance[], sample: Sample): readonly string[] {
  const tables = tablesOf(sources);
  if (!sources.some(({ fills }) => fills)) return [];
  return tableCode("complete", sources, sample, (source) => filledCode(source, excessCode(source, sources, tables, sample), sources, tables));
}

function tableCode(name: string, sources: readonly SeriesProvenance[], sample: Sample, columnOfSource: (source: SeriesProvenance) => string): readonly string[] {
  const unique = new Map(sources.filter(({ kind, fills }) => kind !== "rate" && !fills).map((source) => [source.id, source]));
  return [
    `${name} = pd.DataFrame({`,
    ...[...unique.values()].map((source) => `    ${text(source.id)}: ${columnOfSource(source)},`),
    `}).dropna().loc[${text(sample.first)}:${text(sample.last)}]`,
  ];
}

function excessCode(source: SeriesProvenance, sources: readonly SeriesProvenance[], tables: Tables, sample: Sample): string {
  const returns = returnsAt(source, sources, tables, sample);
  return source.kind === "total" ? `${returns} - (${rateAt(sources, tables, sample)})` : returns;
}

/** The risk-free rate of the reply, at its frequency, from the tables that `loadCode` has read. */
export function rateCode(sources: readonly SeriesProvenance[], sample: Sample): string {
  return rateAt(sources, tablesOf(sources), sample);
}

/** The rate's own months or years where its file has them, else compounded from its days. */
function rateAt(sources: readonly SeriesProvenance[], tables: Tables, sample: Sample): string {
  const rates = sources.filter(({ kind }) => kind === "rate");
  const rate = rates.find(({ frequency }) => frequency === sample.frequency) ?? rates[0];
  return rate ? returnsAt(rate, sources, tables, sample) : "0";
}

/** A series of the reply's frequency by the rule of `periodReturns`; the daily one is filled first where it was. */
function returnsAt(source: SeriesProvenance, sources: readonly SeriesProvenance[], tables: Tables, sample: Sample): string {
  if (source.frequency === sample.frequency || sample.frequency === "daily") return ownReturns(source, tables);
  // A month's return is its last price over the one before, so blank prices in between don't matter.
  const returns = source.layout === "prices" ? `${columnCode(source, tables)}.dropna().pct_change()` : columnCode(source, tables);
  const end = periodEndCode(sample.frequency);
  const rate = sources.find(({ kind, frequency }) => kind === "rate" && frequency === source.frequency);
  if (source.method !== "over-rate" || source.kind !== "excess" || !rate) return `compound(${returns}, ${end})`;
  return `compound(${filledCode(source, returns, sources, tables)}, ${end}, ${columnCode(rate, tables)})`;
}

/** Daily excess returns with the days that total returns of another file have. */
function filledCode(source: SeriesProvenance, returns: string, sources: readonly SeriesProvenance[], tables: Tables): string {
  const filler = sources.find(({ id, fills }) => fills && id === source.id);
  const rate = sources.find(({ kind, frequency }) => kind === "rate" && frequency === source.frequency);
  return filler && rate ? `fill(${returns}, ${ownReturns(filler, tables)}, ${columnCode(rate, tables)})` : returns;
}

/** The returns of a file's own frequency: prices have none over a blank one. */
const ownReturns = (source: SeriesProvenance, tables: Tables): string =>
  source.layout === "prices" ? `one_period(${columnCode(source, tables)}, ${longestStep[source.frequency]})` : columnCode(source, tables);

const longestStep = { daily: "7", monthly: "31", annual: "366" } as const;

type Tables = ReadonlyMap<string, { readonly name: string; readonly source: SeriesProvenance }>;

/** table1, table2, …: one a file and frequency. */
function tablesOf(sources: readonly SeriesProvenance[]): Tables {
  const files = new Map(sources.map((source) => [tableKey(source), source]));
  return new Map([...files].map(([key, source], place) => [key, { name: `table${String(place + 1)}`, source }]));
}

const tableKey = ({ file, frequency }: SeriesProvenance): string => `${file} ${frequency}`;

const columnCode = (source: SeriesProvenance, tables: Tables): string =>
  `${tables.get(tableKey(source))?.name ?? ""}[${text(columnOf(source))}]`;

/** Kenneth French's layout: percent, with lines of text above and further sections below. */
const frenchReader = [
  "def french(file, digits):  # digits of a date: 8 for days, 6 for months, 4 for years",
  "    lines = open(file).read().splitlines()",
  '    names = next(line for line in lines if line.startswith(",")).split(",")[1:]',
  '    rows = [line.split(",") for line in lines if re.match(r"\\s*\\d{%d}\\s*," % digits, line)]',
  '    dates = pd.to_datetime([row[0].strip() for row in rows], format={8: "%Y%m%d", 6: "%Y%m", 4: "%Y"}[digits])',
  "    if digits < 8:",
  "        dates += pd.offsets.MonthEnd(0) if digits == 6 else pd.offsets.YearEnd(0)",
  "    table = pd.DataFrame([[float(cell) for cell in row[1:]] for row in rows], index=dates, columns=[name.strip() for name in names])",
  "    return table.replace([-99.99, -999], np.nan) / 100  # percent to decimal",
  "",
];

function readerOf({ layout, file, frequency }: SeriesProvenance): string {
  if (layout === "french") return `french(${text(file)}, ${{ daily: "8", monthly: "6", annual: "4" }[frequency]})`;
  return `pd.read_csv(${text(file)}, parse_dates=["date"], index_col="date")`;
}

/** The 5-factor file's SMB is called SMB in it; the momentum files write Mom. */
function columnOf({ id, layout }: SeriesProvenance): string {
  if (layout !== "french") return id;
  return { SMB5: "SMB", MOM: "Mom" }[id] ?? id;
}

/** A Python string. */
export const text = (value: string): string => JSON.stringify(value);
