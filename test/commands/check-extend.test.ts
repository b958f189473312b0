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
