import { failure, success, type Outcome } from "../outcome.ts";
import { readProvenances, type FileProvenance } from "./local-folder.ts";
import { newestDefinition, removeNamedPortfolio, takeBack, type NamedPortfolio } from "./named-portfolios.ts";
import { nearestIds } from "./nearest-ids.ts";
import type { FileProblem } from "./problem.ts";
import { removeStored } from "./store-file.ts";

/** What was taken out of a folder: an imported file, or the name of a portfolio. */
export type Removed = FileProvenance | NamedPortfolio;

/** Removes every version of the imported file of that name, the files whose only series has that id, or the portfolio of that name; which they were. */
export function removeFile(localFolder: string, name: string): Outcome<readonly Removed[], FileProblem> {
  const stored = readProvenances(localFolder);
  if (!stored.ok) return stored;
  const asked = name.trim().toLowerCase();
  const ofName = stored.value.filter(({ file }) => file.toLowerCase() === asked);
  const ofSeries = stored.value.filter(({ series }) => series.length === 1 && series[0]?.id.toLowerCase() === asked);
  const removed = ofName.length > 0 ? ofName : ofSeries;
  const portfolio = removed.length === 0 ? removeNamedPortfolio(localFolder, name) : null;
  if (portfolio !== null) return success([portfolio]);
  if (removed.length === 0) {
    const known = stored.value.map(({ file }) => ({ id: file, name: file }));
    return failure({ kind: "bad-file", file: name, line: null, column: null, fault: "not-imported", found: nearestIds(name, known).join(", ") });
  }
  for (const provenance of removed) removeStored(localFolder, provenance);
  return success(removed);
}

/** Takes the last import, or the last naming of a portfolio, back: what it stood before is used again. */
export function undoImport(localFolder: string): Outcome<Removed, FileProblem> {
  const stored = readProvenances(localFolder);
  if (!stored.ok) return stored;
  const [last] = stored.value;
  const definition = newestDefinition(localFolder);
  if (definition !== null && (last === undefined || definition.definedAt > last.importedAt)) {
    takeBack(localFolder, definition);
    return success(definition);
  }
  if (last === undefined) return failure({ kind: "bad-file", file: "undo", line: null, column: null, fault: "nothing-to-undo", found: "" });
  removeStored(localFolder, last);
  return success(last);
}
