import { expect, test } from "vitest";
import { startCheckCloser } from "../../src/discord/check-closer.ts";
import { failure } from "../../src/outcome.ts";
import type { Reply } from "../../src/render/reply.ts";
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

test("a channel that takes its results only after minutes keeps no other check's results back", async () => {
  const room = openCourseroom();
  const { world } = room;
  await room.words("prof", "/check post exercise:jpm-regression closes:1h");
  await room.words("prof", "/check post exercise:annual-budget closes:2h");
  const store = await room.store();
  const [second, first] = await store.checks.list("school", 2);
  const [slow, quick] = [`Results: ${first?.title ?? ""}`, `Results: ${second?.title ?? ""}`];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const posted: string[] = [];
  const sideEffects = {
    ...world.sideEffects,
    async post(channel: string, reply: Reply, nonce?: string) {
      if (reply.embeds[0]?.title === slow) await released;
      posted.push(reply.embeds[0]?.title ?? "");
      return world.sideEffects.post(channel, reply, nonce);
    },
  };
  const errors: object[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (facts: object) => void errors.push(facts) };
  room.pass(61 * 60_000);
  const closer = startCheckCloser({ ...world, sideEffects }, log, 20);
  await expect.poll(async () => (await store.checks.find(first?.id ?? ""))?.closedAt ?? null).not.toBeNull();
  room.pass(60 * 60_000);
  await expect.poll(() => posted, { timeout: 10_000 }).toContain(quick);
  expect(posted).not.toContain(slow);
  // What health is told of: due for an hour, and not announced.
  expect(await store.checks.overdue(room.world.now() - 60_000)).toBe(1);
  release();
  await expect.poll(() => store.checks.overdue(room.world.now())).toBe(0);
  await closer.stop();
  expect(errors).toEqual([]);
  await room.close();
});
