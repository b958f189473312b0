/**
 * How often readings of this chance are right, from the chance by which one is chosen: Platt's logistic curve (1999),
 * fitted to the questions of five authors, each read by a reader whose classifier had learnt nothing of that author (`npm
 * run ask:score -- --cross --pairs FILE`). Readings are right less often than they seem, as nobody asks as somebody else
 * does; a stranger's are less often still, as grammar and ranking were made with these authors in view.
 */
export const honestConfidence = (chance: number): number => 1 / (1 + Math.exp(-(curve.slope * countedOdds(chance) + curve.intercept)));

export const curve = { slope: 0.4126, intercept: 1.6659 } as const;

/** Readings of more chance are right no more often: of the 490 above 0.995, 97.8%. */
const surest = 0.995;

/** The log odds that count for how often a reading is right. */
export const countedOdds = (chance: number): number => logOdds(Math.min(surest, chance));

/** Of a chance that is kept from 0 and 1, whose odds have no logarithm. */
export function logOdds(chance: number): number {
  const kept = Math.min(0.9995, Math.max(0.0001, chance));
  return Math.log(kept / (1 - kept));
}
