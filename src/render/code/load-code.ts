import type { Sample } from "../../engine/factor-fit.ts";
import type { SeriesProvenance } from "../recipe.ts";

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
  const rate = sources.find(({ kind }) => kind === "rate");
  const column = (source: SeriesProvenance): string => columnCode(source, tables);
  const excess = (source: SeriesProvenance): string => {
    const returns = atFrequency(source.layout === "prices" ? `${column(source)}.dropna().pct_change()` : column(source), source, sample);
    return source.kind === "total" && rate ? `${returns} - (${atFrequency(column(rate), rate, sample)})` : returns;
  };
  const unique = new Map(sources.filter(({ kind }) => kind !== "rate").map((source) => [source.id, source]));
  return [
    "data = pd.DataFrame({",
    ...[...unique.values()].map((source) => `    ${text(source.id)}: ${excess(source)},`),
    `}).dropna().loc[${text(sample.first)}:${text(sample.last)}]`,
    ...(sample.without ?? []).map(({ first, last }) => `data = data[(data.index < ${text(first)}) | (data.index > ${text(last)})]`),
  ];
}

/** The risk-free rate of the reply, at its frequency, from the tables that `loadCode` has read. */
export function rateCode(sources: readonly SeriesProvenance[], sample: Sample): string {
  const rate = sources.find(({ kind }) => kind === "rate");
  return rate ? atFrequency(columnCode(rate, tablesOf(sources)), rate, sample) : "0";
}

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

function atFrequency(column: string, source: SeriesProvenance, sample: Sample): string {
  if (source.frequency === sample.frequency) return column;
  const rule = sample.frequency === "monthly" ? "pd.offsets.MonthEnd()" : "pd.offsets.YearEnd()";
  return `(1 + ${column}.dropna()).resample(${rule}).prod() - 1`;
}

/** A Python string. */
export const text = (value: string): string => JSON.stringify(value);
