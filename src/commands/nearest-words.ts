/** The known words most like the one asked for, best first: at most 3, none that shares less than half of it. */
export function nearestWords(asked: string, known: readonly string[]): readonly string[] {
  const wanted = asked.toLowerCase();
  return known
    .map((word) => ({ word, distance: editDistance(wanted, word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= Math.max(wanted.length, word.length) / 2)
    .sort((one, other) => one.distance - other.distance || one.word.localeCompare(other.word))
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Insertions, deletions, changes and swaps of neighbours that turn one word into the other (Damerau 1964). */
function editDistance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      let best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + change);
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) best = Math.min(best, at(row - 2, column - 2) + 1);
      rows[row]![column] = best;
    }
  }
  return at(one.length, other.length);
}
