/**
 * β drawn towards the βs of other stocks by how little it is known (Vasicek 1973, "A note on using cross-sectional
 * information in Bayesian estimation of security betas"): with the others' mean m and variance v as a normal prior,
 *   β = (b/s² + m/v) / (1/s² + 1/v), standard error 1/√(1/s² + 1/v), s the standard error of b.
 * Blume's ⅔·b + ⅓ draws every β by the same share towards 1. v is the variance (n − 1) of estimates, so it holds their
 * errors too and draws less than the true spread would. Checked against numpy (test/engine/vasicek-beta.test.ts).
 */
import { mean, standardDeviation } from "./moments.ts";

export interface VasicekBeta {
  readonly value: number;
  readonly standardError: number;
  /** The β and the standard error that went in. */
  readonly own: { readonly value: number; readonly standardError: number };
  /** Share of the prior's mean in it, 0 to 1. */
  readonly shrinkage: number;
  /** Of the other stocks' βs. */
  readonly prior: { readonly stocks: readonly string[]; readonly mean: number; readonly deviation: number };
}

/** With fewer others their spread is hardly known. */
export const fewestOthers = 5;

/** `others`: βs of other stocks on the same factor. Null below five of them, or where they don't differ. */
export function vasicekBeta(own: { readonly value: number; readonly standardError: number }, others: readonly { readonly id: string; readonly beta: number }[]): VasicekBeta | null {
  const betas = Float64Array.from(others, ({ beta }) => beta);
  if (betas.length < fewestOthers) return null;
  const prior = { stocks: others.map(({ id }) => id), mean: mean(betas), deviation: standardDeviation(betas) };
  const [ownVariance, spread] = [own.standardError ** 2, prior.deviation ** 2];
  if (spread === 0) return null;
  const shrinkage = ownVariance / (ownVariance + spread);
  return { value: (1 - shrinkage) * own.value + shrinkage * prior.mean, standardError: Math.sqrt((ownVariance * spread) / (ownVariance + spread)), own: { value: own.value, standardError: own.standardError }, shrinkage, prior };
}
