import { afterAll, beforeAll, expect, test } from "vitest";
import { updateCounts, type ShownCounts } from "../../../src/commands/checks/live-counts.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const newest = async (): Promise<string> => (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
const lastEdit = (): string => room.edits.at(-1)?.embeds[0]?.description ?? "";

test("the message of an open check counts along: on change alone, at most once in five seconds, for its first fifty minutes", async () => {
  await room.words("prof", "/check post annualise-alpha closes:3h");
  const check = await newest();
  const shown: ShownCounts = new Map();
  expect(await updateCounts(shown, room.world)).toEqual([]);
  await room.words("ada", `/check submit ${check} answer1:3.33`);
  expect(await updateCounts(shown, room.world)).toEqual([check]);
  expect(lastEdit()).toContain("**1** has answered.");
  // Nothing new; then something new, too soon.
  room.pass(6_000);
  expect(await updateCounts(shown, room.world)).toEqual([]);
  await room.words("ada", `/check submit ${check} answer1:4.44`);
  expect(await updateCounts(shown, room.world)).toEqual([]);
  await room.words("ben", `/check submit ${check} answer1:3.33`);
  expect(await updateCounts(shown, room.world)).toEqual([check]);
  expect(lastEdit()).toContain("**2** have answered.");
  await room.words("chiara", `/check submit ${check} answer1:3.33`);
  expect(await updateCounts(shown, room.world)).toEqual([]);
  // Another process has its own memory, and the same pause.
  expect(await updateCounts(new Map(), room.world)).toEqual([]);
  room.pass(5_000);
  expect(await updateCounts(shown, room.world)).toEqual([check]);
  room.pass(50 * 60_000);
  await room.words("dmitri", `/check submit ${check} answer1:3.33`);
  expect(await updateCounts(shown, room.world)).toEqual([]);
  await room.words("prof", `/check close ${check} confirm:true`);
  expect(lastEdit()).toContain("**4** have answered.");
  expect(lastEdit()).toContain("**Closed**");
});

test("a check that closes while its count is on its way stands as closed", async () => {
  await room.words("prof", "/check post factor-share closes:3h");
  const check = await newest();
  await room.words("ada", `/check submit ${check} answer1:0.1`);
  const store = await room.store();
  let closing = true;
  const sideEffects: typeof room.world.sideEffects = {
    ...room.world.sideEffects,
    async edit(...message) {
      if (closing) {
        closing = false;
        await store.checks.close(check, { by: "prof", at: room.world.now() });
      }
      return room.world.sideEffects.edit(...message);
    },
  };
  room.pass(6_000);
  expect(await updateCounts(new Map(), { ...room.world, sideEffects })).toEqual([check]);
  expect(lastEdit()).toContain("**Closed**");
});

test("of a vote, the round that is open is counted", async () => {
  await room.words("prof", '/check vote question:"Is β a slope?" key:true');
  const check = await newest();
  const shown: ShownCounts = new Map();
  for (const person of ["ada", "ben"]) await room.words(person, `/check pick ${check} round:1 choice:A`);
  room.pass(6_000);
  await updateCounts(shown, room.world);
  expect(lastEdit()).toContain("**2** have voted.");
  await room.words("prof", `/check discuss ${check}`);
  await room.words("prof", `/check revote ${check}`);
  expect(lastEdit()).not.toContain("voted.");
  await room.words("ada", `/check pick ${check} round:2 choice:A`);
  room.pass(6_000);
  await updateCounts(shown, room.world);
  expect(lastEdit()).toContain("**1** has voted.");
});
