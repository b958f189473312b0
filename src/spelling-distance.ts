/**
 * How many single mistakes lie between two words: a letter left out, added, wrong, or swapped with its
 * neighbour (optimal string alignment; Damerau, "A technique for computer detection and correction of
 * spelling errors", 1964).
 */
export function spellingDistance(a: string, b: string): number {
  const cost = (row: readonly number[], column: number): number => row[column] ?? Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          cost(last, column) + 1,
          cost(current, column - 1) + 1,
          cost(last, column - 1) + (same ? 0 : 1),
          swapped ? cost(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return cost(last, b.length);
}
