import type { FileProblem } from "./problem.ts";
import { all, attempt, failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { byPrecedence } from "./by-precedence.ts";
import { isPublishedFactor } from "./catalogue.ts";
import { readDataFile } from "./data-file.ts";
import { stopsImport } from "./day-doubts.ts";
import type { DataFile, FileNote } from "./file-contents.ts";
import { continues, readSampleFolder } from "./load-datasets.ts";
import { fileStem, provenanceOf, readProvenances } from "./local-folder.ts";
import type { FileProvenance } from "./local-folder.ts";
import type { DayDoubt } from "./problem.ts";
import { readFromDisk } from "./read-from-disk.ts";
import { namingRules, type ReadOptions } from "./read-options.ts";
import { saysSimulated, simulatedCopy } from "./simulated-copy.ts";
import { checkQuota } from "./server-quota.ts";
import { storeFile } from "./store-file.ts";
import { calendarNotes } from "./other-calendar.ts";
import { maxFileBytes, unpack } from "./unpack.ts";
import type { NamedBytes, UnpackedFile } from "./unpack.ts";
import { changesOf, readOthers, type SeriesChange } from "./other-imports.ts";
import { doubtsOf, marketOf, nameDoubts } from "./import-doubts.ts";

export interface ImportOptions extends ReadOptions {
  /** The folder of imported files: data/local. */
  readonly localFolder: string;
  /** The host's folder where `localFolder` is a server's: its market factor and its series count too. */
  readonly hostFolder?: string;
  /** The bundled sample's folder: what is its numbers is refused. Left out, nothing is compared with it. */
  readonly sampleFolder?: string;
  /** The time of the import; now by default. */
  readonly now?: Date;
  /** The service it was fetched from. */
  readonly source?: FileProvenance["source"];
  /** The address it was downloaded from. */
  readonly url?: FileProvenance["url"];
}

/** An imported file and its effect on the loaded data. */
export interface ImportResult extends FileProvenance {
  /** What was recognized. */
  readonly form: DataFile["form"];
  /** Columns without a single return, which are not loaded. */
  readonly empty: readonly string[];
  readonly notes: readonly FileNote[];
  /** Doubtful days that `accept` let pass, and those that are only reported. */
  readonly doubts: readonly DayDoubt[];
  /** What it adds to and revises of series that an older import has. */
  readonly changes: readonly SeriesChange[];
  /** When the replaced file of the same name was imported; null where there was none. */
  readonly replaced: string | null;
  /** The import of this folder that has the same bytes and gives the same series; null where there is none. */
  readonly same: Pick<FileProvenance, "file" | "importedAt"> | null;
  /** Series that another imported file of higher precedence provides. */
  readonly shadowed: readonly { readonly series: string; readonly file: string }[];
  /** Series of other files that this one stands before. */
  readonly hides: readonly { readonly series: string; readonly file: string }[];
  /** Returns without a market factor of the market: replies to them would be refused. */
  readonly lacksMarket: boolean;
  /** Some column is prices, made returns. */
  readonly holdsPrices: boolean;
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
    const prepared = yield* prepareImport(file, options);
    // A server's folder, beside its host's, is bounded.
    if (options.hostFolder !== undefined) yield* checkQuota(options.localFolder, prepared.result, prepared.bytes.length);
    return yield* storeImport(prepared, options.localFolder);
  });
}

/** An import that was read and checked and not stored. */
interface PreparedImport {
  readonly bytes: Uint8Array;
  readonly result: ImportResult;
}

export function prepareImport(file: NamedBytes, options: ImportOptions): Outcome<PreparedImport, FileProblem> {
  const { localFolder, hostFolder, sampleFolder, now = new Date(), source, url, ...said } = options;
  return attempt(function* () {
    const { name, bytes, sheet } = yield* unpack(file, maxFileBytes, said.section);
    const readWith: ReadOptions = { ...said, ...(sheet === undefined ? {} : { section: sheet.name }), asOf: said.asOf ?? now.toISOString().slice(0, 10), rules: namingRules };
    const data = yield* inSheet(readDataFile(name, bytes, readWith), sheet?.name);
    const copied = sampleFolder === undefined ? null : simulatedCopy(data, yield* readSampleFolder(sampleFolder));
    if (copied !== null || saysSimulated(bytes)) return yield* failure({ kind: "bad-file", file: name, line: null, column: copied?.series ?? null, fault: "simulated", found: copied?.sample ?? "" } as const);
    const folders = [localFolder, ...(hostFolder === undefined ? [] : [hostFolder])];
    const others = (yield* all(folders.map((folder) => readOthers(folder, data, readWith)))).flat();
    const doubts = [...doubtsOf(data, others, now.toISOString().slice(0, 10)), ...nameDoubts(data, others)];
    const stopping = doubts.filter(stopsImport);
    if (stopping.length > 0 && said.accept !== true) {
      return yield* failure({ kind: "bad-file", file: name, line: null, column: null, fault: "doubtful-days", found: "", doubts: stopping } as const);
    }
    const provenance = provenanceOf(data, readWith, now.toISOString(), { source, url });
    const ids = new Set([data, ...others.map((other) => other.data)].flatMap(({ series }) => series.map(({ id }) => id)));
    const result: ImportResult = {
      ...provenance,
      form: data.form,
      empty: data.empty,
      notes: [...data.notes, ...sheetNotes(sheet), ...calendarNotes(data.series, marketOf("daily", data, others))],
      doubts,
      changes: changesOf(data, others),
      replaced: null,
      same: sameImport(provenance, yield* readProvenances(localFolder)),
      ...precedenceOf(provenance, others.map((other) => other.provenance)),
      lacksMarket: data.layout !== "course" && !ids.has("Mkt-RF") && data.series.some(({ id, kind }) => kind !== "rate" && !isPublishedFactor(id)),
      holdsPrices: data.series.some(({ content }) => content === "prices"),
    };
    return { bytes, result };
  });
}

/** Of a workbook's sheet, a problem names it: the file has others. */
const inSheet = (read: Outcome<DataFile, FileProblem>, sheet: string | undefined): Outcome<DataFile, FileProblem> =>
  read.ok || sheet === undefined ? read : failure({ ...read.problem, file: `${read.problem.file}, sheet ${sheet}` });

const sheetNotes = (sheet: UnpackedFile["sheet"]): readonly FileNote[] =>
  sheet === undefined || sheet.all.length < 2 ? [] : [{ kind: "section", title: sheet.name, sections: sheet.all.length, isSheet: true }];

function storeImport({ bytes, result }: PreparedImport, localFolder: string): Outcome<ImportResult, FileProblem> {
  const { file, sha256, layout, vintage, content, options, importedAt, source, url, series } = result;
  const stored = storeFile(localFolder, bytes, { file, sha256, layout, vintage, content, options, importedAt, source, url, series });
  return stored.ok ? success({ ...result, replaced: stored.value.replaced }) : stored;
}

function sameImport({ sha256, options, series }: FileProvenance, others: readonly FileProvenance[]): ImportResult["same"] {
  const found = others.find((other) => fileStem(other) === fileStem({ sha256, options }) && JSON.stringify(other.series) === JSON.stringify(series));
  return found === undefined ? null : { file: found.file, importedAt: found.importedAt };
}

/** Between files that don't continue each other: whose series the answers use. */
function precedenceOf(provenance: FileProvenance, others: readonly FileProvenance[]): Pick<ImportResult, "shadowed" | "hides"> {
  const ordered = byPrecedence([provenance, ...others]);
  const shadowed: { series: string; file: string }[] = [];
  const hides: { series: string; file: string }[] = [];
  for (const series of provenance.series) {
    const owners = ordered.flatMap((file) => {
      const own = file.series.find((one) => one.id.toLowerCase() === series.id.toLowerCase() && one.frequency === series.frequency);
      return own === undefined ? [] : [{ file, own }];
    });
    const nature = ({ file, own }: (typeof owners)[number]) => ({ kind: own.kind, provenance: { origin: "imported" as const, layout: file.layout, file: file.file } });
    const [owner, ...rest] = owners;
    const mine = owners.find(({ file }) => file === provenance);
    if (owner === undefined || mine === undefined) continue;
    if (owner !== mine && !continues(nature(owner), nature(mine))) shadowed.push({ series: series.id, file: owner.file.file });
    if (owner === mine) {
      for (const other of rest) if (!continues(nature(mine), nature(other))) hides.push({ series: series.id, file: other.file.file });
    }
  }
  return { shadowed, hides };
}
