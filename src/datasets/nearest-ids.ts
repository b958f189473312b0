/** What people type when they look for a series: its id, or its name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The ids most like what was typed, best first, three at most: one mistake in a short id, two in one of
 * four letters or more, or the beginning of an id ("Mkt"), or a word of the name ("Walmart").
 */
export function nearestIds(asked: string, known: readonly Named[]): readonly string[] {
  const typed = asked.trim().toLowerCase();
  const allowed = typed.length >= 4 ? 2 : 1;
  const distances = new Map<string, number>();
  for (const { id, name } of known) {
    const spelled = spellingDistance(typed, id.toLowerCase());
    const begun = typed.length >= 2 && id.toLowerCase().startsWith(typed);
    const called = typed.length >= 3 && name.toLowerCase().includes(typed);
    const distance = begun || called ? Math.min(spelled, 1) : spelled;
    if (distance <= allowed && distance < Math.max(typed.length, 2)) distances.set(id, distance);
  }
  return [...distances.keys()].sort((a, b) => distances.get(a)! - distances.get(b)!).slice(0, 3);
}

/**
 * How many single mistakes lie between two words: a letter left out, added, wrong, or swapped with its
 * neighbour (optimal string alignment; Damerau, "A technique for computer detection and correction of
 * spelling errors", 1964).
 */
export function spellingDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          last[column]! + 1,
          current[column - 1]! + 1,
          last[column - 1]! + (same ? 0 : 1),
          swapped ? beforeLast[column - 2]! + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
