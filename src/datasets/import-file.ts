import type { FileProblem } from "./problem.ts";
import { attempt } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readDataFile } from "./data-file.ts";
import type { ContentKind } from "./file-contents.ts";
import { provenanceOf } from "./local-folder.ts";
import type { FileProvenance } from "./local-folder.ts";
import { readFromDisk } from "./read-from-disk.ts";
import { byPrecedence } from "./by-precedence.ts";
import { storeFile } from "./store-file.ts";
import { unpack } from "./unpack.ts";
import type { NamedBytes } from "./unpack.ts";

export interface ImportOptions {
  /** The folder of imported files: data/local. */
  readonly localFolder: string;
  /** What the numbers are, for a file whose layout, name and values do not determine it. */
  readonly content?: ContentKind;
  /** The time of the import; now by default. */
  readonly now?: Date;
}

/** An imported file and its effect on the loaded data. */
export interface ImportResult extends FileProvenance {
  /** Columns without a single return, which are not loaded. */
  readonly empty: readonly string[];
  /** When the replaced file of the same name was imported; null where there was none. */
  readonly replaced: string | null;
  /** Series that another imported file of higher precedence provides. */
  readonly shadowed: readonly { readonly series: string; readonly file: string }[];
}

/** Reads, checks and stores a file from the disk; an invalid file is not stored. */
export function importFile(path: string, options: ImportOptions): Outcome<ImportResult, FileProblem> {
  return attempt(function* () {
    return yield* importBytes(yield* readFromDisk(path), options);
  });
}

/** The same for bytes from a download or an upload. */
export function importBytes(file: NamedBytes, options: ImportOptions): Outcome<ImportResult, FileProblem> {
  return attempt(function* () {
    const { name, bytes } = yield* unpack(file);
    const data = yield* readDataFile(name, bytes, options.content);
    const provenance = provenanceOf(data, options.content ?? null, (options.now ?? new Date()).toISOString());
    const { otherFiles, replaced } = yield* storeFile(options.localFolder, bytes, provenance);
    return { ...provenance, empty: data.empty, replaced, shadowed: shadowedSeries(provenance, otherFiles) };
  });
}

function shadowedSeries(provenance: FileProvenance, otherFiles: readonly FileProvenance[]): ImportResult["shadowed"] {
  const ordered = byPrecedence([provenance, ...otherFiles]);
  return provenance.series.flatMap(({ id, frequency }) => {
    const owner = ordered.find(({ series }) =>
      series.some((candidate) => candidate.id.toLowerCase() === id.toLowerCase() && candidate.frequency === frequency),
    );
    return owner === undefined || owner === provenance ? [] : [{ series: id, file: owner.file }];
  });
}
