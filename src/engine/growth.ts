/**
 * What 1 dollar has become after each row, compounded: Π(1 + r). It stays at 0 once it is lost: a return of
 * −100 % or less, which a hedged position can have, ends it.
 *
 * @example
 * ```ts
 * [...growth(Float64Array.of(0.5, -0.5, 1))]; // → [1.5, 0.75, 1.5]
 * ```
 */
export function growth(returns: Float64Array): Float64Array {
  let dollars = 1;
  return returns.map((value) => (dollars = Math.max(0, dollars * (1 + value))));
}
