import { isPublishedFactor } from "./catalogue.ts";
import type { DataSeries } from "./datasets.ts";

/**
 * Whether a position takes no money of one's own: a published factor, which is long one leg and short another (Mkt-RF: the
 * market less cash), or a portfolio of assets whose weights sum to 0. No rate of interest is earned on it.
 */
export function costsNothing({ id, holdings }: Pick<DataSeries, "id" | "holdings">): boolean {
  if (holdings === undefined) return isPublishedFactor(id);
  const money = holdings.reduce((sum, { series, weight }) => sum + (costsNothing(series) ? 0 : weight), 0);
  return Math.abs(money) < 1e-9;
}
