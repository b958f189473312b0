import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { importFile } from "../../src/datasets/import-file.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { auditExercise } from "../../src/grading/audit.ts";
import { variantSolver } from "../../src/exercises/variants/solved-variant.ts";
import { exercises } from "../exercises/load-exercises.ts";

const folder = process.env["FACTOR_TA_REAL_DATA"];
const localFolder = mkdtempSync(join(tmpdir(), "factor-ta-"));
afterAll(() => rmSync(localFolder, { recursive: true }));

const courseFiles = [
  join("course", "FactorModels_data1.csv"),
  join("course", "FactorModels_data2.csv"),
  join("french", "F-F_Research_Data_Factors_daily.CSV"),
];

describe.skipIf(folder === undefined)("on the real course files (skipped unless FACTOR_TA_REAL_DATA names their folder)", () => {
  it("every key passes, no undeclared mistake is taken as right, and the separable ones are diagnosed as themselves", () => {
    for (const file of courseFiles) expect(importFile(join(folder!, file), { localFolder }).ok).toBe(true);
    const datasets = loadDatasets({ sampleFolder: "data/sample", localFolder });
    if (!datasets.ok) throw new Error(datasets.problem.kind);
    const { value: loaded } = datasets;
    const workOut = variantSolver((id, frequency) => loaded.find(id, frequency));
    const variants = exercises.all.flatMap((exercise) => {
      const audit = auditExercise(exercise, workOut, [4]);
      return audit.ok ? audit.value.variants : [];
    });
    expect(variants.length).toBeGreaterThan(200);
    expect(variants.filter(({ report }) => !report.sound)).toEqual([]);
    const separable = variants.flatMap(({ trials }) => trials).filter(({ mistake }) => mistake.state === "separate");
    const itself = separable.filter(({ result }) => result === "itself");
    expect(itself.length / separable.length).toBeGreaterThan(0.97);
  });
});
