import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { terminalWords } from "../../src/render/problem.ts";
import { openStore } from "../../src/store/open-store.ts";
import { writeProblem } from "../../src/store/write-problem.ts";

/** What a host's disk does to the store's commands: the programs themselves, on a disk of 4 MB. */

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-disk-"));
const disk = path.join(folder, "disk");
const file = path.join(disk, "factor-ta.db");
const shell = (line: string, env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line], { encoding: "utf8", env: { ...process.env, FACTOR_TA_LOCAL: disk, DATABASE_URL: "", ...env } });
  return { status, said: stdout + stderr };
};
const store = (words: string) => shell(`"${process.execPath}" dist/store.js ${words}`);

/** Of another process: a file that this one had open would keep the disk in use. */
function makeStore(): void {
  const script = `const { openStore } = await import("${path.resolve("src/store/open-store.ts")}");
    const { value } = await openStore({ file: "${file}" });
    await value.courses.updateSettings("g1", { staffChannel: "c9" }, { by: "prof", at: 1 });
    await value.close();`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

mkdirSync(disk);
const isMounted = process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "none", disk]).status === 0;
if (!isMounted) console.warn("A disk of 4 MB takes root's rights: full and read-only disks are not tried here.");
beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
  makeStore();
});
afterAll(() => {
  if (isMounted) spawnSync("umount", ["-l", disk]);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!isMounted)("a disk that takes no changes", () => {
  beforeAll(() => {
    expect(shell(`mount -o remount,ro "${disk}"`)).toEqual({ status: 0, said: "" });
  });
  afterAll(() => void shell(`mount -o remount,rw "${disk}"`));

  test("leaves a healthy store healthy: it is verified and saved", async () => {
    expect(store("verify")).toMatchObject({ status: 0, said: expect.stringContaining("Every row can be read") as string });
    for (const name of ["saved.jsonl", "saved.db"]) {
      const to = path.join(folder, name);
      const saved = store(`backup "${to}"`);
      expect(saved).toMatchObject({ status: 0, said: expect.stringContaining(`Saved to ${to}`) as string });
      expect(saved.said).toContain("did not take the time of this backup (EROFS");
      expect(store(`verify "${to}"`)).toMatchObject({ status: 0 });
    }
    expect(readdirSync(disk)).toEqual(["factor-ta.db"]);
    // The bot itself is refused, by the disk's name.
    const refused = { kind: "store-unreachable", reason: "read-only" };
    expect(await openStore({ file })).toMatchObject({ ok: false, problem: refused });
    expect(await writeProblem({ file })).toMatchObject(refused);
    expect(await writeProblem({ file: path.join(disk, "new", "factor-ta.db") })).toMatchObject(refused);
  });
});

describe.skipIf(!isMounted)("a full disk", () => {
  beforeAll(() => void shell(`dd if=/dev/zero of="${disk}/filler" bs=4k`));
  afterAll(() => rmSync(path.join(disk, "filler"), { force: true }));

  test.each(["full.jsonl", "full.db"])("takes no backup away that goes to another one: %s", (name) => {
    const to = path.join(folder, name);
    const saved = store(`backup "${to}"`);
    expect(saved.said).toContain(`Saved to ${to}`);
    expect(saved.said).toContain("did not take the time of this backup (ENOSPC");
    expect(saved.status).toBe(0);
    expect(store(`verify "${to}"`)).toMatchObject({ status: 0 });
  });
});

describe.skipIf(!isMounted)("a disk that fills under the open store", () => {
  test("leaves no doubt of what was not stored, whether the transaction or its commit finds no space", () => {
    const script = `const { openStore } = await import("${path.resolve("src/store/open-store.ts")}");
      const { closeSync, openSync, rmSync, writeSync } = await import("node:fs");
      const { value: store } = await openStore({ file: "${file}" });
      const filler = openSync("${disk}/filler", "w");
      try { for (;;) writeSync(filler, Buffer.alloc(4096)); } catch {}
      const ask = (text) => store.questions.ask({ guild: "g", channel: "c", asker: "ada", text, at: 1 }).then(() => "stored", ({ problem, cause }) => [problem.reason, problem.isUndone, cause.code]);
      const said = [await ask("x"), await ask("x".repeat(2_000_000))];
      closeSync(filler); rmSync("${disk}/filler");
      console.log(JSON.stringify({ said, listed: (await store.questions.listUnanswered("g")).length, then: await ask("y") }));
      await store.close();`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({ said: [["full", true, "SQLITE_FULL"], ["full", true, "SQLITE_FULL"]], listed: 0, then: "stored" });
  });
});

test("a name with brackets and stars stands on the terminal as it is, to be searched for", () => {
  const strange = path.join(folder, "strange");
  mkdirSync(strange);
  writeFileSync(path.join(strange, "factor-ta.db"), `SQLite format 3\0${"rubbish".repeat(2000)}`);
  const { status, said } = shell(`"${process.execPath}" dist/store.js verify`, { FACTOR_TA_LOCAL: strange });
  expect(status).toBe(1);
  expect(said).not.toContain("\\");
  expect(terminalWords({ kind: "store-damaged", where: "a.db", fault: "damaged", detail: "*** in database main *** Tree 4: btreeInitPage() returns error code 11" }).cause).toContain(
    "(*** in database main *** Tree 4: btreeInitPage() returns error code 11)",
  );
});

test("a folder whose owner may alone look into it is not said to hold no store", ({ skip }) => {
  if (process.getuid?.() !== 0) return skip("It takes root's rights to be another user.");
  const theirs = path.join(folder, "theirs");
  mkdirSync(theirs, { mode: 0o700 });
  chmodSync(folder, 0o755);
  writeFileSync(path.join(theirs, "factor-ta.db"), "x");
  const script = `process.setuid(65534);
    const { openStore } = await import("${path.resolve("src/store/open-store.ts")}");
    const { writeProblem } = await import("${path.resolve("src/store/write-problem.ts")}");
    const file = "${path.join(theirs, "factor-ta.db")}";
    const { problem } = await openStore({ file }, { mustExist: true, migrates: false });
    console.log(JSON.stringify([problem, await writeProblem({ file }), await writeProblem({ file: "${path.join(folder, "new", "factor-ta.db")}" })]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject([{ reason: "other-owner" }, { reason: "other-owner" }, { kind: "store-unreachable" }]);
});

test.each([
  ["dist/main.js", "RETENTION_DAY"],
])("a misspelt setting is named at the start, and not its value: %s", (program, name) => {
  const { said } = shell(`"${process.execPath}" ${program}`, { [name]: "9041", FACTOR_TA_LOCAL: "/dev/null/nowhere", PORT: "0", DISCORD_TOKEN: "", LOG_LEVEL: "warn" });
  const line = said.split("\n").find((text) => text.includes(name)) ?? "{}";
  expect(JSON.parse(line)).toMatchObject({ level: 40, setting: name, msg: expect.stringContaining("no setting") as string });
  expect(said).not.toContain("9041");
});

describe.skipIf(process.platform === "win32")("the rotation of encrypted backups in docs/hosting.md", () => {
  /** The chain as it is printed, with a program that turns bytes round in age's place, and two backups to keep. */
  const documented = (): string => {
    const [, block] = /```bash\n(set -o pipefail[^`]*)```/u.exec(readFileSync("docs/hosting.md", "utf8"))!;
    const replaced = block!
      .replaceAll("/backups/", `${folder}/encrypted/`)
      .replace("npm run -s store:backup --", `"${process.execPath}" dist/store.js backup`)
      .replace("age -r age1…", "base64")
      .replace("head -n -14", "head -n -2");
    expect(replaced).toMatch(/base64[^]*head -n -2/u);
    return replaced;
  };
  const backups = (): readonly string[] => readdirSync(path.join(folder, "encrypted")).toSorted();
  const good = ["2025-01-01.jsonl.age", "2025-01-02.jsonl.age"];
  const begin = (): void => {
    rmSync(path.join(folder, "encrypted"), { recursive: true, force: true });
    mkdirSync(path.join(folder, "encrypted"));
    for (const name of good) writeFileSync(path.join(folder, "encrypted", name), "good");
  };

  test("keeps the newest, with the new one among them", () => {
    begin();
    expect(shell(documented())).toMatchObject({ status: 0 });
    expect(backups()).toEqual([good[1], expect.stringMatching(/^\d{4}-\d\d-\d\d\.jsonl\.age$/u)]);
  });

  test("removes no good one when the store is gone, was emptied, or nothing can be encrypted", async () => {
    const elsewhere = path.join(folder, "empty");
    const empty = await openStore({ file: path.join(elsewhere, "factor-ta.db") });
    if (!empty.ok) throw new Error(empty.problem.kind);
    await empty.value.secret();
    await empty.value.close();
    const failing: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      [documented(), { FACTOR_TA_LOCAL: path.join(folder, "nowhere") }],
      [documented(), { FACTOR_TA_LOCAL: elsewhere }],
      [documented().replace("base64", "false"), {}],
      // Two days of it, as a timer would.
      [`(${documented()}); ${documented()}`, { FACTOR_TA_LOCAL: path.join(folder, "nowhere") }],
    ];
    for (const [line, env] of failing) {
      begin();
      expect(shell(line, env).status).not.toBe(0);
      expect(backups().filter((name) => name.endsWith(".age"))).toEqual(good);
    }
  });
});
