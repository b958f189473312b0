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
  /** What was imported: data/local. Where it is missing, nothing was. */
  readonly localFolder?: string;
}

/**
 * Reads every series of the sample and of what was imported before the first question, but for the numbers of
 * the sample's stocks, which wait until one of them is asked for.
 *
 * The sample's stocks are left out where a market factor or a risk-free rate was imported: a regression of
 * simulated days on real ones finds nothing, and says so in real names.
 *
 * One series stands for an id and a frequency: an imported one before the sample's, and among the
 * imported the one of the file that `byPrecedence` puts first.
 */
export function loadDatasets({ sampleFolder, localFolder }: DatasetFolders): Outcome<Datasets, FileProblem> {
  return attempt(function* () {
    const imported = yield* localFolder === undefined ? success([]) : readLocalFolder(localFolder);
    const sample = yield* readSampleFolder(sampleFolder);

    const chosen = new Map<string, DataSeries>();
    const candidates = [
      ...byPrecedence(imported).flatMap((file) => seriesOf(file, "imported")),
      ...byPrecedence(sample.files).flatMap((file) => seriesOf(file, "simulated sample")),
      ...(hasMarketOrRate(imported) ? [] : sample.stocks),
    ];
    for (const series of candidates) {
      const key = `${series.id.toLowerCase()} ${series.frequency}`;
      if (!chosen.has(key)) chosen.set(key, series);
    }
    return datasetsOf([...chosen.values()].sort(compareByCatalogue));
  });
}

function hasMarketOrRate(files: readonly DataFile[]): boolean {
  return files.some(({ series }) => series.some(({ id }) => id === "Mkt-RF" || id === "RF"));
}

interface SampleFolder {
  readonly files: readonly DataFile[];
  /** Read when they are asked for; none where the folder has no such file. */
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
