import type { Estimate } from "../engine/factor-fit.ts";

/** The factors that stand for the market: only a β on one of them is defensive, aggressive or a hedge (6.4.4). */
const marketFactors: readonly string[] = ["SPY", "Mkt-RF"];

/** A β of 1 on it is the market's own. */
export const isMarket = (factor: string): boolean => marketFactors.includes(factor);

/** What the interval of a β allows to say of it. `other`: a factor that is not the market, and an interval without 0. */
export type Sensitivity = "aggressive" | "defensive" | "hedge" | "like the market" | "zero or the market" | "zero" | "other";

/** The whole interval decides: an end that lies on 0 or 1 belongs to it, also where an exact fit's rounding moves it. */
export function sensitivityOf({ term, interval }: Estimate): Sensitivity {
  const [low, high] = [withoutRounding(interval[0]), withoutRounding(interval[1])];
  const holdsZero = low <= 0 && high >= 0;
  if (holdsZero) return isMarket(term) && high >= 1 ? "zero or the market" : "zero";
  if (!isMarket(term)) return "other";
  if (high < 0) return "hedge";
  if (low > 1) return "aggressive";
  return high < 1 ? "defensive" : "like the market";
}

const withoutRounding = (end: number): number => (Math.abs(end - Math.round(end)) < 1e-12 ? Math.round(end) : end);
