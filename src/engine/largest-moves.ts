import type { FactorFit } from "./factor-fit.ts";

/** A row by what the asset and the factor returned, decimals per period; `day` counts from 1970-01-01. */
export interface Move {
  readonly day: number;
  readonly asset: number;
  readonly factor: number;
}

/**
 * The rows of a fit in which the asset moved most, up or down, the largest first; of equal ones the earlier.
 *
 * @example
 * ```ts
 * largestMoves(exampleFit(), 1); // → [{ day: 0, asset: 3.25, factor: 1.25 }]
 * ```
 */
export function largestMoves({ rows }: FactorFit, most: number): readonly Move[] {
  const size = (row: number): number => Math.abs(rows.asset[row]!);
  const largest: number[] = [];
  for (let row = 0; row < rows.asset.length; row++) {
    const place = largest.findIndex((other) => size(other) < size(row));
    if (place < 0 && largest.length >= most) continue;
    largest.splice(place < 0 ? largest.length : place, 0, row);
    largest.length = Math.min(largest.length, most);
  }
  return largest.map((row) => ({ day: rows.days[row]!, asset: rows.asset[row]!, factor: rows.factors[0][row]! }));
}
