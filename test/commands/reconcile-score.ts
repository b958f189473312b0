/**
 * How well /reconcile finds the recipes of test/golden: whether the right one comes first, and for how many arbitrary
 * numbers it names one. Asked through the command, as a student would.
 */
import { readFileSync } from "node:fs";
import { reconcile } from "../../src/commands/reconcile.ts";
import type { LikelyRecipe } from "../../src/engine/recipes/likely-recipes.ts";
import type { Asking } from "./asking.ts";

/** A recipe as test/golden/README.md describes it. */
interface GoldenRecipe {
  readonly quantity: string;
  readonly asset: string;
  readonly factors: readonly string[];
  readonly frequency: string;
  readonly kind: string;
  readonly estimator: string;
  readonly unit: string;
  readonly scale: string | null;
  readonly n: number;
}

interface AskedNumber {
  readonly number: string;
  readonly ticker: string | null;
  readonly quantity: string | null;
}

export interface GoldenNumber extends AskedNumber {
  readonly value: number;
  readonly recipe: GoldenRecipe;
  readonly accept: readonly GoldenRecipe[];
}

export const goldenNumbers = (file: "reconcile-recipes" | "reconcile-held-out"): readonly GoldenNumber[] => JSON.parse(readFileSync(`test/golden/${file}.json`, "utf8")) as GoldenNumber[];
export const arbitraryNumbers = (): readonly AskedNumber[] => JSON.parse(readFileSync("test/golden/reconcile-arbitrary.json", "utf8")) as AskedNumber[];

type Ask = (asked: AskedNumber) => Promise<readonly LikelyRecipe[]>;

/** Through the command: what its reply names, the likeliest first. */
export function numberAsker({ call }: Asking): Ask {
  return async ({ number, ticker, quantity }) => {
    const options = { value: number, ...(ticker === null ? {} : { ticker }), ...(quantity === null ? {} : { quantity: quantity === "alpha-annual" ? "alpha" : quantity }) };
    const { answer, problem } = await call(reconcile, options);
    if (problem || answer.kind !== "reply") throw new Error(`${number}: ${problem?.kind ?? answer.kind}`);
    return (answer.result["likely"] as readonly LikelyRecipe[] | undefined) ?? [];
  };
}

/** The numbers whose recipe did not come first, with what did. */
export async function missed(ask: Ask, numbers: readonly GoldenNumber[]): Promise<readonly string[]> {
  const misses: string[] = [];
  for (const asked of numbers) {
    const [first] = await ask(asked);
    if (first && (isSame(first, asked.recipe, asked.value) || asked.accept.some((recipe) => isSame(first, recipe, null)))) continue;
    misses.push(`${asked.number} (${asked.ticker ?? "no ticker"}, ${asked.quantity ?? "no quantity"}): ${first?.answer ?? "nothing"}`);
  }
  return misses;
}

/** The same in every field that the README lists, and in the value itself where that is known. */
function isSame({ quantity, estimator, scale, value, sample }: LikelyRecipe, recipe: GoldenRecipe, goldenValue: number | null): boolean {
  const factorless = ["mean", "variance", "volatility", "sharpe"].includes(quantity);
  const factors = sample.factors.map((factor) => (factor === "SMB5" ? "SMB(5)" : factor === "MOM" ? "Mom" : factor));
  const inPercent = estimator === "factor-in-percent";
  return (
    quantity === recipe.quantity &&
    sample.asset === recipe.asset &&
    (factorless || factors.join() === recipe.factors.join()) &&
    sample.frequency === recipe.frequency &&
    sample.returns === recipe.kind &&
    (inPercent ? "ols" : estimator) === (recipe.estimator === "none" || recipe.estimator === "correlation" ? "ols" : recipe.estimator) &&
    inPercent === (recipe.unit === "factor-in-percent") &&
    scale === recipe.scale &&
    sample.observations === recipe.n &&
    (goldenValue === null || Math.abs(value - goldenValue) <= 1e-8 * Math.abs(goldenValue))
  );
}
