import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { openStore } from "../../src/store/store.ts";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-store-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function asked(local: string, ...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "src/programs/store.ts", ...words], {
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

test("the terminal says how to ask when it cannot tell what was meant", () => {
  const elsewhere = path.join(folder, "elsewhere");
  const answer = asked(elsewhere, "restore");
  expect(answer.status).toBe(2);
  expect(answer.said).toContain("store restore FILE");
  expect(existsSync(elsewhere)).toBe(false);
});
