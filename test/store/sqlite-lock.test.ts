import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { backupSqlite } from "../../src/store/backup.ts";
import { lockSqlite } from "../../src/store/sqlite-lock.ts";
import { openStore } from "../../src/store/open-store.ts";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const held = async (file: string) => {
  const lock = await lockSqlite(file, 0);
  if (!lock.ok) throw new Error(JSON.stringify(lock.problem));
  return lock.value;
};

test("a second bot is refused while the first runs, and let in when it has closed", async () => {
  const file = path.join(folder, "one", "factor-ta.db");
  const first = await held(file);
  expect(await lockSqlite(file, 0)).toEqual({ ok: false, problem: { kind: "store-in-use", where: file } });
  const waiting = lockSqlite(file, 5_000);
  first.close();
  const second = await waiting;
  expect(second.ok).toBe(true);
  if (second.ok) second.value.close();
});

test("a process that was killed leaves no lock behind", async () => {
  const file = path.join(folder, "killed", "factor-ta.db");
  const script = path.join(folder, "hold.mts");
  writeFileSync(script, `import { lockSqlite } from ${JSON.stringify(pathToFileURL("src/store/sqlite-lock.ts").href)};\nconst lock = await lockSqlite(${JSON.stringify(file)});\nconsole.log(lock.ok);\nsetInterval(() => lock, 1e6);\n`);
  const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
  const said = await new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").once("data", resolve);
    child.once("close", () => resolve("it ended"));
  });
  expect(said.trim()).toBe("true");
  expect(await lockSqlite(file, 0)).toMatchObject({ problem: { kind: "store-in-use" } });
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
  expect(readdirSync(path.dirname(file))).toContain("factor-ta.db.lock");
  (await held(file)).close();
});

test("the store itself is open to the doctor and to backups meanwhile", async () => {
  const file = path.join(folder, "backup", "factor-ta.db");
  const lock = await held(file);
  const store = await openStore({ file });
  expect(store.ok).toBe(true);
  expect(await backupSqlite(file, path.join(folder, "saved.db"))).toMatchObject({ ok: true });
  if (store.ok) await store.value.close();
  lock.close();
});

test("a folder that can't be made is said as such", async () => {
  writeFileSync(path.join(folder, "file"), "");
  expect(await lockSqlite(path.join(folder, "file", "factor-ta.db"), 0)).toMatchObject({ problem: { kind: "store-unreachable", reason: "cannot-open" } });
});
