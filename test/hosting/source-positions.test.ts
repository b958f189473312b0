import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { withSourcePositions } from "../../src/hosting/source-positions.ts";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-stack-"));
afterAll(() => rmSync(folder, { recursive: true }));
const url = (name: string): string => pathToFileURL(join(folder, name)).href;

test("withSourcePositions gives the positions in the sources of a bundled file, and leaves the rest as it is", async () => {
  const contents = ["// A comment that is left out.", "export function fails(): never {", '  throw new Error("bundled");', "}"].join("\n");
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src/fails.ts"), contents);
  await build({ entryPoints: [join(folder, "src/fails.ts")], outfile: join(folder, "dist/fails.js"), bundle: true, format: "esm", minifyWhitespace: true, sourcemap: true, sourcesContent: false });
  const bundled = readFileSync(join(folder, "dist/fails.js"), "utf8");
  const column = bundled.indexOf("new Error") + 1;
  expect(bundled.slice(0, column)).not.toContain("\n");
  const stack = `Error: bundled\n    at fails (${url("dist/fails.js")}:1:${String(column)})\n    at node:internal/process:9:5`;
  expect(withSourcePositions(stack)).toBe(`Error: bundled\n    at fails (${join(folder, "src/fails.ts")}:3:9)\n    at node:internal/process:9:5`);
});

test("withSourcePositions leaves the positions of a file that has no map", () => {
  const stack = `Error\n    at ${url("dist/none.js")}:1:2`;
  expect(withSourcePositions(stack)).toBe(stack);
});
