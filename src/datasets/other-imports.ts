import type { FileProblem } from "./problem.ts";
import { isoDay } from "../calendar.ts";
import { attempt } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readDataFile } from "./data-file.ts";
import type { DataFile } from "./file-contents.ts";
import { continues, seriesOf } from "./load-datasets.ts";
import { fileStem, optionsOf, readProvenances, readStoredBytes } from "./local-folder.ts";
import type { FileProvenance } from "./local-folder.ts";
import type { ReadOptions } from "./read-options.ts";
import { layerChange, type LayerChange } from "./series-layers.ts";

export interface OtherImport {
  readonly provenance: FileProvenance;
  readonly data: DataFile;
}

/** The other imports that have one of these series, or the market, with their numbers; newest first. */
export function readOthers(folder: string, data: DataFile, options: ReadOptions): Outcome<readonly OtherImport[], FileProblem> {
  return attempt(function* () {
    const wanted = new Set([...data.series.map(({ id }) => id.toLowerCase()), "mkt-rf"]);
    const others: OtherImport[] = [];
    for (const provenance of yield* readProvenances(folder)) {
      if (fileStem(provenance) === fileStem({ sha256: data.sha256, options }) || !provenance.series.some(({ id }) => wanted.has(id.toLowerCase()))) continue;
      const bytes = yield* readStoredBytes(folder, provenance);
      others.push({ provenance, data: yield* readDataFile(provenance.file, bytes, optionsOf(provenance)) });
    }
    return others;
  });
}

/** Each series with that of the newest older file that has it and that this one continues. */
export function continuedBy(data: DataFile, others: readonly OtherImport[]) {
  return seriesOf(data, "imported").flatMap((series) => {
    for (const other of others) {
      const older = seriesOf(other.data, "imported").find((one) => one.id.toLowerCase() === series.id.toLowerCase() && one.frequency === series.frequency && continues(series, one));
      if (older !== undefined) return [{ series, older, olderFile: other.data }];
    }
    return [];
  });
}

export interface SeriesChange extends LayerChange {
  /** The first day of newer prices that begin after the older file's end: it has no return; null where the two meet. */
  readonly withoutReturn: string | null;
  readonly series: string;
  readonly frequency: string;
  readonly file: string;
}

export function changesOf(data: DataFile, others: readonly OtherImport[]): readonly SeriesChange[] {
  return continuedBy(data, others).map(({ series, older }) => {
    const since = data.series.find(({ id, frequency }) => id === series.id && frequency === series.frequency)?.pricedSince;
    const withoutReturn = since !== undefined && since > older.days.at(-1)! ? isoDay(since) : null;
    return { series: series.id, frequency: series.frequency, file: older.provenance.file, withoutReturn, ...layerChange(series, older) };
  });
}
