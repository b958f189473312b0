import { afterEach, beforeEach, expect, test } from "vitest";
import { announceDue } from "../../../src/commands/checks/announce.ts";
import { failure } from "../../../src/outcome.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import type { Reply } from "../../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

/** The timer of any process looks for closed checks at any moment, also between a command's two steps. */
let room: Courseroom;
let check = "";
beforeEach(async () => {
  room = openCourseroom();
  check = /Posted as `([2-9a-z]{6})`/u.exec(await room.words("prof", "/check post annualise-alpha closes:2h"))?.[1] ?? "";
});
afterEach(() => room.close());

/** The timer looks as soon as the check is closed, before the command goes on. Resolves to how many it announced. */
async function timerRightAfterClosing(): Promise<() => number> {
  const { checks } = await room.store();
  const close = checks.close.bind(checks);
  let announced = 0;
  checks.close = async (...stamp) => {
    const closed = await close(...stamp);
    announced += (await announceDue(room.world)).length;
    return closed;
  };
  return () => announced;
}

const results = (): readonly Reply[] => room.posts.filter((post) => terminalText(post, []).startsWith("Results:"));

test("who closes a check announces it: the timer that looks in between leaves it alone", async () => {
  const byTimer = await timerRightAfterClosing();
  await room.words("prof", `/check close ${check} confirm:true`);
  expect(byTimer()).toBe(0);
  expect(results()).toHaveLength(1);
});

test("the reply of /check close says where the class does not see the results, though the timer looked in between", async () => {
  await timerRightAfterClosing();
  room.world.sideEffects.post = (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" }));
  expect(await room.words("prof", `/check close ${check} confirm:true`)).toContain("The class does not see them.");
});

test("a check whose announcement broke off is announced by the timer once the lease is over, once", async () => {
  const { checks } = await room.store();
  await checks.close(check, { by: "prof", at: room.world.now() }, 60_000);
  expect(await announceDue(room.world)).toEqual([]);
  room.pass(61_000);
  expect(await announceDue(room.world)).toHaveLength(1);
  expect(await announceDue(room.world)).toEqual([]);
  expect(results()).toHaveLength(1);
});
