import { afterEach, beforeEach, expect, test } from "vitest";
import { sendReminders, type Reminded } from "../../src/commands/reminders.ts";
import { failure, success } from "../../src/outcome.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

const day = 24 * 60 * 60_000;
const week = 7 * day;

let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const due = async (): Promise<readonly Reminded["done"][]> => (await sendReminders(room.world)).map(({ done }) => done);
const written = (): readonly string[] => room.posts.map((reply) => terminalText(reply, []));

test("who did not ask for a reminder is sent none, however much is due", async () => {
  await room.words("ada", "/practice giveup annualise-alpha jpm-2000-2009");
  room.pass(3 * week);
  expect(await due()).toEqual([]);
  expect(room.posts).toEqual([]);
});

test("a reminder comes once a week, by name of what is due, and once however often it is looked", async () => {
  expect(await room.words("ada", "/practice remind weekly:true")).toContain("once a week");
  await room.words("ada", "/practice giveup annualise-alpha jpm-2000-2009");
  expect(await due()).toEqual([]);
  room.pass(week);
  expect(await due()).toEqual(["sent"]);
  expect(await due()).toEqual([]);
  expect(written()).toHaveLength(1);
  expect(written()[0]).toContain("1 exercise due");
  expect(written()[0]).toContain("α a year");
  room.pass(week);
  expect(await due()).toEqual(["sent"]);
  expect(written()).toHaveLength(2);
});

test("one press on the message stops it, and so does the button below /progress", async () => {
  await room.words("ada", "/practice remind weekly:true");
  room.pass(week);
  await due();
  const stop = room.posts[0]!.nextSteps.find(({ label }) => label === "Stop the reminders")!;
  expect(await room.words("ada", `/${stop.command} weekly:${stop.options["weekly"]!} reminder:${stop.options["reminder"]!}`)).toContain("You get no more of them");
  room.pass(4 * week);
  expect(await due()).toEqual([]);
  expect(await room.words("ada", "/progress")).toContain("Remind me every week");
  await room.words("ada", "/practice remind weekly:true");
  expect(await room.words("ada", "/progress")).toContain("Stop the reminders");
  expect(await room.words("ada", "/practice remind weekly:false")).toContain("You get no more");
  expect(await room.words("ada", "/practice remind weekly:false")).toContain("You had none");
});

test("asked for twice it is one, at its first hour", async () => {
  await room.words("ada", "/practice remind weekly:true");
  room.pass(day);
  await room.words("ada", "/practice remind weekly:true");
  room.pass(6 * day);
  expect(await due()).toEqual(["sent"]);
  room.pass(day);
  expect(await due()).toEqual([]);
});

test("a machine that was off for three weeks sends one, and the next at its own day", async () => {
  await room.words("ada", "/practice remind weekly:true");
  room.pass(3 * week + day);
  expect(await due()).toEqual(["sent"]);
  room.pass(5 * day);
  expect(await due()).toEqual([]);
  room.pass(2 * day);
  expect(await due()).toHaveLength(1);
});

test("whoever has not practised for four weeks has a last one, and no more", async () => {
  await room.words("ada", "/practice remind weekly:true");
  for (let n = 0; n < 3; n++) {
    room.pass(week);
    expect(await due()).toEqual(["sent"]);
  }
  room.pass(week);
  expect(await due()).toEqual(["last"]);
  expect(written().at(-1)).toContain("this is the last reminder");
  room.pass(4 * week);
  expect(await due()).toEqual([]);
});

test("closed direct messages end it, which is said once, in /progress", async () => {
  const closed = { ...room.world, sideEffects: { ...room.world.sideEffects, directChannel: () => Promise.resolve(success("dm")), post: (channel: string) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" } as const)) } };
  await room.words("ada", "/practice remind weekly:true");
  room.pass(week);
  expect((await sendReminders(closed)).map(({ done }) => done)).toEqual(["refused"]);
  room.pass(week);
  expect(await due()).toEqual([]);
  expect(await room.words("ada", "/progress")).toContain("Your weekly reminder has stopped");
  expect(await room.words("ada", "/progress")).not.toContain("has stopped");
});

test("it is in the export, and gone with the record", async () => {
  await room.words("ada", "/practice remind weekly:true");
  const store = await room.store();
  expect((await store.privacy.exportOf("ada")).reminder?.nextAt).toBeGreaterThan(room.world.now());
  await room.words("ada", "/privacy delete confirm:true");
  room.pass(week);
  expect(await due()).toEqual([]);
  expect((await store.privacy.exportOf("ada")).reminder).toBeNull();
});
