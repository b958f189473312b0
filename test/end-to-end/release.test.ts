import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-release-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

/** What is committed and can be part of a package; built in a copy, so that no other test finds dist half written. */
const sources = ["package.json", "package-lock.json", "README.md", "LICENSE", "CHANGELOG.md", ".env.example", "tsconfig.json", "src", "packages", "scripts", "deploy", "data/sample", "data/lessons"];
const unset = { DISCORD_TOKEN: "", DATABASE_URL: "", FACTOR_TA_LOCAL: "" };

function run(cwd: string, command: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: "utf8", env: { ...process.env, ...unset }, shell: process.platform === "win32" });
  return { status, stdout, stderr };
}

/** The packages in a folder of installed ones, those within others too, and how large all of it is. */
function packagesBelow(modules: string): { readonly packages: readonly string[]; readonly bytes: number } {
  const entries = readdirSync(modules, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const packages = files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/u.exec(file.replaceAll("\\", "/"))?.[1] ?? []);
  return { packages: [...new Set(packages)], bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

test("the packed file, installed into an empty folder without dev dependencies, answers /beta JPM", { timeout: 240_000 }, ({ skip }) => {
  const copy = path.join(folder, "copy");
  for (const source of sources) cpSync(source, path.join(copy, source), { recursive: true });
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
  const packed = run(copy, "npm", "pack", "--json", "--pack-destination", folder);
  expect(packed.status, packed.stderr).toBe(0);
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;

  const place = path.join(folder, "empty");
  mkdirSync(place);
  writeFileSync(path.join(place, "package.json"), JSON.stringify({ name: "course", private: true }));
  const installed = run(place, "npm", "install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund", path.join(folder, archive));
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENOTCACHED|network/u.test(installed.stderr)) return skip("the package registry can't be reached");
  expect(installed.status, installed.stderr).toBe(0);

  const home = path.join(place, "node_modules", "factor-ta");
  expect(existsSync(path.join(home, "src"))).toBe(false);
  expect(readdirSync(path.join(home, "dist")).filter((name) => name.endsWith(".map"))).toEqual([]);
  for (const part of ["data/sample", "data/lessons", "dist/page/index.html", "dist/fonts/LICENSE", "LICENSE", "CHANGELOG.md"]) {
    expect(existsSync(path.join(home, part)), part).toBe(true);
  }
  // Charts are drawn by chartjs-node-canvas, which is in the bundle; installed it would bring `canvas` and its install script.
  for (const bundled of ["canvas", "chartjs-node-canvas"]) expect(existsSync(path.join(place, "node_modules", bundled)), bundled).toBe(false);
  expect(readFileSync(path.join(home, "dist", "third-party-licences.txt"), "utf8")).toMatch(/^chartjs-node-canvas \S+ \(MIT\)\n\nMIT License\n\nCopyright/mu);

  const found = packagesBelow(path.join(place, "node_modules"));
  expect(found.packages.length, found.packages.join(" ")).toBeLessThanOrEqual(100);
  expect(found.bytes / 1e6).toBeLessThanOrEqual(110);
  // What the course asked for stays a package of its own.
  for (const kept of ["discord.js", "ml-matrix", "simple-statistics", "papaparse"]) expect(found.packages).toContain(kept);

  const sbomText = readFileSync(path.join(home, "dist", "sbom.cdx.json"), "utf8");
  const sbom = JSON.parse(sbomText) as { readonly bomFormat: string; readonly components: readonly { readonly name: string; readonly purl: string; readonly licenses: readonly unknown[] }[] };
  expect(sbom.bomFormat).toBe("CycloneDX");
  const listed = new Set(sbom.components.map(({ name }) => name));
  expect(found.packages.filter((name) => name !== "factor-ta" && !listed.has(name))).toEqual([]);
  for (const bundled of ["chartjs-node-canvas", "@stdlib/stats-base-dists-t", "kysely", "valibot"]) expect(listed, bundled).toContain(bundled);
  expect(sbom.components.filter(({ licenses, purl }) => licenses.length === 0 || !purl.startsWith("pkg:npm/"))).toEqual([]);
  // Neither this machine nor where its packages came from.
  expect(sbomText).not.toMatch(/https?:|file:|localhost|127\.0\.0\.1|"\//u);
  expect(sbomText).not.toContain(folder);

  const asked = run(place, "npx", "factor-ta", "ask", "/beta JPM", "--out", path.join(place, "pictures"));
  expect(asked.status, asked.stderr).toBe(0);
  expect(asked.stdout).toContain("β = 1.395");
  expect(existsSync(path.join(place, "pictures", "scatter.png"))).toBe(true);

  const looked = run(place, "npx", "factor-ta", "doctor");
  expect(looked.stdout).toContain(path.join(place, "factor-ta-data"));
  expect(existsSync(path.join(home, "data", "local"))).toBe(false);
  expect(run(place, "npx", "factor-ta", "fly").status).toBe(2);
});
