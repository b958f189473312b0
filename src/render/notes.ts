import type { Sample } from "../engine/factor-fit.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { periodEndOf } from "../engine/compound.ts";
import { isoDay } from "../calendar.ts";
import { asTyped, count, counted, percent } from "./numbers.ts";
import type { CompoundedPeriods, CutPeriods, SeriesProvenance } from "./recipe.ts";

/** Days, or the last ones of periods, on which a series has no return while the market traded. */
export interface BlankRows {
  readonly series: string;
  readonly days: Int32Array;
  /** The market factor's daily returns; null where none is loaded, or those of another origin. */
  readonly market: Series | null;
}

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

/** Periods that are cut; days that weeks, months, years or the growth of a dollar lack, and days that come from another file. */
export const compoundingNotes = (compounded: readonly CompoundedPeriods[], blank?: BlankRows): readonly string[] => [...partialNotes(compounded), ...missingNotes(compounded, blank), ...filledNotes(compounded)];

/** The asset's blank days, which its weeks, months and years lack too. */
const lacksThem = ({ ids, most }: Alike, { series, days }: BlankRows): boolean => days.length > 0 && ids.includes(series) && most.frequency !== "daily" && most.missing.join() === days.join();

/** Weeks, months and years that lack days: one sentence for the series that lack the same ones, with the day that matters most. */
function missingNotes(compounded: readonly CompoundedPeriods[], blank: BlankRows | undefined): readonly string[] {
  return alike(compounded, ({ missing }) => missing).map((group) => {
    const { ids, periods, most } = group;
    const none = `${listed(ids)} ${ids.length === 1 ? "has" : "have"} no return on ${dayCount(most.missing)} on which the market traded${largestMove(most)}`;
    const facts = `${none}.`;
    if (most.frequency === "daily") return `Growth and drawdown lack days: ${facts}`;
    const lack = periods.map(lackingPeriods);
    if (blank && lacksThem(group, blank)) return `${none}: left out of the days, and ${listed(lack)} ${lack.length === 1 && lack[0]?.startsWith("1 ") ? "is" : "are"} compounded without them.`;
    const isOne = lack.length === 1 && lack[0]?.startsWith("1 ");
    return `${listed(lack)} ${isOne ? "lacks" : "lack"} days: ${facts} ${isOne ? "It is" : "They are"} compounded from the days that are there.`;
  });
}

/** Where days came from that the series' own file has not. */
function filledNotes(compounded: readonly CompoundedPeriods[]): readonly string[] {
  return alike(compounded, ({ filled }) => filled).flatMap(({ ids, most: { filled, filledFrom } }) => {
    if (filledFrom === null) return [];
    const owners = listed(ids.map((id) => `${id}'s`));
    return [`On ${dayCount(filled)} that ${filled.length === 1 ? "is" : "are"} blank in ${owners} excess returns, I took the total returns of ${filledFrom.file} less RF.`];
  });
}

const dayCount = (days: Int32Array): string => counted(days.length, "day");

interface Alike {
  readonly ids: readonly string[];
  /** One of each frequency. */
  readonly periods: readonly CompoundedPeriods[];
  /** The one with the most days. */
  readonly most: CompoundedPeriods;
}

/** Series with the same days at a frequency, together at all their frequencies; those without such days are left out. */
function alike(compounded: readonly CompoundedPeriods[], daysOf: (periods: CompoundedPeriods) => Int32Array): readonly Alike[] {
  const some = compounded.filter((periods) => daysOf(periods).length > 0);
  const keyOf = (periods: CompoundedPeriods): string => `${periods.frequency} ${periods.filledFrom?.file ?? ""} ${daysOf(periods).join()}`;
  const idsOf = (periods: CompoundedPeriods): readonly string[] => [...new Set(some.filter((other) => keyOf(other) === keyOf(periods)).map(({ series }) => series))];
  const groups = new Map(some.map((periods) => [idsOf(periods).join(), idsOf(periods)]));
  return [...groups].flatMap(([key, ids]) => {
    const periods = [...new Map(some.filter((each) => idsOf(each).join() === key).map((each) => [each.frequency, each])).values()];
    const [first, ...others] = periods;
    if (first === undefined) return [];
    return [{ ids, periods, most: others.reduce((a, b) => (daysOf(b).length > daysOf(a).length ? b : a), first) }];
  });
}

/** "63 months". */
function lackingPeriods({ frequency, missing }: CompoundedPeriods): string {
  const lack = new Set(Array.from(missing, periodEndOf[frequency])).size;
  return counted(lack, periods[frequency].slice(0, -1));
}

/** The weeks, months and years that the window has in part: one sentence for each of its ends. */
export function windowCutNotes(cuts: readonly CutPeriods[]): readonly string[] {
  return (["start", "end"] as const).flatMap((side) => {
    const cut = cuts.flatMap(({ frequency, [side]: end }) => (end === null ? [] : [`the ${periods[frequency].slice(0, -1)} to ${isoDay(end)}`]));
    if (cut.length === 0) return [];
    const [are, they] = cut.length === 1 ? ["is", "it is"] : ["are", "they are"];
    return [side === "start" ? `The window begins within ${listed(cut)}: ${they} left out.` : `The window ends before ${listed(cut)} ${are} over: ${they} left out.`];
  });
}

/** The weeks, months or years that a split cuts, by their last days: one sentence for all. */
export function splitCutNotes(ends: readonly number[], frequency: Frequency): readonly string[] {
  if (ends.length === 0) return [];
  const named = `The ${ends.length === 1 ? "" : `${periods[frequency]} to `}${listed(ends.map((end) => (ends.length === 1 ? `${periods[frequency].slice(0, -1)} to ${isoDay(end)}` : isoDay(end))))}`;
  return [`${named} ${ends.length === 1 ? "lies" : "lie"} on both sides of the split, and ${ends.length === 1 ? "belongs" : "belong"} to neither: left out.`];
}

/** The weeks, months and years in which series begin or end: one sentence for the series that are cut in the same ones. */
function partialNotes(compounded: readonly CompoundedPeriods[]): readonly string[] {
  return (["start", "end"] as const).flatMap((side) => {
    const cut = compounded.flatMap(({ series, frequency, partial }) => (partial[side] === null ? [] : [{ series, period: `the ${periods[frequency].slice(0, -1)} to ${isoDay(partial[side])}` }]));
    const cutOf = (id: string): readonly string[] => [...new Set(cut.filter(({ series }) => series === id).map(({ period }) => period))];
    const all = [...new Set(cut.map(({ series }) => series))];
    return [...new Map(all.map((id) => [cutOf(id).join(), cutOf(id)])).values()].map((named) => {
      const ids = all.filter((id) => cutOf(id).join() === named.join());
      const [begins, ends] = ids.length === 1 ? ["begins", "ends"] : ["begin", "end"];
      const [is, they] = named.length === 1 ? ["is", "it is"] : ["are", "they are"];
      return side === "start" ? `${listed(ids)} ${begins} within ${listed(named)}: ${they} left out.` : `${listed(ids)} ${ends} before ${listed(named)} ${is} over: ${they} left out.`;
    });
  });
}

/** The missing day on which the market moved most; without its returns, the first one. */
function largestMove({ missing, market }: Pick<CompoundedPeriods, "missing" | "market">): string {
  const moves = market === null ? [] : Array.from(missing, (day) => ({ day, move: market.values[market.days.indexOf(day)] ?? 0 }));
  const largest = moves.toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move))[0];
  if (largest === undefined || market === null) return firstOf(missing);
  const move = `${isoDay(largest.day)} (${market.id} ${percent(largest.move, 3)})`;
  return missing.length === 1 ? `, ${move}` : `, ${move} among them`;
}

function firstOf(days: Int32Array): string {
  const [first] = days;
  if (first === undefined) return "";
  return days.length === 1 ? ` (${isoDay(first)})` : `, ${isoDay(first)} the first`;
}

export const listed = (ids: readonly string[]): string => [ids.slice(0, -1).join(", "), ids.at(-1) ?? ""].filter((part) => part !== "").join(" and ");

const periods = { daily: "days", weekly: "weeks", monthly: "months", annual: "years" } as const;

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
