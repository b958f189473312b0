import type { FileProblem } from "./problem.ts";
import { isoDay } from "../calendar.ts";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { attempt, failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readDataFile } from "./data-file.ts";
import type { DataFile } from "./file-contents.ts";
import { contentKinds, readOptions, type ReadOptions } from "./read-options.ts";

/**
 * The folder of imported files. Each is stored as `<stem>.csv` with its metadata in `<stem>.json`, the stem being the
 * start of its sha256, or of another where a part of it was chosen, so no user's text becomes a path. A CSV without metadata is an interrupted
 * import and is ignored.
 */

/** A series without its numbers. */
const seriesSummary = v.pipe(
  v.object({
    id: v.string(),
    kind: v.picklist(["excess", "total", "rate"]),
    frequency: v.picklist(["daily", "weekly", "monthly", "annual"]),
    rows: v.number(),
    /** ISO dates. */
    first: v.string(),
    last: v.string(),
    blanks: v.number(),
    blanksBefore: v.number(),
    blanksAfter: v.number(),
  }),
  v.readonly(),
);

const fileProvenance = v.pipe(
  v.object({
    file: v.string(),
    sha256: v.string(),
    layout: v.picklist(["course", "french", "prices", "returns"]),
    vintage: v.nullable(v.string()),
    /** The content declared at import; null where the file determined it. Since 0.2 `options` holds it. */
    content: v.nullable(v.picklist(contentKinds)),
    /** What was said at the import. */
    options: v.optional(readOptions),
    /** The service that it was fetched from. */
    source: v.optional(v.picklist(["Tiingo", "Yahoo Finance"])),
    /** The address that it was downloaded from. */
    url: v.optional(v.string()),
    /** ISO date and time (UTC). */
    importedAt: v.string(),
    series: v.pipe(v.array(seriesSummary), v.readonly()),
  }),
  v.readonly(),
);

/** What is kept of an imported file beside its bytes. */
export type FileProvenance = v.InferOutput<typeof fileProvenance>;

const provenanceText = v.pipe(v.string(), v.parseJson(), fileProvenance);

/**
 * The name, without extension, of a file's CSV and metadata. A second column or section of the same file is another
 * import beside the first, and so is another name for its series.
 */
export function fileStem({ sha256, options = {} }: Pick<FileProvenance, "sha256" | "options">): string {
  const { column, as, section, region } = options;
  const part = [column, as, section, region];
  if (part.every((word) => word === undefined)) return sha256.slice(0, 16);
  return createHash("sha256").update(JSON.stringify([sha256, ...part.map((word) => word ?? null)])).digest("hex").slice(0, 16);
}

export function provenanceOf(data: DataFile, options: ReadOptions, importedAt: string, from: Pick<FileProvenance, "source" | "url"> = {}): FileProvenance {
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
  return { file, sha256, layout, vintage, content: options.kind ?? null, options, ...from, importedAt, series };
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
    const read = v.safeParse(provenanceText, textOf(join(folder, name)));
    // Before 0.2 the stem was the file's own, whatever was chosen of it.
    if (!read.success || ![fileStem(read.output), fileStem({ sha256: read.output.sha256 })].some((stem) => `${stem}.json` === name)) return changedSinceImport(name);
    provenances.push(read.output);
  }
  return success(provenances.sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)));
}

/** Every imported file, newest first; a problem where one has changed since its import. */
export function readLocalFolder(folder: string): Outcome<readonly DataFile[], FileProblem> {
  return attempt(function* () {
    const files: DataFile[] = [];
    for (const provenance of yield* readProvenances(folder)) {
      const { file, sha256 } = provenance;
      const bytes = yield* readStoredBytes(folder, provenance);
      const data = yield* readDataFile(file, bytes, optionsOf(provenance));
      if (data.sha256 !== sha256) return yield* changedSinceImport(file);
      files.push(data);
    }
    return files;
  });
}

/** What was said at the import: the file is read by it again. */
export const optionsOf = ({ options, content }: FileProvenance): ReadOptions => ({ rules: 0, ...(options ?? (content === null ? {} : { kind: content })) });

export function readStoredBytes(folder: string, provenance: FileProvenance): Outcome<Uint8Array, FileProblem> {
  for (const path of storedPaths(folder, provenance, "csv")) {
    try {
      return success(readFileSync(path));
    } catch {
      // The other name.
    }
  }
  return changedSinceImport(provenance.file);
}

/** Where a file of an import is, or was before 0.2. */
export function storedPaths(folder: string, provenance: Pick<FileProvenance, "sha256" | "options">, extension: "csv" | "json"): readonly string[] {
  const stems = new Set([fileStem(provenance), ...(existsSync(join(folder, `${fileStem(provenance)}.json`)) ? [] : [fileStem({ sha256: provenance.sha256 })])]);
  return [...stems].map((stem) => join(folder, `${stem}.${extension}`));
}

/** Null where it can't be read: a folder of that name, or a file of somebody else. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function changedSinceImport(file: string) {
  return failure({ kind: "bad-file", file, line: null, column: null, fault: "changed-since-import", found: "" });
}
