import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import { noSideEffects } from "../../src/commands/side-effects.ts";
import { reconcilePosts } from "../../src/commands/checks/reconcile-posts.ts";
import { ProblemError, success } from "../../src/outcome.ts";
import type { StoreProblem } from "../../src/store/problem.ts";
import { readCustomId } from "../../src/render/custom-id.ts";
import { messageOf } from "../../src/render/message.ts";
import type { Answer, Reply } from "../../src/render/reply.ts";
import { openAsking, type Asking } from "./asking.ts";
import { openCourseroom } from "./courseroom.ts";

let asking: Asking;
let world: AppContext;
const posted: { readonly channel: string; readonly reply: Reply }[] = [];

beforeAll(() => {
  asking = openAsking();
  world = {
    ...asking.world,
    sideEffects: { ...noSideEffects, post: (channel, reply) => Promise.resolve(success(`message-${String(posted.push({ channel, reply }))}`)) },
  };
});
afterAll(() => asking.close());

const student = { id: "student-ann", name: "Ann", roleIds: [], managesServer: false };
const teacher = { id: "12", name: "Prof", roleIds: [], managesServer: true };
const ask = (command: string, options: Readonly<Record<string, string>>, asker = student, guildId: string | null = "2") =>
  answer({ command, options, asker, place: { guildId, channelId: "3" }, id: "4" }, commands, world);

test("before anything is sent it is said who will see what", async () => {
  const { answer: notice } = await ask("staff-question", { text: "Is the quiz *open book*?" });
  expect(notice).toMatchObject({ kind: "reply", audience: "asker" });
  const words = (notice as Reply).embeds[0]?.description ?? "";
  expect(words).toContain("without your name");
  expect(words).toContain("The course staff can");
  expect(words).toContain("\\*open book\\*");
  expect(posted).toEqual([]);
  expect((await ask("staff-question write", {})).answer).toMatchObject({ kind: "form", submit: { command: "staff-question post" } });
});

test("the question goes to the channel without its asker, and the staff can look up who asked", async () => {
  const { answer: confirmation } = await ask("staff-question post", { text: "Why is α so small? @everyone [x](https://example.com)" });
  expect(confirmation).toMatchObject({ audience: "asker" });
  const [{ channel, reply }] = posted as [(typeof posted)[number]];
  expect(channel).toBe("3");
  expect(JSON.stringify(reply)).not.toContain(student.id);
  expect(JSON.stringify(reply)).not.toContain(student.name);
  expect(reply.embeds[0]?.description).toContain("\\[x\\]\\(");
  const question = String(reply.result["question"]);

  expect((await ask("staff-question asker", { question })).problem).toMatchObject({ kind: "not-allowed" });
  expect((await ask("staff-question answered", { question })).problem).toMatchObject({ kind: "not-allowed" });
  expect((await ask("staff-question asker", { question }, teacher, "999")).problem).toMatchObject({ kind: "unknown-question" });

  const { answer: who } = await ask("staff-question asker", { question }, teacher);
  expect(who).toMatchObject({ audience: "asker", result: { person: student.id } });
  const { answer: answered } = await ask("staff-question answered", { question }, teacher);
  expect(answered).toMatchObject({ replaces: true });
  expect((answered as Reply).nextSteps.map(({ label }) => label)).toEqual(["Pin", "Who asked"]);
  const { answer: pinned } = await ask("staff-question pin", { question }, teacher);
  expect(pinned).toMatchObject({ replaces: true, pins: true });
});

test("outside a server there is no class staff to ask", async () => {
  expect((await ask("staff-question", {}, student, null)).problem).toMatchObject({ kind: "needs-server" });
  const { answer: unsure } = await ask("ask", { question: "what's for lunch" }, student, null);
  expect((unsure as Reply).nextSteps.map(({ command }) => command)).not.toContain("staff-question");
  const { answer: inServer } = await ask("ask", { question: "what's for lunch" });
  expect((inServer as Reply).nextSteps.map(({ command }) => command)).toContain("staff-question");
});

test("a question nobody can read is offered to the staff with its words", async () => {
  const { answer: unsure } = await ask("ask", { question: "when is the midterm?" });
  expect((unsure as Reply).nextSteps.find(({ command }) => command === "staff-question")?.options).toEqual({ text: "when is the midterm?" });
});

/** Presses the only button of that label, as Discord would: by its custom_id. */
async function press(reply: Reply, label: string, asker = student) {
  const buttons = messageOf(reply).components.flatMap(({ components }) => components);
  const call = readCustomId(buttons.find((button) => "label" in button && button.label === label)?.custom_id ?? "");
  if (call === null) throw new Error(`there is no button ${label}`);
  return (await ask(call.command, call.options, asker)).answer;
}
const openedWith = (given: Answer): string => (given.kind === "form" ? (given.fields[0]?.value ?? "") : "no form");

test.each([20, 65, 66, 70, 71, 72, 76, 77, 78, 80, 200, 999, 1_000])("the form opens with a question of %i characters", async (length) => {
  const question = "what's for lunch? ".repeat(100).slice(0, length - 1) + "?";
  const { answer: unsure } = await ask("ask", { question });
  const notice = (await press(unsure as Reply, "Ask the class staff")) as Reply;
  expect(openedWith(await press(notice, "Write it"))).toBe(question);
});

test("of a question that is longer than one to the staff, it opens with the beginning, and says so", async () => {
  const question = `${"what's for lunch? ".repeat(70)}?`;
  const { answer: unsure } = await ask("ask", { question });
  const notice = (await press(unsure as Reply, "Ask the class staff")) as Reply;
  expect(notice.embeds[0]?.description).toContain("261 characters longer");
  expect(openedWith(await press(notice, "Write it"))).toBe(question.slice(0, 1_000));
});

test("a long question is its asker's alone, and for ten minutes", async () => {
  const question = "what's for lunch? ".repeat(10);
  const { answer: unsure } = await ask("ask", { question });
  const other = (await press(unsure as Reply, "Ask the class staff", { ...student, id: "99" })) as Reply;
  expect(other.embeds[0]?.description).not.toContain("lunch");
  expect(openedWith(await press(other, "Write it", { ...student, id: "99" }))).toBe("");
  world = { ...world, now: () => Date.now() + 11 * 60_000 };
  const late = (await press(unsure as Reply, "Ask the class staff")) as Reply;
  expect(late.embeds[0]?.description).toContain("I no longer have your question");
  world = { ...world, now: Date.now };
});

test("with a staff channel the question gets its thread there, and the asker the answer privately", async () => {
  const told: { readonly person: string; readonly reply: Reply }[] = [];
  const threads: { readonly channel: string; readonly message: string; readonly title: string }[] = [];
  let takesMessages = true;
  const staffWorld: AppContext = {
    ...world,
    sideEffects: {
      ...world.sideEffects,
      channelKind: () => Promise.resolve("text"),
      openThread: (channel, message, title) => Promise.resolve(void threads.push({ channel, message, title })),
      edit: () => Promise.resolve(success("edited")),
      tell(person, reply) {
        if (takesMessages) told.push({ person, reply });
        return Promise.resolve(takesMessages);
      },
    },
  };
  const inStaff = (command: string, options: Readonly<Record<string, string>>, asker = teacher) =>
    answer({ command, options, asker, place: { guildId: "2", channelId: "3" }, id: "5" }, commands, staffWorld);
  expect((await inStaff("course setup", { role: "2" })).problem).toMatchObject({ kind: "unusable-setting", reason: "everyone" });
  await inStaff("course setup", { staff: "77" });
  // A hyphen: an id of the store has none, so that no chance puts this one inside of it.
  const asker = { ...student, id: "student-of-the-thread" };
  const before = posted.length;
  expect(((await inStaff("staff-question", {}, asker)).answer as Reply).embeds[0]?.description).toContain("staff's own channel");
  await inStaff("staff-question post", { text: "May I use Excel?" }, asker);
  expect(posted.slice(before)).toMatchObject([{ channel: "77" }]);
  expect(threads).toMatchObject([{ channel: "77", title: "May I use Excel?" }]);
  expect(JSON.stringify([threads, posted.slice(before)])).not.toContain(asker.id);
  const question = String(posted.at(-1)?.reply.result["question"]);

  expect((await inStaff("staff-question send", { question, text: "Yes." }, asker)).problem).toMatchObject({ kind: "not-allowed" });
  expect((await inStaff("staff-question reply", { question })).answer).toMatchObject({ kind: "form", submit: { command: "staff-question send" } });
  const { answer: sent } = await inStaff("staff-question send", { question, text: "Yes, *if* you like." });
  expect((sent as Reply).embeds[0]?.title).toBe("The student has your answer");
  expect(JSON.stringify(sent)).not.toContain(`"${asker.id}"`);
  expect(told).toMatchObject([{ person: asker.id }]);
  expect(told[0]?.reply.embeds[0]?.description).toContain("Yes, \\*if\\* you like.");

  takesMessages = false;
  const { answer: undelivered } = await inStaff("staff-question send", { question, text: "Yes." });
  expect((undelivered as Reply).embeds[0]?.title).toBe("The student takes no direct messages");
  await inStaff("staff-question published", { question, text: "Yes." });
  expect(posted.at(-1)).toMatchObject({ channel: "3" });
  expect(JSON.stringify(posted.at(-1))).not.toContain(asker.id);
});

test("nobody floods the staff: after three questions in ten minutes the fourth waits", async () => {
  const asker = { ...student, id: "student-of-four" };
  for (const text of ["One?", "Two?", "Three?"]) expect((await ask("staff-question post", { text }, asker)).problem).toBeNull();
  expect((await ask("staff-question post", { text: "Four?" }, asker)).problem).toMatchObject({ kind: "too-many-questions" });
});

test.each([
  ["staff", { staff: "99" }],
  ["class", { class: "99" }],
  ["timezone", { timezone: "Mars/Olympus" }],
])("a course can't be set up with a %s that isn't there", async (option, options) => {
  expect((await ask("course setup", options, teacher)).problem).toMatchObject({ kind: "unusable-setting", option });
});

const storeIsLost = (): never => {
  throw new ProblemError<StoreProblem>({ kind: "store-busy", reason: "lost" }, "the connection was cut");
};

test.each(["the question was stored", "the intent was stored", "the message was recorded"])("a store that is lost after %s: sent again it is one question and one message, and left alone too", async (after) => {
  for (const isSentAgain of [true, false]) {
    const room = openCourseroom();
    const store = await room.store();
    // The change is made, and only its confirmation lost.
    const { questions, posts } = store;
    const failing: typeof store = {
      ...store,
      questions: { ...questions, ask: async (...given) => (after === "the question was stored" ? (await questions.ask(...given), storeIsLost()) : questions.ask(...given)) },
      posts: {
        ...posts,
        begin: async (...given) => (after === "the intent was stored" ? (await posts.begin(...given), storeIsLost()) : posts.begin(...given)),
        confirm: async (...given) => (after === "the message was recorded" ? (await posts.confirm(...given), storeIsLost()) : posts.confirm(...given)),
      },
    };
    const call = { command: "staff-question post", options: { text: "Why is α so small?" }, asker: student, place: { guildId: "school", channelId: "class" }, id: "i-lost" };
    const answered = await answer(call, commands, { ...room.world, store: () => Promise.resolve(success(failing)) });
    expect(answered.problem).toEqual({ kind: "question-uncertain" });
    if (isSentAgain) expect((await answer({ ...call, id: "i-again" }, commands, room.world)).problem).toBeNull();
    for (let minute = 0; minute < 2; minute++) {
      room.pass(66_000);
      await reconcilePosts(room.world);
    }
    expect(room.posts).toHaveLength(1);
    const unanswered = await store.questions.listUnanswered("school");
    expect(unanswered.map(({ text, staffMessage }) => [text, staffMessage !== null])).toEqual([["Why is α so small?", true]]);
    await room.close();
  }
});

test("a question that was certainly not stored is said to be nowhere, and may be sent again", async () => {
  const room = openCourseroom();
  const store = await room.store();
  const locked = (): Promise<never> => Promise.reject(new ProblemError<StoreProblem>({ kind: "store-busy", reason: "locked", isUndone: true }, "SQLite's file is locked"));
  const call = { command: "staff-question post", options: { text: "Why is α so small?" }, asker: student, place: { guildId: "school", channelId: "class" }, id: "i-locked" };
  const answered = await answer(call, commands, { ...room.world, store: () => Promise.resolve(success({ ...store, questions: { ...store.questions, ask: locked } })) });
  expect(answered.problem).toEqual({ kind: "not-stored", what: "question", reason: "locked" });
  expect((await answer({ ...call, id: "i-again" }, commands, room.world)).problem).toBeNull();
  expect(room.posts).toHaveLength(1);
  await room.close();
});

test("the same words a quarter of an hour later, of somebody else or elsewhere are another question", async () => {
  const room = openCourseroom();
  const store = await room.store();
  const send = (asker = student, channelId = "class") => answer({ command: "staff-question post", options: { text: "Why?" }, asker, place: { guildId: "school", channelId }, id: "i" }, commands, room.world);
  for (const [asker, channel, questions] of [[student, "class", 1], [student, "class", 1], [teacher, "class", 2], [student, "elsewhere", 3]] as const) {
    expect((await send(asker, channel)).problem).toBeNull();
    expect(await store.questions.listUnanswered("school")).toHaveLength(questions);
  }
  room.pass(15 * 60_000);
  expect((await send()).problem).toBeNull();
  expect(await store.questions.listUnanswered("school")).toHaveLength(4);
  await room.close();
});
