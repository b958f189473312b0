/** A table as comma-separated text at full precision; cells with commas or quotes are quoted. */
export function csv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return [header, ...rows].map(lineOf).join("");
}

/** Rows of a part: a few milliseconds of work. */
const rowsPerPart = 1000;

/** A table too long to be made in one go: its parts, each made when it is taken. */
export function csvParts(header: readonly string[], length: number, row: (index: number) => readonly (string | number | null)[]): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      yield lineOf(header);
      for (let start = 0; start < length; start += rowsPerPart) {
        yield Array.from({ length: Math.min(rowsPerPart, length - start) }, (_, index) => lineOf(row(start + index))).join("");
      }
    },
  };
}

const lineOf = (row: readonly (string | number | null)[]): string => `${row.map(cell).join(",")}\n`;

function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
