import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { exampleFit } from "./made-up.ts";

const folder = join(import.meta.dirname, "../../src/engine");
const calendar = join(folder, "../calendar.ts");

/** Lines of ```ts blocks in docstrings; `expression; // → expected` is what is checked. */
function examplesOf(source: string): string[] {
  return [...source.matchAll(/ \* ```ts\n([\s\S]*?) \* ```/g)].map((match) => match[1]!.replaceAll(/^ \* ?/gm, ""));
}

const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && examplesOf(readFileSync(join(folder, file), "utf8")).length > 0);

test("at least a dozen files of the engine show an example", () => {
  expect(files.length).toBeGreaterThanOrEqual(12);
});

for (const file of files)
  test(`the examples of ${file} give what they say`, async () => {
    const names: Record<string, unknown> = { exampleFit };
    for (const path of [...readdirSync(folder).filter((name) => name.endsWith(".ts")).map((name) => join(folder, name)), calendar]) {
      Object.assign(names, (await import(path)) as Record<string, unknown>);
    }
    for (const example of examplesOf(readFileSync(join(folder, file), "utf8"))) {
      const body = example.replaceAll(/^(.*); \/\/ → (.*)$/gm, "checks.push([$1, $2]);");
      expect(body).toContain("checks.push");
      const { code } = transformSync(body, { loader: "ts" });
      const checks: [unknown, unknown][] = [];
      const run = compileFunction(code, ["checks", ...Object.keys(names)]) as (...values: unknown[]) => void;
      run(checks, ...Object.values(names));
      for (const [computed, expected] of checks) expect(computed).toEqual(expected);
    }
  });
