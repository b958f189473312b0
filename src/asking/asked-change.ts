import type { ParsedQuestion } from "./parsed-question.ts";
import { falls, moving, rises } from "./words-of-change.ts";

/** What is tested is a change, whatever value the words for a test bring. */
export const testsChange = /\bbefore (?:and|vs\.?|versus|or) after\b|\bchang\w*\b.{0,20}\bsignific|\bsignific\w*\b.{0,12}\bchang/u;

/** A window is named to set it against the other days. */
const comparing = new RegExp(
  [
    "\\bchang(?:e|es|ed|ing)\\b(?!.*\\bover time\\b)",
    "\\bchow(?:'s)? tests?\\b|\\bstructural (?:break|change)s?\\b",
    "\\b(?:different|unlike|differs?|differed)\\b.{0,12}\\b(?:in|during)\\b",
    "\\b(?:than|as)(?: (?:it|they))?(?: (?:was|is|were|had|did))? (?:before|after|prior to|in|during|since|pre|post)\\b",
    "\\b(?:different|differs?|differed|higher|lower|bigger|smaller|larger|riskier|safer|ris(?:e|en)|rose|increased?|decreased?|declined?|dropped|fallen|gone (?:up|down)|go(?:es)? (?:up|down)|went (?:up|down)|shift(?:ed)?)\\b.{0,40}\\b(?:after|since|post)\\b",
    "\\b(?:higher|lower|bigger|smaller|larger|riskier|safer)\\b.{0,30}\\b(?:before|prior to|pre|in|during)[ -]",
    "\\bbefore (?:and|vs\\.?|versus|or|to) after\\b",
    "\\b(?:pre|before)[ -]\\S+(?: \\S+)? ?(?:and|vs\\.?|versus|or|to|against|compared to|/|,) ?(?:post|after)[ -]",
    "\\b(?:compared (?:to|with)|relative to|versus|vs\\.?)(?: the)?(?: years| days| period| time)? (?:before|after)\\b",
    "\\brest of (?:the )?(?:sample|data|years|time)\\b|\\bother (?:days|years|times)\\b",
  ].join("|"),
  "u",
);

const risen = new RegExp(String.raw`\b(?:${rises}|higher|bigger|larger|riskier)\b`, "u");
const fallen = new RegExp(String.raw`\b(?:${falls}|lower|smaller|safer)\b`, "u");
/** A question that a yes or a no answers: "did β fall", "so β fell, right?". */
const yesOrNo = /^\W*(?:(?:so|but|and|ok|then|hey|hi)[ ,]+)*(?:did|does|do|is|are|was|were|has|have|had)\b(?! not\b)|\b(?:right|correct|true)\W*$/u;
const auxiliary = /^\W*(?:(?:so|but|and|ok|then|hey|hi)[ ,]+)*(?:did|does|do|has|have|had)\b/u;

/** Whether a question in lower case sets its window against other days; `ofQuantity`: it names a number of the course. */
export const comparesTimes = (text: string, ofQuantity: boolean): boolean =>
  comparing.test(text) || (ofQuantity && moving.test(text) && (/\b(?:after|since|post|following|until|before)\b/u.test(text) || (auxiliary.test(text) && /\b(?:in|during)\b/u.test(text))));

/** The way in which the number is supposed to differ in the days that are set against the others. */
export function changeSupposed(text: string, { from, to, against }: Pick<ParsedQuestion, "from" | "to" | "against">): "rise" | "fall" | null {
  const [isRise, isFall] = [risen.test(text), fallen.test(text)];
  if (!yesOrNo.test(text) || isRise === isFall || /\b(?:not|n't|why|how (?:much|many)|or)\b/u.test(text)) return null;
  // "Lower today than in 2008", "fallen since 2008 to 2009": it is today that is supposed to be lower, of which no day is named.
  if (against === null && (/\bthan\b/u.test(text) || (from !== null && to !== null && /\bsince\b/u.test(text)))) return null;
  const isInTime = moving.test(text);
  const [named, opposite] = isRise ? (["rise", "fall"] as const) : (["fall", "rise"] as const);
  // "Lower before 2008" is higher since; what "fell before 2008" is held against is not said.
  if (from === null && against === null) return isInTime ? null : opposite;
  return named;
}

/** "Lower today than in 2008": the days are set against all others, not against today's. */
export const nowInChange = (text: string): readonly string[] => [...text.matchAll(/\b(?:now|today|currently|nowadays|these days|at present)\b/gu)].map(([word]) => word);
