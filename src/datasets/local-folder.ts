import type { FileProblem } from "./problem.ts";
import { isoDay } from "../calendar.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Series } from "../engine/series.ts";
import { attempt, failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readDataFile } from "./data-file.ts";
import type { ContentKind, DataFile } from "./file-contents.ts";

/**
 * The folder of imported files. Each is stored as `<start of its sha256>.csv` with its metadata in
 * `<start of its sha256>.json`, so no user's text becomes a path. A CSV without metadata is an interrupted
 * import and is ignored.
 */

/** The metadata of an imported file. */
export interface FileProvenance extends Pick<DataFile, "file" | "sha256" | "layout" | "vintage"> {
  /** The content declared at import; null where the file determined it. */
  readonly content: ContentKind | null;
  /** ISO date and time (UTC). */
  readonly importedAt: string;
  readonly series: readonly SeriesSummary[];
}

/** A series without its numbers. */
export interface SeriesSummary extends Pick<Series, "id" | "kind" | "frequency"> {
  readonly rows: number;
  /** ISO dates. */
  readonly first: string;
  readonly last: string;
  readonly blanks: number;
  readonly blanksBefore: number;
  readonly blanksAfter: number;
}

/** The name, without extension, of a file's CSV and metadata. */
export const fileStem = (sha256: string): string => sha256.slice(0, 16);

export function provenanceOf(data: DataFile, content: ContentKind | null, importedAt: string): FileProvenance {
  const { file, sha256, layout, vintage } = data;
  const series = data.series.map(({ id, kind, frequency, days, blanks, blanksBefore, blanksAfter }) => ({
    id,
    kind,
    frequency,
    rows: days.length,
    first: isoDay(days[0]!),
    last: isoDay(days.at(-1)!),
    blanks,
    blanksBefore,
    blanksAfter,
  }));
  return { file, sha256, layout, vintage, content, importedAt, series };
}

/** The metadata of every imported file, newest first; empty where nothing was imported. */
export function readProvenances(folder: string): Outcome<readonly FileProvenance[], FileProblem> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /^[0-9a-f]{16}\.json$/.test(name));
  } catch {
    return success([]);
  }
  const provenances: FileProvenance[] = [];
  for (const name of names) {
    const read = parseProvenance(readFileSync(join(folder, name), "utf8"));
    if (read === null || `${fileStem(read.sha256)}.json` !== name) return changedSinceImport(name);
    provenances.push(read);
  }
  return success(provenances.sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)));
}

/** Every imported file, newest first; a problem where one has changed since its import. */
export function readLocalFolder(folder: string): Outcome<readonly DataFile[], FileProblem> {
  return attempt(function* () {
    const files: DataFile[] = [];
    for (const { file, sha256, content } of yield* readProvenances(folder)) {
      const bytes = yield* readStoredBytes(folder, sha256, file);
      const data = yield* readDataFile(file, bytes, content ?? undefined);
      if (data.sha256 !== sha256) return yield* changedSinceImport(file);
      files.push(data);
    }
    return files;
  });
}

function readStoredBytes(folder: string, sha256: string, file: string): Outcome<Uint8Array, FileProblem> {
  try {
    return success(readFileSync(join(folder, `${fileStem(sha256)}.csv`)));
  } catch {
    return changedSinceImport(file);
  }
}

function parseProvenance(text: string): FileProvenance | null {
  try {
    const provenance = JSON.parse(text) as Partial<FileProvenance> | null;
    const isComplete =
      typeof provenance?.file === "string" &&
      typeof provenance.sha256 === "string" &&
      typeof provenance.importedAt === "string" &&
      Array.isArray(provenance.series);
    return isComplete ? (provenance as FileProvenance) : null;
  } catch {
    return null;
  }
}

function changedSinceImport(file: string) {
  return failure({ kind: "bad-file", file, line: null, column: null, fault: "changed-since-import", found: "" });
}
