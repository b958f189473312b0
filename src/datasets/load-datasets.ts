import { parsePortfolio, portfolioText } from "./portfolio-expression.ts";
import type { FileProblem } from "./problem.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { attempt, failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { compareByCatalogue, nameOf } from "./catalogue.ts";
import { readDataFile } from "./data-file.ts";
import type { DataFile } from "./file-contents.ts";
import { datasetsOf } from "./datasets-of.ts";
import type { DataSeries, Datasets, Provenance } from "./datasets.ts";
import { readLocalFolder } from "./local-folder.ts";
import { readNamedPortfolios } from "./named-portfolios.ts";
import { savedNames } from "./saved-names.ts";
import { overlay } from "./series-layers.ts";
import { byPrecedence } from "./by-precedence.ts";
import { openStocksFile, stocksFile } from "./stocks-file.ts";

export interface DatasetFolders {
  /** The bundled sample: data/sample. */
  readonly sampleFolder: string;
  /** Imported files: data/local. It may be missing. */
  readonly localFolder?: string;
  /** A server's own files, which stand before those of the host. It may be missing. */
  readonly serverFolder?: string;
}

/** The imported files of a host and of one of its servers, newest first. */
export interface ImportedFiles {
  readonly host: readonly DataFile[];
  readonly server: readonly DataFile[];
}

export type ImportFolders = Omit<DatasetFolders, "sampleFolder">;

/**
 * Reads every series of the sample and of the imported files at start, except the numbers of the sample's stocks,
 * which are read when one of them is first needed.
 */
export function loadDatasets({ sampleFolder, ...folders }: DatasetFolders): Outcome<Datasets, FileProblem> {
  return attempt(function* () {
    const imported = yield* readImportedFiles(folders);
    return datasetsOfFiles(imported, yield* readSampleFolder(sampleFolder), folders);
  });
}

/** All numbers of the imported files: of a large course this takes a second. */
export function readImportedFiles({ localFolder, serverFolder }: ImportFolders): Outcome<ImportedFiles, FileProblem> {
  return attempt(function* () {
    const host = yield* localFolder === undefined ? success([]) : readLocalFolder(localFolder);
    const server = yield* serverFolder === undefined ? success([]) : readLocalFolder(serverFolder);
    return { host, server };
  });
}

/**
 * The series of files that were read.
 *
 * The sample's stocks are excluded once a market factor or a risk-free rate was imported: a regression of
 * simulated returns on real ones would print meaningless figures under real companies' names.
 *
 * There is one series per id and frequency: an imported one takes precedence over the sample's, and among
 * imported ones `byPrecedence` decides.
 */
export function datasetsOfFiles({ host, server }: ImportedFiles, sample: SampleFolder, { localFolder, serverFolder }: ImportFolders): Datasets {
  const imported = [...server, ...host];
  const candidates: readonly DataSeries[] = [
    ...byPrecedence(imported).flatMap((file) => seriesOf(file, "imported")),
    ...byPrecedence(sample.files).flatMap((file) => seriesOf(file, "simulated sample")),
    ...(hasMarketOrRate(imported) ? [] : sample.stocks),
  ];
  const folders = [serverFolder, localFolder].filter((folder) => folder !== undefined);
  return layered(candidates, folders.flatMap((folder) => readNamedPortfolios(folder)));
}

/**
 * One series per id and frequency: the first candidate's, with the days that it lacks from later candidates which
 * continue it. Those that don't stay in reach as `JPM@file`.
 */
function layered(candidates: readonly DataSeries[], stored: Datasets["portfolios"]): Datasets {
  const chosen = new Map<string, DataSeries>();
  const hidden: DataSeries[] = [];
  for (const series of candidates) {
    const key = `${series.id.toLowerCase()} ${series.frequency}`;
    const first = chosen.get(key);
    if (first === undefined) {
      chosen.set(key, series);
      continue;
    }
    const continued = continues(first, series);
    if (!continued && series.provenance.origin === "imported") hidden.push(series);
    if (continued) chosen.set(key, overlay(first, series));
    else if (completes(series, first)) chosen.set(key, { ...first, totals: series });
  }
  const withSavedName = savedNames([...chosen.values(), ...hidden]);
  const ids = [...chosen.values()].map(({ id }) => id);
  // An earlier version stored "JPM-1*WMT".
  const portfolios = stored.map((portfolio) => {
    const parsed = parsePortfolio(portfolio.expression, ids);
    return parsed.ok ? { ...portfolio, expression: portfolioText(parsed.value) } : portfolio;
  });
  return datasetsOf([...chosen.values()].map(withSavedName).sort(compareByCatalogue), hidden.map(withSavedName), portfolios);
}

/** Another version of the same returns: an earlier import of the same kind, and not another publisher's. */
export function continues(newer: SeriesNature, older: SeriesNature): boolean {
  const publisher = ({ provenance: { layout, file } }: SeriesNature) => (layout === "french" || layout === "course" ? `${layout} ${file.toLowerCase()}` : "");
  return newer.provenance.origin === "imported" && older.provenance.origin === "imported" && newer.kind === older.kind && publisher(newer) === publisher(older);
}

type SeriesNature = Pick<DataSeries, "kind"> & { readonly provenance: Pick<Provenance, "origin" | "layout" | "file"> };

/** Total returns of an asset that another file has as excess returns: they have the days that are blank there. */
function completes(candidate: DataSeries, chosen: DataSeries): boolean {
  return (
    chosen.kind === "excess" && candidate.kind === "total" && chosen.frequency === "daily" && chosen.totals === undefined && candidate.provenance.origin === chosen.provenance.origin
  );
}

function hasMarketOrRate(files: readonly DataFile[]): boolean {
  return files.some(({ series }) => series.some(({ id }) => id === "Mkt-RF" || id === "RF"));
}

export interface SampleFolder {
  readonly files: readonly DataFile[];
  /** Read when first needed; empty where the folder has no such file. */
  readonly stocks: readonly DataSeries[];
}

export function readSampleFolder(folder: string): Outcome<SampleFolder, FileProblem> {
  return attempt(function* () {
    const names = yield* csvNames(folder);
    const stocks = yield* names.includes(stocksFile) ? openStocksFile(join(folder, stocksFile)) : success([]);
    const files: DataFile[] = [];
    for (const name of names.filter((file) => file !== stocksFile).sort()) {
      files.push(yield* readDataFile(name, readFileSync(join(folder, name))));
    }
    return { files, stocks };
  });
}

function csvNames(folder: string): Outcome<readonly string[], FileProblem> {
  try {
    return success(readdirSync(folder).filter((name) => /\.csv$/i.test(name)));
  } catch {
    return failure({ kind: "bad-file", file: folder, line: null, column: null, fault: "missing", found: "" });
  }
}

export function seriesOf({ file, sha256, vintage, layout, series }: DataFile, origin: Provenance["origin"]): DataSeries[] {
  return series.map(({ content, ...fileSeries }) => {
    const ownLayout = layout === "course" || layout === "french" ? layout : content;
    const provenance: Provenance = { origin, file, sha256, vintage, layout: ownLayout };
    return { ...fileSeries, name: nameOf(fileSeries.id), provenance, earlier: [] };
  });
}
