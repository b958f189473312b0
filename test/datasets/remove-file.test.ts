import { describe, expect, it } from "vitest";
import { importBytes } from "../../src/datasets/import-file.ts";
import { readProvenances } from "../../src/datasets/local-folder.ts";
import { removeFile, undoImport } from "../../src/datasets/remove-file.ts";
import { bytesOf } from "./made-up.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function importAt(localFolder: string, day: number, name: string, ticker: string, close = 11): void {
  const imported = importBytes({ name, bytes: bytesOf(`date,${ticker}\n2091-01-02,10\n2091-01-03,${String(close)}\n`) }, { localFolder, now: new Date(Date.UTC(2091, 1, day)) });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
}
const filesIn = (folder: string) => {
  const stored = readProvenances(folder);
  return stored.ok ? stored.value.map(({ file }) => file) : [];
};

describe("removeFile", () => {
  it("removes a file by its name or by its only series, with its older versions", () => {
    const folder = temporaryFolder();
    importAt(folder, 1, "yahoo_AMD.csv", "AMD");
    importAt(folder, 2, "yahoo_AMD.csv", "AMD", 12);
    importAt(folder, 3, "yahoo_KO.csv", "KO");
    importAt(folder, 4, "prices.csv", "QQQ");
    expect(removeFile(folder, "amd")).toMatchObject({ ok: true, value: [{ file: "yahoo_AMD.csv" }, { file: "yahoo_AMD.csv" }] });
    expect(removeFile(folder, "PRICES.csv")).toMatchObject({ ok: true });
    expect(filesIn(folder)).toEqual(["yahoo_KO.csv"]);
  });

  it("says what it may have been where there is none of that name", () => {
    const folder = temporaryFolder();
    importAt(folder, 1, "yahoo_AMD.csv", "AMD");
    expect(removeFile(folder, "yahoo_AMD")).toMatchObject({ problem: { fault: "not-imported", found: "yahoo_AMD.csv" } });
  });
});

describe("undoImport", () => {
  it("takes imports back, the last one first, and brings back what each replaced", () => {
    const folder = temporaryFolder();
    importAt(folder, 1, "prices.csv", "QQQ", 11);
    importAt(folder, 2, "prices.csv", "QQQ", 12);
    expect(filesIn(folder)).toEqual(["prices.csv", "prices.csv"]);
    expect(undoImport(folder)).toMatchObject({ ok: true, value: { importedAt: "2091-02-02T00:00:00.000Z" } });
    expect(filesIn(folder)).toEqual(["prices.csv"]);
    undoImport(folder);
    expect(undoImport(folder)).toMatchObject({ problem: { fault: "nothing-to-undo" } });
  });
});

it("names no folder of the machine where there is nothing to take back", () => {
  expect(undoImport(temporaryFolder())).toMatchObject({ ok: false, problem: { kind: "bad-file", file: "undo", fault: "nothing-to-undo" } });
});
