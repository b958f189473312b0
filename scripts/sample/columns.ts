/** Plain statistics of columns of numbers, summed in order so that a run repeats to the last bit. */

export type Column = Float64Array;

export function mean(column: Column): number {
  let sum = 0;
  for (const value of column) sum += value;
  return sum / column.length;
}

/** Σ x·y. */
export function dot(left: Column, right: Column): number {
  let sum = 0;
  for (let row = 0; row < left.length; row += 1) sum += left[row]! * right[row]!;
  return sum;
}

export function centred(column: Column): Column {
  const centre = mean(column);
  return column.map((value) => value - centre);
}

/** n − 1 in the denominator. */
export function sampleVariance(column: Column): number {
  const deviations = centred(column);
  return dot(deviations, deviations) / (column.length - 1);
}

/** The column moved and stretched to exactly this mean and sample standard deviation. */
export function standardised(column: Column, target: { readonly mean: number; readonly sd: number }): Column {
  const deviations = centred(column);
  const stretch = target.sd / Math.sqrt(sampleVariance(column));
  return deviations.map((value) => target.mean + stretch * value);
}

/** What is left of a column after regressing it on a constant and the others, one after the other. */
export function orthogonalTo(column: Column, others: readonly Column[]): Column {
  const basis: Column[] = [];
  for (const other of others) basis.push(withoutProjections(centred(other), basis));
  return withoutProjections(centred(column), basis);
}

function withoutProjections(column: Column, orthogonalBasis: readonly Column[]): Column {
  let rest = column;
  // Twice, because one pass of subtraction leaves the rounding errors of the first.
  for (let pass = 0; pass < 2; pass += 1)
    for (const direction of orthogonalBasis) {
      const slope = dot(rest, direction) / dot(direction, direction);
      rest = centred(rest.map((value, row) => value - slope * direction[row]!));
    }
  return rest;
}

export function pick(column: Column, rows: readonly number[]): Column {
  return Float64Array.from(rows, (row) => column[row]!);
}

/** Writes a picked column back to its rows. */
export function place(part: Column, rows: readonly number[], into: Column): void {
  for (const [index, row] of rows.entries()) into[row] = part[index]!;
}

export function roundedTo(column: Column, decimals: number): Column {
  return column.map((value) => Number(value.toFixed(decimals)));
}
