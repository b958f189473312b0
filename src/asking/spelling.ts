import { spellingDistance } from "../datasets/nearest-ids.ts";

/** Mistypings too short for a rule. */
const shortSlips: Readonly<Record<string, string>> = { bta: "beta", btea: "beta", betta: "beta", bata: "beta", alfa: "alpha", apha: "alpha", alph: "alpha", var: "variance", perf: "performance", vrs: "versus" };

/**
 * Corrects a word that is nobody's: one slip in five letters or more, two in eight or more, towards the nearest word of
 * the course; what is near to two of them stays as it is.
 */
export function speller(vocabulary: Iterable<string>, isWord: (word: string) => boolean): (word: string) => string {
  const long = [...new Set(vocabulary)].filter((word) => word.length >= 5 && !/\d/u.test(word));
  return (word) => {
    const short = shortSlips[word];
    if (short !== undefined) return short;
    if (word.length < 5 || isWord(word)) return word;
    const allowed = word.length >= 8 ? 2 : 1;
    const near = long
      .filter((known) => Math.abs(known.length - word.length) <= allowed)
      .map((known) => ({ known, distance: spellingDistance(word, known) }))
      .filter(({ distance }) => distance <= allowed)
      .sort((one, other) => one.distance - other.distance || (one.known < other.known ? -1 : 1));
    return near[0]?.known ?? word;
  };
}
