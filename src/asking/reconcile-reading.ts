import type { ParsedQuestion } from "./parsed-question.ts";
import { plainReading } from "./command-readings.ts";
import type { BookFigure, Reading } from "./understanding.ts";

/** Words by which somebody holds a number of their own against another. */
const ownNumberPattern =
  /\breconcile\b|\b(?:i|we) (?:\w+ )?(?:got|get|gets|getting|have|had|find|found|compute|computed|calculated?|obtain|obtained|end up)\b|\b(?:am|was) (?:i )?getting\b|\bmine\b|\bmy (?:\w+ ){0,3}(?:beta|alpha|r2|r squared|slope|intercept|sharpe|appraisal|volatility|number|value|answer|result|estimate)\b|\b(?:comes?|came|coming) out\b|\b(?:says?|said|reports?|reported|shows?|gives?|gave|lists?)\b|\b(?:bloomberg|yahoo|google|excel|stata|python|pandas|statsmodels|spreadsheet|friend|classmate|partner|internet|website)\b|\bkeep(?:s)? getting\b|\binstead of\b|\b(?:not|does not|doesnt) (?:match|agree)\b|\bwhere does\b|^is \d*\.\d+ (?:%|percent)? ?(?:the |thisasset )/u;

/** Of a number that is mentioned by the way, what it means is asked, and not where it comes from. */
const asksMeaning = /\b(?:luck|coincidence|always)\b|\bwhy (?:do|does|is|are) (?!my\b|mine\b|it\b|i\b)|\bif (?:beta|alpha|r2|the \w+) (?:was|were|is)\b|\bwhat (?:is|are) (?:an? |the )?(?!my\b|\d)\w+|\bexplain\b|\bwhat does\b.{0,30}\bmean\b|\bdifference\b|\bdiff\b/u;

const quantityPatterns: readonly (readonly [string, RegExp])[] = [
  ["appraisal", /\bappraisal\b|\bhedged sharpe\b|\bsharpe\b.*\bhedged\b/u],
  ["sharpe", /\bsharpe\b/u],
  ["r-squared", /\br ?(?:\^ ?)?2\b|\br[ -]?squared\b/u],
  ["correlation", /\bcorrelation\b|\brho\b/u],
  ["hedged-volatility", /\bhedged vol(?:atility)?\b|\btracking error\b|\b(?:residual|idiosyncratic) vol(?:atility)?\b/u],
  ["volatility", /\bvol(?:atility)?\b|\bstandard deviation\b/u],
  ["alpha", /\balpha\b|\bintercept\b/u],
  ["beta", /\bbeta\b|\bslope\b/u],
];

/** A number that is held against one's own: the chapter's, a solution's, what it should be. */
const number = "[-−]?\\$?(?:\\d+(?:[.,]\\d+)*|\\.\\d+)(?: ?%)?";
const theirs = [
  `\\b(?:instead of|rather than|and not|but not|not|supposed to be|should be|should have been|expected|expecting|vs\\.?|versus|against|compared (?:to|with)) (?:the )?(?:(?:book|chapter|notebook)(?:'s)? )?(${number})`,
  `\\b(?:book|chapter|textbook|notebook|solutions?|answers?|key|prof\\w*|lecture|slides?|notes|teacher|instructor|text)\\b(?: \\w+){0,2} (?:says?|has|have|gives?|shows?|prints?|reports?|got|is|was|writes?|lists?|claims?) (?:it is |it's )?(${number})`,
].map((written) => new RegExp(written, "iu"));

/** The asset of the chapter's figure; what the chapter asks for and does not print is its exercises', about JPM. */
function assetOf(printed: string, quantity: string | undefined, figures: readonly BookFigure[]): { readonly ticker: string; readonly quantity: string | undefined } {
  const plain = printed.replace("−", "-").replace(/[$ ]/gu, "");
  const same = figures.filter((figure) => figure.printed.replace("$", "") === plain && (quantity === undefined || figure.quantity === quantity));
  const [first] = same;
  if (first) return { ticker: first.asset, quantity: quantity ?? first.quantity };
  return { ticker: quantity !== undefined && figures.some((figure) => figure.quantity === quantity) ? "JPM" : "MSFT", quantity };
}

/** "Is 0.3336 the annual vol?", "is MSFT's annual volatility 0.3336?": whether a number is what it is called. Of 0 and 1 a test is meant. */
export const asksWhetherItIs = (text: string): boolean => isNumber.test(text) || isQuantity.test(text);

const heldQuantity = "(?:(?:the|really|a|right|correct|for|thisasset(?:'s)?) )*(?:\\w+ ){0,2}(?:vol|volatility|standard deviation|sharpe|appraisal|r2|r squared|correlation)";
const heldNumber = "[-−]?\\d*\\.\\d+(?: ?%| percent)?";
const isNumber = new RegExp(`^(?:is|was) ${heldNumber} ${heldQuantity}\\b`, "u");
const isQuantity = new RegExp(`^(?:is|was) ${heldQuantity}(?: ratio)?(?: (?:of|for) (?:the )?thisasset)?(?: a year)? ${heldNumber}(?: a year)?\\W*$`, "u");

/** "I got 1.31 for JPM's beta, why?": the first number, whose it is, and of what. 0 and 1 have no digit that could be compared. */
export function reconcileReading({ question, text, assets, dollars, horizon }: ParsedQuestion, { command, chance, bookFigures }: { readonly command: string; readonly chance: number; readonly bookFigures: readonly BookFigure[] }): Reading | null {
  const written = [...text.replaceAll(/\br(?:\^| )2\b/gu, "r2").matchAll(/(?<![\p{L}\p{N}.^])(?!\d+\.\d+\.\d)[-−]?\$?(?:\d+,\d{1,2}(?!\d)|\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:e-?\d+)?(?: ?%| ?bps?)?(?![\p{L}\p{N}]|\.\d)/gu)].map(([value]) => value.trim());
  const compared = theirs.flatMap((pattern) => pattern.exec(question)?.[1] ?? [])[0]?.replace(/[.,]$/u, "") ?? null;
  // The other number is the asker's own, whichever stands first.
  const own = compared === null || written.length < 2 ? written : written.filter((value) => value !== compared);
  const value = own.find((one) => /[.%]|\d{3}/u.test(one) && !/^(?:19|20)\d\d$|^252$|^365$|^6\.\d{1,2}$/u.test(one)) ?? own.find((one) => !/^[-−]?[01]$/u.test(one)) ?? (dollars === null || horizon !== null ? undefined : String(dollars));
  if (value === undefined || /\b(?:logic|reasoning|argument)\b/u.test(text) || (!ownNumberPattern.test(text) && (chance < 0.5 || asksMeaning.test(text))) || (assets.length === 0 && chance < 0.4)) return null;
  const named = quantityPatterns.find(([, words]) => words.test(text))?.[0];
  // The chapter's own example where nobody is named: most such questions are about MSFT's regression.
  const { ticker, quantity } = assets[0] !== undefined ? { ticker: assets[0], quantity: named } : compared === null || compared === value ? { ticker: "MSFT", quantity: named } : assetOf(compared, named, bookFigures);
  return plainReading({ command, options: { value: value.replaceAll(" ", "").replace("−", "-").replace(/,(?=\d{1,2}$)/u, "."), ticker, ...(quantity === undefined ? {} : { quantity }) } }, chance);
}
