import type { SolvedVariant } from "../variants/solved-variant.ts";

/** Works a key out once for each variant's workings: marking asks for it often. */
export function memoizePerVariant(key: (solvedVariant: SolvedVariant) => number): (solvedVariant: SolvedVariant) => number {
  const cache = new WeakMap<SolvedVariant, number>();
  return (solvedVariant) => {
    const value = cache.get(solvedVariant) ?? key(solvedVariant);
    cache.set(solvedVariant, value);
    return value;
  };
}
