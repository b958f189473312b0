import type { ParsedQuestion } from "./parsed-question.ts";
import { plainReading } from "./command-readings.ts";
import type { Reading } from "./understanding.ts";

/** Words by which somebody holds a number of their own against another. */
const ownNumberPattern =
  /\breconcile\b|\b(?:i|we) (?:\w+ )?(?:got|get|gets|getting|have|had|find|found|compute|computed|calculated?|obtain|obtained|end up)\b|\b(?:am|was) (?:i )?getting\b|\bmine\b|\bmy (?:\w+ ){0,3}(?:beta|alpha|r2|r squared|slope|intercept|sharpe|appraisal|volatility|number|value|answer|result|estimate)\b|\b(?:comes?|came|coming) out\b|\b(?:says?|said|reports?|reported|shows?|gives?|gave|lists?)\b|\b(?:bloomberg|yahoo|google|excel|stata|python|pandas|statsmodels|spreadsheet|friend|classmate|partner|internet|website)\b|\bkeep(?:s)? getting\b|\binstead of\b|\b(?:not|does not|doesnt) (?:match|agree)\b|\bwhere does\b/u;

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

/** "I got 1.31 for JPM's beta, why?": the first number, whose it is, and of what. 0 and 1 have no digit that could be compared. */
export function reconcileReading({ text, assets, dollars }: ParsedQuestion, command: string, chance: number): Reading | null {
  const written = [...text.replaceAll(/\br(?:\^| )2\b/gu, "r2").matchAll(/(?<![\p{L}\p{N}.^])[-−]?\$?(?:\d+,\d{1,2}(?!\d)|\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:e-?\d+)?(?: ?%| ?bps?)?(?![\p{L}\p{N}])/gu)].map(([value]) => value.trim());
  const value = written.find((one) => /[.%]|\d{3}/u.test(one) && !/^(?:19|20)\d\d$|^252$|^365$/u.test(one)) ?? written.find((one) => !/^[-−]?[01]$/u.test(one)) ?? (dollars === null ? undefined : String(dollars));
  // The chapter's own example where nobody is named: most such questions are about MSFT's regression.
  const ticker = assets[0] ?? "MSFT";
  if (value === undefined || (!ownNumberPattern.test(text) && chance < 0.5) || (assets.length === 0 && chance < 0.4)) return null;
  const quantity = quantityPatterns.find(([, words]) => words.test(text))?.[0];
  return plainReading({ command, options: { value: value.replaceAll(" ", "").replace("−", "-").replace(/,(?=\d{1,2}$)/u, "."), ticker, ...(quantity === undefined ? {} : { quantity }) } }, chance);
}
