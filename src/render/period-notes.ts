import { periodEndOf } from "../engine/compound.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { isoDay } from "../calendar.ts";
import { listed } from "./listed.ts";
import { counted, percent } from "./numbers.ts";
import type { CompoundedPeriods, CutPeriods } from "./recipe.ts";

/** Weeks, months and years that are cut or lack days, and the days that they lack. */

/** Days, or the last ones of periods, on which a series has no return while the market traded. */
export interface BlankRows {
  readonly series: string;
  readonly days: Int32Array;
  /** The market factor's daily returns; null where none is loaded, or those of another origin. */
  readonly market: Series | null;
}

/** Periods that are cut; days that weeks, months, years or the growth of a dollar lack, and days that come from another file. */
export const compoundingNotes = (compounded: readonly CompoundedPeriods[], blank?: BlankRows): readonly string[] => [...partialNotes(compounded), ...missingNotes(compounded, blank), ...filledNotes(compounded)];

/** The asset's blank days, which its weeks, months and years lack too. */
export const lacksThem = ({ ids, most }: Alike, { series, days }: BlankRows): boolean => days.length > 0 && ids.includes(series) && most.frequency !== "daily" && most.missing.join() === days.join();

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
  /** The one with the most days, with those of all. */
  readonly most: CompoundedPeriods;
}

const together = (all: readonly Int32Array[]): Int32Array => Int32Array.from(new Set(all.flatMap((days) => [...days]))).toSorted();

/** Series with the same days at a frequency, together at all their frequencies; those without such days are left out. */
export function alike(compounded: readonly CompoundedPeriods[], daysOf: (periods: CompoundedPeriods) => Int32Array): readonly Alike[] {
  const some = compounded.filter((periods) => daysOf(periods).length > 0);
  const keyOf = (periods: CompoundedPeriods): string => `${periods.frequency} ${periods.filledFrom?.file ?? ""} ${daysOf(periods).join()}`;
  const idsOf = (periods: CompoundedPeriods): readonly string[] => [...new Set(some.filter((other) => keyOf(other) === keyOf(periods)).map(({ series }) => series))];
  const groups = new Map(some.map((periods) => [idsOf(periods).join(), idsOf(periods)]));
  return [...groups].flatMap(([key, ids]) => {
    const periods = [...new Map(some.filter((each) => idsOf(each).join() === key).map((each) => [each.frequency, each])).values()];
    const [first, ...others] = periods;
    if (first === undefined) return [];
    const largest = others.reduce((a, b) => (daysOf(b).length > daysOf(a).length ? b : a), first);
    return [{ ids, periods, most: { ...largest, missing: together(periods.map(({ missing }) => missing)), filled: together(periods.map(({ filled }) => filled)) } }];
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
export function largestMove({ missing, market }: Pick<CompoundedPeriods, "missing" | "market">): string {
  const moves = market === null ? [] : Array.from(missing, (day) => ({ day, move: market.values[market.days.indexOf(day)] ?? 0 }));
  const largest = moves.toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move))[0];
  if (largest === undefined || market === null) return firstOf(missing);
  const move = `${isoDay(largest.day)} (${market.id} ${percent(largest.move, 3)})`;
  return missing.length === 1 ? `, ${move}` : `, ${move} among them`;
}

export function firstOf(days: Int32Array): string {
  const [first] = days;
  if (first === undefined) return "";
  return days.length === 1 ? ` (${isoDay(first)})` : `, ${isoDay(first)} the first`;
}

export const periods = { daily: "days", weekly: "weeks", monthly: "months", annual: "years" } as const;
