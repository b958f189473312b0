/** Units that a number may be written in, and what stands after a number without being a unit. */

import { monthsPerYear } from "../../calendar.ts";

export type Scale = "%" | "‰" | "bps" | "ppm" | "K" | "M" | "B" | "lakh" | "crore" | "cents" | "months";

/** Each unit in the value's own: decimals, dollars, years. A pair, so that 1.5% is 1.5 / 100 and no rounding enters. */
export const scaleValues: Readonly<Record<Scale, readonly [times: number, over: number]>> = {
  "%": [1, 100],
  "‰": [1, 1000],
  bps: [1, 10_000],
  ppm: [1, 1_000_000],
  K: [1e3, 1],
  M: [1e6, 1],
  B: [1e9, 1],
  lakh: [1e5, 1],
  crore: [1e7, 1],
  cents: [1, 100],
  months: [1, monthsPerYear],
};

const spellings: readonly (readonly [Scale, string])[] = [
  ["%", String.raw`%|percent|per cent|pct|pc`],
  ["‰", "‰|per mille?|permille?"],
  ["bps", "‱|bps?|bips?|basis points?|per ?myriad"],
  ["ppm", "ppm|parts per million"],
  ["K", "k|thousands?|grand"],
  ["M", String.raw`m|mm|mn|mio\.?|mil|millions?`],
  ["B", "b|bn|billions?"],
  ["lakh", "lakhs?|lacs?"],
  ["crore", "crores?|cr"],
  ["cents", "cents?|¢"],
  ["months", "months?|mos?"],
];

/** A unit at the start of a text, with the blank before it; "m" is no unit at the start of "market". */
export function unitAt(text: string): { readonly scale: Scale; readonly length: number } | null {
  for (const [scale, spelling] of spellings) {
    const match = new RegExp(String.raw`^\s?(?:${spelling})(?![\p{L}\d])`, "iu").exec(text);
    if (match !== null) return { scale, length: match[0].length };
  }
  return null;
}

/** Money that isn't dollars. */
export const otherCurrency =
  /[€£¥₹₩₽]|(?<![\p{L}])(?!US|(?:K|M|MM|B)\$)\p{Lu}{1,2}\$|\b(?:EUR|GBP|CHF|JPY|INR|CAD|AUD|CNY|RMB|SEK|NOK|DKK|SGD|HKD|Rs|kr)\b|\b(?:yen|yuan|euros?|pounds?|rupees?|francs?|kron[ae]r?)\b/u;

/** Words that may follow a number at once and say nothing of its unit; Greek letters and tickers are none either. */
const remarks = new Set(
  (
    "a an the per for of in on at with by from as is are was and or so if but to since because which that i we it " +
    "times over above below than more less about roughly approximately approx exactly only circa ca ish each every " +
    "daily weekly monthly quarterly yearly annual annually annualised annualized p.a pa long short sold bought " +
    "hedged unhedged beta alpha correlation variance volatility return returns excess units unit " +
    "standard error errors se std t significant insignificant not after before when where under see here then x e.g i.e"
  ).split(" "),
);

const yearWords = /^(?:years?|yrs?|y|jahre?|ans?|años?)$/iu;

/** Whether a word after a number leaves its unit as it is. `years`: whether years are asked for. */
export function isRemark(word: string, years: boolean): boolean {
  const bare = word.replace(/[.:]+$/u, "");
  if (years && yearWords.test(bare)) return true;
  return remarks.has(bare.toLowerCase()) || /^\p{Lu}{2,5}(?:-\p{Lu}{2})?(?:'s)?$/u.test(bare) || /^\p{Script=Greek}/u.test(bare);
}
