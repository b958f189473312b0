import { monthsPerYear } from "../calendar.ts";
import { marketEpisodes } from "../market-episodes.ts";
import { dayBefore, monthsFrom, nextDay, spanPatterns, type Span } from "./calendar-spans.ts";
import { takeExclusions } from "./find-exclusions.ts";
import { countOf, dateWord, forYears, relativeWindow, type DayOfRow } from "./relative-window.ts";
import { twoWindows, type OpenWindow } from "./two-windows.ts";

interface FoundWindow {
  readonly from: string | null;
  readonly to: string | null;
  /** Days to leave out. */
  readonly without: readonly Span[];
  /** Those of them of which it is not clear that they are to be left out, as they were written. */
  readonly unclear: readonly string[];
  /** The first so many months of whatever data there are; null where none are named. */
  readonly firstMonths: number | null;
  /** A second window that the first is set against, with its words; null where there is one window. */
  readonly against: (OpenWindow & { readonly text: string }) | null;
  /** Three windows or more that are named one after the other, "in 2008, 2014 and 2020"; none where there are fewer. */
  readonly listed: readonly Span[];
  /** Dates that are named and that the window does not use, as they were written. */
  readonly unused: readonly string[];
  readonly rest: string;
}

interface WrittenSpan extends Span {
  readonly text: string;
  /** The middle of a year: it has a first and a last day only as an end of a window. */
  readonly isPoint: boolean;
}

/**
 * Finds the window a question names: "since 2010", "between 2000 and 2009", "in 2008", "before 2000", "the 90s",
 * "the last five years" (counted back from `lastDay`), "during the dot-com crash", and what is to be left out of it:
 * "excluding 2008". A year is whole, as is a month; "before" ends on the eve; "the last 60 days" are 60 rows by `dayOfRow`.
 */
export function findWindow(text: string, lastDay: string, isCourseWord: (word: string) => boolean = () => false, dayOfRow: DayOfRow = () => null): FoundWindow {
  const lower = text
    .toLowerCase()
    // "2015..2020", and "2016-" with nothing behind it.
    .replaceAll(/(?<=(?:19|20)\d\d(?:-\d\d)*) ?\.{2,3} ?(?=(?:19|20)\d\d)/gu, " to ")
    // "2012〜2019年", "entre 2010 y 2019", "de 2020 a 2022": the words of a range in other languages.
    .replaceAll(/(?<=(?:19|20)\d\d)年/gu, "")
    // "A 1987-style crash" is one like that year's, and not in it.
    .replaceAll(/\b(?:19|20)\d\d[- ](?:style|like|type)\b|\b(?:just )?like (?:in )?(?:19|20)\d\d\b(?=.*\d ?%|.*\bpercent)|(?<=\d ?%.*|\bpercent.*)\b(?:just )?like (?:in )?(?:19|20)\d\d\b/gu, " ")
    .replaceAll(/(?<=(?:19|20)\d\d) ?[~〜～] ?(?=(?:19|20)\d\d)/gu, " to ")
    .replaceAll(/\b(?:entre|de|desde|von|dal?|between|from) ((?:19|20)\d\d) (?:y|e|et|und|a|à|até|au|al|hasta|bis|jusqu'en) ((?:19|20)\d\d)(?!\d)/gu, "from $1 to $2")
    .replaceAll(/(?<=(?:19|20)\d\d) ?(?:\+|\/) ?(?=(?:19|20)\d\d(?!\d))/gu, " and ")
    // "w/o 08 and 09": years of two digits that are left out.
    .replaceAll(/(?<=\b(?:w\/o|without|excl\w*|except|minus|dropping|skipping|ex)[ -])'?(0\d|1\d|2[0-4]|9\d)(?: ?(?:and|&|,|\/) ?'?(0\d|1\d|2[0-4]|9\d))?(?![\d.,:%]| ?(?:%|percent|pct|days?|months?|years?|yrs?|lags?|rows|factors?|stocks))/gu, (_, one: string, other: string | undefined) => [one, other].flatMap((year) => (year === undefined ? [] : [`${Number(year) >= 60 ? "19" : "20"}${year}`])).join(" and "))
    .replaceAll(/\b(?:dal|seit|desde|depuis|a partir de|ab) (?=(?:19|20)\d\d)/gu, "since ")
    .replaceAll(/(?<=(?:19|20)\d\d) ke baad\b/gu, " onwards")
    .replaceAll(/(?<=(?:19|20)\d\d)-(?:year )?to-date\b|\byear to date (?=(?:19|20)\d\d)/gu, " ")
    .replaceAll(/(?<=(?<![\d/-])(?:19|20)\d\d)-(?=$|[,;?!)]|\s(?!\s*['\d]))/gu, " onwards");
  const spans: WrittenSpan[] = [];
  let marked = lower;
  const mark = (pattern: RegExp, spanOf: (parts: readonly (string | undefined)[]) => Span | null): void => {
    marked = marked.replaceAll(pattern, (whole: string, ...rest: readonly (string | number | undefined)[]) => {
      const offset = rest.findIndex((part) => typeof part === "number");
      const span = spanOf(rest.slice(0, offset) as (string | undefined)[]);
      return span ? ` @${String(spans.push({ ...span, text: whole.trim(), isPoint: span.first > span.last }) - 1)}@ ` : whole;
    });
  };
  for (const { written, first, last } of marketEpisodes) mark(new RegExp(written.source, "gu"), () => ({ first, last }));
  for (const [written, spanOf] of spanPatterns) mark(written, spanOf);
  marked = withOwnDates(marked.replaceAll(/\s+/gu, " ").replaceAll(/\b(post|pre|mid|since|until)- @/gu, "$1 @"), spans)
    // "to" of a comparison ends no window.
    // What is used instead is the window, not what it replaces.
    .replaceAll(/\b(?:instead of|rather than) (?:(?:just|only|all) )?(?:(?:since|from|in|over|using) )?(?:the )?@\d+@/gu, " ")
    .replaceAll(/\b(?:compared|relative|as opposed|in contrast) (?:to|with) (?=(?:the )?@)/gu, "versus ");

  const spanAt = (index: string | undefined): WrittenSpan => {
    const span = spans[Number(index)];
    if (!span) throw new RangeError(`no span ${String(index)} was marked`);
    return span;
  };
  const { without, unclear, rest: included } = takeExclusions(marked.replaceAll(/\s+/gu, " "), spanAt, isCourseWord);
  marked = included;
  marked = joinLists(marked.replaceAll(/\s+/gu, " "), spans);
  const listed = [...(listOfThree.exec(marked)?.[0] ?? "").matchAll(/@(\d+)@/gu)].slice(0, mostListed).map(([, index]) => spanAt(index)).map(({ first, last }) => ({ first, last }));

  const finish = (window: OpenWindow & { readonly firstMonths?: number; readonly against?: FoundWindow["against"] }, rest: string): FoundWindow => ({
    from: window.from,
    to: window.to,
    against: window.against ?? null,
    firstMonths: window.firstMonths ?? null,
    without: mergedSpans(without),
    unclear,
    listed,
    unused: [...rest.matchAll(/@(\d+)@/gu)].map(([, index]) => spanAt(index).text),
    rest: rest.replaceAll(/@\d+@/gu, ` ${dateWord} `),
  });
  const count = forYears.exec(marked);
  if (count !== null && countOf(count[2]) > 0) {
    const { first } = spanAt(count[1]);
    return finish({ from: first, to: dayBefore(monthsFrom(first, monthsPerYear * countOf(count[2]))) }, marked.replace(count[0], ` ${dateWord} `));
  }
  const early = /\bending\b/u.test(marked) ? relativeWindow(marked, { lastDay, dayOfRow }, (index) => spanAt(index).last) : null;
  if (early !== null && early.to !== null) return finish(early, early.rest);
  const two = twoWindows(marked, spanAt);
  if (two !== null) {
    const text = two.secondMatch.replaceAll(/@(\d+)@/gu, (_, index: string) => spanAt(index).text);
    return finish({ ...two.first, against: { ...two.second, text } }, marked.replace(two.match, ` ${dateWord} `));
  }
  for (const [written, windowOf] of windowPatterns) {
    const match = written.exec(marked);
    if (!match) continue;
    const [whole, firstIndex, secondIndex] = match;
    return finish(windowOf(spanAt(firstIndex), spanAt(secondIndex ?? firstIndex)), marked.replace(whole, ` ${dateWord} `));
  }
  const relative = relativeWindow(marked, { lastDay, dayOfRow }, (index) => spanAt(index).last);
  return finish(relative ?? { from: null, to: null }, relative?.rest ?? (without.length > 0 ? `${marked} ${dateWord}` : marked));
}

/**
 * "The dot-com years (say 1999 to 2002)", "the bubble of 2000-2002", "the pandemic year 2020": an episode with dates of the
 * asker's own is those. One year behind its name only says which it is: "the financial crisis of 2008".
 */
function withOwnDates(marked: string, spans: WrittenSpan[]): string {
  const joined = marked.replaceAll(/@(\d+)@ (?:(?:crash|bubble|crisis|bust|period|years?) )?(?:(?:of|in|from|de|del|von) )?(?:the )?@(\d+)@(?: ?(?:-|–|to|through|until) ?@(\d+)@)?/gu, (whole, episode: string, first: string, last: string | undefined) => {
    const [named, from, to] = [spans[Number(episode)], spans[Number(first)], spans[Number(last ?? first)]];
    if (!named || !from || !to || /\d/u.test(named.text.replace(/covid-?19/u, "")) || to.last < named.first || from.first > named.last) return whole;
    if (last === undefined && !/\byears?$/u.test(named.text) && from.first.slice(5) === "01-01" && from.last.slice(0, 4) === from.first.slice(0, 4)) return `@${episode}@`;
    return `@${String(spans.push({ first: from.first, last: to.last, text: `${named.text} ${from.text}`, isPoint: false }) - 1)}@`;
  });
  return joined.replaceAll(/@(\d+)@([^@()]{0,25})\((?:[^@()]{0,12})@(\d+)@(?: ?(?:to|-|until|till|through|thru) ?@(\d+)@)?(?: out)?[^@()]{0,12}\)/gu, (whole, episode: string, between: string, first: string, last: string | undefined) => {
    const [named, from, to] = [spans[Number(episode)], spans[Number(first)], spans[Number(last ?? first)]];
    if (!named || !from || !to || /\d/u.test(named.text)) return whole;
    return `@${String(spans.push({ first: from.first, last: to.last, text: named.text, isPoint: false }) - 1)}@${between}`;
  });
}

const listOfThree = /@\d+@(?:(?: ?,| and| or| &|, ?and| vs\.?|\/)+ (?:in |for |of )?@\d+@){2,}/u;
/** As many buttons as stand under a message. */
const mostListed = 5;

/** Spans that follow each other without a gap are one. */
function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((one, other) => (one.first < other.first ? -1 : 1));
  return sorted.reduce<readonly Span[]>((merged, { first, last }) => {
    const before = merged.at(-1);
    if (before === undefined || nextDay(before.last) < first) return [...merged, { first, last }];
    return [...merged.slice(0, -1), { first: before.first, last: last > before.last ? last : before.last }];
  }, []);
}

/** "2010 2015" and "2014 2015 2016" are the years from the first to the last; "2010, 2015" side by side as well. */
function joinLists(marked: string, spans: WrittenSpan[]): string {
  return marked.replaceAll(/@(\d+)@(?:(?: ?,| and| &| 2)? @(\d+)@)+/gu, (whole) => {
    const indices = [...whole.matchAll(/@(\d+)@/gu)].map(([, index]) => Number(index));
    const listed = indices.flatMap((index) => spans[index] ?? []);
    const [first, last] = [listed[0], listed.at(-1)];
    const isRising = listed.every((span, index) => index === 0 || (listed[index - 1]?.last ?? "") < span.first);
    const isConsecutive = listed.every((span, index) => index === 0 || nextDay(listed[index - 1]?.last ?? span.first) === span.first);
    if (!first || !last || !isRising || (!isConsecutive && /,|and|&/u.test(whole))) return whole;
    return `@${String(spans.push({ first: first.first, last: last.last, text: listed.map(({ text }) => text).join(" "), isPoint: false }) - 1)}@`;
  });
}

type WindowOf = (first: WrittenSpan, second: WrittenSpan) => { readonly from: string | null; readonly to: string | null };

const nowPattern = "(?:now|today|present|the present|the end|the end of (?:the )?(?:data|sample)|end of (?:the )?(?:data|sample)|latest|date)";
const windowPatterns: readonly (readonly [RegExp, WindowOf])[] = [
  [/\b(?:from |after |since )?@(\d+)@\)? (?:until|to|till) the end of (?:that|the) year/u, (one) => ({ from: one.first, to: `${one.first.slice(0, 4)}-12-31` })],
  [/\b(?:end(?:ing|s)?|untill?|till?|through|up to)(?: in| on| with)? (?:the )?@(\d+)@,? (?:and |but )?(?:start(?:ing|s)?|beginning|from|since)(?: in| on| from| with)? (?:the )?@(\d+)@/u, (one, other) => ({ from: other.first, to: one.last })],
  [/\b(?:at|by|as of) (?:the )?end of @(\d+)@/u, ({ last }) => ({ from: null, to: last })],
  // Both sides of a year begin with it: what came before, and what came from it on.
  [/\bbefore (?:and|vs\.?|versus|or|to) after (?:the )?@(\d+)@/u, ({ first }) => ({ from: first, to: null })],
  [/\b(?:pre|before)[ -]?(?:the )?@(\d+)@ ?(?:and|vs\.?|versus|or|to|against|compared to|\/|,) ?(?:post|after)[ -]?(?:the )?@\d+@/u, ({ first }) => ({ from: first, to: null })],
  [/\b(?:from |since )?@(\d+)@ (?:on(?:wards?)?|and after)(?: only)?,? (?:untill?|till?|to|up to|through) @(\d+)@/u, (one, other) => ({ from: one.first, to: other.last })],
  [/\b(?:beginning|start|first day)(?: of (?:the )?(?:data|sample))? (?:to|until|till|through) @(\d+)@/u, ({ last }) => ({ from: null, to: last })],
  [
    /(?:\b(?:from|between|btw|for|over|during|in|after|since)(?: the| only)?(?: years?| period| start of| end of| beginning of| top of| low of| first(?: trading)? day of)? )?@(\d+)@\)? ?(?:data )?(?:to|untill?|till?|thr(?:ough|u)|and|up to(?: and including)?|-|–|\.\.)(?: the)?(?: end of| last of| last(?: trading)? day of| bottom in| beginning of| start of)? ?@(\d+)@(?: ended)?/u,
    (one, other) => ({ from: one.first, to: other.last }),
  ],
  [/\b(?:after|post)[ -]?@(\d+)@(?: only)? (?:to|until|till|through|and before) @(\d+)@(?: ended)?/u, (one, other) => ({ from: nextDay(one.last), to: other.last })],
  [new RegExp(`\\b(?:from|since?|between|as of|start(?:ing|s)?(?: only)?(?: in| on| from| with| at)?|beginning(?: in| with)?)(?: the)?(?: year| start of| beginning of| top of| low of)? @(\\d+)@\\)? ?(?:to|until|till|through|and|-|on|onwards?)?(?: ${nowPattern})?(?![\\p{L}\\p{N}])`, "u"), ({ first }) => ({ from: first, to: null })],
  [new RegExp(`@(\\d+)@ ?(?:\\+|(?:to|until|till|through|-) ${nowPattern}|(?:on|up)wards?(?: only)?|and (?:later|after|on|newer)|or later|on(?! the))(?![\\p{L}\\p{N}])`, "u"), ({ first }) => ({ from: first, to: null })],
  [/\bsince\b[^@(]{1,40}\( ?(?:in )?@(\d+)@ ?\)/u, ({ first }) => ({ from: first, to: null })],
  [/\b(?:restrict|limit|confin|narrow|cut)\w*\b[^@]{0,40}?\bto (?:the )?(?:years? )?@(\d+)@/u, ({ first, last }) => ({ from: first, to: last })],
  [/\b(?:after|post|past)[ -]?(?:the )?@(\d+)@/u, ({ last }) => ({ from: nextDay(last), to: null })],
  [/\b(?:before|befor|bfore|b4|pre|prior to|earlier than|(?:up to|until) but not (?:incl\w*|with))[ -]?(?:the )?@(\d+)@/u, ({ first }) => ({ from: null, to: dayBefore(first) })],
  [/\b(?:untill?|till?|up to(?: and including| but including| and incl\.?)?|through|thru|to|by|ending(?: in| on)?|ends?(?: in| on)?) (?:the )?(?:end of |year )?@(\d+)@/u, ({ last }) => ({ from: null, to: last })],
  [/(?:\b(?:in|during|for|over|within|throughout|of|on|around)(?: the| only)?(?: whole| full)?(?: years?| months?| crisis of| period)? )?@(\d+)@(?: alone| only| crisis| data)?/u, (span) => (span.isPoint ? { from: monthsFrom(span.first, -2), to: dayBefore(monthsFrom(span.first, 2)) } : { from: span.first, to: span.last })],
];
