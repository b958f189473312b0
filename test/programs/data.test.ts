import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { contentsOf, temporaryFolder } from "../datasets/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts", "build.mjs"), "--if-changed"], { cwd: root });
});

/** Runs the data commands as a person would, with a local folder of the test's own. */
function data(local: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "dist", "data.js"), ...words], { cwd: root, encoding: "utf8", env: { ...process.env, FACTOR_TA_LOCAL: local } });
  return { status, stdout, stderr };
}

describe("data import", () => {
  it("prints what it found in each file and ends with 0", () => {
    const folder = temporaryFolder();
    const path = join(folder, "FactorModels_data1.csv");
    writeFileSync(path, "date,SPY,JPM\n2091-01-02,,0.01\n2091-01-03,0.02,\n2091-01-04,-0.01,-0.02\n");
    const { status, stdout, stderr } = data(join(folder, "local"), "import", path);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.replace(/sha [0-9a-f]{7}/, "sha 1a2b3c4")).toBe(
      [
        "FactorModels_data1.csv: the course's file (sha 1a2b3c4)",
        "  SPY  daily excess returns, 2 rows, 2091-01-03 to 2091-01-04, 1 blank before",
        "  JPM  daily excess returns, 2 rows, 2091-01-02 to 2091-01-04, 1 blank inside",
        "  SPY (and 1 more): all rows are after today, the first 2091-01-03.",
        "",
      ].join("\n"),
    );
  });

  it("ends with 1 and the fault where a file is bad, and still stores the good ones", () => {
    const folder = temporaryFolder();
    const [bad, good] = [join(folder, "bad.csv"), join(folder, "good.csv")];
    writeFileSync(bad, "date,A\n2091-01-02,\u001b[31moops\n");
    writeFileSync(good, "date,A\n2091-01-02,0.01\n");
    const { status, stderr } = data(join(folder, "local"), "import", "--kind", "total", bad, good);
    expect(status).toBe(1);
    expect(stderr).toContain('bad.csv, line 2, column A: text stands in a number\'s place: " [31moops".');
    expect(stderr).toContain("Nothing of this file was stored.");
    expect(Object.keys(contentsOf(join(folder, "local")))).toHaveLength(2);
  });

  it("ends with 2 and the usage where it can't tell what is wanted", () => {
    const folder = temporaryFolder();
    for (const words of [[], ["import"], ["import", "--kind", "percent", "a.csv"], ["fetch", "a/b"], ["remove"], ["undo", "x"]]) {
      const { status, stderr } = data(folder, ...words);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Usage:/);
    }
  });
});
