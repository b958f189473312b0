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
import { byPrecedence } from "./by-precedence.ts";
import { openStocksFile, stocksFile } from "./stocks-file.ts";

export interface DatasetFolders {
  /** The bundled sample: data/sample. */
  readonly sampleFolder: string;
  /** Imported files: data/local. It may be missing. */
  readonly localFolder?: string;
}

/**
 * Reads every series of the sample and of the imported files at start, except the numbers of the sample's stocks,
 * which are read when one of them is first needed.
 *
 * The sample's stocks are excluded once a market factor or a risk-free rate was imported: a regression of
 * simulated returns on real ones would print meaningless figures under real companies' names.
 *
 * There is one series per id and frequency: an imported one takes precedence over the sample's, and among
 * imported ones `byPrecedence` decides.
 */
export function loadDatasets({ sampleFolder, localFolder }: DatasetFolders): Outcome<Datasets, FileProblem> {
  return attempt(function* () {
    const imported = yield* localFolder === undefined ? success([]) : readLocalFolder(localFolder);
    const sample = yield* readSampleFolder(sampleFolder);

    const chosen = new Map<string, DataSeries>();
    const candidates: readonly DataSeries[] = [
      ...byPrecedence(imported).flatMap((file) => seriesOf(file, "imported")),
      ...byPrecedence(sample.files).flatMap((file) => seriesOf(file, "simulated sample")),
      ...(hasMarketOrRate(imported) ? [] : sample.stocks),
    ];
    for (const series of candidates) {
      const key = `${series.id.toLowerCase()} ${series.frequency}`;
      const earlier = chosen.get(key);
      if (earlier === undefined) chosen.set(key, series);
      else if (completes(series, earlier)) chosen.set(key, { ...earlier, totals: series });
    }
    return datasetsOf([...chosen.values()].sort(compareByCatalogue));
  });
}

/** Total returns of an asset that another file has as excess returns: they have the days that are blank there. */
function completes(candidate: DataSeries, chosen: DataSeries): boolean {
  return (
    chosen.kind === "excess" && candidate.kind === "total" && chosen.frequency === "daily" && chosen.totals === undefined && candidate.provenance.origin === chosen.provenance.origin
  );
}

function hasMarketOrRate(files: readonly DataFile[]): boolean {
  return files.some(({ series }) => series.some(({ id }) => id === "Mkt-RF" || id === "RF"));
}

interface SampleFolder {
  readonly files: readonly DataFile[];
  /** Read when first needed; empty where the folder has no such file. */
  readonly stocks: readonly DataSeries[];
}

function readSampleFolder(folder: string): Outcome<SampleFolder, FileProblem> {
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

function seriesOf({ file, sha256, vintage, layout, series }: DataFile, origin: Provenance["origin"]): DataSeries[] {
  const provenance: Provenance = { origin, file, sha256, vintage, layout };
  return series.map((fileSeries) => ({ ...fileSeries, name: nameOf(fileSeries.id), provenance }));
}
