import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const folder = mkdtempSync(join(tmpdir(), "discord-course-server-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

function run(cwd: string, command: string, ...words: readonly string[]) {
  return spawnSync(command, words, { cwd, encoding: "utf8", shell: process.platform === "win32" });
}

test("the packed package, installed beside discord.js alone, runs the README's example", { timeout: 240_000 }, ({ skip }) => {
  const packed = run(root, "npm", "pack", "-w", "discord-course-server", "--pack-destination", folder);
  expect(packed.status, packed.stderr).toBe(0);
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;

  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "bot", private: true, type: "module" }));
  const installed = run(project, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, archive), "discord.js@14");
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENOTCACHED|network/u.test(installed.stderr)) return skip("the package registry can't be reached");
  expect(installed.status, installed.stderr).toBe(0);

  const home = join(project, "node_modules", "discord-course-server");
  for (const part of ["README.md", "LICENSE", "CHANGELOG.md", "dist/index.d.ts", "dist/page/index.html"]) expect(existsSync(join(home, part)), part).toBe(true);
  for (const part of ["src", "test", "testing", "scripts"]) expect(existsSync(join(home, part)), part).toBe(false);

  const example = /```js\n(.*?)```/su.exec(readme)?.[1] ?? "";
  writeFileSync(join(project, "example.js"), example);
  const answered = run(project, process.execPath, "example.js");
  expect(answered.status, answered.stderr).toBe(0);
  expect(answered.stdout).toBe("Hello Ada\n");

  // The types hold as well: a wrong option is an error, the example's calls are none.
  writeFileSync(join(project, "types.ts"), 'import { startCourseServer } from "discord-course-server";\nexport const server = await startCourseServer({ port: 0 });\nexport const { message } = await server.user("student-1").command("hello");\nexport const text: string | undefined = message?.content;\n// @ts-expect-error -- a port is a number\nawait startCourseServer({ port: "0" });\n');
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck", "--types", "node", "--typeRoots", join(root, "node_modules", "@types")];
  const checked = run(project, process.execPath, join(root, "node_modules", "typescript", "bin", "tsc"), ...options, "types.ts");
  expect(checked.status, checked.stdout).toBe(0);
});
