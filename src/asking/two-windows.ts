import { falls, moving, rises } from "./words-of-change.ts";
import { dayBefore, nextDay, type Span } from "./calendar-spans.ts";

/** The first and the last day of a window, ISO; null where it is open. */
export interface OpenWindow {
  readonly from: string | null;
  readonly to: string | null;
}

interface TwoWindows {
  /** The one that the answer is of: the later of what rose or fell, else the first that is named. */
  readonly first: OpenWindow;
  readonly second: OpenWindow;
  /** The words of both, and of the second alone. */
  readonly match: string;
  readonly secondMatch: string;
}

const side = (which: string): string => String.raw`(?:\b(?<word${which}>in|during|over|for|from|since|after|post|before|pre|prior to|until)[ -](?:the )?(?:years? |period )?)?@(?<one${which}>\d+)@(?:(?: ?[-–] ?| (?:to|through|until) )@(?<last${which}>\d+)@)?(?: (?<on${which}>on(?:wards?)?)\b)?`;
const versus = String.raw`,? (?:vs\.?|versus|against|compared (?:to|with)|relative to|as opposed to|than)(?: [^@\d]{1,24}?)?? `;
const and = String.raw`,? (?:and|with|to|or)(?: in)? `;
const apart = new RegExp(side("A") + versus + side("B"), "u");
/** "Compare β in 2008 and 2020", "the difference between 2008 and 2020": words of a list, and a comparison. */
const listed = new RegExp(String.raw`(?:\bbetween (?:the )?)?` + side("A") + and + side("B"), "u");
/** "Did β fall from 2008 to 2012": from the one to the other, and not over the years between. */
const fromTo = new RegExp(String.raw`(?<=\b(?:${rises}|${falls}|chang(?:e|ed|es)|go|went|move[ds]?)\b[^@]{0,12})\bfrom (?:in )?@(?<oneA>\d+)@ to (?:in )?@(?<oneB>\d+)@`, "u");
const comparesBetween = new RegExp(String.raw`\b(?:differ\w*|chang\w+|compar\w+|higher|lower|bigger|smaller|larger|${rises}|${falls})\b[^@]{0,40}\bbetween (?:the )?@`, "u");
const compares = /\bside by side\b|\bcompar\w+|\bdiffer\w*|\bwhich (?:year|period|of)\b/u;

/**
 * Two windows that are set beside each other, "in 2008 vs 2020", "before 2010 compared with after 2015", in a text whose
 * dates are marks; null where there are none, or where they share days and are no two parts.
 */
export function twoWindows(marked: string, spanAt: (index: string | undefined) => Span): TwoWindows | null {
  const opposed = apart.exec(marked);
  const match = opposed ?? listMatch(marked);
  if (match?.groups === undefined) return null;
  const { groups } = match;
  const windowOf = (which: "A" | "B"): OpenWindow => {
    const one = spanAt(groups[`one${which}`]);
    const last = groups[`last${which}`];
    if (last !== undefined) return { from: one.first, to: spanAt(last).last };
    if (groups[`on${which}`] !== undefined) return { from: one.first, to: null };
    switch (groups[`word${which}`] ?? "in") {
      case "from":
      case "since":
        return { from: one.first, to: null };
      case "after":
      case "post":
        return { from: nextDay(one.last), to: null };
      case "before":
      case "pre":
      case "prior to":
        return { from: null, to: dayBefore(one.first) };
      case "until":
        return { from: null, to: one.last };
      default:
        return { from: one.first, to: one.last };
    }
  };
  const [first, second] = [windowOf("A"), windowOf("B")];
  // "Pre-covid against post-covid" are the two sides of one span, all days on one of them.
  const isOneSpan = spanAt(groups["oneA"]).first === spanAt(groups["oneB"]).first;
  if (isOneSpan || !(isBefore(first, second) || isBefore(second, first))) return null;
  const named = { first, second, match: match[0], secondMatch: `@${groups["oneB"] ?? ""}@` };
  // What rose or fell is of the later one.
  const isInTime = moving.test(marked) || (opposed === null && /^(?:from|between)\b/u.test(match[0]));
  return isInTime && isBefore(first, second) ? { ...named, first: second, second: first, secondMatch: `@${groups["oneA"] ?? ""}@` } : named;
}

function listMatch(marked: string): RegExpExecArray | null {
  const moved = fromTo.exec(marked);
  if (moved !== null) return moved;
  const match = listed.exec(marked);
  if (match === null || / to @/u.test(match[0])) return null;
  if (/\bbetween\b/u.test(match[0])) return comparesBetween.test(marked) ? match : null;
  return !/\bfrom\b/u.test(match[0]) && compares.test(marked) && !/\bbetween (?:the )?@/u.test(marked) ? match : null;
}

export const isBefore = ({ to }: OpenWindow, { from }: OpenWindow): boolean => to !== null && from !== null && to < from;
