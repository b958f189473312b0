import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
let another: Courseroom;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-drafts-"));
beforeAll(() => {
  room = openCourseroom();
  another = openCourseroom();
});
afterAll(async () => {
  await room.close();
  await another.close();
  rmSync(folder, { recursive: true });
});

const draftIn = (words: string): string => /draft `(d[2-9a-z]{6})`/u.exec(words)?.[1] ?? "";

test("a draft is kept with everything that was said of it, survives a restart, posts nothing, and is posted by its button", async () => {
  const words = await room.words("prof", '/check post question:"Trading days a year?" key:365 wrong:365.25 message:"Without leap days" attempts:2 points:3 closes:20m draft:true');
  const draft = draftIn(words);
  expect(room.posts).toHaveLength(0);
  await room.restart();
  const listed = await room.ask("prof", "/check drafts");
  expect(listed.kind === "reply" && listed.nextSteps.map(({ options }) => options)).toEqual([{ from: draft }]);
  expect(await room.words("prof", `/check copy ${draft}`)).toContain("Posted as");
  const [check] = await (await room.store()).checks.list("school", 1);
  expect(check).toMatchObject({ title: "Trading days a year?", attempts: 2, points: 3 });
  expect(check!.closesAt! - check!.opensAt).toBe(20 * 60_000);
});

test("an earlier check is asked once more with its corrected key, and votes keep their choices", async () => {
  const [first] = await (await room.store()).checks.list("school", 1);
  await room.words("prof", `/check regrade ${first!.id} key:252 confirm:true`);
  await room.words("prof", `/check close ${first!.id} confirm:true`);
  room.pass(61_000);
  expect(await room.words("prof", `/check copy ${first!.id} title:"Once more" closes:1h`)).toContain("Posted as");
  const [second] = await (await room.store()).checks.list("school", 1);
  expect(second).toMatchObject({ title: "Once more", correction: first && [{ quantity: "answer", key: 252 }] });
  expect(await room.words("ada", `/check submit ${second!.id} answer1:252`)).toContain("right");
  await room.words("prof", `/check void ${second!.id} confirm:true`);
  const vote = draftIn(await room.words("prof", "/check vote annualise-alpha draft:true"));
  const kept = await (await room.store()).drafts.find("school", vote);
  await room.words("prof", `/check copy ${vote} opens:1h`);
  const [scheduled] = await (await room.store()).checks.list("school", 1);
  expect(scheduled).toMatchObject({ vote: { rounds: 2, counts: "participation" }, feedback: "after-closing", message: null });
  expect(kept?.content).toMatchObject({ question: scheduled!.question });
});

test("the checks of a course go to another as a file, and come as drafts", async () => {
  const given = await room.ask("prof", "/check export");
  const text = given.kind === "reply" ? textOf(given.files[0]!) : "";
  const path = join(folder, "checks.json");
  writeFileSync(path, text);
  const taken = await another.words("prof", `/check import file:${path}`);
  expect(taken).toContain("Kept: 4 drafts");
  expect(another.posts).toHaveLength(0);
  const drafts = await (await another.store()).drafts.list("school");
  for (const { id } of drafts) expect(await another.words("prof", `/check copy ${id} again:true`)).toContain("Posted as");
  // Out again, it is the same but for their times.
  expect(await room.words("ada", "/check export")).toContain("is for the course's instructors");
});

test("a file with one wrong check is refused whole, with its place", async () => {
  const path = join(folder, "wrong.json");
  const check = { title: "t", exercise: "jpm-regression", question: null };
  writeFileSync(path, JSON.stringify({ format: "factor-ta checks", version: 1, checks: [check, { ...check, exercise: "jpm-regresion" }] }));
  const before = (await (await another.store()).drafts.list("school")).length;
  const words = await another.words("prof", `/check import file:${path}`);
  expect(words).toContain("check 2: I have no exercise called jpm-regresion");
  expect(await (await another.store()).drafts.list("school")).toHaveLength(before);
});

test("a draft is thrown away, once", async () => {
  const draft = draftIn(await room.words("prof", "/check post factor-share draft:true"));
  expect(await room.words("prof", `/check discard ${draft}`)).toContain("Discarded");
  expect(await room.words("prof", `/check discard ${draft}`)).toContain(`There is no check called ${draft} here`);
  expect(await room.words("prof", `/check copy ${draft}`)).toContain(`There is no check called ${draft} here`);
});
