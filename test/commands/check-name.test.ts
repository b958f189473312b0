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
  expect(named).toMatch(/read your words behind .*My answer.* Whoever makes it from now on reads them at once\./u);
  // Who had answered before it was named reads the words; whose answer is another one doesn't.
  expect(await room.words("a1", `/check mine ${id}`)).toContain("This equals what you get if you multiply by √2. A year is a year.");
  expect(await room.words("a7", `/check mine ${id}`)).not.toContain("√2");
  const again = await room.words("prof", `/check results ${id}`);
  expect(again).toContain("you multiply by √2 6 people (85.7%, 1.41 × the key)");
  expect(again).not.toContain("Not recognised");
  expect(await room.words("ada", `/check name ${id} answer ratio:2`)).toContain("is for the course's instructors");

  await room.words("prof", `/check extend closes:1h check:${id} confirm:true`);
  expect(await room.words("late", `/check submit ${id} answer1:356.4`)).toContain("if you multiply by √2. A year is a year.");
  await room.words("prof", `/check undo ${id} confirm:true`);
  expect(await room.words("prof", `/check undo ${id} confirm:true`)).toContain("Taken back: the named mistake");
});

test("a cluster in a form whose other numbers nobody understands is named all the same, to the 1% that it is wide", async () => {
  const words = await room.words("prof", "/check post annual-budget");
  const id = /Posted as ([2-9a-z]{6})/u.exec(words.replaceAll("`", ""))?.[1] ?? "";
  for (const [index, position] of ["3000000", "3m", "3,010,000", "2,995,000"].entries()) {
    await room.words(`s${String(index)}`, `/check submit ${id} answer1:${position} answer2:${String(4_200_000 + index * 777_777)} answer3:${String(111_111 * (index + 1))}`);
  }
  await room.words("t", `/check submit ${id} answer1:3100000 answer2:4200000`);
  const staff = (await room.ask("prof", `/check close ${id} confirm:true`)) as Reply;
  const step = staff.nextSteps.find(({ command, options }) => command === "check name" && options["quantity"] === "positionUnhedged");
  expect(step?.label).toContain("Name the 4 at");
  const named = await room.words("prof", `/check named ${id} positionUnhedged ratio:${step?.options["ratio"] ?? ""} name:"you take a month's budget" message:"Which period?"`);
  expect(named).toContain("4 of 5 answers");
});

test("the words to a mistake wait for the marks: while somebody reads no marks, My answer has none of them", async () => {
  const words = await room.words("prof", '/check post question:"Days, told later?" key:252 feedback:after-closing again:true');
  const id = /Posted as ([2-9a-z]{6})/u.exec(words.replaceAll("`", ""))?.[1] ?? "";
  for (const who of ["b1", "b2", "b3", "b4", "b5", "b6"]) await room.words(who, `/check submit ${id} answer1:356.3`);
  await room.words("prof", `/check close ${id} confirm:true`);
  expect(await room.words("prof", `/check named ${id} answer ratio:1.4142 name:"you multiply by √2" message:"A year is a year."`)).not.toContain("at once");
  expect(await room.words("b1", `/check mine ${id}`)).toContain("A year is a year.");
  await room.words("prof", `/check extend closes:1h check:${id} confirm:true`);
  expect(await room.words("b1", `/check mine ${id}`)).toMatch(/356\.3(?![^]*A year is a year)/u);
});
