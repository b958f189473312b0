import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const newest = async (): Promise<string> => (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
const people = Array.from({ length: 12 }, (_, index) => `s${String(index)}`);

test("before anything has closed, both say so", async () => {
  expect(await room.words("prof", "/gradebook statistics")).toContain("No check has closed yet");
  expect(await room.words("prof", "/gradebook misconceptions")).toContain("No mistake was recognised yet");
  expect(await room.words("ada", "/gradebook statistics")).toContain("is for the course's instructors");
});

test("closed checks have their difficulty, first tries, discrimination and time, in words and as a file", async () => {
  for (const exercise of ["annualise-alpha", "monthly-position"]) {
    await room.words("prof", `/check post ${exercise} closes:1h`);
    const check = await newest();
    const right = exercise === "annualise-alpha" ? "14.74%" : "10383593";
    const wrong = exercise === "annualise-alpha" ? "4.017%" : "9524816";
    for (const [index, person] of people.entries()) {
      room.pass(5_000);
      await room.words(person, `/check submit ${check} answer1:${index < 6 ? right : wrong}`);
    }
    // An open check is in neither.
    expect(await room.words("prof", "/gradebook statistics")).not.toContain(check);
    await room.words("prof", `/check close ${check} confirm:true`);
  }
  const given = await room.ask("prof", "/gradebook statistics");
  if (given.kind !== "reply") throw new Error("a form");
  const words = given.embeds[0]?.description ?? "";
  expect(words).toContain("12 people · mean mark 50.0% · right at the first try 50.0% · discrimination 1.0 (1.0 to 1.0) · first answer after 39 s");
  expect(given.audience).toBe("asker");
  expect(textOf(given.files[0]!).trim().split("\n")).toHaveLength(3);
});

test("what was got wrong stands by section of the chapter with its lesson, while fewer than five are folded", async () => {
  for (const person of people.slice(0, 3)) await room.words(person, "/practice submit annualise-alpha chapter answer1:11.77%");
  const given = await room.ask("prof", "/gradebook misconceptions");
  if (given.kind !== "reply") throw new Error("a form");
  const words = given.embeds[0]?.description ?? "";
  expect(words).toMatch(/\*\*6\*\*: you use .* → `\/explain [a-z-]+`/u);
  expect(words).toContain("made by fewer than 5 people each");
  expect(words).not.toMatch(/\bs\d+\b/u);
  expect(given.nextSteps[0]).toMatchObject({ command: "explain" });
  await room.words("prof", "/check post annualise-alpha again:true");
  const check = await newest();
  for (const person of people) await room.words(person, `/check submit ${check} answer1:17.71%`);
  expect(await room.words("prof", "/gradebook misconceptions")).not.toContain("leave the risk-free rate");
});
