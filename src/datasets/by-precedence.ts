import type { FileContents } from "./file-contents.ts";

/** As much of a file as its standing depends on. */
interface PrecedenceFacts {
  readonly layout: FileContents["layout"];
  readonly series: readonly { readonly id: string }[];
}

/**
 * Files in the order in which their series stand for an id: the course's own two files, French's
 * 3-factor and momentum files, his 5-factor file (whose Mkt-RF, HML and RF the 3-factor file has too),
 * then any other. Between equals the given order decides: newest first.
 */
export function byPrecedence<File extends PrecedenceFacts>(files: readonly File[]): readonly File[] {
  return files.toSorted((a, b) => precedenceOf(a) - precedenceOf(b));
}

function precedenceOf({ layout, series }: PrecedenceFacts): number {
  if (layout === "course") return 0;
  if (layout !== "french") return 3;
  return series.some(({ id }) => id === "RMW") ? 2 : 1;
}
