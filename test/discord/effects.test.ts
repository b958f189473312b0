import type { APIMessage } from "discord-api-types/v10";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault, PlayableUser } from "discord-course-server";
import { specFaults } from "discord-course-server/testing/spec-faults";
import type { Store } from "../../src/store/store.ts";
import { startPostgres } from "../store/postgres-server.ts";
import { buttonOf } from "./button-of.ts";
import { openCourse, type OpenCourse } from "./open-course.ts";

/**
 * What is stored and then sent, with the connection failing before or after the message takes effect: in the end there is
 * exactly one message and the store knows it, or none and the store holds nothing.
 */

const server = await startPostgres();
const missing = "missing" in server ? server.missing : null;
afterAll(async () => {
  if ("stop" in server) await server.stop();
});

const messages = { method: "POST", path: /^\/channels\/\d+\/messages$/u };
const lost = (kind: "status" | "disconnect", applied: boolean): Fault => (kind === "status" ? { kind, status: 500, applied } : { kind, applied });

const unreadable = (body: "cut" | "html" | "stalled", applied: boolean): Fault => ({ kind: "unreadable", body, applied });

/** Each is injected into the first requests for a message; `times` beyond what discord.js repeats by itself. */
const transient = [
  { name: "one 500 before it took effect", fault: lost("status", false), times: 1 },
  { name: "one 500 after it took effect", fault: lost("status", true), times: 1 },
  { name: "500 to every try, before", fault: lost("status", false), times: 12 },
  { name: "500 to every try, after", fault: lost("status", true), times: 12 },
  { name: "the socket cut before", fault: lost("disconnect", false), times: 1 },
  { name: "the socket cut after", fault: lost("disconnect", true), times: 1 },
  { name: "the socket cut at every try, before", fault: lost("disconnect", false), times: 3 },
  { name: "the socket cut at every try, after", fault: lost("disconnect", true), times: 3 },
  { name: "no answer for 5 s, after it took effect", fault: { kind: "hang", applied: true } as Fault, times: 1 },
  { name: "half of a reply after it took effect", fault: unreadable("cut", true), times: 1 },
  { name: "half of every reply, after", fault: unreadable("cut", true), times: 12 },
  { name: "a page with status 200 before it took effect", fault: unreadable("html", false), times: 1 },
  { name: "a page with status 200 after it took effect", fault: unreadable("html", true), times: 1 },
  { name: "a reply that stalls after it took effect", fault: unreadable("stalled", true), times: 1 },
  { name: "one 401", fault: { kind: "error", status: 401, code: 0 } as Fault, times: 1 },
  { name: "401 to every try", fault: { kind: "error", status: 401, code: 0 } as Fault, times: 12 },
  { name: "a rate limit of the channel for minutes", fault: { kind: "rate-limit", retryAfterSeconds: 240 } as Fault, times: 1 },
] as const;

/** One in the store, one in the channel, the same. */
const areOneMessage = ([known, seen]: readonly (readonly (string | null)[])[]): boolean => known?.length === 1 && seen?.length === 1 && known[0] === seen[0];

const refusals = [
  { name: "missing permission", fault: { kind: "error", status: 403, code: 50013 } as Fault, words: "I can't write in" },
  { name: "a deleted channel", fault: { kind: "error", status: 404, code: 10003 } as Fault, words: "is not there any more" },
  { name: "an archived thread", fault: { kind: "error", status: 400, code: 50083 } as Fault, words: "is a closed thread" },
] as const;

describe.each([
  { backend: "SQLite", skipped: null },
  { backend: "PostgreSQL", skipped: missing },
])("on $backend", ({ backend, skipped }) => {
  if (skipped !== null) return test.skip(skipped);

  /** How a reply of Discord is spoilt makes no difference to the store: posting a check tries them all on both, the others one. */
  const spoilt = ["unreadable", "error", "rate-limit"];
  const further = backend === "SQLite" ? transient : transient.filter(({ name, fault }) => !spoilt.includes(fault.kind) || name === "half of every reply, after");

  let course: OpenCourse;
  let prof: PlayableUser;
  let ada: PlayableUser;
  let store: Store;

  beforeEach(async () => {
    const databaseUrl = backend === "SQLite" || !("database" in server) ? "" : await server.database();
    course = await openCourse({ closingEveryMs: 100, databaseUrl });
    [prof, ada] = [course.courseServer.user("instructor"), course.courseServer.user("student-1")];
    const opened = await course.world.store();
    if (!opened.ok) throw new Error(opened.problem.kind);
    store = opened.value;
  });
  afterEach(async () => {
    expect(specFaults(course.courseServer.requests.filter(({ status }) => status < 400))).toEqual([]);
    await course.close();
  });

  const guild = (): string => course.courseServer.guildIds[0]!;
  const titled = (start: string): readonly APIMessage[] => ada.messages().filter(({ embeds }) => embeds[0]?.title?.startsWith(start));
  const words = (message: APIMessage | null | undefined): string => [message?.content, ...(message?.embeds ?? []).flatMap(({ title, description }) => [title, description])].join("\n");
  /** Lets the lease of whoever was trying run out, so that the timer settles what is left. */
  const settle = (): void => course.pass(35_000);
  const postCheck = (): Promise<{ readonly message: APIMessage | null; readonly failure: string | null }> =>
    prof.command("check post", { exercise: "jpm-regression", closes: "2h" }, { timeout: 40_000 });

  test.each(transient)("a check, $name: one message, which the store knows", async ({ fault, times }) => {
    course.courseServer.faults.next(messages, fault, times);
    const posted = await postCheck();
    expect(posted.failure).toBeNull();
    expect(words(posted.message)).not.toContain("Our fault");
    course.courseServer.faults.clear();
    settle();
    await expect.poll(async () => [(await store.checks.list(guild(), 9)).map(({ message }) => message), titled("Check:").map(({ id }) => id)]).toSatisfy(areOneMessage);
  }, 90_000);

  test.each(refusals)("a check that Discord refuses ($name) is taken away: no grade, no hidden key, and a sentence with the reason", async ({ fault, words: reason }) => {
    course.courseServer.faults.next(messages, fault, 20);
    expect(words((await postCheck()).message)).toContain(reason);
    expect(await store.checks.list(guild(), 9)).toEqual([]);
    expect(words((await ada.command("beta", { ticker: "JPM" })).message)).toContain("1.395");
  });

  test("a check that never reaches Discord is given up after five minutes, and the staff are told", async () => {
    course.courseServer.faults.next(messages, lost("disconnect", false), 3);
    expect(words((await postCheck()).message)).toContain("Discord did not confirm my message");
    expect(await store.checks.list(guild(), 9)).toHaveLength(1);
    course.pass(6 * 60_000);
    await expect.poll(() => store.checks.list(guild(), 9)).toEqual([]);
    await expect.poll(() => words(prof.inDirectMessages().messages().at(-1))).toContain("Not posted");
    expect(titled("Check:")).toEqual([]);
  });

  test.each([
    { name: "before the message was sent", isSent: false },
    { name: "after the message was sent", isSent: true },
  ])("a program that is killed $name leaves one message and the truth in the store", async ({ isSent }) => {
    await postCheck();
    const [check] = await store.checks.list(guild(), 1);
    const sent = titled("Check:")[0]!;
    await course.restart();
    const again = await course.world.store();
    if (!again.ok) throw new Error(again.problem.kind);
    store = again.value;
    // As the kill would have left it: a check without message and without intent.
    const fresh = await store.checks.create({ ...check!, title: isSent ? check!.title : "Lost", by: check!.createdBy, at: Date.now() });
    if (isSent) await store.posts.begin({ purpose: "check", subject: fresh.id, round: "", guild: fresh.guild, channel: fresh.channel }, Date.now(), 30_000);
    settle();
    await expect.poll(async () => (await store.checks.find(fresh.id))?.message ?? null).not.toBeNull();
    const found = await store.checks.find(fresh.id);
    expect(found?.message).not.toBe(sent.id);
    expect(ada.messages().filter((message) => JSON.stringify(message).includes(fresh.id))).toHaveLength(1);
  });

  test("a message that is in the channel, though nothing in the store leads to it, is found there and not sent again", async () => {
    course.courseServer.faults.next(messages, lost("disconnect", true), 3);
    // Nor can the channel be read meanwhile: else the second try finds it.
    course.courseServer.faults.next({ ...messages, method: "GET" }, lost("status", false), 40);
    await postCheck();
    course.courseServer.faults.clear();
    const [check] = await store.checks.list(guild(), 1);
    expect(check?.message).toBeNull();
    // As version 0.1.0 left it.
    const pending = await store.posts.claimPending(Date.now() + 600_000, 0);
    expect(pending.map(({ subject }) => subject)).toEqual([check?.id]);
    for (const { id } of pending) await store.posts.remove(id);
    // Longer than Discord knows a nonce, and shorter than a message is waited for.
    course.pass(4 * 60_000);
    await expect.poll(async () => (await store.checks.find(check!.id))?.message ?? null).not.toBeNull();
    expect([(await store.checks.find(check!.id))?.message]).toEqual(titled("Check:").map(({ id }) => id));
  });

  test.each(further)("results at closing time, $name: once", async ({ fault, times }) => {
    await postCheck();
    course.courseServer.faults.next(messages, fault, times);
    course.pass(2 * 3_600_000 + 1_000);
    await expect.poll(async () => (await store.posts.latest((await store.checks.list(guild(), 1))[0]!.id, "results"))?.message ?? (course.pass(10_000), null), { timeout: 60_000, interval: 500 }).not.toBeNull();
    course.courseServer.faults.clear();
    await expect.poll(async () => (course.pass(10_000), (await store.checks.list(guild(), 1))[0]?.announcedAt), { timeout: 60_000, interval: 300 }).not.toBeNull();
    course.pass(120_000);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(titled("Results:")).toHaveLength(1);
  }, 120_000);

  test.each([50083, 30046, 10008])("results are posted although the check's own message can't be edited (%i)", async (code) => {
    await postCheck();
    course.courseServer.faults.next({ method: "PATCH", path: /^\/channels\/\d+\/messages\/\d+$/u }, { kind: "error", status: 400, code }, 20);
    course.pass(2 * 3_600_000 + 1_000);
    await expect.poll(() => titled("Results:").length).toBe(1);
    expect(course.errors).toEqual([]);
  });

  test("results that the channel does not take are told to the instructor, by the timer and by /check close", async () => {
    await postCheck();
    course.courseServer.faults.next(messages, { kind: "error", status: 403, code: 50013 }, 1);
    course.pass(2 * 3_600_000 + 1_000);
    await expect.poll(() => words(prof.inDirectMessages().messages().at(-1))).toContain("results not posted");
    await postCheck();
    course.courseServer.faults.next(messages, { kind: "error", status: 403, code: 50013 }, 1);
    expect(words((await prof.command("check close", { confirm: true })).message)).toContain("The class does not see them. I can't write in");
  });

  test("the results' button knows that they are posted: pressed again it brings their message up to date", async () => {
    await postCheck();
    const closed = await prof.command("check close", { confirm: true });
    expect(titled("Results:")).toHaveLength(1);
    for (let press = 0; press < 2; press++) {
      const pressed = await prof.click(closed.message!.id, buttonOf(closed.message!, "Bring the class's message up to date"));
      expect(words(pressed.message)).toContain("The class's message has all of it");
    }
    expect(titled("Results:")).toHaveLength(1);
  });

  const patches = { method: "PATCH", path: /^\/channels\/\d+\/messages\/\d+$/u };
  test.each(further)("a close that is taken back, $name: the message with the solution is emptied", async ({ fault, times }) => {
    await postCheck();
    await prof.command("check close", { confirm: true });
    await expect.poll(() => words(titled("Results:")[0])).toContain("1.395");
    course.courseServer.faults.next(patches, fault, times);
    const undone = await prof.command("check undo", { confirm: true }, { timeout: 60_000 });
    expect(words(undone.message)).toContain("were in the channel");
    course.courseServer.faults.clear();
    settle();
    await expect.poll(() => titled("Taken back:").length).toBe(1);
    expect(titled("Results:")).toEqual([]);
    expect(titled("Taken back:")[0]).toMatchObject({ attachments: [] });
    expect(JSON.stringify(titled("Taken back:"))).not.toContain("1.395");
  }, 90_000);

  test.each(further)("a question to the staff, $name: once", async ({ fault, times }) => {
    const { modal } = await openQuestion();
    course.courseServer.faults.next(messages, fault, times);
    await ada.submit(modal!, { text: "Why is alpha so small?" }, { timeout: 40_000 });
    course.courseServer.faults.clear();
    settle();
    await expect.poll(async () => [(await store.questions.listUnanswered(guild())).map(({ staffMessage }) => staffMessage), titled("A question").map(({ id }) => id)]).toSatisfy(areOneMessage);
  }, 90_000);

  const direct = { method: "POST", path: /^\/channels\/\d+\/messages$/u };
  const weekMs = 7 * 24 * 3_600_000;
  const reminders = (): readonly APIMessage[] => ada.inDirectMessages().messages().filter(({ embeds }) => embeds[0]?.title?.includes("to practise"));
  const askForReminders = async (): Promise<void> => {
    await store.reminders.start(ada.person.id, Date.now(), Date.now() + weekMs);
    course.pass(weekMs);
  };

  test.each(further)("a weekly reminder, $name: one message", async ({ fault, times }) => {
    course.courseServer.faults.next(direct, fault, times);
    await askForReminders();
    // The timer looks for reminders every minute.
    course.pass(61_000);
    await expect.poll(() => reminders().length || (course.pass(10_000), 0), { timeout: 60_000, interval: 500 }).toBe(1);
    course.courseServer.faults.clear();
    for (let n = 0; n < 4; n++) {
      settle();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(reminders()).toHaveLength(1);
    expect(await store.reminders.of(ada.person.id)).not.toBeNull();
    // One press on it, where nobody's server is.
    const [reminder] = reminders();
    const stopped = await ada.inDirectMessages().click(reminder!.id, buttonOf(reminder!, "Stop the reminders"));
    expect(words(stopped.message)).toContain("You get no more of them");
    expect(await store.reminders.of(ada.person.id)).toBeNull();
  }, 90_000);

  test("a weekly reminder to closed direct messages is tried once, and ended", async () => {
    course.courseServer.faults.next(direct, { kind: "error", status: 403, code: 50007 }, 20);
    await askForReminders();
    course.pass(61_000);
    await expect.poll(() => store.reminders.of(ada.person.id)).toBeNull();
    const tried = course.courseServer.requests.filter(({ method, path }) => method === "POST" && direct.path.test(path)).length;
    course.pass(2 * weekMs);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(course.courseServer.requests.filter(({ method, path }) => method === "POST" && direct.path.test(path))).toHaveLength(tried);
    expect(tried).toBe(1);
    expect(await store.reminders.takeEnded(ada.person.id)).toBe(true);
  });

  const hourMs = 3_600_000;
  const closingReminders = (): readonly APIMessage[] => titled("Reminder:");
  const postLongCheck = async (): Promise<void> => {
    await prof.command("check post", { exercise: "jpm-regression", closes: "24h" }, { timeout: 40_000 });
    await expect.poll(() => titled("Check:")).toHaveLength(1);
  };

  test.each(further.filter(({ times }) => times > 1))("what says that a check closes soon, $name: one message", async ({ fault, times }) => {
    await postLongCheck();
    course.courseServer.faults.next(messages, fault, times);
    course.pass(22 * hourMs);
    await expect.poll(() => closingReminders().length || (course.pass(10_000), 0), { timeout: 60_000, interval: 500 }).toBe(1);
    course.courseServer.faults.clear();
    for (let n = 0; n < 4; n++) {
      settle();
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(closingReminders()).toHaveLength(1);
    const [check] = await store.checks.list(guild(), 1);
    expect((await store.posts.latest(check!.id, "closing"))?.message).toBe(closingReminders()[0]!.id);
    // Its button is the check's own; closed, it says so and has none.
    const form = await ada.click(closingReminders()[0]!.id, buttonOf(closingReminders()[0]!, "Answer"));
    expect(form.modal).not.toBeNull();
    course.pass(2 * hourMs);
    await expect.poll(() => words(closingReminders()[0])).toContain("**Closed**");
    expect(closingReminders()[0]!.components ?? []).toEqual([]);
  }, 90_000);

  test.each(refusals)("what says that a check closes soon is tried once where Discord refuses it ($name)", async ({ fault }) => {
    await postLongCheck();
    course.courseServer.faults.next(messages, fault, 20);
    const tries = (): number => course.courseServer.requests.filter(({ method, path }) => method === "POST" && messages.path.test(path)).length;
    const before = tries();
    course.pass(22 * hourMs);
    await expect.poll(tries).toBeGreaterThan(before);
    const tried = tries();
    settle();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(tries()).toBe(tried);
    expect(closingReminders()).toEqual([]);
    expect((await store.checks.list(guild(), 1))[0]?.message).not.toBeNull();
  });

  test("the same interaction delivered twice is done once: a check, a question, an answer", async () => {
    course.courseServer.faults.deliverTwice();
    await postCheck();
    const { modal } = await openQuestion();
    course.courseServer.faults.deliverTwice();
    await ada.submit(modal!, { text: "Why?" });
    const message = titled("Check:")[0]!;
    const form = await ada.click(message.id, buttonOf(message, "Answer"));
    course.courseServer.faults.deliverTwice();
    await ada.submit(form.modal!, { answer1: "1", answer2: "1", answer3: "0.5", answer4: "more" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const [check, ...others] = await store.checks.list(guild(), 9);
    expect(others).toEqual([]);
    expect([titled("Check:").length, titled("A question").length]).toEqual([1, 1]);
    expect(await store.answers.ofItem({ kind: "check", check: check!.id })).toHaveLength(1);
    expect(course.errors).toEqual([]);
  });

  async function openQuestion() {
    const notice = await ada.command("ask", { question: "what's for lunch" });
    const staff = await ada.click(notice.message!.id, buttonOf(notice.message!, "Ask the class staff"));
    return ada.click(staff.message!.id, buttonOf(staff.message!, "Write it"));
  }
});
