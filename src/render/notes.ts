import type { Sample } from "../engine/factor-fit.ts";
import { listed } from "./listed.ts";
import { asTyped, count, counted, percent } from "./numbers.ts";
import { alike, type BlankRows, compoundingNotes, firstOf, lacksThem, largestMove, periods, windowCutNotes } from "./period-notes.ts";
import type { CompoundedPeriods, CutPeriods, SeriesProvenance } from "./recipe.ts";

/** What a person should know about the rows before trusting a number: RF subtracted, a portfolio levered, a sample made shorter. */
export function sampleNotes(facts: {
  readonly sample: Sample;
  /** Whose rows were shortened: the first of several. */
  readonly asset: string;
  readonly riskFreeSubtracted: readonly string[];
  /** Portfolios and the sum of their weights. */
  readonly portfolios?: readonly { readonly id: string; readonly parts: string; readonly leverage: number }[];
  /** Rows of the window that were lost before the regression, by what was missing on them. */
  readonly lost?: readonly { readonly series: string; readonly cause: string; readonly rows: number; readonly compounded: number }[];
  /** What the asset lacks within the sample. */
  readonly blank?: BlankRows;
  readonly compounded: readonly CompoundedPeriods[];
  readonly windowCuts?: readonly CutPeriods[];
  readonly sources: readonly Pick<SeriesProvenance, "id">[];
}): readonly string[] {
  const { sample, asset, sources, riskFreeSubtracted, compounded, portfolios = [], lost = [], blank, windowCuts = [] } = facts;
  const period = periods[sample.frequency];
  return [
    ...portfolios.map(({ id, parts, leverage }) => `${id === parts ? id : `${id} is ${parts}`}: rebalanced to these weights every ${period.slice(0, -1)}${leverageWords(leverage)}.`),
    ...subtractedNotes(riskFreeSubtracted),
    ...lost
      .filter(({ rows }) => rows > 0)
      .map(({ series, cause, rows, compounded: earned }) => `${series} has a return on ${count(rows)} ${rows === 1 ? period.slice(0, -1) : period} without one of ${cause}: left out. ${rows === 1 ? "It is" : "They compound to"} ${percent(earned)}.`),
    ...onOneLine(blankNote(blank, sample, compounded), shortenedNotes(sample, asset)),
    ...windowCutNotes(windowCuts),
    ...compoundingNotes(compounded, sample.frequency === "daily" ? blank : undefined),
    // French's two size factors have one name in his files.
    ...(sources.some(({ id }) => id === "SMB5") ? ["SMB5 is the size factor that is published with RMW and CMA, in the 5-factor file; the chapter's ff5 and ff6 take SMB, that of the 3-factor file."] : []),
  ];
}

/** What factors stand for that were made orthogonal. */
export const orthogonalNotes = ([first = "", ...others]: readonly string[]): readonly string[] => [
  `${others.map((id) => `${id}-orth`).join(", ")}: each factor less what the ones before it explain, ${first} first. α and R² are those of the factors as they are; each β is the last one of the regression on the factors up to it, and has the errors of that.`,
];

const mostNamed = 4;

/** By their names, and more than a phone shows by their number. */
function subtractedNotes(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  if (ids.length === 1) return [`${listed(ids)} is a total return: I subtracted RF to make it an excess return.`];
  const who = ids.length > mostNamed ? `${count(ids.length)} of these` : listed(ids);
  return [`${who} are total returns: I subtracted RF to make them excess returns.`];
}

/** The factor that all have in common, where some of them alone would have another: their numbers and days differ from those. */
export function sharedFactorNotes(shared: string, alone: readonly { readonly asset: string; readonly factor: string }[]): readonly string[] {
  return [...new Set(alone.map(({ factor }) => factor))].map((factor) => {
    const ids = alone.filter((each) => each.factor === factor).map(({ asset }) => asset);
    return `All are on ${shared}, on the days that all have; ${listed(ids)} alone ${ids.length === 1 ? "is" : "are"} on ${factor}, which gives other numbers.`;
  });
}

/** Beside errors that have none. */
export const lagsLeftOutNote = (lags: number | "auto", errors: "classical" | "hc1" | "hac"): readonly string[] => [
  `lags:${String(lags)} is left out: ${errors === "hc1" ? "HC1 errors allow for the size of the noise alone" : "classical errors take the noise to be of one size and without memory"} and count no lags; errors:hac counts them.`,
];

/** Assets that are loaded and were not taken. */
export const leftOutNote = (others: number): readonly string[] =>
  others > 0 ? [`${counted(others, "more asset is", "more assets are")} loaded: name those that you want tested.`] : [];

/** The first of the others stands behind it: a reply has few lines. */
const onOneLine = (sentence: string | null, others: readonly string[]): readonly string[] => (sentence === null ? others : [[sentence, ...others.slice(0, 1)].join(" "), ...others.slice(1)]);

/** Rows that the asset's own file does not have, null where there are none; of a path of the same days `compoundingNotes` says it. */
function blankNote(blank: BlankRows | undefined, { frequency }: Sample, compounded: readonly CompoundedPeriods[]): string | null {
  if (blank === undefined || blank.days.length === 0) return null;
  const { series, days, market } = blank;
  if (compounded.some((path) => path.frequency === "daily" && path.series === series && path.missing.length === days.length)) return null;
  if (frequency === "daily" && alike(compounded, ({ missing }) => missing).some((group) => lacksThem(group, blank))) return null;
  const rows = counted(days.length, periods[frequency].slice(0, -1));
  const where = frequency === "daily" ? `on ${rows} on which` : `in ${rows} in which`;
  const named = frequency === "daily" ? largestMove({ missing: days, market }) : firstOf(days);
  return `${series} has no return ${where} the market traded${named}: left out.`;
}

/** The series that cost the asset rows, those that cost as many together. */
function shortenedNotes({ shortenedBy, frequency }: Sample, asset: string): readonly string[] {
  return [...new Set(shortenedBy.map(({ rows }) => rows))].map((lost) => {
    const ids = shortenedBy.filter(({ rows }) => rows === lost).map(({ series }) => series);
    return `${listed(ids)} ${ids.length === 1 ? "has" : "have"} no return on ${count(lost)} of ${asset}'s ${periods[frequency]}: ${lost === 1 ? "that row is" : "those rows are"} left out.`;
  });
}

/** The weights' sum where it is not 1: what is left is held, or borrowed, at the risk-free rate. */
function leverageWords(sum: number): string {
  const leverage = Math.round(sum * 1e9) / 1e9;
  if (leverage === 1) return "";
  if (leverage === 0) return ", its weights sum to 0: a position that costs nothing";
  if (leverage > 1) return `, its weights sum to ${asTyped(leverage)}: the part above 1 is borrowed at the risk-free rate`;
  return `, its weights sum to ${asTyped(leverage)}: the rest lies at the risk-free rate`;
}

/** Beside the first line of a reply from few rows: what they can't tell, and what would be needed. `needed` null: enough. */
export function fewRowsCaution({ observations, frequency }: Pick<Sample, "observations" | "frequency">, needed: number | null): string | null {
  if (needed === null) return null;
  return `⚠️ Only ${count(observations)} ${periods[frequency]}: on others these numbers would come out quite differently, and their intervals are rough. From ${count(needed)} on they begin to say something.`;
}
