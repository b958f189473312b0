import { afterAll, beforeAll, expect, test } from "vitest";
import type { Reply } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

test("one click names a cluster that nothing recognised, and every answer is diagnosed again", async () => {
  const words = await room.words("prof", '/check post question:"Trading days a year?" key:252');
  const id = /Posted as ([2-9a-z]{6})/u.exec(words.replaceAll("`", ""))?.[1] ?? "";
  for (const who of ["a1", "a2", "a3", "a4", "a5", "a6"]) await room.words(who, `/check submit ${id} answer1:356.3`);
  await room.words("a7", `/check submit ${id} answer1:252`);
  const staff = (await room.ask("prof", `/check close ${id} confirm:true`)) as Reply;
  const step = staff.nextSteps.find(({ command }) => command === "check name");
  expect(step?.label).toBe("Name the 6 at 1.414 × the key");
  const ratio = step?.options["ratio"] ?? "";
  expect(await room.ask("prof", `/check name ${id} answer ratio:${ratio}`)).toMatchObject({ kind: "form", submit: { command: "check named", options: { check: id, quantity: "answer", ratio } } });
  const named = await room.words("prof", `/check named ${id} answer ratio:${ratio} name:"you multiply by √2" message:"A year is a year."`);
  expect(named).toContain("6 of 7 answers");
  const again = await room.words("prof", `/check results ${id}`);
  expect(again).toContain("you multiply by √2 6 people (85.7%, 1.41 × the key)");
  expect(again).not.toContain("Not recognised");
  expect(await room.words("ada", `/check name ${id} answer ratio:2`)).toContain("is for the course's instructors");

  await room.words("prof", `/check extend closes:1h check:${id} confirm:true`);
  expect(await room.words("late", `/check submit ${id} answer1:356.4`)).toContain("if you multiply by √2. A year is a year.");
  await room.words("prof", `/check undo ${id}`);
  expect(await room.words("prof", `/check undo ${id}`)).toContain("Taken back: the named mistake");
});
