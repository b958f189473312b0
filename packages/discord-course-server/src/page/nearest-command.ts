/** The command that a mistyped one is most like. */
import type { CommandListing } from "../page-protocol.ts";

/** "/beta" for "/bta"; null where nothing is within one mistake, or two in names of six letters and more. */
export function nearestCommand(asked: string, commands: readonly CommandListing[]): string | null {
  const typed = asked.replace(/^\//, "").toLowerCase();
  const most = typed.length >= 6 ? 2 : 1;
  const [best] = commands
    .filter(({ kind, path }) => kind === "slash" && path.length === 1)
    .map(({ path: [name = ""] }) => ({ name, mistakes: mistakesBetween(typed, name.toLowerCase()) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((one, other) => one.mistakes - other.mistakes);
  return best && typed.length > most ? `/${best.name}` : null;
}

/** Letters left out, added, changed or swapped with their neighbour (optimal string alignment). */
function mistakesBetween(one: string, other: string): number {
  const cost = (row: readonly number[], column: number): number => row[column] ?? Infinity;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          cost(last, column) + 1,
          cost(current, column - 1) + 1,
          cost(last, column - 1) + (isSame ? 0 : 1),
          isSwapped ? cost(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return cost(last, other.length);
}
