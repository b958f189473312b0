/** What is said of several seeds: their mean with its 95% interval, by Student's t. */
import { criticalValue } from "../../src/engine/tail-probability.ts";
import { meanOf, type Practised } from "./term.ts";

/** "4.95 ± 0.05", half the interval's width behind the sign; the mean alone for one seed. */
export function overSeeds(values: readonly number[], digits = 2): string {
  const mean = meanOf(values);
  const text = mean.toFixed(digits);
  if (values.length < 2) return text;
  const degreesOfFreedom = values.length - 1;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / degreesOfFreedom);
  return `${text} ± ${(criticalValue(0.95, { distribution: "t", degreesOfFreedom }) * spread / Math.sqrt(values.length)).toFixed(digits)}`;
}

/** The same of differences seed by seed: both of a pair are played by the same learners. */
export const differenceOverSeeds = (values: readonly number[], others: readonly number[], digits = 2): string =>
  overSeeds(values.map((value, seed) => value - (others[seed] ?? Number.NaN)), digits);

/** How many variants somebody was dealt a second time. Throws where it is any: that would be a bug of the dealing. */
export function countVariants(terms: readonly { readonly practised: readonly Practised[] }[]): number {
  for (const { practised } of terms) {
    const data = practised.map(({ exercise, variant: { asset, window, budget, share } }) => JSON.stringify([exercise, asset, window, budget, share]));
    const twice = data.find((variant, place) => data.indexOf(variant) < place);
    if (twice !== undefined) throw new Error(`one learner was dealt a variant twice: ${twice}`);
  }
  return terms.reduce((sum, { practised }) => sum + practised.length, 0);
}
