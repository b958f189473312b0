/**
 * The value of 1 dollar after each row, compounded: Π(1 + r). After a return of −100 % or less, which a
 * hedged position can have, it stays at 0.
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
