import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIMessage } from "discord-api-types/v10";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openStore, type StoreAddress } from "../../src/store/open-store.ts";
import { startPostgres } from "../store/postgres-server.ts";
import { spawnCourseProcess, startCourseProcess, type CourseProcess } from "./course-process.ts";

/** The built program is killed while Discord has its message, taken or not, and started again: there is one message. */

const server = await startPostgres();
const missing = "missing" in server ? server.missing : null;
afterAll(async () => {
  if ("stop" in server) await server.stop();
});

const hourMs = 3_600_000;
const messages = { method: "POST", path: /^\/channels\/\d+\/messages$/u };

describe.each([
  { backend: "SQLite", skipped: null },
  { backend: "PostgreSQL", skipped: missing },
])("kill -9 on $backend", ({ backend, skipped }) => {
  if (skipped !== null) return test.skip(skipped);

  let courseServer: CourseServer | null = null;
  let folder = "";
  const processes: CourseProcess[] = [];
  afterEach(async () => {
    for (const { process, ended } of processes.splice(0)) {
      process.kill("SIGKILL");
      await ended;
    }
    await courseServer?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function storeOf(address: StoreAddress) {
    const opened = await openStore(address);
    if (!opened.ok) throw new Error(opened.problem.kind);
    return opened.value;
  }

  /** The lease of whoever was killed has run out. */
  async function endLeases(address: StoreAddress): Promise<void> {
    const session = "file" in address ? openSqlite(address.file) : await openPostgres(address.url);
    if (!session.ok) throw new Error(session.problem.kind);
    await session.value.db.updateTable("posts").set({ nextAt: 0 }).where("message", "is", null).execute();
    await session.value.close();
  }

  /** How many messages are stored and not confirmed. */
  async function unconfirmed(address: StoreAddress, purpose: string): Promise<number> {
    const session = "file" in address ? openSqlite(address.file) : await openPostgres(address.url);
    if (!session.ok) throw new Error(session.problem.kind);
    const rows = await session.value.db.selectFrom("posts").select("id").where("message", "is", null).where("purpose", "=", purpose).execute();
    await session.value.close();
    return rows.length;
  }

  test.each([
    { what: "a weekly reminder", applied: true },
    { what: "what says that a check closes soon", applied: false },
  ])("while $what is on its way (taken: $applied) leaves one message", async ({ what, applied }) => {
    folder = mkdtempSync(join(tmpdir(), "factor-ta-killed-"));
    const databaseUrl = backend === "SQLite" || !("database" in server) ? "" : await server.database();
    const address: StoreAddress = databaseUrl === "" ? { file: join(folder, "factor-ta.db") } : { url: databaseUrl };
    courseServer = await startCourseServer({ port: 0 });
    const ada = courseServer.user("student-1");
    const isWeekly = what === "a weekly reminder";
    const seen = (): readonly APIMessage[] =>
      isWeekly ? ada.inDirectMessages().messages().filter(({ embeds }) => embeds[0]?.title?.includes("to practise")) : ada.messages().filter(({ embeds }) => embeds[0]?.title?.startsWith("Reminder:"));
    const settings = { FACTOR_TA_LOCAL: folder, DATABASE_URL: databaseUrl };
    const guild = courseServer.guildIds[0]!;
    if (!isWeekly) {
      const first = await startCourseProcess(courseServer, settings);
      processes.push(first);
      await courseServer.user("instructor").command("check post", { exercise: "jpm-regression", closes: "24h" }, { timeout: 40_000 });
      await expect.poll(() => ada.messages().some(({ embeds }) => embeds[0]?.title?.startsWith("Check:"))).toBe(true);
      await first.stop();
    }
    const store = await storeOf(address);
    if (isWeekly) await store.reminders.start(ada.person.id, Date.now() - 7 * 24 * hourMs, Date.now() - 1000);
    else {
      const [check] = await store.checks.list(guild, 1);
      // As if 22 of its 24 hours had passed.
      await store.checks.extend(check!.id, Date.now() + 7 * hourMs, { by: "prof", at: Date.now() });
      await store.close();
      const session = "file" in address ? openSqlite(address.file) : await openPostgres(address.url);
      if (!session.ok) throw new Error(session.problem.kind);
      await session.value.db.updateTable("checks").set({ opensAt: Date.now() - 22 * hourMs, closesAt: Date.now() + hourMs }).where("id", "=", check!.id).execute();
      await session.value.close();
    }
    if (isWeekly) await store.close();
    courseServer.faults.next(messages, { kind: "hang", applied });
    const killed = spawnCourseProcess(courseServer, settings);
    processes.push(killed);
    await expect.poll(() => (applied ? seen().length : unconfirmed(address, "closing")), { timeout: 90_000, interval: 100 }).toBe(1);
    killed.process.kill("SIGKILL");
    await killed.ended;
    courseServer.faults.clear();
    expect(seen()).toHaveLength(applied ? 1 : 0);
    await endLeases(address);
    const again = await startCourseProcess(courseServer, settings);
    processes.push(again);
    await expect.poll(() => seen().length, { timeout: 90_000, interval: 50 }).toBe(1);
    const confirmed = async (): Promise<string | null | undefined> => {
      const looked = await storeOf(address);
      const [check] = await looked.checks.list(guild, 1);
      const subject = isWeekly ? ((await looked.reminders.of(ada.person.id))?.id ?? "") : check!.id;
      const post = await looked.posts.latest(subject, isWeekly ? "reminder" : "closing");
      await looked.close();
      return post?.message;
    };
    await expect.poll(confirmed, { timeout: 90_000, interval: 200 }).toBe(seen()[0]!.id);
    await again.stop();
    expect(seen()).toHaveLength(1);
  }, 300_000);
});
