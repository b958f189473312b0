import { expect, it, test } from "vitest";
import { isExcessName } from "../../src/datasets/excess-name.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { bytesOf } from "./made-up.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test.each(["AAPL_excess", "AAPL excess return", "xret_AAPL", "AAPL-RF", "AAPL_minus_rf", "exret", "ABC.xret", "Excess"])("%s is an excess return by its name", (name) => {
  expect(isExcessName(name)).toBe(true);
});

test.each(["AAPL", "PERF", "SURF", "XRT", "EXC", "WHARF", "AAPL return", "excess cash"])("%s says nothing of the kind", (name) => {
  expect(isExcessName(name)).toBe(false);
});

it("what is said of a file's returns is said of the columns whose names say nothing", () => {
  const text = ["date,AAPL,AAPL_excess", ...Array.from({ length: 40 }, (_, row) => `2023-${String(1 + Math.floor(row / 20)).padStart(2, "0")}-${String(1 + (row % 20)).padStart(2, "0")},${(0.01 * Math.sin(row)).toFixed(5)},${(0.01 * Math.sin(row) - 0.0002).toFixed(5)}`), ""].join("\n");
  const kinds = (kind: "total" | "excess" | undefined) => {
    const imported = importBytes({ name: "homework.csv", bytes: bytesOf(text) }, { localFolder: temporaryFolder(), accept: true, ...(kind === undefined ? {} : { kind }) });
    return imported.ok ? imported.value.series.map((series) => `${series.id} ${series.kind}`) : imported.problem.fault;
  };
  expect(kinds("total")).toEqual(["AAPL total", "AAPL_excess excess"]);
  expect(kinds("excess")).toEqual(["AAPL excess", "AAPL_excess excess"]);
  expect(kinds(undefined)).toBe("unknown-kind");
  // A file that was imported before stays what it was.
  const before = readDataFile("homework.csv", bytesOf(text), { kind: "total", rules: 2 });
  expect(before.ok && before.value.series.map((series) => series.kind)).toEqual(["total", "total"]);
});
