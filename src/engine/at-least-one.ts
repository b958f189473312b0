/** A list that is never empty: its first entry needs no question. */
export type AtLeastOne<T> = readonly [T, ...T[]];

/** `values` as a list that is never empty. Throws a RangeError where it is: a bug of the caller. */
export function atLeastOne<T>(values: readonly T[]): AtLeastOne<T> {
  const [first, ...rest] = values;
  if (values.length === 0) throw new RangeError("a list that must not be empty is empty");
  return [first as T, ...rest];
}
