import type { FactorFit, Inference, Sample } from "../engine/factor-fit.ts";
import type { ReturnMeasure } from "../engine/measured-returns.ts";
import type { CompoundingMethod } from "../engine/period-returns.ts";
import type { Frequency, Series } from "../engine/series.ts";
import type { Reading } from "../reading.ts";
import { count } from "./numbers.ts";
import { windowWords } from "./window-words.ts";

/** The provenance of a series, declared here so that render does not depend on datasets. */
interface Provenance {
  readonly origin: "simulated sample" | "imported";
  readonly file: string;
  readonly sha256: string;
  /** The name under which shown code reads it, where another loaded file has the same name. */
  readonly savedAs?: string;
}

/** A series' newest file, and the older ones that give the days which that one lacks. */
export interface LayeredProvenance extends Provenance {
  readonly earlier?: readonly Pick<FileLayer, "file" | "sha256" | "savedAs">[];
}

/** A series that a reply uses, as it is in its file. */
export interface SeriesProvenance extends Provenance {
  readonly id: string;
  readonly kind: Series["kind"];
  readonly frequency: Frequency;
  readonly layout: "course" | "french" | "prices" | "returns";
  readonly reading: Reading;
  /** Older files that give the days which this one lacks, newest first. */
  readonly earlier: readonly Omit<FileLayer, "frequency">[];
  /** The portfolio that it is a part of, and its weight there. */
  readonly holding?: { readonly portfolio: string; readonly weight: number };
  /** How it was compounded to the reply's frequency, where its file has another one. */
  readonly method?: CompoundingMethod;
  /** Where the returns are not simple ones: how they are measured, and whether a rate of the same period goes into it. */
  readonly measured?: { readonly measure: Exclude<ReturnMeasure, "simple">; readonly hasRate: boolean };
  /** Of the total returns that fill the blank days of an excess return. */
  readonly fills?: true;
}

/** One file of a series. */
export interface FileLayer {
  readonly file: string;
  readonly sha256: string;
  readonly savedAs?: string;
  readonly layout: SeriesProvenance["layout"];
  readonly frequency: Frequency;
  readonly reading: Reading;
}

/** The last days of the first and of the last week, month or year that something cut: left out. */
export interface CutPeriods {
  readonly frequency: Frequency;
  readonly start: number | null;
  readonly end: number | null;
}

/** A daily series that was compounded, to the reply's weeks, months or years or to the growth of a dollar: what its days lack. */
export interface CompoundedPeriods {
  readonly series: string;
  readonly frequency: Frequency;
  /** Days on which the market traded and the series has no return. */
  readonly missing: Int32Array;
  /** Days taken from another file's total returns. */
  readonly filled: Int32Array;
  readonly filledFrom: SeriesProvenance | null;
  /** The ends of the first and of the last period where the series' days begin or end within it: left out. */
  readonly partial: { readonly start: number | null; readonly end: number | null };
  /** The daily market factor, which says how much a missing day matters; null where it is of another origin. */
  readonly market: Pick<Series, "id" | "days" | "values"> | null;
}

/**
 * The line under every number, from which it can be made again:
 * "JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)".
 * A phone shows it in three lines; the sample's files by name stand behind "Copy recipe".
 */
export function recipeLine(recipe: {
  readonly formula: string;
  readonly sample: Sample;
  readonly estimator: string;
  readonly sources: readonly RecipeSource[];
  /** What the rows are, where they are not excess returns alone. */
  readonly returns?: string;
}): string {
  const { formula, sample, estimator, sources, returns = "excess" } = recipe;
  return [
    formula,
    [`${isRaw(sources) ? "total" : returns}, ${isLog(sources) ? "log" : "simple"}, ${sample.frequency === "weekly" ? "weekly to Friday" : sample.frequency}`, ...(isLog(sources) ? logWords(sources) : methodWords(sources))].join(", "),
    windowWords(sample),
    `n = ${count(sample.observations)}`,
    estimator,
    `data: ${shortProvenance(sources)}`,
  ].join(" · ");
}

/** A file, with what is known of the series that it gives. */
type RecipeSource = LayeredProvenance & Partial<Pick<SeriesProvenance, "id" | "kind" | "method" | "measured">>;

/** What the returns of a reply are, in words: a log return is one over the rate, too. */
export type ReturnsName = "excess" | "excess log" | "total";

/** Of the series behind a reply: what its axes, its picture's description and its text call the returns. */
export const returnsNameOf = (sources: readonly RecipeSource[]): ReturnsName => (isRaw(sources) ? "total" : isLog(sources) ? "excess log" : "excess");

/** The rate is left in. */
const isRaw = (sources: readonly RecipeSource[]): boolean => sources.some(({ measured }) => measured?.measure === "raw");

const isLog = (sources: readonly RecipeSource[]): boolean => sources.some(({ measured }) => measured?.measure === "log");

/** What a log return is; of series without a rate in it, each by name. */
function logWords(sources: readonly RecipeSource[]): readonly string[] {
  const logs = sources.filter(({ measured }) => measured !== undefined);
  const alone = [...new Set(logs.filter(({ measured }) => measured?.hasRate === false).map(({ id }) => id ?? ""))];
  const overRate = "ln(1 + r) − ln(1 + rf)";
  if (logs.every(({ measured }) => measured?.hasRate === false)) return ["ln(1 + r)"];
  return alone.length === 0 ? [overRate] : [overRate, `${alone.join(" and ")}: ln(1 + r)`];
}

/** How days became months or years; of series that are compounded in another way than the rest, each by name. */
function methodWords(sources: readonly RecipeSource[]): readonly string[] {
  const compounded = sources.filter(({ kind, method }) => method !== undefined && kind !== "rate");
  const alone = compounded.filter(({ kind, method }) => method === "alone" && kind === "excess");
  const ids = [...new Set(alone.map(({ id }) => id ?? ""))];
  const overRate = "compounded Π(1 + r) − Π(1 + rf)";
  if (compounded.length === 0) return [];
  if (alone.length === compounded.length || isRaw(sources)) return ["compounded Π(1 + r) − 1"];
  return alone.length === 0 ? [overRate] : [overRate, `${ids.join(" and ")}: Π(1 + r) − 1`];
}

/** The line of one regression: "MSFT ~ Mkt-RF + SMB · …". */
export function fitRecipe(
  { asset, factors, sample, inference }: Pick<FactorFit, "asset" | "factors" | "sample" | "inference">,
  sources: readonly RecipeSource[],
): string {
  return recipeLine({ formula: `${asset} ~ ${factors.join(" + ")}`, sample, estimator: estimatorWords(inference), sources });
}

/** "OLS", "OLS, HC1 errors", "OLS, HAC errors (Bartlett, 9 lags)", "… (Bartlett, 5 lags by Newey–West 1994)", "… (Bartlett, 4 lags, none across gaps)". */
export function estimatorWords({ covariance, lags, automaticLags, hasGaps }: Inference): string {
  switch (covariance) {
    case "classical":
      return "OLS";
    case "hc1":
      return "OLS, HC1 errors";
    case "hac":
      return `OLS, HAC errors (Bartlett, ${count(lags)} lag${lags === 1 ? "" : "s"}${automaticLags ? " by Newey–West 1994" : ""}${hasGaps ? ", none across gaps" : ""})`;
  }
}

/** How many files the line under a reply names; "Copy recipe" names all. */
const shownFiles = 4;

/** The sample by the hashes of its files, an imported file by its name too. */
function shortProvenance(sources: readonly LayeredProvenance[]): string {
  const hashes = [...new Set(sources.filter(({ origin }) => origin === "simulated sample").map(({ sha256 }) => sha256.slice(0, 7)))];
  const imported = fileNames(sources.filter(({ origin }) => origin === "imported"));
  const others = imported.length - shownFiles;
  return [
    ...(hashes.length === 0 ? [] : [`simulated sample (sha ${hashes.join(", ")})`]),
    ...(others > 1 ? [...imported.slice(0, shownFiles), `and ${count(others)} more files`] : imported),
  ].join(", ");
}

/** Each file once, with the first seven digits of its sha256: the newest of every series, then the older ones. */
export const provenanceWords = (sources: readonly LayeredProvenance[]): string => fileNames(sources).join(", ");

/** The files under the names that the shown code reads them by. */
export const savedFileWords = (sources: readonly LayeredProvenance[]): string => fileNames(sources, savedName).join(", ");

const shaName = ({ origin, file, sha256 }: Provenance): string => `${origin === "simulated sample" ? "simulated sample, " : ""}${file} (sha ${sha256.slice(0, 7)})`;

const savedName = (source: Provenance): string => `${shaName(source)}${source.savedAs === undefined ? "" : `, saved as ${source.savedAs}`}`;

function fileNames(sources: readonly LayeredProvenance[], nameOf = shaName): readonly string[] {
  const older = sources.flatMap(({ origin, earlier = [] }) => earlier.map((layer) => ({ ...layer, origin })));
  return [...new Set([...sources, ...older].map(nameOf))];
}
