import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-unanswered-"));
beforeAll(() => {
  room = openCourseroom();
});
afterAll(async () => {
  await room.close();
  rmSync(folder, { recursive: true });
});

test("who of the roster has not answered is listed for instructors alone, with who is matched with nobody, and the look is recorded", async () => {
  const path = join(folder, "canvas.csv");
  const students = Array.from({ length: 40 }, (_, index) => `"Student, No${String(index)}",${String(100 + index)},s${String(index)},s${String(index)}@uni.edu,A`);
  writeFileSync(path, ["Student,ID,SIS User ID,SIS Login ID,Section", ...students].join("\n"));
  await room.words("prof", `/roster import file:${path}`);
  for (let index = 0; index < 39; index++) await room.words("prof", `/roster match student:${String(100 + index)} person:p${String(index)}`);
  await room.words("prof", "/check post annualise-alpha");
  const check = (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
  for (const person of ["p0", "p1", "stranger"]) await room.words(person, `/check submit ${check} answer1:3.33`);
  const given = await room.ask("prof", "/check unanswered");
  if (given.kind !== "reply") throw new Error("a form");
  const words = given.embeds[0]?.description ?? "";
  expect(words).toContain("3 people have answered.");
  expect(words).toContain("**37** of the roster have not:");
  expect(words).toContain("1 of the roster is matched with nobody here");
  expect(words).not.toContain("No0 ");
  expect(given.audience).toBe("asker");
  const [file] = given.files;
  expect(textOf(file!).trim().split("\n")).toHaveLength(1 + 37 + 1);
  expect(await room.words("prof", "/course audit")).toContain("check unanswered");
  expect(await room.words("p5", "/check unanswered")).toContain("is for the course's instructors");
});
