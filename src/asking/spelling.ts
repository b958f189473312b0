import { spellingDistance } from "../spelling-distance.ts";

/** Mistypings too short for a rule. */
const shortMisspellings: Readonly<Record<string, string>> = { bta: "beta", btea: "beta", betta: "beta", bata: "beta", alfa: "alpha", apha: "alpha", alph: "alpha", alhpa: "alpha", aplha: "alpha", alpah: "alpha", shapre: "sharpe", sharep: "sharpe", var: "variance", perf: "performance", neg: "negative", pf: "portfolio", reg: "regression", corr: "correlation", resid: "residual", vrs: "versus" };

/**
 * Corrects a word that is nobody's: one wrong letter in six letters or more, two in ten or more, towards the nearest word of
 * the course; what is near to two of them stays as it is.
 */
export function spellingCorrector(vocabulary: Iterable<string>, isWord: (word: string) => boolean): (word: string) => string {
  const longWords = [...new Set(vocabulary)].filter((word) => word.length >= 5 && !/\d/u.test(word));
  return (word) => {
    const shortCorrection = shortMisspellings[word];
    if (shortCorrection !== undefined) return shortCorrection;
    if (word.length < 6 || isWord(word)) return word;
    const allowed = word.length >= 10 ? 2 : 1;
    const candidates = longWords
      .filter((known) => Math.abs(known.length - word.length) <= allowed)
      .map((known) => ({ known, distance: spellingDistance(word, known) }))
      .filter(({ distance }) => distance <= allowed)
      .sort((first, second) => first.distance - second.distance || (first.known < second.known ? -1 : 1));
    return candidates[0]?.known ?? word;
  };
}
