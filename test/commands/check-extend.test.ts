import { afterAll, beforeAll, expect, test } from "vitest";
import { commandText } from "../../src/render/command-text.ts";
import type { Reply } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

test.each([
  ["the class", ""],
  ["one student", " student:<@1001>"],
])("the button of less time for %s ends it at the moment that was asked about, to the second", async (_, whose) => {
  const posted = await room.words("prof", `/check post question:"How many days${whose === "" ? "" : " in all"}?" key:252 closes:20m`);
  const [, id = ""] = /Posted as `?([2-9a-z]{6})/u.exec(posted) ?? [];
  room.pass(56_789);
  const asked = (await room.ask("prof", `/check extend closes:2m check:${id}${whose}`)) as Reply;
  const end = room.world.now() + 2 * 60_000;
  expect(asked.embeds[0]?.description).toContain(`<t:${String(Math.round(end / 1000))}:f>`);
  const step = asked.nextSteps.find(({ label }) => label === "Close it sooner");
  room.pass(13_456);
  await room.words("prof", commandText({ command: "check extend", options: { ...step?.options, confirm: "true" } }));
  const { checks } = await room.store();
  const stored = whose === "" ? (await checks.find(id))?.closesAt : (await checks.extensions(id))[0]?.closesAt;
  expect(stored).toBe(end);
});

test("a scheduled check moves with its end, is posted then and not before, and can be moved back as long as it is not out", async () => {
  const scheduled = await room.words("prof", '/check post question:"How many weeks a year?" key:52 opens:1h closes:20m');
  const [, id = ""] = /as `?([2-9a-z]{6})/u.exec(scheduled) ?? [];
  const hour = 3_600_000;
  const store = await room.store();
  const times = async () => {
    const found = await store.checks.find(id);
    return { opensAt: found?.opensAt ?? 0, closesAt: found?.closesAt ?? 0 };
  };
  const planned = await times();
  expect(await room.words("prof", `/check extend check:${id} opens:3h closes:20m student:ada`)).toContain("A check opens for the whole class. student would be dropped.");
  expect(await times()).toEqual(planned);
  expect(await room.words("prof", `/check extend check:${id} opens:3h closes:30m`)).toContain("Moved: How many weeks a year?");
  const moved = await times();
  expect(moved.closesAt - moved.opensAt).toBe(hour / 2);
  expect(Math.round((moved.opensAt - planned.opensAt) / hour)).toBe(2);
  expect(await store.posts.beginDue(planned.opensAt + hour, 1)).toEqual([]);
  expect(await room.words("prof", `/check undo ${id}`)).toContain("It would open and close as it was planned before.");
  await room.words("prof", `/check undo ${id} confirm:true`);
  expect(await times()).toEqual(planned);
  await room.words("prof", `/check extend check:${id} opens:2h closes:30m`);
  const again = await times();
  expect(await store.posts.beginDue(again.opensAt - 1, 1)).toEqual([]);
  expect((await store.posts.beginDue(again.opensAt, 1)).map(({ subject }) => subject)).toEqual([id]);
  room.pass(2 * hour);
  expect(await room.words("prof", `/check extend check:${id} opens:3h closes:20m`)).toContain("has opened: only the opening of a scheduled one can be moved");
});

test("marks that come at the closing come to who has more time when theirs is over, not when the class's is", async () => {
  const posted = await room.words("prof", '/check post question:"How many quarters a year?" key:4 closes:20m feedback:after-closing');
  const [, id = ""] = /Posted as `?([2-9a-z]{6})/u.exec(posted) ?? [];
  await room.words("ada", `/check submit ${id} answer1:5`);
  await room.words("ben", `/check submit ${id} answer1:5`);
  await room.words("prof", `/check extend check:${id} closes:2d student:ada`);
  await room.words("prof", `/check close ${id} confirm:true`);
  expect(await room.words("ben", `/check mine ${id}`)).toContain("5 · not right");
  for (const typed of [`/check submit ${id} answer1:6`, `/check mine ${id}`]) {
    const told = await room.words("ada", typed);
    expect(told).not.toMatch(/not right|not yet|Score/u);
    expect(told).toMatch(/arks come when the check closes, .*2026-09-16/u);
  }
  room.pass(2 * 86_400_000);
  expect(await room.words("ada", `/check mine ${id}`)).toContain("not right");
});
