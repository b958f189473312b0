import { foldName } from "../glossary/fold-name.ts";
import { cleanQuestion } from "./clean-question.ts";

/** What a statement is about: where all wordings of one name it, a question that doesn't is about something else. */
const subjects: readonly RegExp[] = [/\balphas?\b|\bskills?\b/u, /\bsharpes?\b/u, /\bappraisal\b/u, /\br2\b/u, /(?<!un)hedg\w*|\bneutral\b|\bshort\w*/u, /\bmomentum\b|\bmom\b/u, /\bdurbin\b|\bdw\b/u];

/** What a statement measures: of another measure another statement holds ("can volatility be negative?"). */
const measures: readonly RegExp[] = [/\balphas?\b/u, /\bbetas?\b/u, /\br2\b/u, /\bsharpes?\b/u, /\bappraisal\b/u, /\bvol(?:atilit(?:y|ies)|s)?\b|\bstandard deviations?\b/u, /\bvariances?\b/u, /\bcorrelations?\b|\bcorr\b/u, /\bdrawdowns?\b/u, /\bp[- ]?values?\b/u];

/** Two words of which a statement holds with one and not with the other. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:higher|greater|bigger|larger|rais\w+|increas\w*|improv\w*|goes up|rises?)\b/u, /\b(?:lower|smaller|reduc\w*|decreas\w*|shrinks?|falls?|goes down|worse)\b/u],
  [/\b(?:same|equals?|identical|is exactly)\b|=/u, /\b(?:different|differs?|higher|lower|greater|smaller|bigger|larger)\b/u],
  [/(?<!un)\bhedged\b/u, /\b(?:unhedged|un-hedged)\b/u],
  [/\b(?:high|big|large|strong)\b/u, /\b(?:low|small|weak|tiny)\b/u],
  [/\bpositive\b/u, /\bnegative\b/u],
  [/\b(?:significant|significance)\b/u, /\binsignificant\b/u],
  [/\buncorrelated\b/u, /(?<!un)\bcorrelated\b/u],
  [/\b(?:good|useful|safe)\b/u, /\b(?:bad|poor|useless|risky)\b/u],
  [/\b(?:buy\w*|long)\b/u, /\b(?:sell\w*|short\w*)\b/u],
  [/\bidiosyncratic\b|\bspecific\b/u, /\b(?:factor|systematic|market)[- ](?:share|risk|variance)\b/u],
  [/√|\bsqrt\b|\broot\b/u, /(?:×|\bx|\btimes|\*|\bby) ?252\b/u],
  [/\bstays?\b|\bkeeps?\b|\bunchanged\b/u, /\bchang\w+\b/u],
];

/** A comparison: a statement without one says something else. */
const relation = /\b(?:same|identical|higher|lower|greater|smaller|bigger|larger|twice)\b/u;
/** Longer texts deny and compare by the way: "so the warnings don't show", "since it's the same regression". */
const longestStatement = 13;

interface Said {
  readonly text: string;
  readonly isShort: boolean;
  readonly isDenied: boolean;
  /** 0, 1 and the 1 of "1 − R²": which one it is makes another statement. */
  readonly numbers: readonly string[];
}

function said(written: string): Said {
  const plain = cleanQuestion(written).toLowerCase().replaceAll(/r²|\br[- ]?squared?\b|\br ?\^ ?2\b/gu, "r2").replaceAll(/[αβρσε]/gu, (letter) => ` ${foldName(letter)} `);
  // "Doesn't it mean …" asks whether it does.
  const text = plain.replace(/^\W*(?:(?:so|but|and|wait|then|hey|ok|is it true that)[ ,]+)*(?:is|are|was|were|does|do|did|has|have|can|should|will) not\b/u, " ").replaceAll(/\b(?:right|correct|true|or not|is not (?:it|that)(?: so| right| true)?|does not it)\b/gu, " ");
  const words = text.split(/\s+/u).filter((word) => /\p{L}|\d/u.test(word)).length;
  const denials = text.match(/\b(?:not|never|cannot)\b/gu)?.length ?? 0;
  const numbers = [...new Set((text.replaceAll(/\b(?:zero|uncorrelated)\b/gu, " 0 ").match(/(?<![\w.])(?:1 ?[-−](?= ?r2)|[01](?!\.?\d| ?%))(?!\w)/gu) ?? []).map((one) => one.replaceAll(" ", "")))];
  return { text, isShort: words <= longestStatement, isDenied: denials % 2 === 1, numbers };
}

/**
 * Whether a question says what a stored statement says, so that its verdict is the question's: about the same things, in
 * no relation that it doesn't name, with its numbers, as denied as one of its wordings, and of two opposites the same one.
 */
export function claimAgreement(wordings: readonly string[]): (question: string) => boolean {
  const stated = wordings.map(said);
  const has = (pattern: RegExp): boolean => stated.some(({ text }) => pattern.test(text));
  const core = subjects.filter((pattern) => stated.every(({ text }) => pattern.test(text)));
  const numbers = new Set(stated.flatMap((one) => one.numbers));
  return (question) => {
    const asked = said(question);
    const { text } = asked;
    if (!core.every((pattern) => pattern.test(text))) return false;
    if (!measures.some((measure) => measure.test(text) && has(measure)) && measures.some((measure) => measure.test(text)) && measures.some(has)) return false;
    if ((numbers.size > 0 || asked.numbers.includes("1-")) && asked.numbers.length > 0 && !asked.numbers.some((number) => numbers.has(number))) return false;
    if (asked.isShort && relation.test(text) && !has(relation)) return false;
    return stated.some((one) => (!asked.isShort || one.isDenied === asked.isDenied) && opposites.every(([first, second]) => !isOpposed(one.text, text, first, second)));
  };
}

/** Whether a question names measures, and none of those that a statement is about. */
export function measuresNothingOf(wordings: readonly string[], question: string): boolean {
  const { text } = said(question);
  const asked = measures.filter((measure) => measure.test(text));
  const stated = wordings.map((written) => said(written).text);
  const own = measures.filter((measure) => stated.some((one) => measure.test(one)));
  return asked.length > 0 && own.length > 0 && !asked.some((measure) => own.includes(measure));
}

/** Whether one text has only the first of two opposites and the other only the second. */
function isOpposed(one: string, other: string, first: RegExp, second: RegExp): boolean {
  const only = (text: string, has: RegExp, hasNot: RegExp): boolean => has.test(text) && !hasNot.test(text);
  return (only(one, first, second) && only(other, second, first)) || (only(one, second, first) && only(other, first, second));
}
