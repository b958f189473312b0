import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { importBytes } from "../../src/datasets/import-file.ts";
import { inspectFolders } from "../../src/datasets/inspect-folders.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "factor-ta-inspect-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 30 }, (_, day) => `2024-01-${String(day + 1).padStart(2, "0")},${String(((day * 7) % 11) / 1000 - 0.004)}`);
function importInto(localFolder: string, extra: { readonly column?: string } = {}): void {
  const imported = importBytes({ name: "XYZ.csv", bytes: Buffer.from(`Date,XYZ\n${rows.join("\n")}\n`) }, { localFolder, kind: "total", accept: true, ...extra });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
}

test("what was imported, with the store and the program's other files beside it, is nothing to report", () => {
  importInto(folder);
  importInto(folder, { column: "XYZ" });
  importInto(join(folder, "servers", "123"));
  for (const name of ["factor-ta.db", "factor-ta.db-wal", "logins.json", "last-backup", "factor-ta.log"]) writeFileSync(join(folder, name), "[]");
  expect(inspectFolders(folder)).toEqual({ servers: [], strays: [] });
});

test("a folder that is not there is empty", () => {
  expect(inspectFolders(join(folder, "none"))).toEqual({ servers: [], strays: [] });
});

test("a file that was put there and not imported is named, and so is what is left of an interrupted import", () => {
  importInto(folder);
  for (const name of ["AAPL.csv", "abc.json", "0123456789abcdef.csv"]) writeFileSync(join(folder, name), "{");
  expect(inspectFolders(folder).strays).toEqual(["0123456789abcdef.csv", "AAPL.csv", "abc.json"]);
});

test.each([
  ["papers that can't be read", ".json", "{ broken"],
  ["papers that say something else", ".json", '{"file":"XYZ.csv"}'],
  ["changed rows", ".csv", `Date,XYZ\n${rows.join("\n").replace("0.001", "0.009")}\n`],
])("a server whose import has %s is named: its class would be answered from the host's data", (_, extension, text) => {
  const server = join(folder, "servers", "123");
  mkdirSync(server, { recursive: true });
  importInto(server);
  const stored = readdirSync(server).find((name) => name.endsWith(extension))!;
  writeFileSync(join(server, stored), text);
  expect(inspectFolders(folder).servers).toMatchObject([{ guild: "123", problem: { kind: "bad-file", fault: "changed-since-import" } }]);
});
