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
  "not (?:(?:be |to |to be )?(?:count|includ|us|consider|look|go|tak|want)(?:e|ing)?(?: at)?|with)",
  "(?:leav(?:e|ing)|left|tak(?:e|ing)|cut(?:ting)?|throw(?:ing)?|drop(?:ping)?) (?:out|away|aside|off)",
].join("|");
/** They leave out a date only where nothing but its own words stands between: "alpha not significant in 2000", "did beta drop in 2008". */
const leaveOutNext = "but not|and not|not|no|nothing|ex-(?!post|ante)|ex|minus|drop(?:ping|ped)?|leav(?:e|ing)|cut(?:ting)?";
const exclusion = new RegExp(`(?<![\\p{L}\\p{N}])(?:(${leaveOut})|(${leaveOutNext}))(?:(?<=-)|(?![\\p{L}\\p{N}]))`, "gu");

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));
const articles = words(`a an the all any whole entire its that this those these o os as il lo i gli la le les los las el die das der dem den de del della di do da du des d e no na nos em en im in ins von nel nella
  year years yr yrs jahr jahre ano anno month months quarter quarters week weeks summer winter spring autumn day days early late i.e i.e. eg e.g e.g. say just only`);
/** What a span of time is called, and what its days are. */
const periodNouns = words(`data rows row returns return observations obs values numbers sample period periods time times era eras phase episode episodes event events part stretch window everything anything all things stuff dates trading
  crash crashes crisis crises sell-off selloff sell sell-offs selloffs market markets stock bear bull bubble burst bust boom turmoil meltdown panic recession slump downturn drawdown correction rally rout shock collapse mess chaos turbulence
  volatility spike dip plunge slide fall drop mania peak bottom rebound recovery war pandemic lockdown lockdowns virus outbreak hike hikes taper tantrum flash mini big great financial global tech technology banking bank credit debt euro
  european asian russian oil energy housing mortgage subprime dot-com dotcom internet inflation tightening what happened happening went on`);
/** Between the words of leaving out and the date they ask for a window in which something else is left out. */
const windowWord = /^(?:over|for|with|using|than|against|on|to|and|or|then)$/u;
const sideWord = /^(?:before|b4|after|since|past|until|till|pre|post|up|through|prior|earlier|older|later|newer|from|between)$/u;

/**
 * Takes out of a text in lower case what it leaves out: a span, a range, a list ("excluding 2008, 2009 and 2020"), each
 * behind words of leaving out and whatever the span is called ("the bear market of 2022"). One side of a date left out
 * is a window that begins or ends there. Where something else stands between, that is what is left out ("without the
 * intercept in 2008") if it is of the course (`isCourseWord`), and else it is not clear.
 */
export function takeExclusions(marked: string, spanAt: (index: string | undefined) => Span & { readonly text: string }, isCourseWord: (word: string) => boolean): FoundExclusions {
  const without: Span[] = [];
  const unclear: string[] = [];
  const written = (text: string): string => text.replaceAll(/@(\d+)@/gu, (_, index: string) => spanAt(index).text).replaceAll(/\s+/gu, " ").trim();
  let rest = marked.replaceAll(sideRemoved, (_whole, side: string, index: string) => complementOf(side, index));
  for (const [pattern, spanOf] of spansRemoved) {
    rest = rest.replaceAll(pattern, (_whole, first: string, last: string | number | undefined) => {
      without.push(spanOf(spanAt(first), spanAt(typeof last === "string" ? last : first)));
      return " ";
    });
  }
  exclusion.lastIndex = 0;
  for (let match = exclusion.exec(rest); match; match = exclusion.exec(rest)) {
    const [word, strong] = match;
    const behind = rest.slice(match.index + word.length);
    // A yes-or-no question's "but not after 2010" denies what it asks about.
    if (/^(?:but|and) not$/u.test(word) && /^\W*(?:is|are|was|were|does|did|do|has|have|had|can)\b/u.test(rest)) continue;
    const found = /^([^@.?!;]{0,70}?)((?:@\d+@)(?: ?(?:to|until|till|through|thru|-|–|\.\.) ?(?:the )?@\d+@|(?: ?(?:,|and|, ?and|&|or|or in|and in) @\d+@)+)?)/u.exec(behind);
    if (!found) continue;
    const [whole, between = "", group = ""] = found;
    const said = between.split(/[\s,()"':]+/u).filter((one) => one !== "");
    const side = said.findIndex((one) => sideWord.test(one));
    const before = side < 0 ? said : said.slice(0, side);
    const names = before.filter((one) => !articles.has(one) && one !== "of" && one !== "around" && one !== "during");
    const indices = [...group.matchAll(/@(\d+)@/gu)].map(([, index]) => index);
    const replace = (text: string, length = word.length + whole.length): void => {
      rest = `${rest.slice(0, match.index)} ${text} ${rest.slice(match.index + length)}`.replaceAll(/\s+/gu, " ");
      exclusion.lastIndex = 0;
    };
    const isOfDates = names.every((one) => periodNouns.has(one));
    const kind = side < 0 ? "span" : said.slice(side).join(" ");
    // "Drop in 2008", "dropped after 2008" and "no, after 2008" say what happened then.
    const isVerb = /^(?:drop|dropped|cut|leave)$/u.test(word);
    if (strong === undefined && (between.includes(",") || (isVerb && names.length === 0 && (side >= 0 || /\b(?:in|during|around)\b/u.test(between))))) continue;
    const isRange = indices.length === 2 && /to|until|till|through|thru|-|–|\.\./u.test(group);
    if (isOfDates && (kind === "span" || kind === "from" || kind === "from the" || kind === "between")) {
      const spans = indices.map((index) => spanAt(index));
      const [first, last] = [spans[0], spans.at(-1)];
      if (first === undefined || last === undefined) continue;
      const isBetween = kind === "between" || isRange;
      without.push(...(isBetween ? [{ first: first.first, last: last.last }] : spans));
      const tail = /^\)?(?: (?:data|crisis|crash|years?|sell-?off|bear market|bubble|recession|period|returns|rally|turmoil|meltdown|panic|pandemic|slump|correction))*\)?/u.exec(rest.slice(match.index + word.length + whole.length))?.[0] ?? "";
      replace("", word.length + whole.length + tail.length);
      continue;
    }
    if (isOfDates && side >= 0) {
      const one = /^@(\d+)@/u.exec(group);
      if (one) replace(complementOf(kind, one[1] ?? ""), word.length + between.length + one[0].length);
      continue;
    }
    const isOther = strong === undefined || side >= 0 || names.some((one) => windowWord.test(one) || one.endsWith("ing") || /^this(?:asset|date|money)$/u.test(one) || (isCourseWord(one) && !periodNouns.has(one)));
    if (isOther) continue;
    unclear.push(written(`${word}${whole}`));
    without.push(...indices.map((index) => spanAt(index)));
    replace("");
  }
  return { without, unclear, rest };
}

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
