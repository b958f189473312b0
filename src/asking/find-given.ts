/** A rate or a premium a year that the asker gives in place of the sample's, decimal; null where none is given. */
export interface GivenNumbers {
  readonly rf: number | null;
  readonly premium: number | null;
}

const number = String.raw`(-?\d+(?:\.\d+)?|-?\.\d+) ?(?:%|percent|pct)`;
const links = String.raw`(?:(?: (?:is|are|was|were|be|of|at|to|=|goes|go|went|rises?|falls?|rose|fell|drops?|jumps?|now|only|actually|about|around|a|an)|,| ?=| ?:){0,4})`;
const rate = String.raw`(?:rf|r_f|(?:the )?risk[- ]?free(?: rate)?|(?:interest |bill |treasury )?rates?|t-?bills?(?: rate| yield)?)`;
const premium = String.raw`(?:(?:(?:the )?(?:market|mkt|equity|risk|factor|expected)[ -]){0,3}(?:premium|prem)|erp|mrp)`;
const ratePatterns = [new RegExp(String.raw`\b(?:rf|r_f) ?(?:=|is|of|at) ?(\d(?:\.\d+)?)(?![\d.%]| ?(?:%|percent|pct))`, "u"), new RegExp(String.raw`\b${rate}\b${links} ?${number}`, "u"), new RegExp(String.raw`(?<![\d.])${number} (?:for (?:the )?)?${rate}\b`, "u")];
const premiumPatterns = [new RegExp(String.raw`\b${premium}\b${links} ?${number}`, "u"), new RegExp(String.raw`(?<![\d.])${number} (?:a year |annual |for (?:the )?)?${premium}\b`, "u")];
const noPremium = new RegExp(String.raw`\b(?:(?:no|zero) ${premium}|${premium}\b${links} (?:zero|0|nothing))\b(?! ?[\d%])`, "u");
/** Only an expected return is made of them. */
const ofExpected = /\be ?[[(] ?r|\b(?:expected|required|capm|fair|predicted)\b.{0,30}\breturns?\b|\bexp(?:ected)? ret\w*|\bcapm\b|\bcost of (?:equity|capital)\b|\bsecurity market line\b|\bsml\b/u;

/** Finds them in a lower-case text, and the text without them. */
export function findGiven(text: string): { readonly given: GivenNumbers; readonly rest: string } {
  if (!ofExpected.test(text)) return { given: { rf: null, premium: null }, rest: text };
  let rest = text;
  const take = (patterns: readonly RegExp[]): number | null => {
    const match = patterns.map((pattern) => pattern.exec(rest)).find((found) => found !== null);
    if (!match) return null;
    rest = rest.replace(match[0], " ").replaceAll(/\s+/gu, " ").trim();
    return Number(match[1]) / 100;
  };
  const premiumGiven = take(premiumPatterns);
  const none = premiumGiven === null ? noPremium.exec(rest) : null;
  if (none) rest = rest.replace(none[0], " ").replaceAll(/\s+/gu, " ").trim();
  return { given: { premium: none ? 0 : premiumGiven, rf: take(ratePatterns) }, rest };
}
