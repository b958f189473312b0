import { count } from "./numbers.ts";

/** An imported file, declared here so that render does not depend on datasets. */
export interface StoredFile {
  readonly file: string;
  readonly importedAt: string;
  readonly source?: string | undefined;
  readonly series: readonly { readonly id: string; readonly frequency: string; readonly rows: number; readonly first: string; readonly last: string }[];
}

/** A portfolio that was named, declared here as the files are. */
export interface StoredPortfolio {
  readonly name: string;
  readonly expression: string;
  readonly definedAt: string;
}

const shownSeries = 8;

/** What was taken out: "TECH (0.5*AAPL+0.5*MSFT), named 2026-11-27". */
export const removedWords = (removed: StoredFile | StoredPortfolio): string =>
  "expression" in removed ? `${removed.name} (${removed.expression}), named ${removed.definedAt.slice(0, 10)}` : `${removed.file}, imported ${removed.importedAt.slice(0, 10)}`;

/** The imported files, newest first: a line each, and one for its series. */
export function storedFileLines(files: readonly StoredFile[]): readonly string[] {
  if (files.length === 0) return ["Nothing is imported: answers use the simulated sample."];
  return files.flatMap(({ file, importedAt, source, series }) => {
    const shown = series.slice(0, shownSeries).map(({ id, frequency, rows, first, last }) => `${id} ${frequency} ${first} to ${last} (${count(rows)})`);
    const others = series.length - shown.length;
    return [
      `${file} · ${source === undefined ? "imported" : `fetched from ${source}`} ${importedAt.slice(0, 10)}`,
      `  ${[...shown, ...(others > 0 ? [`and ${count(others)} more`] : [])].join(", ")}`,
    ];
  });
}
