/** What stands in the text for an amount of money once it is found. */
export const moneyWord = "thismoney";

export type BudgetPeriod = "day" | "week" | "month" | "quarter" | "year";

interface FoundMoney {
  /** Dollars; null where no amount is named. */
  readonly dollars: number | null;
  /** What the amount is for, where it is said: "2m a year". */
  readonly horizon: BudgetPeriod | null;
  /** Amounts beyond the first, as they were written. */
  readonly furtherAmounts: readonly string[];
  readonly rest: string;
}

const unitFactors: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, grand: 1e3, m: 1e6, mm: 1e6, mn: 1e6, mio: 1e6, million: 1e6, millions: 1e6, mil: 1e6, mln: 1e6, millones: 1e6, millionen: 1e6, b: 1e9, bn: 1e9, billion: 1e9 };
const unitPattern = "(k|thousand|grand|mm|mn|mio\\.?|mln|millions?|mil|m|bn|b|billion)";
const digitsPattern = "(\\d{1,3}(?:[,'’]\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?(?:e\\d{1,2})?|\\.\\d+)";
const numberWords: Readonly<Record<string, number>> = { "half a": 0.5, a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twenty: 20, fifty: 50, "a hundred": 100, hundred: 100 };
const dollarPattern = "(?: ?(?:usd|dollars?|bucks|\\$))";
const boundaryBefore = "(?<![\\p{L}\\p{N}.,])";
const boundaryAfter = "(?![\\p{L}\\p{N}])";

/** Amounts as people write them; bare numbers count from 10,000 up, or in powers of ten. */
const amountPatterns: readonly (readonly [RegExp, (parts: readonly (string | undefined)[]) => number])[] = [
  [new RegExp(`${boundaryBefore}(?:us)?\\$ ?${digitsPattern} ?${unitPattern}?${dollarPattern}?${boundaryAfter}`, "u"), ([number, scale]) => parseDigits(number) * (unitFactors[(scale ?? "").replace(".", "")] ?? 1)],
  [new RegExp(`${boundaryBefore}${digitsPattern} ?${unitPattern}${dollarPattern}?${boundaryAfter}`, "u"), ([number, scale]) => parseDigits(number) * (unitFactors[(scale ?? "").replace(".", "")] ?? 1)],
  [new RegExp(`${boundaryBefore}(${Object.keys(numberWords).join("|")}) (thousand|million|billion)${dollarPattern}?${boundaryAfter}`, "u"), ([number, scale]) => (numberWords[number ?? ""] ?? 0) * (unitFactors[(scale ?? "").replace(".", "")] ?? 1)],
  [new RegExp(`${boundaryBefore}${digitsPattern}${dollarPattern}${boundaryAfter}`, "u"), ([number]) => parseDigits(number)],
  [/(?<![\p{L}\p{N}.,])(\d{1,3}(?:[,'’]\d{3})+|\d{1,3}(?:\.000)+|\d{5,}|\d+(?:\.\d+)?e\d{1,2})(?![\p{L}\p{N}%]|\.\d)/u, ([number]) => parseDigits(number)],
];

const horizonPatterns: readonly (readonly [BudgetPeriod, RegExp])[] = [
  ["week", /(?:\b(?:a|per|each|every|for a|for one|one) ?|\/ ?)(?:week|wk)\b|\b(?:pro|por|par|alla|a la) (?:woche|semana|semaine|settimana)\b|\bweekly\b(?= (?:\S+ )?(?:vol|risk|budget))/u],
  ["quarter", /(?:\b(?:a|per|each|every|for a|for one|one) ?|\/ ?)(?:quarter|qtr)\b|\bquarterly\b/u],
  ["day", /(?:\b(?:a|per|each|every|for a|for one|for the|over the|over a|in a|one) ?|\/ ?)day\b|\bdaily\b/u],
  ["month", /\b(?:pro|por|par|al) (?:monat|mes|m[êe]s|mois|mese)\b|(?:\b(?:a|per|each|every|for a|for one|for the|over the|over a|in a|one) ?|\/ ?)(?:month|mo)\b|\bmonthly\b/u],
  ["year", /\b(?:pro|por|par|all') ?(?:jahr|a[ñn]o|ano|an|anno)\b|\bim jahr\b|(?:\b(?:a|per|each|every|for a|for one|for the|over the|over a|in a|one) ?|\/ ?)(?:year|yr|annum)\b|\b(?:annual|annually|yearly|p\.a\.?|pa)(?= |$|[?!,.])/u],
];

const nextToIt = new RegExp(`\\b${moneyWord} (?:a|per|each|every) (?:week|month|quarter|year)\\b`, "u");

/** An amount beyond the first, while the first is looked for by its place. */
const otherMoney = "othermoney";
/** "Short 1.5 dollars of the market per dollar" is a ratio. */
const perDollar = 10;
const ofEachDollar = /^[^,.?;]{0,40}\bper (?:1 )?(?:dollar|\$)/u;
const budgetAmount = /\{(\d+)\}(?: ?\/ ?| (?:a|per|each|every) )(?:day|week|month|quarter|year|yr|mo|wk)\b(?:(?! \{).)*\b(?:budget|limit|risk)|\b(?:budget|limit)(?: is| of| was|:| =)*(?: an?| about)? \{(\d+)\}|\{(\d+)\}(?: (?!\{)\S+){0,3}? (?:budget|limit|cap)\b/u;

/** Where none of these stands, a period belongs to the returns and not to the amount. */
const budgetWords = /\b(?:budget\w*|limit|cap|allowed|risk|size|sizing|position|swing|vol(?:atility)?|hold|allowance)\b/u;

/** Finds the first amount, and what it is for. */
export function findMoney(text: string): FoundMoney {
  for (const [written, dollarsOf] of amountPatterns) {
    const match = written.exec(text);
    if (!match) continue;
    const first = dollarsOf(match.slice(1));
    if (!(first >= 1) || (first < perDollar && ofEachDollar.test(text.slice(match.index + match[0].length)))) continue;
    const amounts = [{ text: match[0].trim(), dollars: first }];
    let marked = text.replace(match[0], " {0} ");
    for (const [further, furtherOf] of amountPatterns.slice(0, 4)) {
      for (let other = further.exec(marked); other; other = further.exec(marked)) {
        marked = marked.replace(other[0], ` {${String(amounts.length)}} `);
        amounts.push({ text: other[0].trim(), dollars: furtherOf(other.slice(1)) });
      }
    }
    // Of several, the one that is called a budget is; an answer of one's own stands beside it.
    const main = amounts.length < 2 ? 0 : Number(budgetAmount.exec(marked.replaceAll(/\s+/gu, " "))?.slice(1).find((index: string | undefined) => index !== undefined) ?? 0);
    const { dollars } = amounts[main] ?? { dollars: first };
    const furtherAmounts = amounts.filter((_, index) => index !== main).map(({ text: written }) => written);
    const rest = marked.replaceAll(/\{(\d+)\}/gu, (_, index: string) => (Number(index) === main ? moneyWord : otherMoney)).replaceAll(/\s+/gu, " ").trim();
    const nearestHorizon = (budgetWords.test(rest) || nextToIt.test(rest) ? horizonPatterns : [])
      .map(([horizon, pattern]) => ({ horizon, match: pattern.exec(rest) }))
      .flatMap(({ horizon, match: one }) => (one === null ? [] : [{ horizon, match: one }]))
      .sort((one, other) => distance(rest, one.match.index) - distance(rest, other.match.index))[0];
    return {
      dollars,
      horizon: nearestHorizon?.horizon ?? null,
      furtherAmounts,
      rest: (nearestHorizon ? rest.replace(nearestHorizon.match[0], " ") : rest).replaceAll(otherMoney, moneyWord),
    };
  }
  return { dollars: null, horizon: null, furtherAmounts: [], rest: text };
}

/** What a word behind a number makes of it: 1e6 for "mio". */
export const unitFactorOf = (unit: string): number => unitFactors[unit] ?? 1;

/** The first amount alone; null where none is named. */
export const moneyIn = (text: string): number | null => findMoney(text).dollars;

/** How far a word stands from the amount: the nearest one is the amount's own. */
const distance = (text: string, index: number): number => Math.abs(text.indexOf(moneyWord) - index);

const parseDigits = (typed = ""): number => Number(/^\d{1,3}(?:\.\d{3})+$/u.test(typed) ? typed.replaceAll(".", "") : typed.replaceAll(/[,'’]/gu, ""));
