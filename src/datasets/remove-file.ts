import { failure, success, type Outcome } from "../outcome.ts";
import { readProvenances, type FileProvenance } from "./local-folder.ts";
import { nearestIds } from "./nearest-ids.ts";
import type { FileProblem } from "./problem.ts";
import { removeStored } from "./store-file.ts";

/** Removes every version of the imported file of that name, or the files whose only series has that id; which they were. */
export function removeFile(localFolder: string, name: string): Outcome<readonly FileProvenance[], FileProblem> {
  const stored = readProvenances(localFolder);
  if (!stored.ok) return stored;
  const asked = name.trim().toLowerCase();
  const ofName = stored.value.filter(({ file }) => file.toLowerCase() === asked);
  const ofSeries = stored.value.filter(({ series }) => series.length === 1 && series[0]?.id.toLowerCase() === asked);
  const removed = ofName.length > 0 ? ofName : ofSeries;
  if (removed.length === 0) {
    const known = stored.value.map(({ file }) => ({ id: file, name: file }));
    return failure({ kind: "bad-file", file: name, line: null, column: null, fault: "not-imported", found: nearestIds(name, known).join(", ") });
  }
  for (const provenance of removed) removeStored(localFolder, provenance);
  return success(removed);
}

/** Takes the last import back: what it stood before is used again. */
export function undoImport(localFolder: string): Outcome<FileProvenance, FileProblem> {
  const stored = readProvenances(localFolder);
  if (!stored.ok) return stored;
  const [last] = stored.value;
  if (last === undefined) return failure({ kind: "bad-file", file: "undo", line: null, column: null, fault: "nothing-to-undo", found: "" });
  removeStored(localFolder, last);
  return success(last);
}
