import { describe, expect, it } from "vitest";
import { importBytes } from "../../src/datasets/import-file.ts";
import { optionsOf, readProvenances } from "../../src/datasets/local-folder.ts";
import { bytesOf, readGood } from "./made-up.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const now = new Date("2026-01-05T12:00:00Z");
const day = (row: number): string => `2020-${String(1 + Math.floor(row / 20)).padStart(2, "0")}-${String(1 + (row % 20)).padStart(2, "0")}`;
const table = (name: string, value: (row: number) => number): string =>
  `date,AAA,${name}\n${Array.from({ length: 40 }, (_, row) => [day(row), (100 * 1.001 ** row).toFixed(3), value(row).toFixed(3)].join(",")).join("\n")}\n`;

describe("a file that an older version took", () => {
  it.each([
    ["PE", (row: number) => 18 + Math.sin(row / 9)],
    ["Shares", (row: number) => 500 + 90 * Math.sin(row / 9)],
    ["rf_annual", (row: number) => 4.5 + Math.sin(row / 9)],
  ])("is read as it was taken, with a column %s, which means something else today", (name, value) => {
    const text = table(name, value);
    const folder = temporaryFolder();
    const today = importBytes({ name: "old.csv", bytes: bytesOf(text) }, { localFolder: folder, now });
    expect(today.ok && today.value.series.map(({ id }) => id)).toEqual(name === "rf_annual" ? ["AAA", "RF"] : ["AAA"]);
    // What its metadata said then: no rules of names.
    const options = optionsOf({ content: null, options: { kind: "prices" } } as unknown as Parameters<typeof optionsOf>[0]);
    expect(readGood("old.csv", text, options).series.map(({ id, kind }) => [id, kind])).toEqual([["AAA", "total"], [name, "total"]]);
  });

  it.each([0, 1])("is read by its rules (%i) where a ticker and a ratio's name stand in one word", (rules) => {
    const text = table("AAA_PE", (row) => 18 + 2 * Math.sin(row / 9));
    expect(readGood("old.csv", text, { kind: "prices", rules }).series.map(({ id }) => id)).toEqual(["AAA", "AAA_PE"]);
    expect(readGood("new.csv", text).series.map(({ id }) => id)).toEqual(["AAA"]);
  });

  it("keeps a grid of months and a code among its prices where it was taken with them", () => {
    const grid = ["Year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec", ...[2019, 2020, 2021, 2022].map((year) => `${String(year)}${",0.01,-0.02".repeat(6)}`), ""].join("\n");
    expect(readGood("old.csv", grid, { kind: "total", rules: 3 }).series).toHaveLength(12);
    const coded = table("BBB", (row) => (row === 9 ? 9999 : 50 + Math.sin(row)));
    expect(readGood("old.csv", coded, { kind: "prices", rules: 3 }).series.map(({ id }) => id)).toEqual(["AAA", "BBB"]);
  });

  it("and an import of today says by which rules it is read", () => {
    const folder = temporaryFolder();
    importBytes({ name: "new.csv", bytes: bytesOf(table("BBB", (row) => 50 + Math.sin(row))) }, { localFolder: folder, now });
    const read = readProvenances(folder);
    if (!read.ok) throw new Error("unreadable");
    expect(read.value.map((file) => optionsOf(file).rules)).toEqual([4]);
  });
});
