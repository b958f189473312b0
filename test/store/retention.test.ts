import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Item, NewAnswer } from "../../src/store/answer-records.ts";
import type { Store } from "../../src/store/store.ts";
import { openStore, type StoreAddress } from "../../src/store/open-store.ts";
import { verifyStore } from "../../src/store/verify-store.ts";
import { startPostgres, type PostgresServer } from "./postgres-server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-retention-"));
let server: PostgresServer | { readonly missing: string };
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  if (!("missing" in server)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const answered = (item: Item, person: string, at: number, guild: string | null = "g1"): NewAnswer => ({
  item,
  guild,
  person,
  interaction: `${person}-${String(at)}-${item.kind}`,
  variant: "v",
  at,
  parts: [{ quantity: "beta", text: "1", value: 1, expected: 1, verdict: "correct", diagnoses: [] }],
  verdict: "correct",
  score: 1,
  fingerprint: `f${String(at)}`,
  counts: true,
  revision: 0,
  pace: null,
});

describe.each(["SQLite", "PostgreSQL"])("on %s", (backend) => {
  test("what is older goes with all that belongs to it, what is newer and other courses stay, and the store is whole", async ({ skip }) => {
    if (backend === "PostgreSQL" && "missing" in server) return skip(server.missing);
    const address: StoreAddress = backend === "SQLite" || "missing" in server ? { file: path.join(folder, "a.db") } : { url: await server.database() };
    const opened = await openStore(address);
    if (!opened.ok) throw new Error(opened.problem.kind);
    const store: Store = opened.value;
    const prof = { by: "prof", at: 5 };
    const checkOf = async (guild: string, closesAt: number | null) =>
      store.checks.create({ guild, channel: "c", title: "t", exercise: "e", question: null, opensAt: 0, closesAt, attempts: null, variants: false, tolerance: null, points: 1, feedback: "now", hints: true, credit: null, by: "prof", at: 1 });
    const [old, recent, unending, elsewhere] = [await checkOf("g1", 100), await checkOf("g1", 900), await checkOf("g1", null), await checkOf("g2", 100)];
    for (const { id } of [old, recent, unending]) await store.answers.record(answered({ kind: "check", check: id }, `ann-${id}`, 50));
    await store.answers.record(answered({ kind: "check", check: elsewhere.id }, "bob", 50, "g2"));
    await store.checks.extendPerson(old.id, { person: "ann", closesAt: null, attempts: 1, ...prof });
    await store.checks.correct(old.id, { beta: 2 }, "why", prof);
    await store.answers.record(answered({ kind: "practice", exercise: "e" }, "ann", 60));
    await store.answers.record(answered({ kind: "practice", exercise: "e" }, "ann", 800));
    await store.answers.record(answered({ kind: "practice", exercise: "e" }, "dm", 60, null));
    await store.questions.ask({ guild: "g1", channel: "c", asker: "ann", text: "why?", at: 70 });
    await store.roster.import("g1", [{ student: "A", canvasId: "1", sisUserId: "", sisLoginId: "", section: "" }], prof);

    expect(await store.retention.courses()).toEqual(["g1", "g2"]);
    expect(await store.retention.old("g1", 400)).toEqual({ checks: 1, answers: 2, questions: 1, students: 0 });
    // Nothing goes that was not said.
    expect(await store.retention.deleteAnnounced("g1", { upTo: 400, at: 500 })).toBe(null);
    await store.retention.announce("g1", { upTo: 400, at: 450 }, await store.retention.old("g1", 400));
    expect(await store.retention.announced("g1")).toEqual({ upTo: 400, at: 450 });
    expect(await store.retention.deleteAnnounced("g1", { upTo: 400, at: 500 })).toEqual({ checks: 1, answers: 2, questions: 1, students: 0 });
    expect(await store.retention.deleteAnnounced("g1", { upTo: 400, at: 500 })).toBe(null);

    expect(await Promise.all([old, recent, unending, elsewhere].map(async ({ id }) => (await store.checks.find(id)) !== null))).toEqual([false, true, true, true]);
    expect((await store.answers.ofItem({ kind: "practice", exercise: "e" })).map(({ at }) => at)).toEqual([60, 800]);
    expect(await store.retention.deleteOutside(400)).toBe(1);
    expect((await store.answers.ofItem({ kind: "practice", exercise: "e" })).map(({ at }) => at)).toEqual([800]);
    expect((await store.roster.entries("g1")).length).toBe(1);
    expect((await store.courses.listAudit("g1", 50)).map(({ action }) => action)).toEqual(["retention", "retention announced"]);

    // The roster goes with a course that was closed.
    expect(await store.terms.close("g1", { by: "prof", at: 600 })).toBe(true);
    expect(await store.terms.close("g1", { by: "prof", at: 601 })).toBe(false);
    expect((await store.retention.old("g1", 599)).students).toBe(0);
    await store.retention.announce("g1", { upTo: 700, at: 700 }, await store.retention.old("g1", 700));
    expect((await store.retention.deleteAnnounced("g1", { upTo: 700, at: 800 }))?.students).toBe(1);
    expect(await store.roster.entries("g1")).toEqual([]);
    expect(await verifyStore(address)).toMatchObject({ ok: true, value: { faults: [] } });
    await store.close();
  });
});
