import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

/** The assets of a comparison: the market's fund is one only where the words set it beside the others. */
export function comparedAssets(question: ParsedQuestion, { series }: Knowledge): readonly string[] {
  const { assets, text, quantity } = question;
  if (secondAsFactor(question) !== null) return assets.slice(0, 1);
  const usualFactors = new Set(series.map(({ usualFactor }) => usualFactor));
  const withoutFactors = assets.filter((id) => !usualFactors.has(id));
  // The fund beside one asset is what that is regressed on, where a coefficient of it is asked for.
  if (withoutFactors.length === 1 && quantity !== null && /alpha|beta|r-squared|loading|residual|hedge|tracking|information/u.test(quantity) && !/\b(?:compare|higher|lower|bigger|which|who|than)\b/u.test(text)) return withoutFactors;
  return withoutFactors.length < assets.length && /\b(?:compare|vs|versus|or|than|which|who)\b/u.test(text) ? assets : withoutFactors;
}

/** Whom the question is about: all assets but the one that is meant as the factor. */
export function subjectAssets(question: ParsedQuestion, { series }: Knowledge): readonly string[] {
  const { assets } = question;
  if (secondAsFactor(question) !== null) return assets.slice(0, 1);
  const usualFactors = new Set(series.map(({ usualFactor }) => usualFactor));
  const withoutFactors = assets.filter((id) => !usualFactors.has(id));
  return withoutFactors.length > 0 ? withoutFactors : assets.slice(0, 1);
}

/** The asset that takes the factor's place: "XOM's beta to MSFT", "hedge JPM with MSFT"; null where there is none. */
export function secondAsFactor({ assets, text }: ParsedQuestion): string | null {
  if (assets.length !== 2 || /\b(?:compar\w+|higher|lower|bigger|smaller|which|who|than|corr\w*|cov\w*|both)\b|\b(?:equals?|equal|identical|similar|same|different|differs?)\b(?: \w+)?(?: (?:to|as|from|than))? thisasset/u.test(text)) return null;
  // "MSFT beta vs AAPL beta": each has its own.
  if (/\bthisasset (betas?|alphas?|r2|sharpes?)\b.{0,15}\b(?:vs\.?|versus|and|or|against) thisasset \1\b/u.test(text)) return null;
  const isFactor = /\bthisasset\b.{0,12}\b(?:moves?|slope)\b.{0,12}\b(?:with|on) thisasset\b(?=.*\b(?:slope|betas?)\b)|\bthisasset\b.*\b(?:betas?|alphas?|hedg\w+)\b.{0,20}\b(?:to|with|on|against|vs|benchmark(?: is)?|relative to)\b ?thisasset|\b(?:betas?|alphas?|regress\w*|hedge)\b.{0,15}\bthisasset\b.{0,25}\b(?:to|with|on|against|benchmark(?: is)?|relative to)\b ?thisasset/u.test(text);
  return isFactor ? (assets[1] ?? null) : null;
}
