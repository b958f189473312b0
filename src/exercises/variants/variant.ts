import { monthsPerYear } from "../../calendar.ts";

/** One exercise on one student's data: a pair of series, a window of years, and what the question fixes. */
export interface Variant {
  /** Shown to student and staff: a code, or "jpm-2000-2009-5m"; "chapter" for the chapter's own. */
  readonly id: string;
  readonly asset: string;
  readonly factor: string;
  /** Of a portfolio: its parts, dollars of each per dollar of the portfolio. */
  readonly holdings?: readonly Holding[];
  /** The stock it is compared with, and the likeliest to be mixed up with it; null where there is none. */
  readonly comparison: { readonly asset: string; readonly factor: string } | null;
  readonly window: YearWindow;
  /** The volatility budget in dollars; null where the exercise has none. */
  readonly budget: number | null;
  /** The factor share to be reached, decimal; null where the exercise has none. */
  readonly share: number | null;
  /** ISO date, the first day of the second part, where an exercise divides the days into two. */
  readonly split?: string;
}

interface Holding {
  readonly asset: string;
  readonly weight: number;
}

/** ISO dates, inclusive on both sides; without them, all rows that the series share. */
export interface YearWindow {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
}

/** The first day of the month in which the second half of a window begins; of all rows, a year's. */
export function splitOf({ from, to }: YearWindow): string {
  if (from === undefined || to === undefined) return "2009-01-01";
  const month = (day: string): number => Number(day.slice(0, 4)) * monthsPerYear + Number(day.slice(5, 7)) - 1;
  const middle = Math.floor((month(from) + month(to) + 1) / 2);
  return `${String(Math.floor(middle / monthsPerYear))}-${String((middle % monthsPerYear) + 1).padStart(2, "0")}-01`;
}

/** The chapter's stocks, each with the chapter's factor for it, and two of the sample's, on the market as MSFT is. */
export const tickers = ["JPM", "WMT", "MSFT", "BAC", "KO"] as const;

type Ticker = (typeof tickers)[number];

export const chapterPairs: Readonly<Record<Ticker, { readonly factor: string; readonly other: Ticker }>> = {
  JPM: { factor: "SPY", other: "WMT" },
  WMT: { factor: "SPY", other: "JPM" },
  MSFT: { factor: "Mkt-RF", other: "JPM" },
  BAC: { factor: "Mkt-RF", other: "JPM" },
  KO: { factor: "Mkt-RF", other: "WMT" },
};

export const fullSample: YearWindow = { id: "full" };

const years = (first: number, last: number): YearWindow => ({
  id: `${first}-${last}`,
  from: `${first}-01-01`,
  to: `${last}-12-31`,
});

/** Decades that overlap by half, so that neighbours in class seldom share one, and each has about 2,500 days. */
export const decades: readonly YearWindow[] = [
  years(1995, 2004),
  years(2000, 2009),
  years(2005, 2014),
  years(2010, 2019),
  years(2015, 2024),
];

/** The first and the last row's days, ISO: what a question prints. */
interface PrintedDays {
  readonly first: string;
  readonly last: string;
}

/**
 * A window with its first and last year moved: as whole months, and, where it has two ends, as the days of the rows that
 * the question prints, which are a weekend shorter.
 */
export function shiftedWindows(window: YearWindow, first: number, last: number, rows: PrintedDays): readonly YearWindow[] {
  const isPrinted = window.from !== undefined && window.to !== undefined;
  const printed = isPrinted ? [shiftedWindow({ id: `${window.id} as printed`, from: rows.first, to: rows.last }, first, last, rows)] : [];
  return [shiftedWindow(window, first, last, rows), ...printed].filter((shifted) => shifted !== null);
}

/** An open end is that of the rows, which can only be cut: null where it would have to be moved outwards. */
function shiftedWindow({ id, ...ends }: YearWindow, first: number, last: number, rows: PrintedDays): YearWindow | null {
  const from = ends.from ?? (first > 0 ? `${rows.first.slice(0, 4)}-01-01` : undefined);
  const to = ends.to ?? (last < 0 ? `${rows.last.slice(0, 4)}-12-31` : undefined);
  if ((first !== 0 && from === undefined) || (last !== 0 && to === undefined)) return null;
  return { id: `${id} ${first} ${last}`, ...(from !== undefined && { from: yearsLater(from, first) }), ...(to !== undefined && { to: yearsLater(to, last) }) };
}

/** Of February the 29th the 28th, which every year has. */
const yearsLater = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) + years)}${day.slice(4).replace("-02-29", "-02-28")}`;

/** Of all rows, those since the first year of a decade, or until its last. */
export const partsOfSample: readonly YearWindow[] = decades.flatMap(({ id, from, to }) => [
  ...(from === undefined ? [] : [{ id: `since ${id}`, from }]),
  ...(to === undefined ? [] : [{ id: `until ${id}`, to }]),
]);

/** The last of several years alone; null where there is one only. */
export function windowOfLastYear({ from, to }: YearWindow): YearWindow | null {
  if (from === undefined || to === undefined) return null;
  const year = Number(to.slice(0, 4));
  return Number(from.slice(0, 4)) < year ? years(year, year) : null;
}

const million = 1_000_000;

/** All budgets and shares of all exercises: a neighbour's is one of them. */
export const budgetsGivenOut = [million, 2 * million, 3 * million, 5 * million, 8 * million] as const;
export const sharesGivenOut = [0.1, 0.2, 0.3] as const;

/** What an exercise's variants are made of; every combination is one. */
export interface VariantPlan {
  /** The chapter's own variant uses the first of each list, and all rows. */
  readonly assets: readonly [Ticker, ...Ticker[]];
  readonly budgets?: readonly [number, ...number[]];
  readonly shares?: readonly [number, ...number[]];
}

export const chapterId = "chapter";

/** The variant as the chapter has it. */
export function chapterVariant(plan: VariantPlan): Variant {
  return { ...planVariant(plan.assets[0], fullSample, plan.budgets?.[0] ?? null, plan.shares?.[0] ?? null), id: chapterId };
}

/** Every other combination with a decade: what a check's own variants are drawn from. */
export function candidateVariants(plan: VariantPlan): readonly Variant[] {
  return plan.assets.flatMap((asset) =>
    [fullSample, ...decades].flatMap((window) =>
      (plan.budgets ?? [null]).flatMap((budget) =>
        (plan.shares ?? [null]).map((share) => planVariant(asset, window, budget, share)),
      ),
    ),
  );
}

const exampleWindows: readonly YearWindow[] = [...decades, years(1995, 1999), years(2000, 2004), years(2005, 2009), years(2010, 2014), years(2015, 2019), years(2020, 2024)];

/** Other tickers and other years than a variant's, for its worked examples; where a plan has one ticker only, other years. */
export function otherVariants({ assets }: VariantPlan, { asset, window, budget, share }: Pick<Variant, "asset" | "window" | "budget" | "share">): readonly Variant[] {
  const others = assets.filter((candidate) => candidate !== asset);
  return exampleWindows.filter(({ id }) => id !== window.id).flatMap((years) => (others.length > 0 ? others : assets).map((other) => planVariant(other, years, budget, share)));
}

/** Of an instructor's own question: any pair of series that is loaded, any window. A portfolio is compared with its largest part. */
export function customVariant(choice: {
  readonly asset: string;
  readonly factor: string;
  readonly holdings?: readonly Holding[];
  readonly from?: string;
  readonly to?: string;
  readonly budget: number | null;
  readonly share: number | null;
}): Variant {
  const { asset, factor, holdings, from, to, budget, share } = choice;
  return {
    id: "own",
    asset,
    factor,
    ...(holdings === undefined ? {} : { holdings }),
    comparison: comparedWith(choice),
    window: { id: `${from ?? ""}/${to ?? ""}`, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    budget,
    share,
  };
}

function comparedWith({ asset, factor, holdings }: { readonly asset: string; readonly factor: string; readonly holdings?: readonly Holding[] }): Variant["comparison"] {
  const largest = holdings?.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))[0];
  if (largest !== undefined) return { asset: largest.asset, factor };
  const other = isTicker(asset) ? chapterPairs[asset].other : null;
  return other === null ? null : { asset: other, factor: chapterPairs[other].factor };
}

export const isTicker = (id: string): id is Ticker => id in chapterPairs;

/** A ticker of a plan on a window, named by both. */
export function planVariant(asset: Ticker, window: YearWindow, budget: number | null, share: number | null): Variant {
  const { factor, other: comparison } = chapterPairs[asset];
  const parts = [asset.toLowerCase(), window.id];
  if (budget !== null) parts.push(`${budget / 1e6}m`);
  if (share !== null) parts.push(`${Math.round(share * 100)}pct`);
  return {
    id: parts.join("-"),
    asset,
    factor,
    comparison: { asset: comparison, factor: chapterPairs[comparison].factor },
    window,
    budget,
    share,
    split: splitOf(window),
  };
}
