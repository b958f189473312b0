/** How likely a figure is meant by a number, from what the number was called, and from its size where it was called nothing. */
import type { RecipeFigure, RecipeQuantity } from "./recipe.ts";

/** What is known of a number besides its digits. */
export interface NumberRequest {
  readonly value: number;
  /** Half a unit of the last digit typed; 0 for an exact fraction. */
  readonly halfUnit: number;
  /** Whether it was typed in percent or basis points. */
  readonly isPercent: boolean;
  /** The quantity and the asset it was called; null where it was not said. */
  readonly quantity: RecipeQuantity | null;
  readonly asset: string | null;
}

/** The other ticker's number is a common mistake; the market's own is one where no factor is needed. */
const otherAssetOdds = 0.06;

export const assetOdds = ({ sample }: RecipeFigure, asset: string | null): number => (asset === null ? 0.5 : sample.asset === asset ? 1 : otherAssetOdds);

/** What a number that was called one thing may be instead. */
const takenFor: Readonly<Record<RecipeQuantity, Readonly<Partial<Record<RecipeQuantity, number>>>>> = {
  beta: { beta: 1, correlation: 0.15, "r-squared": 0.12 },
  alpha: { alpha: 1, mean: 0.2 },
  "r-squared": { "r-squared": 1, correlation: 0.2, unexplained: 0.12 },
  unexplained: { unexplained: 1, "r-squared": 0.2 },
  correlation: { correlation: 1, "r-squared": 0.2, beta: 0.1 },
  mean: { mean: 1, alpha: 0.2 },
  variance: { variance: 1, volatility: 0.2 },
  volatility: { volatility: 1, "hedged-volatility": 0.15, variance: 0.12, "tracking-error": 0.05 },
  "hedged-volatility": { "hedged-volatility": 1, volatility: 0.15, "tracking-error": 0.15 },
  "tracking-error": { "tracking-error": 1, "hedged-volatility": 0.25, volatility: 0.1 },
  sharpe: { sharpe: 1, appraisal: 0.15, information: 0.05 },
  appraisal: { appraisal: 1, sharpe: 0.15, information: 0.15 },
  information: { information: 1, appraisal: 0.25, sharpe: 0.1 },
};

/** What a number is that was called nothing: with %, small, of the size of a β, larger. */
const unnamed = {
  percent: { alpha: 0.35, volatility: 0.22, mean: 0.1, "hedged-volatility": 0.1, "tracking-error": 0.05, "r-squared": 0.12, unexplained: 0.02, variance: 0.01 },
  small: { alpha: 0.3, volatility: 0.12, mean: 0.08, "hedged-volatility": 0.06, "r-squared": 0.1, correlation: 0.05, sharpe: 0.1, appraisal: 0.12, variance: 0.04, information: 0.03, beta: 0.06 },
  likeBeta: { beta: 0.5, "r-squared": 0.11, correlation: 0.09, sharpe: 0.09, appraisal: 0.07, volatility: 0.08, "hedged-volatility": 0.03, unexplained: 0.03, information: 0.02, "tracking-error": 0.01 },
  large: { beta: 0.2, sharpe: 0.1, appraisal: 0.05 },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<RecipeQuantity, number>>>>>;

export function quantityOdds(quantity: RecipeQuantity, { value, isPercent, quantity: called }: NumberRequest): number {
  if (called !== null) return takenFor[called][quantity] ?? 0;
  const size = Math.abs(value);
  const odds: Readonly<Partial<Record<RecipeQuantity, number>>> = isPercent ? unnamed.percent : size < 0.2 ? unnamed.small : size <= 3 ? unnamed.likeBeta : unnamed.large;
  return odds[quantity] ?? 0;
}
