import type { DataSeries } from "./datasets.ts";

/**
 * Shown code reads files by name, and two imports can have the same one (a term's UPX.csv, and the next term's). Where
 * the loaded series come from several files of one name, each is saved under a name with its sha in it, so that the
 * code can't read one of them for the other. Names that differ in capitals only are the same file on most systems.
 */
export function savedNames(all: readonly DataSeries[]): (series: DataSeries) => DataSeries {
  const shasOf = new Map<string, Set<string>>();
  for (const { file, sha256 } of all.flatMap(filesOf)) {
    const key = file.toLowerCase();
    shasOf.set(key, (shasOf.get(key) ?? new Set()).add(sha256));
  }
  const isShared = ({ file }: File): boolean => (shasOf.get(file.toLowerCase())?.size ?? 0) > 1;
  const named = <T extends File>(file: T): T => (isShared(file) ? { ...file, savedAs: savedName(file) } : file);
  const rename = (series: DataSeries): DataSeries => {
    // A series that is read when it is first needed must not be copied: no file of the sample shares its name.
    if (!filesOf(series).some(isShared)) return series;
    const { totals, ...own } = series;
    return { ...own, provenance: named(own.provenance), earlier: own.earlier.map(named), ...(totals === undefined ? {} : { totals: rename(totals) }) };
  };
  return rename;
}

interface File {
  readonly file: string;
  readonly sha256: string;
}

const filesOf = ({ provenance, earlier, totals }: DataSeries): readonly File[] =>
  provenance.origin === "imported" ? [provenance, ...earlier, ...(totals === undefined ? [] : filesOf(totals))] : [];

/** UPX.csv of sha 1a2b3c4… is UPX-1a2b3c4.csv. */
function savedName({ file, sha256 }: File): string {
  const end = file.lastIndexOf(".");
  const stem = end > 0 ? file.slice(0, end) : file;
  return `${stem}-${sha256.slice(0, 7)}${file.slice(stem.length)}`;
}
