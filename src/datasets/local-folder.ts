import type { FileProblem } from "./problem.ts";
import { isoDay } from "../calendar.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Series } from "../engine/series.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readDataFile } from "./data-file.ts";
import type { Content, DataFile } from "./file-contents.ts";

/**
 * The folder of imported files. Each stands there as `<start of its sha256>.csv` beside its papers,
 * `<start of its sha256>.json`: nobody's text becomes a path, and a file without papers is the rest of
 * an import that was cut off and does not count.
 */

/** What is kept of an imported file beside its bytes. */
export interface Papers extends Pick<DataFile, "file" | "sha256" | "layout" | "vintage"> {
  /** What the importer said the numbers are; null where the file told. */
  readonly content: Content | null;
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

/** How a file's bytes and papers are named. */
export const stem = (sha256: string): string => sha256.slice(0, 16);

export function papersOf(data: DataFile, content: Content | null, importedAt: string): Papers {
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

/** The papers of every imported file, the newest first; none where nothing was imported. */
export function readPapers(folder: string): Outcome<readonly Papers[], FileProblem> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /^[0-9a-f]{16}\.json$/.test(name));
  } catch {
    return success([]);
  }
  const papers: Papers[] = [];
  for (const name of names) {
    const read = parsePapers(readFileSync(join(folder, name), "utf8"));
    if (read === null || `${stem(read.sha256)}.json` !== name) return changed(name);
    papers.push(read);
  }
  return success(papers.sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1)));
}

/** Every imported file, the newest first; a problem where one is no longer what was imported. */
export function readLocalFolder(folder: string): Outcome<readonly DataFile[], FileProblem> {
  const papers = readPapers(folder);
  if (!papers.ok) return papers;
  const files: DataFile[] = [];
  for (const { file, sha256, content } of papers.value) {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(folder, `${stem(sha256)}.csv`));
    } catch {
      return changed(file);
    }
    const read = readDataFile(file, bytes, content ?? undefined);
    if (!read.ok) return read;
    if (read.value.sha256 !== sha256) return changed(file);
    files.push(read.value);
  }
  return success(files);
}

function parsePapers(text: string): Papers | null {
  try {
    const papers = JSON.parse(text) as Partial<Papers> | null;
    const whole =
      typeof papers?.file === "string" &&
      typeof papers.sha256 === "string" &&
      typeof papers.importedAt === "string" &&
      Array.isArray(papers.series);
    return whole ? (papers as Papers) : null;
  } catch {
    return null;
  }
}

function changed(file: string) {
  return failure({ kind: "bad-file", file, line: null, column: null, fault: "changed-since-import", found: "" });
}
