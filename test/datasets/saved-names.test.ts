import { describe, expect, test } from "vitest";
import { importBytes } from "../../src/datasets/import-file.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const sampleFolder = "data/sample";

/** Closes on weekdays from a day on; the first one is 100. */
const closes = (from: string, count: number, name = "UPX"): string => {
  const days = Array.from({ length: count * 2 }, (_, step) => new Date(Date.parse(from) + step * 86_400_000)).filter((day) => ![0, 6].includes(day.getUTCDay()));
  return [`date,${name}`, ...days.slice(0, count).map((day, row) => `${day.toISOString().slice(0, 10)},${String(100 + (row % 7))}`)].join("\n");
};

function sourcesOf(id: string, files: readonly (readonly [name: string, text: string])[]): readonly string[] {
  const localFolder = temporaryFolder();
  for (const [index, [name, text]] of files.entries()) {
    const imported = importBytes({ name, bytes: Buffer.from(text) }, { localFolder, accept: true, now: new Date(Date.UTC(2025, 0, 1 + index)) });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  }
  const loaded = loadDatasets({ sampleFolder, localFolder });
  const found = loaded.ok ? loaded.value.find(id) : loaded;
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return [found.value.provenance, ...found.value.earlier].map(({ file, savedAs }) => savedAs ?? file);
}

describe("the files of a series", () => {
  test("of different names keep them", () => {
    expect(sourcesOf("UPX", [["a.csv", closes("2024-01-01", 60)], ["b.csv", closes("2024-03-01", 60)]])).toEqual(["b.csv", "a.csv"]);
  });

  test("of one name, in whatever capitals, have a part of their sha in it", () => {
    const names = sourcesOf("UPX", [["UPX.csv", closes("2024-01-01", 60)], ["upx.CSV", closes("2024-03-01", 60)]]);
    expect(names).toEqual([expect.stringMatching(/^upx-[0-9a-f]{7}\.CSV$/u), expect.stringMatching(/^UPX-[0-9a-f]{7}\.csv$/u)]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2);
  });

  test("of one name and for different series have it too", () => {
    expect(sourcesOf("UPX", [["prices.csv", closes("2024-01-01", 60)], ["prices.csv", closes("2024-01-01", 60, "DNX")]])).toEqual([expect.stringMatching(/^prices-[0-9a-f]{7}\.csv$/u)]);
  });

  test("leave out an older one that gives no day", () => {
    expect(sourcesOf("UPX", [["UPX.csv", closes("2024-01-01", 60)], ["UPX.csv", closes("2024-01-01", 80)]])).toEqual(["UPX.csv"]);
  });
});
