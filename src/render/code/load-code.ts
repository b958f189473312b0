import type { Sample } from "../../engine/factor-fit.ts";
import type { FileLayer, SeriesProvenance } from "../recipe.ts";
import { compoundingFunctions, periodEndCode } from "./compound-code.ts";
import { text } from "./python-text.ts";
import { cellsArguments, cellsReader, fileCode, frenchReader, periodEnds, savedFile } from "./read-file-code.ts";

/**
 * Python lines that read a reply's series from their files, as the chapter does, into one table `data` of excess
 * returns: columns named as the series, rows where all are present, in the reply's window. A rate is a column where
 * it is one of `rates`.
 */
export function loadCode(sources: readonly SeriesProvenance[], sample: Sample, rates: readonly string[] = []): readonly string[] {
  return [...readCode(sources), "", ...dataCode(sources, sample, sources, rates)];
}

/** The imports, the functions that these files need, and one table for each plain file and section. */
export function readCode(sources: readonly SeriesProvenance[]): readonly string[] {
  const layers = sources.flatMap(layersOf);
  const reads = (form: FileLayer["reading"]["form"]) => layers.some(({ reading }) => reading.form === form);
  return [
    "import numpy as np",
    "import pandas as pd",
    "import statsmodels.api as sm",
    "",
    ...(reads("french") ? frenchReader : []),
    ...(reads("cells") ? cellsReader : []),
    ...compoundingFunctions(sources),
    ...(sources.some(({ measured }) => measured?.measure === "log" && measured.hasRate) ? logFunction : []),
    ...(sources.some(({ measured, method, kind }) => measured?.measure === "log" && measured.hasRate && method === "over-rate" && kind === "excess") ? sumFunction : []),
    ...[...tablesOf(sources).values()].map(({ name, layer }) => `${name} = ${fileCode(layer)}`),
  ];
}

const sumFunction: readonly string[] = ["def summed(logs, end):  # logs add up over the days of a week, month or year", "    return logs.groupby(logs.index + end).sum()", ""];

const logFunction: readonly string[] = [
  "def log_excess(excess, rate):  # ln(1 + r) - ln(1 + rf), r with the rate in it",
  "    excess = excess.dropna()",
  "    rate = rate.reindex(excess.index).fillna(0)",
  "    return np.log1p(excess + rate) - np.log1p(rate)",
  "",
];

/** `data` at the sample's frequency, from the tables that `readCode` makes of `all` sources. */
export function dataCode(
  sources: readonly SeriesProvenance[],
  sample: Sample,
  all: readonly SeriesProvenance[],
  rates: readonly string[] = [],
): readonly string[] {
  const tables = tablesOf(all);
  const columns = sources.filter(({ kind, id }) => kind !== "rate" || rates.includes(id));
  return tableCode("data", columns, sample, (source) => excessCode(source, sources, tables, sample), (source) => measuredDays(source, sources, tables, sample), () => rateAt(sources, tables, sample));
}

/** `complete`: the daily rows of `data`, and those that are known from total returns; nothing where there are none. */
export function completeCode(sources: readonly SeriesProvenance[], sample: Sample, rates: readonly string[] = []): readonly string[] {
  const tables = tablesOf(sources);
  if (!sources.some(({ fills }) => fills)) return [];
  return tableCode("complete", sources.filter(({ kind, id }) => kind !== "rate" || rates.includes(id)), sample, (source) => filledCode(source, excessCode(source, sources, tables, sample), sources, tables), () => null, () => rateAt(sources, tables, sample));
}

/** An excess return in the measure of the reply, as `measuredReturns` makes it. */
function measuredCode(excess: string, { measured }: SeriesProvenance, rateOf: () => string): string {
  if (measured === undefined) return excess;
  if (!measured.hasRate) return measured.measure === "log" ? `np.log1p(${excess})` : excess;
  return measured.measure === "log" ? `log_excess(${excess}, ${rateOf()})` : `${excess} + (${rateOf()})`;
}

/** Compounded days in another measure take the rate of the days that are there: logs are summed, total returns compounded. */
function measuredDays(source: SeriesProvenance, sources: readonly SeriesProvenance[], tables: Tables, sample: Sample): string | null {
  const rate = sources.find(({ kind, frequency }) => kind === "rate" && frequency === source.frequency);
  const isOfDays = source.measured?.hasRate === true && source.method === "over-rate" && source.kind === "excess" && source.holding === undefined;
  if (!isOfDays || !rate || sample.frequency === "daily" || source.frequency === sample.frequency) return null;
  const [days, end] = [filledCode(source, columnCode(source, tables, null), sources, tables), periodEndCode(sample.frequency)];
  return source.measured.measure === "log" ? `summed(log_excess(${days}, ${ownReturns(rate, tables)}), ${end})` : `compound(${days} + ${ownReturns(rate, tables)}, ${end})`;
}

function tableCode(name: string, sources: readonly SeriesProvenance[], sample: Sample, columnOfSource: (source: SeriesProvenance) => string, logsOf: (source: SeriesProvenance) => string | null, rateOf: () => string): readonly string[] {
  const returns = sources.filter(({ fills }) => !fills);
  const columns = new Map<string, string>();
  for (const source of returns) {
    const column = source.holding ? portfolioColumn(returns, source.holding.portfolio, columnOfSource) : columnOfSource(source);
    const id = source.holding?.portfolio ?? source.id;
    // A rate that is a column of its own is no other return's here.
    if (columns.has(id) && source.measured === undefined) continue;
    columns.set(id, logsOf(source) ?? measuredCode(column, source, rateOf));
  }
  return [
    `${name} = pd.DataFrame({`,
    ...[...columns].map(([id, code]) => `    ${text(id)}: ${code},`),
    `}).dropna().loc[${text(sample.first)}:${text(sample.last)}]`,
    ...(sample.without ?? []).map(({ first, last }) => `${name} = ${name}[(${name}.index < ${text(first)}) | (${name}.index > ${text(last)})]`),
  ];
}

/** `holdings`: the excess returns of a portfolio's parts on the rows of `data`. */
export function holdingsCode(sources: readonly SeriesProvenance[], sample: Sample, portfolio: string): readonly string[] {
  const tables = tablesOf(sources);
  const held = sources.filter(({ holding, fills }) => holding?.portfolio === portfolio && !fills);
  const parts = new Map(held.map((source) => [source.id, excessCode(source, sources, tables, sample)]));
  return ["holdings = pd.DataFrame({", ...[...parts].map(([id, code]) => `    ${text(id)}: ${code},`), "}).loc[data.index]"];
}

/** Σ weight × excess return, rebalanced every period; a day that one of them lacks is blank. */
function portfolioColumn(sources: readonly SeriesProvenance[], portfolio: string, columnOfSource: (source: SeriesProvenance) => string): string {
  const parts = new Map<string, string>();
  for (const source of sources) {
    if (source.holding?.portfolio === portfolio) parts.set(source.id, `${String(source.holding.weight)} * (${columnOfSource(source)})`);
  }
  return [...parts.values()].join(" + ");
}

function excessCode(source: SeriesProvenance, sources: readonly SeriesProvenance[], tables: Tables, sample: Sample): string {
  if (source.kind === "rate") return rateAt(sources.filter(({ id, kind }) => kind !== "rate" || id === source.id), tables, sample);
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
  const returns = columnCode(source, tables, null);
  const end = periodEndCode(sample.frequency);
  const rate = sources.find(({ kind, frequency }) => kind === "rate" && frequency === source.frequency);
  if (source.method !== "over-rate" || source.kind !== "excess" || !rate) return `compound(${returns}, ${end})`;
  return `compound(${filledCode(source, returns, sources, tables)}, ${end}, ${ownReturns(rate, tables)})`;
}

/** Daily excess returns with the days that total returns of another file have. */
function filledCode(source: SeriesProvenance, returns: string, sources: readonly SeriesProvenance[], tables: Tables): string {
  const filler = sources.find(({ id, fills }) => fills && id === source.id);
  const rate = sources.find(({ kind, frequency }) => kind === "rate" && frequency === source.frequency);
  return filler && rate ? `fill(${returns}, ${ownReturns(filler, tables)}, ${ownReturns(rate, tables)})` : returns;
}

/** The returns of a file's own frequency: prices have none over a longer hole. */
const ownReturns = (source: SeriesProvenance, tables: Tables): string => columnCode(source, tables, longestStep[source.frequency]);

/** Days between two prices that still make a return of one period. */
const longestStep = { daily: 7, weekly: 7, monthly: 31, annual: 366 } as const;

type Tables = ReadonlyMap<string, { readonly name: string; readonly layer: FileLayer }>;

/** A series' files: its own, then the older ones that give the days which it lacks. */
const layersOf = (source: SeriesProvenance): readonly FileLayer[] => [source, ...source.earlier].map((layer) => ({ ...layer, frequency: source.frequency }));

/** table1, table2, …: one for each file and frequency that is read as a table; columns read by cells need none. */
function tablesOf(sources: readonly SeriesProvenance[]): Tables {
  const files = new Map(sources.flatMap(layersOf).filter(({ reading }) => reading.form !== "cells").map((layer) => [tableKey(layer), layer]));
  return new Map([...files].map(([key, layer], place) => [key, { name: `table${String(place + 1)}`, layer }]));
}

const tableKey = ({ file, frequency, sha256 }: FileLayer): string => `${file} ${sha256} ${frequency}`;

/** The returns of a series, from its file and from older ones where that has none. Prices make one of any step up to `longest` days. */
function columnCode(source: SeriesProvenance, tables: Tables, longest: number | null): string {
  const [own = "", ...earlier] = layersOf(source).map((layer) => layerCode(layer, source, tables, longest));
  return earlier.reduce((code, older) => `${code}.combine_first(${older})`, own);
}

const sparseArgument = (reading: FileLayer["reading"]): string => (reading.form === "french" || reading.sparse === undefined ? "" : `, sparse=(${text(reading.sparse.first)}, ${text(reading.sparse.last)})`);

function layerCode(layer: FileLayer, { frequency }: SeriesProvenance, tables: Tables, longest: number | null): string {
  const { layout, reading } = layer;
  const divisor = reading.form === "french" || reading.divisor === 1 ? "" : ` / ${String(reading.divisor)}`;
  const numbers =
    reading.form === "cells"
      ? `cells(${cellsArguments(savedFile(layer), reading)})`
      : `${tables.get(tableKey(layer))?.name ?? ""}[${text(reading.column)}]`;
  const dated = reading.form === "cells" ? `${numbers}${periodEnds(reading, frequency)}` : numbers;
  if (layout === "prices") return longest === null ? `${dated}.dropna().pct_change()` : `one_period(${dated}, ${String(longest)}${sparseArgument(reading)})`;
  return divisor === "" ? dated : `(${dated}${divisor})`;
}
