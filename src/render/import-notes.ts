import type { DayDoubt } from "../datasets/problem.ts";
import type { ImportFacts, ImportNote } from "./import-facts.ts";
import { count, percent } from "./numbers.ts";
import { dayDoubtWords } from "./problems/day-doubt.ts";
import { isoDay } from "../calendar.ts";

/** So many series are named in one sentence. */
const shownNames = 6;

/** What else a person should know of it, a sentence each. */
export function importNotes({ series, empty, notes, doubts, changes, shadowed, hides, replaced, lacksMarket, file, same = null }: ImportFacts): readonly string[] {
  return [
    ...(empty.length === 0 ? [] : [`Without a single return, so not loaded: ${empty.join(", ")}.`]),
    ...notes.flatMap((note) => (note.kind === "plain-close" || note.kind === "holes" || note.kind === "codes" ? [] : [noteWords(note)])),
    ...codeWords(notes),
    ...closeWords(notes),
    ...holeWords(notes),
    ...doubts.filter(({ kind }) => !remarked.includes(kind)).map((doubt) => `Accepted: ${doubt.series} ${dayDoubtWords(doubt)}.`),
    ...smallSplitWords(doubts.filter(({ kind }) => kind === "small-split")),
    ...dateWords(doubts.filter(({ kind }) => kind === "all-future")),
    ...dateWords(doubts.filter(({ kind }) => kind === "weekend")),
    ...changesWords(changes),
    ...bySource(shadowed).map(([other, ids]) => `Answers keep using ${ids} of ${other}. What was imported now is found as ${ids.split(", ")[0] ?? ""}@${file.replace(/\.[a-z]+$/iu, "")}.`),
    ...bySource(hides).map(([file, ids]) => `Answers use ${ids} of this file from now on, no longer of ${file}.`),
    ...(same === null ? [] : [`The same file${same.file === file ? "" : `, called ${same.file},`} was imported on ${same.importedAt.slice(0, 10)}: nothing changes.`]),
    ...(replaced === null || changes.length > 0 || same !== null ? [] : [`It takes the place of the file of that name imported ${replaced.slice(0, 10)}.`]),
    ...series.flatMap(({ id, kind }) => (kind === "rate" && !/(?:^|_)RF$/u.test(id) ? [`${id} is not subtracted from returns: import it with --as RF for that.`] : [])),
    ...(lacksMarket ? ["No market factor of the market is loaded, only the simulated sample's. French's factors are one: npm run data:fetch brings them, and the zip from his library's page is imported as it is."] : []),
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

type NoteOf<Kind extends ImportNote["kind"]> = Extract<ImportNote, { readonly kind: Kind }>;
const ofKind = <Kind extends ImportNote["kind"]>(notes: readonly ImportNote[], kind: Kind): readonly NoteOf<Kind>[] => notes.filter((note): note is NoteOf<Kind> => note.kind === kind);

/** "ABC, XYZ and 12 more". */
function named(names: readonly string[]): string {
  const others = names.length - shownNames;
  return others > 0 ? `${names.slice(0, shownNames).join(", ")} and ${count(others)} more` : names.join(", ");
}

/** One sentence for each letter. */
function codeWords(notes: readonly ImportNote[]): readonly string[] {
  const codes = ofKind(notes, "codes");
  return [...new Set(codes.map(({ code }) => code))].map((code) => {
    const own = codes.filter((note) => note.code === code);
    const cells = own.reduce((sum, note) => sum + note.count, 0);
    return `${named(own.map(({ series }) => series))}: ${count(cells)} ${cells === 1 ? "cell" : "cells"} with the code ${code}, read as blank.`;
  });
}

function closeWords(notes: readonly ImportNote[]): readonly string[] {
  const ids = ofKind(notes, "plain-close").map(({ series }) => series);
  if (ids.length === 0) return [];
  const [are, closes, means] = ids.length === 1 ? ["is", "its closing price", "its mean return, and α, are"] : ["are", "their closing prices", "their mean returns, and α, are"];
  return [`${named(ids)} ${are} taken from ${closes}: the file does not say whether dividends are in ${ids.length === 1 ? "it" : "them"}. Without them ${means} too small.`];
}

function holeWords(notes: readonly ImportNote[]): readonly string[] {
  const holes = ofKind(notes, "holes");
  const [only, second] = holes;
  if (only === undefined) return [];
  if (second === undefined) return [`${only.series}: ${count(only.count)} ${only.count === 1 ? "hole" : "holes"} in the dates, over which there is no return.`];
  return [`Holes in the dates, over which there is no return: ${named(holes.map(({ series, count: number }) => `${series} ${count(number)}`))}.`];
}

/** Series with the same change share a sentence. */
function changesWords(changes: ImportFacts["changes"]): readonly string[] {
  const groups = new Map<string, ImportFacts["changes"][number][]>();
  for (const change of changes) {
    const { frequency, file, added, kept, revised, withoutReturn } = change;
    const key = revised === 0 ? JSON.stringify([frequency, file, added, kept, withoutReturn]) : JSON.stringify(change);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [changeWords({ ...first, series: named([first, ...others].map(({ series }) => series)) })]));
}

function noteWords(note: Exclude<ImportNote, { readonly kind: "codes" | "plain-close" | "holes" }>): string {
  switch (note.kind) {
    case "bid-ask":
      return `${note.series}: ${count(note.count)} ${note.count === 1 ? "price" : "prices"} with a minus, CRSP's mark of the middle of bid and ask on a day without a trade: taken without it.`;
    case "weeks":
      return `A week is dated by ${note.begins ? `the ${note.weekday} that begins it` : `the ${note.weekday} after it`} in the file, here by its Friday.`;
    case "unfinished":
      return `The ${note.period} of ${note.date} had not ended and is left out.`;
    case "events":
      return `${note.count === 1 ? "1 row" : `${count(note.count)} rows`} of a dividend or a split between the prices ${note.count === 1 ? "is" : "are"} left out.`;
    case "perhaps-logs":
      return `${note.series} moves little for a price, ${percent(note.volatility, 2)} a year. Logarithms of prices look the same, and are none: of those give exp(x).`;
    case "named-by-file":
      return `It is called ${note.series} after the file: --as gives it another name.`;
    case "set-aside":
      return asideWords(note.columns);
    case "encoding":
      return `The text was read as ${note.encoding}.`;
    case "divided":
      return `${note.series.join(", ")}: divided by ${count(note.divisor)}, from ${note.divisor === 100 ? "percent" : note.divisor > 1_000 ? "percent per year" : "a decimal per year"}.`;
    case "decimal":
      return "The numbers are decimal already and were not divided by 100.";
    case "calendar":
      return `${named(note.series)}: ${note.series.length > 1 ? "up to " : ""}${note.count === 1 ? "1 return is of a day" : `${count(note.count)} returns are of days`} on which Mkt-RF has none, ${note.count === 1 ? "" : "the first on "}${note.first}: another market's calendar. Daily analyses leave ${note.count === 1 ? "that day" : "these days"} out, and what was earned on ${note.count === 1 ? "it" : "them"}; monthly returns have every day.`;
    case "section":
      return `Of ${count(note.sections)} ${note.isSheet ? "sheets" : "sections"}, read: ${note.title === "" ? "the first" : note.title}. Choose another with --section.`;
  }
}

const asideReasons = { ratio: "a ratio or a number of accounting", level: "a level that nobody can hold", count: "a volume or another count", either: "a ratio by its name; if it is a ticker, import with --kind prices" } as const;

/** "Left out, as no return is made of it: VIX (a level that nobody can hold)." Those with the same reason together. */
function asideWords(columns: NoteOf<"set-aside">["columns"]): string {
  const reasons = [...new Set(columns.map(({ reason }) => reason))];
  const groups = reasons.map((reason) => {
    const names = columns.filter((column) => column.reason === reason).map(({ name }) => name);
    return `${named(names)} (${names.length > 1 ? "each " : ""}${asideReasons[reason]})`;
  });
  return `Left out, as no return is made of ${columns.length === 1 ? "it" : "them"}: ${groups.join("; ")}.`;
}

/** "AAPL daily: adds 5 rows, revises 2 rows, the most on 2024-01-30 from 0.01% to 0.02%." */
export function changeWords({ series, frequency, file, added, kept, revised, largestRevision, withoutReturn = null }: ImportFacts["changes"][number]): string {
  const largest =
    largestRevision === null
      ? ""
      : `, the most on ${isoDay(largestRevision.day)} from ${percent(largestRevision.from)} to ${percent(largestRevision.to)}`;
  const isSame = added === 0 && revised === 0 && kept === 0;
  const parts = [
    ...(isSame ? [`nothing changes, ${file} has the same rows`] : [added === 0 ? "adds nothing" : `adds ${rows(added)}`]),
    ...(revised > 0 ? [`revises ${rows(revised)}${largest}`] : []),
    ...(kept > 0 ? [`keeps ${rows(kept)} that only ${file} has`] : []),
  ];
  const gap = withoutReturn === null ? "" : ` ${withoutReturn} has no return, as ${file} ends before it: give a file that begins with the last price there.`;
  return `${series} ${frequency}: ${parts.join(", ")}.${gap}`;
}

const rows = (n: number): string => (n === 1 ? "1 row" : `${count(n)} rows`);

function bySource(series: readonly { readonly series: string; readonly file: string }[]): readonly (readonly [string, string])[] {
  const byFile = new Map<string, Set<string>>();
  for (const { series: id, file } of series) byFile.set(file, (byFile.get(file) ?? new Set()).add(id));
  return [...byFile].map(([file, ids]) => [file, [...ids].join(", ")]);
}
