import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { announceDue } from "../../../src/commands/checks/announce.ts";
import { reconcilePosts } from "../../../src/commands/checks/reconcile-posts.ts";
import { failure } from "../../../src/outcome.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

/** Results that stand in the channel, after what makes them untrue: the class may read a solution only while no one can answer. */
let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

async function closedCheck(question = "annualise-alpha"): Promise<string> {
  const id = /Posted as `([2-9a-z]{6})`/u.exec(await room.words("prof", `/check post ${question} closes:2h`))?.[1] ?? "";
  for (const who of ["ada", "ben"]) await room.words(who, `/check submit ${id} answer1:0.1474`);
  await room.words("prof", `/check close ${id} confirm:true`);
  expect(terminalText(room.posts.at(-1)!, [])).toContain("14.74%");
  return id;
}

const inChannel = (): string => terminalText(room.edits.at(-1)!, []);

describe.each([
  { name: "undoing the close", change: (id: string) => `/check undo ${id} confirm:true` },
  { name: "extending it for the class", change: (id: string) => `/check extend closes:1h check:${id} confirm:true` },
])("$name", ({ change }) => {
  test("empties the message with the solution, and tells the instructor that it was public", async () => {
    const id = await closedCheck();
    const words = await room.words("prof", change(id));
    expect(words).toMatch(/can have read it/u);
    expect(words).toContain("Their message is emptied.");
    expect(inChannel()).toContain("Taken back: α a year");
    expect(inChannel()).not.toMatch(/14\.74|0\.1474/u);
    // Closed again, it has results of its own.
    const before = room.posts.length;
    await room.words("prof", `/check close ${id} confirm:true`);
    expect(room.posts.length).toBe(before + 1);
    expect(terminalText(room.posts.at(-1)!, [])).toContain("14.74%");
  });

  test("whose message Discord refuses to change says to delete it", async () => {
    const id = await closedCheck();
    room.world.sideEffects.edit = (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" }));
    expect(await room.words("prof", change(id))).toContain("Delete it.");
    expect(await (await room.store()).posts.dueUpdates(Number.MAX_SAFE_INTEGER)).toEqual([]);
  });

  test("is finished by any process where Discord did not answer, or the program ended first", async () => {
    const id = await closedCheck();
    const { sideEffects } = room.world;
    const edit = sideEffects.edit.bind(sideEffects);
    sideEffects.edit = (channel) => Promise.resolve(failure({ kind: "post-uncertain", channel }));
    expect(await room.words("prof", change(id))).toContain("Discord does not answer");
    sideEffects.edit = edit;
    const edits = room.edits.length;
    await reconcilePosts(room.world);
    expect(room.edits.length).toBe(edits);
    room.pass(31_000);
    await reconcilePosts(room.world);
    expect(inChannel()).toContain("Taken back: α a year");
    expect(await reconcilePosts(room.world)).toEqual([]);
  });
});

test("results that were on their way while the close was taken back don't stay", async () => {
  const id = /Posted as `([2-9a-z]{6})`/u.exec(await room.words("prof", "/check post annualise-alpha closes:2h"))?.[1] ?? "";
  const post = room.world.sideEffects.post.bind(room.world.sideEffects);
  room.world.sideEffects.post = async (...message) => {
    room.world.sideEffects.post = post;
    await room.words("prof", `/check undo ${id} confirm:true`);
    return post(...message);
  };
  await room.words("prof", `/check close ${id} confirm:true`);
  expect(inChannel()).toContain("Taken back: α a year");
  expect(await (await room.store()).checks.find(id)).toMatchObject({ closedAt: null, announcedAt: null });
});

test("one student's time takes the solution out of the results until it is over", async () => {
  const id = await closedCheck();
  expect(await room.words("prof", `/check extend closes:1h check:${id} student:zoe confirm:true`)).toContain("without the solution");
  expect(inChannel()).toContain("The picture and the solution come later.");
  expect(inChannel()).not.toMatch(/14\.74|0\.1474/u);
  const edits = room.edits.length;
  room.pass(59 * 60_000);
  await reconcilePosts(room.world);
  expect(room.edits.length).toBe(edits);
  room.pass(2 * 60_000);
  await reconcilePosts(room.world);
  expect(inChannel()).toContain("14.74%");
  expect(await reconcilePosts(room.world)).toEqual([]);
});

test("the solution that a student's extra time held back comes when that is over", async () => {
  const id = /Posted as `([2-9a-z]{6})`/u.exec(await room.words("prof", "/check post annualise-alpha closes:1h"))?.[1] ?? "";
  await room.words("prof", `/check extend closes:3h check:${id} student:zoe`);
  room.pass(61 * 60_000);
  await announceDue(room.world);
  expect(terminalText(room.posts.at(-1)!, [])).not.toMatch(/14\.74|0\.1474/u);
  room.pass(2 * 3_600_000);
  await reconcilePosts(room.world);
  expect(inChannel()).toContain("14.74%");
});

test("a withdrawn check's results stay as they are", async () => {
  const id = await closedCheck();
  const edits = room.edits.length;
  expect(await room.words("prof", `/check void ${id} confirm:true`)).toContain("Withdrawn");
  expect(room.edits.slice(edits).map((reply) => terminalText(reply, [])).join()).not.toContain("Taken back");
});
