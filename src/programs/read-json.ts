import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FaultyTexts } from "../written-text.ts";

/** The program's teaching texts: every JSON file of a folder, by name. Throws where one can't be read: a broken installation. */
export function readJsonFolder(folder: string): readonly { readonly file: string; readonly content: unknown }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((file) => ({ file, content: readJsonFile(join(folder, file)) }));
}

export function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new FaultyTexts("teaching texts", [`${path}: can't be read as JSON`], { cause: error });
  }
}
