import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sendAnswerReminders, type AnswerReminded } from "../../src/commands/answer-reminders.ts";
import { reconcilePosts } from "../../src/commands/checks/reconcile-posts.ts";
import { failure, success } from "../../src/outcome.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

const hour = 3_600_000;
const people = ["ada", "ben", "cem", "dag", "stranger-eli"] as const;

let room: Courseroom;
let check: string;
let posted: number;
let folder: string;
beforeEach(async () => {
  room = openCourseroom();
  folder = mkdtempSync(join(tmpdir(), "factor-ta-answer-reminders-"));
  const path = join(folder, "canvas.csv");
  writeFileSync(path, ["Student,ID,SIS User ID,SIS Login ID,Section", ...people.map((person, index) => `"${person}, X",${String(100 + index)},s${String(index)},${person}@uni.edu,A`)].join("\n"));
  await room.words("prof", `/roster import file:${path}`);
  for (const [index, person] of people.entries()) await room.words("prof", `/roster match student:${String(100 + index)} person:${person}`);
  await room.words("prof", "/check post annualise-alpha closes:3h");
  check = (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
  posted = room.posts.length;
});
afterEach(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const sent = async (): Promise<readonly AnswerReminded["done"][]> => (await sendAnswerReminders(room.world)).map(({ done }) => done).toSorted();
const written = (): readonly string[] => room.posts.slice(posted).map((reply) => terminalText(reply, []));

test("nobody is written to before an instructor presses the button below the list of who has not answered", async () => {
  await room.words("ada", `/check submit ${check} answer1:3.33`);
  const list = await room.ask("prof", "/check unanswered");
  expect(await sent()).toEqual([]);
  if (list.kind !== "reply") throw new Error("a form");
  expect(list.nextSteps.map(({ label, command }) => [label, command])).toEqual([["Remind the 4 directly", "check remind"]]);
  const asked = await room.words("prof", `/check remind ${check}`);
  expect(asked).toContain("I write to 4 students directly");
  expect(asked).toContain("1 of the roster has answered.");
  // Who left the server is not written to.
  expect(await sent()).toEqual(["needless", "sent", "sent", "sent"]);
  expect(written()).toHaveLength(3);
  expect(written()[0]).toContain("Not answered yet");
  expect(written()[0]).toContain(`check reminders`);
  expect(await room.words("prof", "/course audit")).toContain("check remind");
  expect(await room.words("ada", `/check remind ${check}`)).toContain("is for the course's instructors");
});

test("nobody is written to twice about one check, however often it is pressed", async () => {
  await room.words("prof", `/check remind ${check}`);
  expect(await sent()).toHaveLength(5);
  const again = await room.words("prof", `/check remind ${check}`);
  expect(again).toContain("Nobody is written to");
  expect(again).toContain("5 were written to about it before");
  expect(await sent()).toEqual([]);
});

test("whoever answers, or whose check closes, before the message is on its way is left alone", async () => {
  await room.words("prof", `/check remind ${check}`);
  await room.words("ada", `/check submit ${check} answer1:3.33`);
  room.pass(4 * hour);
  expect(await sent()).toEqual(["needless", "needless", "needless", "needless", "needless"]);
  expect(await room.words("prof", `/check remind ${check}`)).toContain("Of 4 students who have not, the time is over.");
  const list = await room.ask("prof", `/check unanswered ${check}`);
  expect(list.kind === "reply" && list.nextSteps).toEqual([]);
});

test("a student with more time than the class is told their own closing time, and is reminded while it lasts", async () => {
  await room.words("prof", `/check extend check:${check} closes:5h student:ada`);
  await room.words("prof", `/check remind ${check}`);
  room.pass(4 * hour);
  expect(await sent()).toEqual(["needless", "needless", "needless", "needless", "sent"]);
  expect(written().join()).toContain("It closes for you");
});

test("one press stops such messages for good, and one allows them again", async () => {
  await room.words("prof", `/check remind ${check}`);
  await sent();
  const stop = room.posts.slice(posted)[0]!.nextSteps.find(({ label }) => label === "Stop messages like this")!;
  expect(await room.words("ben", `/${stop.command} direct:${stop.options["direct"]!} reminder:${stop.options["reminder"]!}`)).toContain("I write to you no more about checks");
  await room.words("prof", "/check post factor-share closes:3h");
  const next = (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
  const asked = await room.words("prof", `/check remind ${next}`);
  expect(asked).toContain("I write to 4 students directly");
  expect(asked).toContain("1 takes no such messages.");
  expect(asked).not.toMatch(/\bben\b/u);
  expect(await sent()).toHaveLength(4);
  expect(await room.words("ben", "/check reminders direct:true")).toContain("once a check");
  expect(await room.words("prof", `/check remind ${next}`)).toContain("I write to 1 student directly");
});

test("a press on stop also takes back what is not sent yet", async () => {
  await room.words("prof", `/check remind ${check}`);
  await room.words("ada", "/check reminders direct:false");
  expect(await sent()).toHaveLength(4);
});

test("a message that Discord did not confirm is settled later, once; closed direct messages end it", async () => {
  await room.words("prof", `/check remind ${check}`);
  const uncertain = { ...room.world, sideEffects: { ...room.world.sideEffects, directChannel: () => Promise.resolve(success("dm")), post: (channel: string) => Promise.resolve(failure({ kind: "post-uncertain", channel } as const)) } };
  const waiting = (await sendAnswerReminders(uncertain)).map(({ done }) => done);
  expect(waiting.filter((done) => done === "waiting")).toHaveLength(4);
  expect(await sent()).toEqual([]);
  room.pass(60_000);
  const settled = (await reconcilePosts(room.world)).filter(({ post }) => post.startsWith("a-"));
  expect(settled.map(({ outcome }) => outcome)).toEqual(["posted", "posted", "posted", "posted"]);
  expect(written()).toHaveLength(4);
  room.pass(60_000);
  expect((await reconcilePosts(room.world)).filter(({ post }) => post.startsWith("a-"))).toEqual([]);
});

test("it is in the export, and gone with the record", async () => {
  await room.words("prof", `/check remind ${check}`);
  await sent();
  await room.words("ada", "/check reminders direct:false");
  const store = await room.store();
  const before = await store.privacy.exportOf("ada");
  expect(before.answerReminders).toMatchObject([{ check }]);
  expect(before.answerRemindersStopped).not.toBeNull();
  await room.words("ada", "/privacy delete confirm:true");
  expect(await store.privacy.exportOf("ada")).toMatchObject({ answerReminders: [], answerRemindersStopped: null });
});
