import { afterEach, beforeEach, expect, test } from "vitest";
import { findScreen } from "../../../src/commands/checks/screen.ts";
import { screenAddress } from "../../../src/commands/checks/screen-address.ts";
import { reconcilePosts } from "../../../src/commands/checks/reconcile-posts.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

const base = "https://bot.school.edu/screen/";
let room: Courseroom;
beforeEach(() => {
  room = openCourseroom({}, { SCREEN_URL: "https://bot.school.edu/screen" });
});
afterEach(() => room.close());

const newest = async (guild = "school"): Promise<string> => (await (await room.store()).checks.list(guild, 1))[0]?.id ?? "";
const nameOf = async (id: string): Promise<string> => ((await screenAddress({ id }, await room.store(), room.world)) ?? "").replace(base, "");
const shown = async (name: string): Promise<string | null> => {
  const screen = await findScreen(name, room.world);
  return screen && JSON.stringify(screen);
};

test("its address is told to the instructor who posts a check, in the list and with the results, as long as the page is there, nowhere in the class's channel", async () => {
  const said = await room.words("prof", "/check post annualise-alpha closes:1h");
  const address = `${base}${await nameOf(await newest())}`;
  expect(address).toMatch(/\/screen\/[a-z0-9]{6}-[0-9a-f]{40}$/u);
  expect(said).toContain(address);
  expect(await room.words("prof", "/check list")).toContain(address);
  expect(JSON.stringify(room.posts)).not.toContain("screen/");
  const check = await newest();
  // As long as the page is there, and no longer.
  expect(await room.words("prof", `/check close ${check} confirm:true`)).toContain(address);
  for (const typed of ["/check list", `/check results ${check}`]) expect(await room.words("prof", typed)).toContain(address);
  expect(JSON.stringify([room.posts, room.edits])).not.toContain("screen/");
  room.pass(3_600_000);
  for (const typed of ["/check list", `/check results ${check}`]) expect(await room.words("prof", typed)).not.toContain(base);
});

test("any other name leads nowhere: a wrong key, another check's key, another course's, no check at all", async () => {
  await room.words("prof", "/check post annualise-alpha closes:1h");
  const one = await newest();
  await room.words("prof", "/check post factor-share closes:1h");
  const two = await newest();
  await room.as("prof", "/check post jpm-regression closes:1h", undefined, "prof-server");
  const elsewhere = await newest("prof-server");
  expect(new Set([one, two, elsewhere]).size).toBe(3);
  const [nameOne, nameTwo] = [await nameOf(one), await nameOf(two)];
  for (const name of [nameOne, nameTwo, await nameOf(elsewhere)]) expect(await shown(name)).not.toBeNull();
  const key = (name: string): string => name.slice(7);
  const last = key(nameOne).endsWith("0") ? "1" : "0";
  for (const wrong of [`${one}-${key(nameTwo)}`, `${elsewhere}-${key(nameOne)}`, `${nameOne.slice(0, -1)}${last}`, one, `${one}-`, nameOne.toUpperCase(), `${nameOne}0`, "zzzzzz-" + key(nameOne), "", "../" + nameOne]) {
    expect(await shown(wrong), wrong).toBeNull();
  }
  // Another course's bot has another secret.
  const other = openCourseroom({}, { SCREEN_URL: base });
  expect(await findScreen(nameOne, other.world)).toBeNull();
  await other.close();
});

test("it counts who has voted and says nothing of the votes before it is closed; then it has the channel's results for an hour", async () => {
  await room.words("prof", '/check vote question:"Is β a slope?" key:true');
  const check = await newest();
  const name = await nameOf(check);
  const people = Array.from({ length: 12 }, (_, n) => `student${String(n)}`);
  for (const [n, person] of people.entries()) await room.words(person, `/check pick ${check} round:1 choice:${n < 7 ? "A" : "B"}`);
  const first = (await shown(name)) ?? "";
  expect(first).toContain("12 have voted");
  expect(first).toContain("First vote");
  expect(first.replace("12 have", "")).not.toMatch(/\b(?:7|5|12)\b|student/u);
  await room.words("prof", `/check discuss ${check}`);
  expect(await shown(name)).toMatch(/Discuss/u);
  expect(await shown(name)).not.toMatch(/\b(?:7|5|12)\b|student/u);
  await room.words("prof", `/check revote ${check}`);
  for (const person of people) await room.words(person, `/check pick ${check} round:2 choice:A`);
  expect(await shown(name)).toContain("12 have voted");
  await room.words("prof", `/check close ${check} confirm:true`);
  const results = await findScreen(name, room.world);
  expect(results?.view).toMatchObject({ kind: "results" });
  expect(results?.picture).not.toBeNull();
  expect(JSON.stringify(results)).toContain("12");
  expect(JSON.stringify(results)).not.toContain("student");
  room.pass(3_600_000);
  expect(await shown(name)).toBeNull();
});

test("a withdrawn check has no page, at once; one whose time is over has its results though nobody has closed it yet", async () => {
  await room.words("prof", "/check post annualise-alpha closes:1h");
  const check = await newest();
  room.pass(3_600_000);
  expect((await findScreen(await nameOf(check), room.world))?.view.kind).toBe("results");
  await room.words("prof", `/check void ${check} confirm:true`);
  expect(await shown(await nameOf(check))).toBeNull();
});

test("the page of a check that is still to open waits for it, says nothing of it, and goes on by itself", async () => {
  await room.words("prof", '/check post question:"How many days a year?" key:252 opens:1h closes:1h');
  const check = await newest();
  const name = await nameOf(check);
  const waiting = await findScreen(name, room.world);
  expect(waiting?.view.kind).toBe("waiting");
  expect(JSON.stringify(waiting)).not.toMatch(/How many|252/u);
  expect(JSON.stringify(waiting)).toContain("10:00 UTC");
  await room.words("prof", "/course setup timezone:America/New_York");
  expect(await shown(name)).toContain("06:00 EDT");
  room.pass(3_600_000);
  await reconcilePosts(room.world);
  expect((await findScreen(name, room.world))?.view.kind).toBe("open");
  await room.words("prof", `/check void ${check} confirm:true`);
  expect(await shown(name)).toBeNull();
});

test("a scheduled check that is cancelled has no page, and without SCREEN_URL nobody is told an address", async () => {
  await room.words("prof", "/check post annualise-alpha opens:1h closes:1h");
  const name = await nameOf(await newest());
  await room.words("prof", `/check void ${await newest()} confirm:true`);
  expect(await shown(name)).toBeNull();
  const without = openCourseroom();
  expect(await without.words("prof", "/check post annualise-alpha closes:1h")).not.toContain("projector");
  await without.close();
});
