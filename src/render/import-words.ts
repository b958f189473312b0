import type { DayDoubt } from "../datasets/problem.ts";
import { dayDoubtWords } from "./problems/day-doubt.ts";
import { count, percent } from "./numbers.ts";

/** The result of an import, declared here so that render does not depend on datasets. */
export interface ImportFacts {
  readonly file: string;
  readonly sha256: string;
  readonly layout: "course" | "french" | "prices" | "returns";
  /** The layout that was recognized: "yfinance", "long table". */
  readonly form: string;
  readonly vintage: string | null;
  readonly series: readonly {
    readonly id: string;
    readonly kind: "excess" | "total" | "rate";
    readonly frequency: string;
    readonly rows: number;
    readonly first: string;
    readonly last: string;
    readonly blanks: number;
    readonly blanksBefore: number;
    readonly blanksAfter: number;
  }[];
  readonly empty: readonly string[];
  readonly notes: readonly ImportNote[];
  readonly doubts: readonly DayDoubt[];
  readonly changes: readonly {
    readonly series: string;
    readonly frequency: string;
    readonly file: string;
    readonly added: number;
    readonly kept: number;
    readonly revised: number;
    /** The day since 1970, and the return before and now. */
    readonly largestRevision: { readonly day: number; readonly from: number; readonly to: number } | null;
  }[];
  readonly replaced: string | null;
  readonly shadowed: readonly { readonly series: string; readonly file: string }[];
  readonly hides: readonly { readonly series: string; readonly file: string }[];
  readonly lacksMarket: boolean;
}

type ImportNote =
  | { readonly kind: "codes"; readonly series: string; readonly code: string; readonly count: number }
  | { readonly kind: "bid-ask"; readonly series: string; readonly count: number }
  | { readonly kind: "unfinished"; readonly date: string }
  | { readonly kind: "plain-close"; readonly series: string }
  | { readonly kind: "holes"; readonly series: string; readonly count: number }
  | { readonly kind: "encoding"; readonly encoding: string }
  | { readonly kind: "divided"; readonly series: readonly string[]; readonly divisor: number }
  | { readonly kind: "decimal" }
  | { readonly kind: "section"; readonly title: string; readonly sections: number };

const layouts = {
  course: "the course's file",
  french: "French's library, percent made decimal",
  prices: "prices, made simple returns",
  returns: "decimal returns",
} as const;

/** The terminal's report on an imported file: a title, one line per series, then notes. */
export function importWords(facts: ImportFacts): readonly string[] {
  const { file, sha256, series } = facts;
  const widest = Math.max(...series.map(({ id }) => id.length));
  return [
    `${file}: ${formWords(facts)} (sha ${sha256.slice(0, 7)})`,
    ...series.map((one) => `  ${one.id.padEnd(widest)}  ${seriesLine(one)}`),
    ...importNotes(facts).map((note) => `  ${note}`),
  ];
}

/** "daily excess returns, 7,974 rows, 1993-02-01 to 2024-12-31, no blanks". */
export function seriesLine(one: ImportFacts["series"][number]): string {
  const nature = one.kind === "rate" ? "rate" : `${one.kind} returns`;
  return `${one.frequency} ${nature}, ${count(one.rows)} rows, ${one.first} to ${one.last}, ${blankWords(one)}`;
}

/** "yfinance: prices, made simple returns", or the layout alone where the table is a plain one. */
export function formWords({ form, layout, vintage, series, notes }: Pick<ImportFacts, "form" | "layout" | "vintage" | "series" | "notes">): string {
  const edition = vintage === null ? "" : `, ${vintage}`;
  const isRates = series.every(({ kind }) => kind === "rate");
  const isDecimalFrench = layout === "french" && notes.some(({ kind }) => kind === "decimal");
  const content = isRates ? "rates per row, decimal" : isDecimalFrench ? "French's factors, decimal already" : layouts[layout];
  return `${form === "table" || layout === "french" ? "" : `${form}: `}${content}${edition}`;
}

/** What else a person should know of it, a sentence each. */
export function importNotes({ series, empty, notes, doubts, changes, shadowed, hides, replaced, lacksMarket }: ImportFacts): readonly string[] {
  return [
    ...(empty.length === 0 ? [] : [`Without a single return, so not loaded: ${empty.join(", ")}.`]),
    ...notes.map(noteWords),
    ...doubts.filter(({ kind }) => !remarked.includes(kind)).map((doubt) => `Accepted: ${doubt.series} ${dayDoubtWords(doubt)}.`),
    ...smallSplitWords(doubts.filter(({ kind }) => kind === "small-split")),
    ...dateWords(doubts.filter(({ kind }) => kind === "all-future")),
    ...dateWords(doubts.filter(({ kind }) => kind === "weekend")),
    ...changes.map(changeWords),
    ...bySource(shadowed).map(([file, ids]) => `Answers keep using ${ids} of ${file}. What was imported now is found as ${ids.split(", ")[0] ?? ""}@ and the name of this file.`),
    ...bySource(hides).map(([file, ids]) => `Answers use ${ids} of this file from now on, no longer of ${file}.`),
    ...(replaced === null || changes.length > 0 ? [] : [`It takes the place of the file of that name imported ${replaced.slice(0, 10)}.`]),
    ...series.flatMap(({ id, kind }) => (kind === "rate" && !/(?:^|_)RF$/u.test(id) ? [`${id} is not subtracted from returns: import it with --as RF for that.`] : [])),
    ...(lacksMarket ? ["No market factor of the market is loaded, only the simulated sample's. French's daily factors are one: npm run data:fetch brings them, and the zip from his library's page is imported as it is."] : []),
  ];
}

/** What does not stop an import. */
const remarked: readonly DayDoubt["kind"][] = ["small-split", "all-future", "weekend"];

/** One sentence for all series of a file: most often they have the same dates. */
function dateWords([first, ...others]: readonly DayDoubt[]): readonly string[] {
  if (first === undefined) return [];
  return [`${first.series}${others.length > 0 ? ` (and ${count(others.length)} more)` : ""}: ${dayDoubtWords(first)}.`];
}

const shownSplits = 4;

/** One sentence for all of them: most are days of bad news. */
function smallSplitWords(doubts: readonly DayDoubt[]): readonly string[] {
  if (doubts.length === 0) return [];
  const others = doubts.length - shownSplits;
  const shown = [...doubts.slice(0, shownSplits).map((doubt) => `${doubt.series} ${dayDoubtWords(doubt)}`), ...(others > 0 ? [`${count(others)} more`] : [])];
  return [`Perhaps ${doubts.length === 1 ? "a split" : "splits"} that the prices are not adjusted for, perhaps news: ${shown.join("; ")}.`];
}

function noteWords(note: ImportNote): string {
  switch (note.kind) {
    case "codes":
      return `${note.series}: ${count(note.count)} ${note.count === 1 ? "cell" : "cells"} with the code ${note.code}, read as blank.`;
    case "bid-ask":
      return `${note.series}: ${count(note.count)} ${note.count === 1 ? "price" : "prices"} with a minus, CRSP's mark of the middle of bid and ask on a day without a trade: taken without it.`;
    case "unfinished":
      return `The period of ${note.date} had not ended and is left out.`;
    case "plain-close":
      return `${note.series} is taken from its closing price: the file does not say whether dividends are in it. Without them its mean return, and α, are too small.`;
    case "holes":
      return `${note.series}: ${count(note.count)} ${note.count === 1 ? "hole" : "holes"} of more than a week, over which there is no return per day.`;
    case "encoding":
      return `The text was read as ${note.encoding}.`;
    case "divided":
      return `${note.series.join(", ")}: divided by ${note.divisor === 100 ? "100, from percent" : `${count(note.divisor)}, from percent per year`}.`;
    case "decimal":
      return "The numbers are decimal already and were not divided by 100.";
    case "section":
      return `Of ${count(note.sections)} sections, read: ${note.title === "" ? "the first" : note.title}. Choose another with --section.`;
  }
}

/** "AAPL daily: adds 5 rows, revises 2 rows, the most on 2024-01-30 from 0.01% to 0.02%." */
export function changeWords({ series, frequency, file, added, kept, revised, largestRevision }: ImportFacts["changes"][number]): string {
  const largest =
    largestRevision === null
      ? ""
      : `, the most on ${new Date(largestRevision.day * 86_400_000).toISOString().slice(0, 10)} from ${percent(largestRevision.from)} to ${percent(largestRevision.to)}`;
  const parts = [
    `adds ${rows(added)}`,
    ...(revised > 0 ? [`revises ${rows(revised)}${largest}`] : []),
    ...(kept > 0 ? [`keeps ${rows(kept)} that only ${file} has`] : []),
  ];
  return `${series} ${frequency}: ${parts.join(", ")}.`;
}

const rows = (n: number): string => (n === 1 ? "1 row" : `${count(n)} rows`);

function bySource(series: readonly { readonly series: string; readonly file: string }[]): readonly (readonly [string, string])[] {
  const byFile = new Map<string, Set<string>>();
  for (const { series: id, file } of series) byFile.set(file, (byFile.get(file) ?? new Set()).add(id));
  return [...byFile].map(([file, ids]) => [file, [...ids].join(", ")]);
}

/** "no blanks", or "63 blank inside, 6,042 blank before". */
function blankWords({ blanks, blanksBefore, blanksAfter }: ImportFacts["series"][number]): string {
  const parts = [
    ...(blanks > 0 ? [`${count(blanks)} blank inside`] : []),
    ...(blanksBefore > 0 ? [`${count(blanksBefore)} blank before`] : []),
    ...(blanksAfter > 0 ? [`${count(blanksAfter)} blank after`] : []),
  ];
  return parts.length === 0 ? "no blanks" : parts.join(", ");
}
