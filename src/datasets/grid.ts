import Papa from "papaparse";

/** A line of a file as cells; `line` is its number, 1 for the file's first (a quoted cell may hold further lines). */
export interface GridLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A text file as cells. */
export interface Grid {
  readonly delimiter: string;
  readonly lines: readonly GridLine[];
  /** A line with an opened and not closed quotation mark; null where there is none. */
  readonly badQuotes: GridLine | null;
}

export function gridOf(text: string): Grid {
  const delimiter = delimiterOf(text);
  const lines: GridLine[] = [];
  const state: { badQuotes: GridLine | null } = { badQuotes: null };
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }) => {
      const row = { line, cells: data.map((cell) => cell.trim()) };
      if (errors.length > 0) state.badQuotes ??= row;
      lines.push(row);
      line += 1 + data.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    },
  });
  return { delimiter, lines, badQuotes: state.badQuotes };
}

/** Of comma, semicolon, tab and bar the one that most lines have equally often; commas where none does. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 200_000).split("\n").filter((line) => line.trim() !== "").slice(0, 500);
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of [";", "\t", "|", ","]) {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const score = Math.max(0, ...counts.values());
    if (score > 1.25 * best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

export const isBlankLine = ({ cells }: GridLine): boolean => cells.every((cell) => cell === "");
