import { expect, test } from "vitest";
import { startCheckCloser } from "../../src/discord/check-closer.ts";
import { failure } from "../../src/outcome.ts";
import { openCourseroom } from "../commands/courseroom.ts";

const refused = (channel: string) => Promise.resolve(failure({ kind: "cannot-post" as const, channel, why: "forbidden" as const }));

test.each([
  ["the staff's channel takes it", true, true, []],
  ["an instructor takes it", false, true, ["was not announced in a staff channel"]],
  ["nobody takes it", false, false, ["old answers stay"]],
])("the announcement of a deletion, where %s, warns of what a host has to know", async (_, isPosted, isTold, warned) => {
  const room = openCourseroom({}, { RETENTION_DAYS: "90" });
  await room.words("prof", "/course setup staff:backroom");
  await room.words("prof", "/check post exercise:jpm-regression closes:1h");
  const check = (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
  await room.words("prof", `/check close check:${check} confirm:true`);
  room.pass(77 * 86_400_000);
  const warnings: string[] = [];
  const log = { info: () => undefined, error: () => undefined, warn: (_facts: object, message: string) => void warnings.push(message) };
  const { world } = room;
  const sideEffects = { ...world.sideEffects, ...(isPosted ? {} : { post: refused }), tell: () => Promise.resolve(isTold) };
  await startCheckCloser({ ...world, sideEffects }, log, 60_000).stop();
  expect(warnings).toEqual(warned.map((words) => expect.stringContaining(words) as string));
  await room.close();
});
