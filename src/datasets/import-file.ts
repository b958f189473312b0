import type { FileProblem } from "./problem.ts";
import { success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readDataFile } from "./data-file.ts";
import type { Content } from "./file-contents.ts";
import { papersOf } from "./local-folder.ts";
import type { Papers } from "./local-folder.ts";
import { readFromDisk } from "./read-from-disk.ts";
import { inOrderOfStanding } from "./standing.ts";
import { storeFile } from "./store-file.ts";
import { unpack } from "./unpack.ts";
import type { NamedBytes } from "./unpack.ts";

export interface ImportOptions {
  /** Where imported files are kept: data/local. */
  readonly localFolder: string;
  /** What the numbers are, for a file that does not tell by its layout, its name or its values. */
  readonly content?: Content;
  /** The time of the import; now, unless a test says otherwise. */
  readonly now?: Date;
}

/** What an import found and stored. */
export interface Imported extends Papers {
  /** Columns without a single return: nothing of them is loaded. */
  readonly empty: readonly string[];
  /** When a file of this name was imported before, whose place this one took; null where none was. */
  readonly replaced: string | null;
  /** Series that stay with another imported file, which stands before this one. */
  readonly standsElsewhere: readonly { readonly series: string; readonly file: string }[];
}

/** Reads, checks and stores a file of the disk; of a file with a fault nothing is stored. */
export function importFile(path: string, options: ImportOptions): Outcome<Imported, FileProblem> {
  const read = readFromDisk(path);
  return read.ok ? importBytes(read.value, options) : read;
}

/** The same for bytes that came another way: a download, an upload. */
export function importBytes(given: NamedBytes, options: ImportOptions): Outcome<Imported, FileProblem> {
  const unpacked = unpack(given);
  if (!unpacked.ok) return unpacked;
  const { name, bytes } = unpacked.value;
  const read = readDataFile(name, bytes, options.content);
  if (!read.ok) return read;

  const papers = papersOf(read.value, options.content ?? null, (options.now ?? new Date()).toISOString());
  const stored = storeFile(options.localFolder, bytes, papers);
  if (!stored.ok) return stored;
  const { before, replaced } = stored.value;
  const standsElsewhere = seriesThatStandElsewhere(papers, before);
  return success({ ...papers, empty: read.value.empty, replaced, standsElsewhere });
}

function seriesThatStandElsewhere(papers: Papers, before: readonly Papers[]): Imported["standsElsewhere"] {
  const ordered = inOrderOfStanding([papers, ...before]);
  return papers.series.flatMap(({ id, frequency }) => {
    const holder = ordered.find(({ series }) =>
      series.some((one) => one.id.toLowerCase() === id.toLowerCase() && one.frequency === frequency),
    );
    return holder === undefined || holder === papers ? [] : [{ series: id, file: holder.file }];
  });
}
