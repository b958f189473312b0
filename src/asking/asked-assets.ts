import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge } from "./understanding.ts";

/** The assets of a comparison: the market's fund is one only where the words set it beside the others. */
export function comparedAssets({ assets, text }: ParsedQuestion, { series }: Knowledge): readonly string[] {
  const usualFactors = new Set(series.map(({ usualFactor }) => usualFactor));
  const withoutFactors = assets.filter((id) => !usualFactors.has(id));
  return withoutFactors.length < assets.length && /\b(?:compare|vs|versus|or|than|which|who)\b/u.test(text) ? assets : withoutFactors;
}

/** Whom the question is about: all assets but the one that is meant as the factor. */
export function subjectAssets({ assets }: ParsedQuestion, { series }: Knowledge): readonly string[] {
  const usualFactors = new Set(series.map(({ usualFactor }) => usualFactor));
  const withoutFactors = assets.filter((id) => !usualFactors.has(id));
  return withoutFactors.length > 0 ? withoutFactors : assets.slice(0, 1);
}
