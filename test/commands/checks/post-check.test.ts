import { expect, test } from "vitest";
import { answer } from "../../../src/commands/answer.ts";
import { commands } from "../../../src/commands/index.ts";
import { ProblemError, success } from "../../../src/outcome.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { reconcilePosts } from "../../../src/commands/checks/reconcile-posts.ts";
import type { StoreProblem } from "../../../src/store/problem.ts";
import { openCourseroom } from "../courseroom.ts";

const typed = "/check post exercise:jpm-regression closes:2h";
const lost = (): never => {
  throw new ProblemError<StoreProblem>({ kind: "store-busy", reason: "lost" }, "the connection was cut");
};

test.each([
  ["after the check was stored", "createUnlessRepeated"],
  ["after the message was recorded", "confirm"],
])("a store that is lost %s leaves the instructor in no doubt that the check may be there, and posted again it is asked about", async (_, at) => {
  const room = openCourseroom();
  const store = await room.store();
  // The change is made, and only its confirmation lost.
  const failing: typeof store = {
    ...store,
    checks: { ...store.checks, createUnlessRepeated: async (...given) => (at === "confirm" ? store.checks.createUnlessRepeated(...given) : (await store.checks.createUnlessRepeated(...given), lost())) },
    posts: { ...store.posts, confirm: async (...given) => (at === "confirm" ? (await store.posts.confirm(...given), lost()) : store.posts.confirm(...given)) },
  };
  const asker = { id: "prof", name: "prof", roleIds: [], managesServer: true };
  const call = { command: "check post", options: { exercise: "jpm-regression", closes: "2h" }, asker, place: { guildId: "school", channelId: "class" }, id: "i-lost" };
  const answered = await answer(call, commands, { ...room.world, store: () => Promise.resolve(success(failing)) });
  const [stored] = await store.checks.list("school", 1);
  // Where its row was confirmed, that it is stored is known, and said.
  expect(answered.problem).toEqual({ kind: "check-uncertain", check: at === "confirm" ? stored!.id : null });
  const said = terminalText(answered.answer, []);
  expect(said).toContain("look at /check list before you post it again");
  expect(said).not.toContain("counts once");
  expect(await room.words("prof", typed)).toContain(at === "confirm" ? "The same check is in" : "The same check is stored, and on its way");
  room.pass(66_000);
  await reconcilePosts(room.world);
  expect(room.posts).toHaveLength(1);
  expect(await room.words("prof", typed)).toContain("Posted already");
  expect(await store.checks.list("school", 9)).toHaveLength(1);
  await room.close();
});

test("where it is known that nothing was stored, that is said, why, and the check is posted by another try", async () => {
  const room = openCourseroom();
  const store = await room.store();
  const full = (): Promise<never> => Promise.reject(new ProblemError<StoreProblem>({ kind: "store-busy", reason: "full", isUndone: true }, "SQLite can't write"));
  const failing: typeof store = { ...store, checks: { ...store.checks, createUnlessRepeated: full } };
  const asker = { id: "prof", name: "prof", roleIds: [], managesServer: true };
  const call = { command: "check post", options: { exercise: "jpm-regression", closes: "2h" }, asker, place: { guildId: "school", channelId: "class" }, id: "i-full" };
  const answered = await answer(call, commands, { ...room.world, store: () => Promise.resolve(success(failing)) });
  expect(answered.problem).toEqual({ kind: "not-stored", what: "check", reason: "full" });
  const said = terminalText(answered.answer, []);
  expect(said).toContain("no space left (the host has to free some). The check was not stored, and nothing was posted.");
  expect(await room.words("prof", typed)).toContain("Posted as");
  expect(room.posts).toHaveLength(1);
  await room.close();
});

test("a second step that stores nothing leaves the check itself in no doubt: it is stored, and comes by itself", async () => {
  const room = openCourseroom();
  const store = await room.store();
  const full = (): Promise<never> => Promise.reject(new ProblemError<StoreProblem>({ kind: "store-busy", reason: "full", isUndone: true }, "SQLite can't write"));
  const failing: typeof store = { ...store, posts: { ...store.posts, begin: full } };
  const asker = { id: "prof", name: "prof", roleIds: [], managesServer: true };
  const call = { command: "check post", options: { exercise: "jpm-regression", closes: "2h" }, asker, place: { guildId: "school", channelId: "class" }, id: "i-full" };
  const answered = await answer(call, commands, { ...room.world, store: () => Promise.resolve(success(failing)) });
  const [stored] = await store.checks.list("school", 1);
  expect(answered.problem).toEqual({ kind: "check-uncertain", check: stored!.id });
  expect(terminalText(answered.answer, [])).not.toContain("nothing was posted");
  room.pass(66_000);
  await reconcilePosts(room.world);
  expect(room.posts).toHaveLength(1);
  await room.close();
});

test("a check that is scheduled is called so when it is posted again", async () => {
  const room = openCourseroom();
  const scheduled = "/check post exercise:jpm-regression opens:1d closes:2d";
  expect(await room.words("prof", scheduled)).toContain("Scheduled as");
  expect(await room.words("prof", scheduled)).toContain("The same check is scheduled for");
  await room.close();
});
