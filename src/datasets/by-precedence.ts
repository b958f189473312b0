import type { FileContents } from "./file-contents.ts";

/** The parts of a file that decide its precedence. */
interface PrecedenceFacts {
  readonly layout: FileContents["layout"];
  /** French's own files name the version of CRSP that they were made with. */
  readonly vintage: string | null;
  readonly series: readonly { readonly id: string }[];
}

/**
 * Files by precedence, for when several have a series of the same id: the course's own two files, French's
 * 3-factor and momentum files, his 5-factor file (whose Mkt-RF, HML and RF the 3-factor file has too),
 * then tables that are only laid out as his are (some rows that somebody saved: 40 days would stand before a hundred
 * years), then any other. The sort is stable: files of equal rank stay in the input's order, newest first.
 */
export function byPrecedence<File extends PrecedenceFacts>(files: readonly File[]): readonly File[] {
  return files.toSorted((a, b) => precedenceOf(a) - precedenceOf(b));
}

function precedenceOf({ layout, vintage, series }: PrecedenceFacts): number {
  if (layout === "course") return 0;
  if (layout !== "french") return 5;
  return (series.some(({ id }) => id === "RMW") ? 2 : 1) + (vintage === null ? 2 : 0);
}
