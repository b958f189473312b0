import type { ServerData } from "../../src/commands/data-service.ts";
import { readConfig, type Config } from "../../src/config.ts";
import { datasetsOfFiles, readSampleFolder, type SampleFolder } from "../../src/datasets/load-datasets.ts";
import { dataOf } from "../../src/programs/data-service.ts";

interface SampleData {
  readonly sample: SampleFolder;
  /** Where nothing is imported. Its regressions are solved once for all who ask. */
  readonly host: ServerData;
}

let read: SampleData | undefined;

/** The committed sample, read once by all tests of a worker: none of them changes it. */
export function sampleData(): SampleData {
  if (read !== undefined) return read;
  const { folders } = readConfig({});
  const sample = readSampleFolder(folders.sample);
  if (!sample.ok) throw new Error(JSON.stringify(sample.problem));
  return (read = { sample: sample.value, host: dataOf(datasetsOfFiles({ host: [], server: [] }, sample.value, {})) });
}

/** What contexts with these folders share: all of it, or the sample alone where files were imported. */
export const sharedData = ({ folders }: Pick<Config, "folders">, hasImports: boolean): Partial<SampleData> => {
  if (folders.sample !== readConfig({}).folders.sample) return {};
  const { sample, host } = sampleData();
  // What was shown lately and what was answered is remembered beside the data sets' object: each context has one of its own.
  return hasImports ? { sample } : { sample, host: { ...host, datasets: { ...host.datasets } } };
};
