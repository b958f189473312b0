import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFileSync, spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importBytes } from "../src/datasets/import-file.ts";
import { openLoginRecord } from "../src/hosting/login-record.ts";
import { backupSqlite, backupStore, restoreStore } from "../src/store/backup.ts";
import { lockSqlite } from "../src/store/sqlite-lock.ts";
import { openStore } from "../src/store/open-store.ts";

/** What a host does as root in the folder of the bot's user leaves nothing that the bot can't open. */
const folder = mkdtempSync(join(tmpdir(), "factor-ta-owner-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));
const botUser = 54_321;

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
});

/** Every file and folder below. */
const all = (at: string): readonly string[] => readdirSync(at, { recursive: true, encoding: "utf8" }).map((name) => join(at, name));

async function opened(file: string) {
  const store = await openStore({ file });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  return store.value;
}

describe.skipIf(process.getuid?.() !== 0)("as root", () => {
  test("a restore, backups, imports, the lock and the record of logins belong to the folder's owner", async () => {
    const source = await opened(join(folder, "source.db"));
    await source.courses.updateSettings("g1", { staffChannel: "c9" }, { by: "prof", at: 1 });
    const dump = join(folder, "saved.jsonl");
    expect((await backupStore(source, dump)).ok).toBe(true);
    await source.close();
    expect(statSync(dump).uid).toBe(0);

    const state = join(folder, "state");
    mkdirSync(state);
    chownSync(state, botUser, botUser);
    const file = join(state, "deeper", "factor-ta.db");
    const store = await opened(file);
    expect((await restoreStore(store, dump)).ok).toBe(true);
    expect((await backupStore(store, join(state, "backups", "more", "one.jsonl"))).ok).toBe(true);
    expect((await backupSqlite(file, join(state, "backups", "one.db"))).ok).toBe(true);
    const lock = await lockSqlite(file, 0);
    importBytes({ name: "mine.csv", bytes: new TextEncoder().encode("date,ABC\n2091-01-02,10\n2091-01-03,11\n") }, { localFolder: join(state, "servers", "1") });
    openLoginRecord(join(state, "logins.json")).begun();
    const paths = all(state);
    // The write-ahead log too, while the store is open.
    expect(paths.some((path) => path.endsWith("-wal"))).toBe(true);
    expect(paths.length).toBeGreaterThan(12);
    expect(paths.filter((path) => statSync(path).uid !== botUser)).toEqual([]);
    await store.close();
    if (lock.ok) lock.value.close();
  });

  test("a store that is root's all the same is called so, with the way back, to the bot and by root's doctor", async ({ skip }) => {
    const reached = spawnSync(process.execPath, [join("dist", "main.js"), "--version"], { uid: botUser, gid: botUser });
    skip(reached.status !== 0, `another user can't run ${process.execPath} here`);
    const state = join(folder, "roots");
    mkdirSync(state, { mode: 0o755 });
    const run = (program: string, options: object, ...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join("dist", `${program}.js`), ...words], {
        encoding: "utf8",
        env: { ...process.env, FACTOR_TA_LOCAL: state, DISCORD_TOKEN: "", PORT: "0", DATABASE_URL: "" },
        ...options,
      });
      return { status, said: stdout + stderr };
    };
    await (await opened(join(state, "factor-ta.db"))).close();
    chownSync(state, botUser, botUser);
    expect(run("doctor", {}).said).toMatch(/✗ Store: .*it belongs to another user/u);
    const bot = run("main", { uid: botUser, gid: botUser, timeout: 30_000 });
    expect(bot.status).toBe(78);
    expect(bot.said).toMatch(/it belongs to another user .*is root's, and this is user 54321.*\n.*sudo chown -R factor-ta: /u);
    expect(bot.said).not.toMatch(/\n\s+at /u);
  });
});

test("for anybody else, and for a folder that is root's, nothing changes", async () => {
  const file = join(folder, "own", "factor-ta.db");
  await (await opened(file)).close();
  expect(statSync(file).uid).toBe(process.getuid?.() ?? 0);
});
