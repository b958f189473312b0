import { afterEach, beforeEach, expect, test } from "vitest";
import { reconcilePosts } from "../../../src/commands/checks/reconcile-posts.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

const hour = 3_600_000;

let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const newest = async (): Promise<string> => (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
const remindersAmong = (replies: Courseroom["posts"]): readonly string[] =>
  replies.filter(({ embeds }) => embeds[0]?.title?.startsWith("Reminder:")).map((reply) => terminalText(reply, []));
const reminders = async (): Promise<readonly string[]> => {
  await reconcilePosts(room.world);
  return remindersAmong(room.posts);
};

test("two hours before a day's check closes its channel reads so once, with how many have answered and nobody's name", async () => {
  await room.words("prof", "/check post annualise-alpha closes:24h");
  for (const person of ["ada", "ben"]) await room.words(person, `/check submit ${await newest()} answer1:3.33`);
  room.pass(21.9 * hour);
  expect(await reminders()).toEqual([]);
  room.pass(0.2 * hour);
  const [words = ""] = await reminders();
  expect(words).toContain("Closes");
  expect(words).toContain("2 have answered");
  expect(words).toContain("Answer");
  expect(words).not.toMatch(/ada|ben/u);
  room.pass(hour);
  expect(await reminders()).toHaveLength(1);
});

test("a check of a lecture has none, nor has a course that was set up so, nor one closed by hand", async () => {
  await room.words("prof", "/check post annualise-alpha closes:3h");
  room.pass(2.5 * hour);
  expect(await reminders()).toEqual([]);
  await room.words("prof", "/check post factor-share closes:24h");
  expect(await room.words("prof", "/course setup reminders:false")).toContain("nobody is reminded");
  room.pass(23 * hour);
  expect(await reminders()).toEqual([]);
  await room.words("prof", "/course setup reminders:true");
  await room.words("prof", `/check close ${await newest()} confirm:true`);
  expect(await reminders()).toEqual([]);
});

test("the message follows its check: more time, an end, a withdrawal", async () => {
  await room.words("prof", "/check post annualise-alpha closes:24h");
  const check = await newest();
  room.pass(22 * hour);
  expect(await reminders()).toHaveLength(1);
  await room.words("prof", `/check extend closes:3d check:${check}`);
  const extended = remindersAmong(room.edits).at(-1);
  expect(extended).toContain("Closes");
  expect(extended).not.toBe((await reminders())[0]);
  await room.words("prof", `/check void ${check} confirm:true`);
  expect(remindersAmong(room.edits).at(-1)).toContain("Withdrawn");
  await room.words("prof", `/check undo ${check} confirm:true`);
  expect(remindersAmong(room.edits).at(-1)).toContain("Closes");
});

test("a program that was off then says so when it starts, where the check is still open", async () => {
  await room.words("prof", "/check post annualise-alpha closes:24h");
  await room.words("prof", "/check post factor-share closes:30h");
  room.pass(29 * hour);
  await room.restart();
  const said = await reminders();
  expect(said).toHaveLength(1);
  expect(said[0]).toContain("Reminder: Where the risk comes from");
});
