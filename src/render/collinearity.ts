import type { VarianceInflation } from "../engine/variance-inflation.ts";
import { number } from "./numbers.ts";

/** From here on the factors share out one movement. */
const muchInflated = 10;

/** Said of factors that go together so closely that their single βs mean little; nothing of others. */
export function collinearityWords(inflations: readonly VarianceInflation[]): readonly string[] {
  // Factors that are combinations of each other, with an inflation of ∞, were refused before.
  const inflated = inflations.filter(({ inflation }) => inflation >= muchInflated && inflation < Infinity);
  if (inflated.length === 0) return [];
  const ids = inflated.map(({ factor }) => factor);
  const names = [ids.slice(0, -1).join(", "), ...ids.slice(-1)].filter((part) => part !== "").join(" and ");
  const most = Math.max(...inflated.map(({ inflation }) => inflation));
  return [
    `**${names} go together** (variance inflation ${number(most, 3)}, 10 is much): how one movement is shared out between their βs is hardly known, so read no β of these alone. R² doesn't suffer.`,
  ];
}
