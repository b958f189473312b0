/** The committed sample, read back from its files with nothing of the program's own readers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const sampleFolder = join(import.meta.dirname, "../../../data/sample");

/** Column → ISO date → the number as the file has it. */
export type Table = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function readCourseTable(file: string): { readonly table: Table; readonly dates: readonly string[] } {
  const lines = readText(file).trimEnd().split("\n");
  return { table: columnsOf(lines, (date) => date), dates: lines.slice(1).map((line) => line.split(",")[0]!) };
}

/** The first table of a file in French's layout: days ("2024-12-31") or months ("2024-12"), in percent. */
export function readFrenchTable(file: string): Table {
  return frenchTables(file)[0]!;
}

/** Every table of a file in French's layout, in order; years are "2024". */
export function frenchTables(file: string): readonly Table[] {
  const blocks = readText(file).split("\r\n\r\n");
  return blocks
    .map((block) => block.split("\r\n"))
    .map((lines) => lines.slice(lines.findIndex((line) => line.startsWith(","))))
    .filter((lines) => lines[0]?.startsWith(",") === true)
    .map((lines) => columnsOf(lines, withDashes));
}

export function readText(file: string): string {
  return readFileSync(join(sampleFolder, file), "utf8");
}

function columnsOf(lines: readonly string[], dateOf: (cell: string) => string): Table {
  const names = lines[0]!.split(",").slice(1);
  const rows = lines.slice(1).map((line) => line.split(","));
  return new Map(
    names.map((name, column) => [
      name,
      new Map(
        rows
          .filter((cells) => cells[column + 1] !== "")
          .map((cells) => [dateOf(cells[0]!.trim()), Number(cells[column + 1])]),
      ),
    ]),
  );
}

function withDashes(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter((part) => part !== "").join("-");
}
