import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDataFile } from "../../src/datasets/data-file.ts";
import type { DataSeries } from "../../src/datasets/datasets.ts";
import { openStocksFile, stocksFile } from "../../src/datasets/stocks-file.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const bundled = join(import.meta.dirname, "..", "..", "data", "sample", stocksFile);

function opened(path: string): readonly DataSeries[] {
  const series = openStocksFile(path);
  if (!series.ok) throw new Error(JSON.stringify(series.problem));
  return series.value;
}

function madeUp(text: string): string {
  const path = join(temporaryFolder(), stocksFile);
  writeFileSync(path, text);
  return path;
}

const good = "date,KO,BRK-B\n2091-01-02,0.01,\n2091-01-03,,0.02\n2091-01-04,-0.03,0.04\n";

describe("openStocksFile", () => {
  it("has the series that reading the file at once gives, to the last bit", () => {
    const read = readDataFile(stocksFile, readFileSync(bundled), { kind: "total" });
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const series = opened(bundled);
    expect(series.map(({ id }) => id)).toEqual(read.value.series.map(({ id }) => id));
    for (const [index, one] of read.value.series.entries()) {
      const { kind, frequency, days, values, blanks, calendar, reading } = series[index]!;
      const { blanksBefore, blanksAfter, content, ...rest } = one;
      expect({ id: one.id, kind, frequency, days, values, blanks, calendar, reading }).toEqual(rest);
      expect(content).toBe("returns");
      expect([blanksBefore < 8_000, blanksAfter]).toEqual([true, 0]);
    }
    expect(series[0]!.provenance).toMatchObject({ origin: "simulated sample", layout: "returns", sha256: read.value.sha256 });
  });

  it("reads no number before one is asked for, and then every column once", () => {
    const path = madeUp(good);
    const [ko, brk] = opened(path);
    expect([ko!.id, ko!.name, ko!.calendar]).toEqual(["KO", "Coca-Cola", { first: "2091-01-02", last: "2091-01-04" }]);
    expect([ko!.values, ko!.blanks]).toEqual([Float64Array.of(0.01, -0.03), 1]);
    writeFileSync(path, "gone");
    expect([brk!.values, brk!.blanks]).toEqual([Float64Array.of(0.02, 0.04), 0]);
  });

  it("throws at the first look where the file is no longer the one that was opened", () => {
    const path = madeUp(good);
    const [ko] = opened(path);
    writeFileSync(path, good.replace("0.01", "0.02"));
    expect(() => ko!.days).toThrow(`${stocksFile} is another one than at the start`);
    writeFileSync(path, good.replace("0.01", "oops"));
    expect(() => ko!.days).toThrow("oops");
  });

  it.each([
    ["a name twice", "date,KO,ko\n2091-01-02,1,1\n", "repeated-name"],
    ["no header", "2091-01-02,0.01\n2091-01-03,0.02\n", "no-header"],
    ["no rows", "date,KO\n", "no-rows"],
    ["no dates", "date,KO\nMonday,0.01\n", "no-rows"],
  ])("refuses a file with %s when it is opened", (_, text, fault) => {
    expect(openStocksFile(madeUp(text))).toMatchObject({ ok: false, problem: { file: stocksFile, fault } });
  });
});
