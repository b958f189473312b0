import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { bytesOf } from "./made-up.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

const sampleFolder = join(import.meta.dirname, "../../data/sample");
const loaded = loadDatasets({ sampleFolder });
const take = (name: string, bytes: Uint8Array) => {
  const localFolder = temporaryFolder();
  const imported = importBytes({ name, bytes }, { localFolder, sampleFolder, kind: "total", accept: true });
  return imported.ok ? "taken" : [imported.problem.fault, imported.problem.found, Object.keys(contentsOf(localFolder)).length];
};

/** Some days of a series of the sample as a table of its own. */
function extract(id: string, name: string, { from = 0, count = 300, digits = 8, by = 1 } = {}): Uint8Array {
  const series = loaded.ok ? loaded.value.find(id) : loaded;
  if (!series.ok) throw new Error(id);
  const { days, values } = series.value;
  const rows = Array.from({ length: count }, (_, row) => `${isoDay(days[from + row]!)},${(values[from + row]! * by).toFixed(digits)}`);
  return bytesOf(["date," + name, ...rows, ""].join("\n"));
}

it.each(["FactorModels_data1.csv", "FactorModels_data2.csv", "F-F_Research_Data_Factors_daily.CSV", "F-F_Momentum_Factor.CSV", "simulated_stocks.csv"])("refuses %s of the sample, and stores nothing", (file) => {
  expect(take(file, readFileSync(join(sampleFolder, file)))).toMatchObject(["simulated", expect.any(String), 0]);
});

it("refuses a part of it under any name, rounded as French rounds", () => {
  expect(take("mine.csv", extract("JPM", "ABC"))).toEqual(["simulated", "JPM", 0]);
  expect(take("mine.csv", extract("NVDA", "NVDA", { from: 500, count: 40, digits: 4 }))).toEqual(["simulated", "NVDA", 0]);
});

it("refuses what says of itself that it is simulated, without a sample to compare it with", () => {
  const localFolder = temporaryFolder();
  const bytes = readFileSync(join(sampleFolder, "F-F_Momentum_Factor.CSV"));
  expect(importBytes({ name: "F-F_Momentum_Factor.CSV", bytes }, { localFolder })).toMatchObject({ problem: { fault: "simulated" } });
});

it("takes other numbers on the same days", () => {
  expect(take("mine.csv", extract("JPM", "JPM", { by: 1.05 }))).toBe("taken");
  expect(take("mine.csv", extract("JPM", "JPM", { count: 4 }))).toBe("taken");
});
