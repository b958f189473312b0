/**
 * Holm's correction (1979): p-values of m tests, so that the chance of even one false rejection stays below the level.
 * The k-th smallest times m − k + 1, never below the one before, at most 1; in the order given. It supposes nothing of how
 * the tests go together. Checked against R's `p.adjust`.
 *
 * @example
 * ```ts
 * holm([0.25, 0.125, 0.375]); // → [0.5, 0.375, 0.5]
 * ```
 */
export function holm(pValues: readonly number[]): readonly number[] {
  const order = [...pValues.keys()].sort((one, other) => pValues[one]! - pValues[other]!);
  const corrected = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((index, rank) => (corrected[index] = largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[index]!))));
  return corrected;
}
