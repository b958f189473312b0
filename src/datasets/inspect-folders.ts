import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileStem, readLocalFolder, readProvenances } from "./local-folder.ts";
import type { FileProblem } from "./problem.ts";

/** What a host would not notice of its folders of imported files. */
interface FolderInspection {
  /** Servers whose own files can't be read: they are answered from the host's. */
  readonly servers: readonly { readonly guild: string; readonly problem: FileProblem }[];
  /** Data files beside the imported ones that no import left there: nothing reads them. */
  readonly strays: readonly string[];
}

/** Only reads. The host's own files are checked where they are loaded. */
export function inspectFolders(localFolder: string): FolderInspection {
  const servers = namesIn(join(localFolder, "servers")).flatMap((guild) => {
    const read = readLocalFolder(join(localFolder, "servers", guild));
    return read.ok ? [] : [{ guild, problem: read.problem }];
  });
  const imported = readProvenances(localFolder);
  const stems = new Set(imported.ok ? imported.value.flatMap((one) => [fileStem(one), fileStem({ sha256: one.sha256 })]) : []);
  const strays = namesIn(localFolder).filter((name) => isDataFile(name) && !stems.has(name.replace(/\.[a-z]+$/u, "")));
  return { servers, strays };
}

/** Of the program's own files, one is JSON. */
const isDataFile = (name: string): boolean => /\.(?:csv|txt|json|xlsx?|zip|gz)$/iu.test(name) && name !== "logins.json";

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
