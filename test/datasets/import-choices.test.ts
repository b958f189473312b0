import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepareImport } from "../../src/datasets/import-file.ts";
import { readImportArguments } from "../../src/programs/import-arguments.ts";
import { importChoices, quoted } from "../../src/datasets/import-choices.ts";

const folder = join(import.meta.dirname, "import-cases");
const faultOf = (file: string, said: object = {}): ReturnType<typeof prepareImport> =>
  prepareImport({ name: file, bytes: readFileSync(join(folder, file)) }, { localFolder: join(folder, "none"), now: new Date("2091-01-01"), ...said });

/** The words of a command line, as a shell parts them. */
const wordsOf = (line: string): readonly string[] => [...line.matchAll(/'((?:[^']|'\\'')*)'|\S+/gu)].map(([word, text]) => text?.replaceAll("'\\''", "'") ?? word);

describe("what an import asks", () => {
  const asked = readdirSync(folder).flatMap((file) => {
    const prepared = faultOf(file);
    return file === "README.md" || prepared.ok ? [] : importChoices(prepared.problem).map((choice) => [file, choice, prepared.problem.fault] as const);
  });

  it("is asked of many kinds of files", () => {
    expect(new Set(asked.map(([, , fault]) => fault)).size).toBeGreaterThan(4);
  });

  it.each(asked)("of %s can be typed as %s, which answers it", (file, choice, fault) => {
    const read = readImportArguments([...wordsOf(choice), file]);
    expect(read?.files).toEqual([file]);
    const again = faultOf(file, read?.said);
    expect(again.ok ? "taken" : again.problem.fault).not.toBe(fault);
  });

  it("is quoted for a shell", () => {
    expect([quoted("Adj Close"), quoted("a.csv"), quoted("it's.csv")]).toEqual(["'Adj Close'", "a.csv", String.raw`'it'\''s.csv'`]);
    expect(wordsOf(`--column ${quoted("it's x")}`)).toEqual(["--column", "it's x"]);
  });
});
