import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-store-cli-"));
beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built program, as `npm run store:backup` starts it. */
function asked(local: string, ...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/store.js", ...words], {
    encoding: "utf8",
    env: { ...process.env, FACTOR_TA_LOCAL: local, DATABASE_URL: "" },
  });
  return { status, said: stdout + stderr };
}

test("the terminal saves a store under the time's name, and restores it into an empty place only", async () => {
  const old = path.join(folder, "old");
  const fresh = path.join(folder, "fresh");
  const store = await openStore({ file: path.join(old, "factor-ta.db") });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.courses.updateSettings("g1", { staffChannel: "c9" }, { by: "prof", at: 1 });
  // Left open: the bot runs on while its store is saved.
  expect(asked(old, "backup")).toMatchObject({ status: 0 });
  const [name = ""] = readdirSync(path.join(old, "backups"));
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.jsonl$/);
  const saved = path.join(old, "backups", name);
  expect(asked(fresh, "restore", saved)).toMatchObject({ status: 0 });
  await store.value.close();

  const restored = await openStore({ file: path.join(fresh, "factor-ta.db") });
  if (!restored.ok) throw new Error(JSON.stringify(restored.problem));
  expect(await restored.value.courses.settings("g1")).toMatchObject({ staffChannel: "c9" });
  await restored.value.close();
  const again = asked(fresh, "restore", saved);
  expect(again.status).toBe(1);
  expect(again.said).toContain("Restore into an empty store.");
});

/** A shell's own words, as docs/hosting.md has them: `store` is the program. */
function shell(local: string, line: string): { readonly status: number | null; readonly said: string } {
  const store = `"${process.execPath}" dist/store.js`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", `set -o pipefail; store() { ${store} "$@"; }; ${line}`], {
    encoding: "utf8",
    env: { ...process.env, FACTOR_TA_LOCAL: local, DATABASE_URL: "", GNUPGHOME: folder },
  });
  return { status, said: stdout + stderr };
}

const isInstalled = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;
const key = path.join(folder, "key.txt");
/** The programs that are there, and a filter that turns the bytes into others and back. */
const filters = [
  { name: "base64", prepare: "true", encrypt: "base64", decrypt: "base64 -d" },
  { name: "gpg", prepare: "true", encrypt: "gpg --batch --yes --pinentry-mode loopback --passphrase secret --symmetric", decrypt: "gpg --batch --quiet --pinentry-mode loopback --passphrase secret --decrypt" },
  { name: "age", prepare: `age-keygen -o "${key}"`, encrypt: `age -r "$(age-keygen -y "${key}")"`, decrypt: `age --decrypt -i "${key}"` },
].filter(({ name }) => name === "base64" || isInstalled(name));

test.skipIf(process.platform === "win32").each(filters)("a backup goes encrypted through a pipe ($name), is verified out of it, and comes back", async ({ name, prepare, encrypt, decrypt }) => {
  const place = path.join(folder, `piped-${name}`);
  const store = await openStore({ file: path.join(place, "factor-ta.db") });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.courses.updateSettings("g1", { staffChannel: "c42" }, { by: "prof", at: 1 });
  await store.value.close();
  const file = path.join(folder, `backup.${name}`);
  expect(shell(place, prepare).status).toBe(0);
  const saved = shell(place, `store backup - | ${encrypt} > "${file}"`);
  expect(saved).toMatchObject({ status: 0, said: expect.stringContaining("Sent on: 0 checks, 0 answers; SHA-256") as string });
  expect(readFileSync(file).includes("factor-ta")).toBe(false);
  expect(existsSync(path.join(place, "last-backup"))).toBe(true);
  expect(shell(place, `${decrypt} "${file}" | store verify -`)).toMatchObject({ status: 0, said: expect.stringContaining("Every row can be read") as string });
  const fresh = path.join(folder, `from-${name}`);
  expect(shell(fresh, `${decrypt} "${file}" | store restore -`)).toMatchObject({ status: 0 });
  const restored = await openStore({ file: path.join(fresh, "factor-ta.db") });
  if (!restored.ok) throw new Error(JSON.stringify(restored.problem));
  expect(await restored.value.courses.settings("g1")).toMatchObject({ staffChannel: "c42" });
  await restored.value.close();
});

test("backups are rotated: the newest of those named by their time stay, and no other file is touched", async () => {
  const place = path.join(folder, "rotated");
  const store = await openStore({ file: path.join(place, "factor-ta.db") });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.courses.updateSettings("g1", { staffChannel: "c9" }, { by: "prof", at: 1 });
  await store.value.close();
  const backups = path.join(place, "backups");
  mkdirSync(backups);
  const [oldest, older, mine] = ["2025-01-01T00-00-00.jsonl", "2025-01-02T00-00-00.jsonl", "before-003.jsonl"];
  for (const name of [oldest, older, mine]) writeFileSync(path.join(backups, name), "x");
  expect(asked(place, "backup", "--keep", "2").said).toContain(`older than the newest 2: ${oldest}`);
  expect(readdirSync(backups).toSorted()).toEqual([older, expect.stringMatching(/^20(?:2[6-9]|[3-9]\d)-/u), mine]);
  for (const wrong of [["--keep", "0"], ["--keep", "two"], ["--keep", "2", "x.jsonl"]]) expect(asked(place, "backup", ...wrong).status).toBe(2);
});

test("backups of an empty store push out none that holds something", async () => {
  const place = path.join(folder, "emptied");
  const backups = path.join(place, "backups");
  mkdirSync(backups, { recursive: true });
  const header = JSON.stringify({ dump: "factor-ta", version: "004-terms" });
  const saved = (name: string, counts: Readonly<Record<string, number>>): void =>
    writeFileSync(path.join(backups, name), `${header}\n${JSON.stringify({ end: true, rows: 1, counts, sha256: "0" })}\n`);
  const names = [1, 2, 3, 4].map((day) => `2025-01-0${String(day)}T00-00-00.jsonl`);
  saved(names[0]!, { settings: 1, checks: 2 });
  saved(names[1]!, { settings: 1, checks: 3 });
  saved(names[2]!, { settings: 2 });
  saved(names[3]!, { settings: 2 });
  const store = await openStore({ file: path.join(place, "factor-ta.db") });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.secret();
  await store.value.close();
  const { said } = asked(place, "backup", "--keep", "1");
  expect(said).toContain(`Kept beside the newest 1, which hold less: ${names[1]!}`);
  expect(readdirSync(backups).toSorted()).toEqual([names[1], expect.stringMatching(/^20(?:2[6-9]|[3-9]\d)-/u)]);
});

test.each([
  ["no file of that name", null],
  ["an empty file", ""],
  ["no dump", "x\n"],
  ["a dump that was cut", `${JSON.stringify({ dump: "factor-ta", version: "004-terms" })}\n`],
])("a restore that fails on %s leaves no store and no folder behind", (_, contents) => {
  const place = path.join(folder, `refused-${String(contents?.length)}`);
  const file = path.join(folder, `refused-${String(contents?.length)}.jsonl`);
  if (contents !== null) writeFileSync(file, contents);
  expect(asked(place, "restore", file).status).toBe(1);
  expect(existsSync(place)).toBe(false);
  mkdirSync(place);
  expect(asked(place, "restore", file).status).toBe(1);
  expect(readdirSync(place)).toEqual([]);
});

test.skipIf(!existsSync("/dev/full"))("output into a full disk, and a backup that the system does not give, end with a sentence", async () => {
  const place = path.join(folder, "full-output");
  const store = await openStore({ file: path.join(place, "factor-ta.db") });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.secret();
  await store.value.close();
  for (const line of ["store backup - > /dev/full", "store verify > /dev/full"]) {
    const { status, said } = shell(place, line);
    expect(status).toBe(1);
    expect(said).toMatch(/standard output/iu);
    expect(said).not.toMatch(/^\s+at /mu);
  }
  // Reading a process's own memory from its beginning is refused to root too.
  const unreadable = asked(place, "verify", "/proc/self/mem");
  expect(unreadable.status).toBe(1);
  expect(unreadable.said).not.toMatch(/^\s+at /mu);
});

test("a copy of a SQLite file without its checksum is said to be unchecked, and PostgreSQL makes no copy", async () => {
  const place = path.join(folder, "copied");
  const copy = path.join(folder, "copy.db");
  const store = await openStore({ file: path.join(place, "factor-ta.db") });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.secret();
  await store.value.close();
  expect(asked(place, "backup", copy).status).toBe(0);
  expect(asked(place, "verify", copy).said).not.toContain("could not be checked");
  rmSync(`${copy}.sha256`);
  expect(asked(place, "verify", copy).said).toContain("could not be checked");
  expect(asked(path.join(folder, "from-copy"), "restore", copy)).toMatchObject({ status: 0, said: expect.stringContaining("could not be checked") as string });
  const { status, stderr } = spawnSync(process.execPath, ["dist/store.js", "backup", path.join(folder, "pg.db")], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" },
  });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(".jsonl") as string });
  expect(existsSync(path.join(folder, "pg.db"))).toBe(false);
});

test("the terminal reads a store and a backup through; a fault is its exit status", async () => {
  const place = path.join(folder, "verified");
  const file = path.join(place, "factor-ta.db");
  const store = await openStore({ file });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.courses.updateSettings("g1", { staffChannel: "c9" }, { by: "prof", at: 1 });
  await store.value.close();
  expect(asked(place, "verify")).toMatchObject({ status: 0, said: expect.stringMatching(/courses +1\n.*audit +1\n/su) as string });
  const database = new Database(file);
  database.exec("update courses set hide_keys = 7");
  database.close();
  expect(asked(place, "verify")).toMatchObject({ status: 1, said: expect.stringContaining("✗ courses: 1 row with a hideKeys that no version writes (7)") as string });
  const missing = asked(path.join(folder, "typo"), "verify");
  expect(missing).toMatchObject({ status: 1, said: expect.stringContaining("There is no store at") as string });
  expect(existsSync(path.join(folder, "typo"))).toBe(false);
});

test("the terminal says how to ask when it cannot tell what was meant", () => {
  const elsewhere = path.join(folder, "elsewhere");
  const answer = asked(elsewhere, "restore");
  expect(answer.status).toBe(2);
  expect(answer.said).toContain("store restore FILE");
  expect(existsSync(elsewhere)).toBe(false);
});
