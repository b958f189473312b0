import { afterAll, beforeAll, expect, test } from "vitest";
import { announceDue } from "../../src/commands/checks/announce.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const minute = 60_000;
const newest = async (): Promise<string> => (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
const submit = (person: string, check: string) => room.words(person, `/check submit ${check} answer1:3.33`);

test("more time is said once, listed, and recorded, by instructors alone", async () => {
  expect(await room.words("prof", "/roster time")).toContain("Nobody.");
  expect(await room.words("prof", "/roster time ada times:1.5")).toContain("has 1.5 times the class's time");
  expect(await room.words("prof", "/roster time")).toContain("ada");
  expect(await room.words("prof", "/course audit")).toContain("roster time");
  expect(await room.words("ada", "/roster time")).toContain("is for the course's instructors");
});

test("who has it answers after the class, with the solution kept back and the key hidden until then", async () => {
  await room.words("prof", "/check post annualise-alpha closes:20m");
  const check = await newest();
  room.pass(20 * minute);
  // Before the timer has closed it, and after.
  expect(await submit("ada", check)).not.toContain("closed");
  expect(await submit("ben", check)).toContain("closed");
  await announceDue(room.world);
  expect(terminalText(room.posts.at(-1)!, [])).toContain("The picture and the solution come later.");
  expect(terminalText(room.posts.at(-1)!, [])).not.toContain("14.74%");
  expect(await room.words("chiara", "/regress MSFT model:capm")).toContain("its key stays hidden for some time");
  room.pass(9 * minute);
  expect(await submit("ada", check)).not.toContain("closed 20");
  room.pass(minute);
  expect(await submit("ada", check)).toContain("closed");
  expect(await submit("ben", check)).toContain("closed");
});

test("closed by hand, they keep the time that was promised them; votes are the same for everybody", async () => {
  await room.words("prof", "/check post factor-share closes:20m");
  const check = await newest();
  room.pass(5 * minute);
  await room.words("ben", `/check submit ${check} answer2:0.5`);
  const asks = await room.words("prof", `/check close ${check}`);
  expect(asks).toMatch(/More time: 1 student has until 2026[^.]*, and keeps it\. The class is not told/u);
  expect(asks).toContain("at once: how many tried and how many were right");
  expect(asks).not.toContain("with the solution,");
  const reply = await room.words("prof", `/check close ${check} confirm:true`);
  expect(reply).toContain("The class has counts alone**: 1 student has until");
  expect(terminalText(room.posts.at(-1)!, [])).not.toMatch(/more time|everybody|student|key 0/u);
  room.pass(24 * minute);
  expect(await submit("ada", check)).not.toContain("closed");
  room.pass(minute);
  expect(await submit("ada", check)).toContain("closed");
  await room.words("prof", '/check vote question:"Is β a slope?" key:true');
  const vote = await newest();
  expect(await room.words("prof", `/check close ${vote}`)).not.toContain("More time");
  await room.words("prof", `/check close ${vote} confirm:true`);
  expect(await room.words("ada", `/check pick ${vote} round:1 choice:A`)).toContain("closed");
});

test("their time ends with the class's where that is chosen, which gives the class all of it; taken back, they have it again", async () => {
  await room.words("prof", "/check post factor-share closes:20m");
  const check = await newest();
  await room.words("prof", `/check extend closes:2h check:${check} student:ben`);
  const asks = await room.words("prof", `/check close ${check}`);
  expect(asks).toContain("2 students have until");
  expect(asks).toContain(`Close it for them too: /check close check:${check} everybody:true confirm:true`);
  expect(await room.words("prof", `/check close ${check} everybody:true confirm:true`)).not.toContain("counts alone");
  expect(terminalText(room.posts.at(-1)!, [])).not.toContain("later");
  for (const person of ["ada", "ben"]) expect([person, await submit(person, check)]).toEqual([person, expect.stringContaining("closed")]);
  expect(await room.words("prof", `/check undo ${check} confirm:true`)).toContain("Taken back: closing");
  room.pass(21 * minute);
  await announceDue(room.world);
  for (const person of ["ada", "ben"]) expect([person, await submit(person, check)]).toEqual([person, expect.not.stringContaining("closed 20")]);
  expect(await submit("cyd", check)).toContain("closed");
});

test("a longer extension stays, and taking more time back holds for later checks", async () => {
  await room.words("prof", "/check post monthly-position closes:20m");
  const check = await newest();
  await room.words("prof", `/check extend closes:3h check:${check} student:ada`);
  room.pass(21 * minute);
  await announceDue(room.world);
  room.pass(60 * minute);
  expect(await submit("ada", check)).not.toContain("closed");
  await room.words("prof", "/roster time ada times:1");
  await room.words("prof", "/check post tracking-portfolio closes:20m");
  room.pass(21 * minute);
  await announceDue(room.world);
  expect(await submit("ada", await newest())).toContain("closed");
});
