import type { Span } from "./calendar-spans.ts";

/** What a question leaves out. Dates stand in its text as `@0@`, `@1@`, … */
interface FoundExclusions {
  readonly without: readonly Span[];
  /** As they were written: words of leaving out with a date, of which it is not clear that the date is what is left out. */
  readonly unclear: readonly string[];
  /** The text without them; "excluding data before @0@" is "since @0@" in it. */
  readonly rest: string;
}

const leaveOut = [
  "without|w/o|sans|other than|outside(?: of)?|apart from|aside from|but for|save for|barring|discounting|except(?:ing)?(?: for)?",
  "exclud\\w*|exclusive of|excl\\.?|ignor\\w+|disregard\\w*|discard\\w*|eliminat\\w+|omit\\w*|remov\\w+|skip(?:ping|ped)?|delet(?:e|ing)",
  "not (?:(?:be |to |to be )?(?:count|includ|us|consider|look|go|tak|want)(?:e|ing)?(?: at)?|incl\\.?|with)",
  "(?:leav(?:e|ing)|left|tak(?:e|ing)|cut(?:ting)?|throw(?:ing)?|drop(?:ping)?) (?:out|away|aside|off)",
].join("|");
/** They leave out a date only where nothing but its own words stands between: "alpha not significant in 2000", "did beta drop in 2008". */
const leaveOutNext = "but not|and not|not|no|nothing|ex-(?!post|ante)|ex|minus|drop(?:ping|ped)?|leav(?:e|ing)|cut(?:ting)?";
const exclusion = new RegExp(`(?<![\\p{L}\\p{N}])(?:(${leaveOut})|(${leaveOutNext}))(?:(?<=-)|(?![\\p{L}\\p{N}]))`, "gu");

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));
const articles = words(`a an the all any both either whole entire its that this those these o os as il lo i gli la le les los las el die das der dem den de del della di do da du des d e no na nos em en im in ins von nel nella
  year years yr yrs jahr jahre ano anno month months quarter quarters week weeks summer winter spring autumn day days early late i.e i.e. eg e.g e.g. say just only`);
/** What a span of time is called, and what its days are. */
const periodNouns = words(`data rows row returns return observations obs values numbers sample period periods time times era eras phase episode episodes event events part stretch window everything anything all things stuff dates trading
  crash crashes crisis crises sell-off selloff sell sell-offs selloffs market markets stock bear bull bubble burst bust boom turmoil meltdown panic recession slump downturn drawdown correction rally rout shock collapse mess chaos turbulence
  volatility spike dip plunge slide fall drop mania peak bottom rebound recovery war pandemic lockdown lockdowns virus outbreak hike hikes taper tantrum flash mini big great financial global tech technology banking bank credit debt euro
  european asian russian oil energy housing mortgage subprime dot-com dotcom internet inflation tightening what happened happening went on`);
/** "After taking out the market, 2015 to 2023": of that, a regression leaves the residuals. */
const theMarket = /^\s*(?:the )?(?:market|factor|mkt)(?: part| returns?| effect| component| exposure| influence| move)?\s*,/u;
/** Between the words of leaving out and the date they ask for a window in which something else is left out. */
const windowWord = /^(?:over|for|with|using|than|against|on|to|and|or|then)$/u;
const sideWord = /^(?:before|b4|after|since|past|until|till|pre|post|up|through|prior|earlier|older|later|newer|from|between)$/u;

/**
 * Takes out of a text in lower case what it leaves out: a span, a range, a list ("excluding 2008, 2009 and 2020"), each
 * behind words of leaving out and whatever the span is called ("the bear market of 2022"). One side of a date left out
 * is a window that begins or ends there. Where something else stands between, that is what is left out ("without the
 * intercept in 2008") if it is of the course (`isCourseWord`), and else it is not clear.
 */
export function takeExclusions(marked: string, spanAt: SpanAt, isCourseWord: (word: string) => boolean): FoundExclusions {
  const without: Span[] = [];
  const unclear: string[] = [];
  let rest = withoutRemoved(marked.replaceAll(sideRemoved, (_whole, side: string, index: string) => complementOf(side, index)), spanAt, without);
  exclusion.lastIndex = 0;
  for (let match = exclusion.exec(rest); match; match = exclusion.exec(rest)) {
    const clause = clauseAt(rest, match);
    const taken = clause === null ? null : takenOf(clause, spanAt, isCourseWord);
    if (taken === null) continue;
    without.push(...taken.spans);
    if (taken.isUnclear) unclear.push(written(rest.slice(match.index, taken.end), spanAt));
    rest = `${rest.slice(0, match.index)} ${taken.instead} ${rest.slice(taken.end)}`.replaceAll(/\s+/gu, " ");
    exclusion.lastIndex = 0;
  }
  return { without, unclear, rest };
}

type SpanAt = (index: string | undefined) => Span & { readonly text: string };

/** As the dates were written. */
const written = (text: string, spanAt: SpanAt): string => text.replaceAll(/@(\d+)@/gu, (_, index: string) => spanAt(index).text).replaceAll(/\s+/gu, " ").trim();

/** The text without spans that are said to be removed, which are added to `without`. */
function withoutRemoved(text: string, spanAt: SpanAt, without: Span[]): string {
  return spansRemoved.reduce(
    (rest, [pattern, spanOf]) =>
      rest.replaceAll(pattern, (_whole, first: string, last: string | number | undefined) => {
        without.push(spanOf(spanAt(first), spanAt(typeof last === "string" ? last : first)));
        return " ";
      }),
    text,
  );
}

/** Words of leaving out, what stands behind them, and the dates that follow. */
interface Clause {
  readonly text: string;
  /** Where the words of leaving out begin, and where they end. */
  readonly start: number;
  readonly between: string;
  readonly group: string;
  readonly indices: readonly (string | undefined)[];
  /** The dates are the first and the last of what is meant. */
  readonly isRange: boolean;
  /** What the days are called, in words. */
  readonly names: readonly string[];
  /** "before", "after" and what follows it; null where the dates themselves are meant. */
  readonly side: string | null;
  /** Where the words mean nothing else than to leave out. */
  readonly isStrong: boolean;
  /** Where the dates begin. */
  readonly datesAt: number;
  readonly end: number;
}

/** The clause at some words of leaving out; null where they leave out no date. */
function clauseAt(text: string, { index, 0: word, 1: strong }: RegExpExecArray): Clause | null {
  const found = /^([^@.?!;]{0,70}?)((?:@\d+@)(?: ?(?:to|until|till|through|thru|-|–|\.\.) ?(?:the )?@\d+@|(?: ?(?:,|and|, ?and|&|or|or in|and in) @\d+@)+)?)/u.exec(text.slice(index + word.length));
  // A yes-or-no question's "but not after 2010" denies what it asks about.
  if (!found || (/^(?:but|and) not$/u.test(word) && /^\W*(?:is|are|was|were|does|did|do|has|have|had|can)\b/u.test(text))) return null;
  const [whole, between = "", group = ""] = found;
  const said = between.split(/[\s,()"':]+/u).filter((one) => one !== "");
  const sideAt = said.findIndex((one) => sideWord.test(one));
  const names = (sideAt < 0 ? said : said.slice(0, sideAt)).filter((one) => !articles.has(one) && one !== "of" && one !== "around" && one !== "during");
  // "Drop in 2008", "dropped after 2008" and "no, after 2008" say what happened then.
  const isVerb = /^(?:drop|dropped|cut|leave)$/u.test(word) && names.length === 0 && (sideAt >= 0 || /\b(?:in|during|around)\b/u.test(between));
  if (strong === undefined && (between.includes(",") || isVerb)) return null;
  const indices = [...group.matchAll(/@(\d+)@/gu)].map(([, one]) => one);
  return {
    text,
    start: index,
    between,
    group,
    indices,
    isRange: indices.length === 2 && /to|until|till|through|thru|-|–|\.\./u.test(group),
    names,
    side: sideAt < 0 ? null : said.slice(sideAt).join(" "),
    isStrong: strong !== undefined,
    datesAt: index + word.length + between.length,
    end: index + word.length + whole.length,
  };
}

/** What a clause leaves out, what stands in its place, and where it ends. */
interface Taken {
  readonly spans: readonly Span[];
  readonly instead: string;
  readonly end: number;
  /** Whether the dates may not be what is left out. */
  readonly isUnclear: boolean;
}

/** What is taken out of the text for a clause; null where something else than dates is left out. */
function takenOf(clause: Clause, spanAt: SpanAt, isCourseWord: (word: string) => boolean): Taken | null {
  const { names, side, indices, end } = clause;
  const isOfDates = names.every((one) => periodNouns.has(one)) && !theMarket.test(clause.between);
  if (isOfDates && (side === null || /^(?:from(?: the)?|between)$/u.test(side))) return spansOf(clause, spanAt);
  if (isOfDates && side !== null) {
    const first = /^@(\d+)@/u.exec(clause.group);
    return first === null ? null : { spans: [], instead: complementOf(side, first[1] ?? ""), end: clause.datesAt + first[0].length, isUnclear: false };
  }
  return isOther(clause, isCourseWord) ? null : { spans: indices.map((index) => spanAt(index)), instead: "", end, isUnclear: true };
}

/** The dates of a clause, with the words behind them for what happened then. */
function spansOf({ text, side, indices, isRange, end }: Clause, spanAt: SpanAt): Taken | null {
  const spans = indices.map((index) => spanAt(index));
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return null;
  const tail = /^\)?(?: (?:data|crisis|crash|years?|sell-?off|bear market|bubble|recession|period|returns|rally|turmoil|meltdown|panic|pandemic|slump|correction))*\)?/u.exec(text.slice(end))?.[0] ?? "";
  return { spans: side === "between" || isRange ? [{ first: first.first, last: last.last }] : spans, instead: "", end: end + tail.length, isUnclear: false };
}

/** Whether what is left out is no days but something of the course, or of a window that only stands beside it. */
const isOther = ({ isStrong, side, between, names }: Clause, isCourseWord: (word: string) => boolean): boolean =>
  !isStrong || side !== null || theMarket.test(between) || names.some((one) => windowWord.test(one) || one.endsWith("ing") || /^this(?:asset|date|money)$/u.test(one) || (isCourseWord(one) && !periodNouns.has(one)));

/** "2008 removed", "2008 to 2009 left out", "as if 2008 had not happened". */
const spansRemoved: readonly (readonly [RegExp, (first: Span, last: Span) => Span])[] = [
  [
    /(?:\bwith )?@(\d+)@(?: ?(?:to|until|through|and|-) ?@(\d+)@)?(?: (?:data|years?|months?|crash|crisis))? ?(?:(?:is |are |being )?(?:removed|excluded|left out|dropped|omitted|taken out|ignored|thrown out)|out(?= of)|aside)(?![\p{L}])/gu,
    (first, last) => ({ first: first.first, last: last.last }),
  ],
  [/(?:\b(?:as )?if )?@(\d+)@(?: (?:crash|crisis))? (?:(?:had|did|has) (?:not|never)|never) (?:happen(?:ed)?|exist(?:ed)?|occur(?:red)?)\b/gu, (first) => first],
];

/** "Everything before 2000 excluded". */
const sideRemoved = /\b(?:everything|all|data|returns|rows|years|days|anything)(?: (?:from|of))? (before|prior to|after|since|until|past) @(\d+)@ (?:is |are )?(?:removed|excluded|left out|dropped|omitted|ignored)(?![\p{L}])/gu;

/** What stays where one side of a date is left out. */
function complementOf(side: string, index: string): string {
  if (/^(?:before|b4|pre|prior|earlier|older)\b/u.test(side)) return `since @${index}@`;
  if (/^(?:since|from)\b/u.test(side)) return `before @${index}@`;
  return /^(?:until|till|up|through)\b/u.test(side) ? `after @${index}@` : `until @${index}@`;
}
