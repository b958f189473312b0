import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf, type Answer } from "../../src/render/reply.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-canvas-"));
beforeAll(() => {
  room = openCourseroom();
});
afterAll(async () => {
  await room.close();
  rmSync(folder, { recursive: true });
});

const idOf = (): string => /check ([2-9a-z]{6})/u.exec(terminalText(room.posts.at(-1)!, []))?.[1] ?? "";
const fileOf = (answer: Answer): string => (answer.kind === "reply" ? answer.files.slice(0, 1).map(textOf).join("") : "");

/** Canvas' own export, where the terminal's reader finds it. */
function canvasFile(): string {
  const path = join(folder, "canvas.csv");
  writeFileSync(
    path,
    [
      "Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (4711)",
      "Points Possible,,,,,10",
      '"Lovelace, Ada",101,s101,ada@uni.edu,A,',
      '"Babbage, Ben",102,s102,ben@uni.edu,A,',
      '"=cmd(), Eve",103,s103,eve@uni.edu,A,',
    ].join("\n"),
  );
  return path;
}

test("/course setup is for those who manage the server, and the role that it names instructs", async () => {
  expect(await room.words("ada", "/course setup role:tutors")).toContain("is for those who manage this server");
  expect(await room.words("tutor", "/roster import file:x")).toContain("is for the course's instructors");
  expect(await room.words("prof", "/course setup role:tutors staff:backroom timezone:Europe/Berlin")).toContain("<@&tutors>");
  expect(await room.words("tutor", "/check list")).toContain("Checks");
  expect(await room.words("tutor", "/course setup role:all")).toContain("is for those who manage this server");
});

test("scores of closed checks become a file that Canvas imports, matched with Canvas' own", async () => {
  await room.words("prof", '/check post question:"Days?" key:252 points:10 title:"Week 1"');
  const check = idOf();
  await room.words("ada", `/check submit ${check} answer1:252`);
  await room.words("ben", `/check submit ${check} answer1:365`);
  await room.words("zoe", `/check submit ${check} answer1:252`);
  await room.words("prof", "/check close confirm:true");
  await room.words("prof", '/check post question:"Open?" key:1');

  const roster = await room.words("prof", `/roster import file:${canvasFile()}`);
  expect(roster).toContain("3 added");
  expect(roster).toContain("Found by name, to be confirmed");
  const token = /list:([0-9a-f]{16})/u.exec(roster)?.[1] ?? "";
  expect(await room.words("prof", `/roster confirm list:${token}`)).toContain("2 students are matched");
  expect(roster).toContain("Eve");

  const answer = await room.ask("prof", `/gradebook export canvas:${canvasFile()}`);
  const lines = fileOf(answer).split("\r\n");
  expect(lines[0]).toBe("Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (4711)");
  expect(lines[1]).toBe("Points Possible,,,,,10");
  expect(lines).toContain('"Lovelace, Ada",101,s101,ada@uni.edu,A,10');
  expect(lines).toContain('"Babbage, Ben",102,s102,ben@uni.edu,A,0');
  expect(lines.find((line) => line.includes("Eve"))).toMatch(/^"'=cmd/u);
  expect(terminalText(answer, [])).toContain("<@zoe>");
});

test("somebody is matched by hand, and an unknown student is named", async () => {
  expect(await room.words("prof", "/roster match 103 zoe")).toContain("Canvas ID 103");
  expect(fileOf(await room.ask("prof", "/gradebook export"))).toMatch(/103,s103,eve@uni\.edu,A,10/u);
  expect(await room.words("prof", "/roster match 999 zoe")).toContain("no student 999");
});

test("what can't be read as Canvas' export is told by file", async () => {
  expect(await room.words("prof", "/roster import file:nowhere.csv")).toContain("nowhere.csv");
});

test("a student's record is a file for that student alone", async () => {
  const mine = await room.ask("ada", "/privacy export");
  expect(mine).toMatchObject({ kind: "reply", audience: "asker" });
  expect(fileOf(mine)).toContain('"text": "252"');
  expect(fileOf(mine)).not.toMatch(/"365"|"ben"|"zoe"/u);
});

test("deleting asks once, then the counts stand and nothing leads to the student", async () => {
  const asked = await room.ask("ben", "/privacy delete");
  expect(asked.kind === "reply" && asked.nextSteps[0]).toMatchObject({ options: { confirm: "true" }, style: "danger" });
  expect(fileOf(await room.ask("ben", "/privacy export"))).toContain('"365"');
  expect(await room.words("ben", "/privacy delete confirm:true")).toContain("1 answer");
  expect(fileOf(await room.ask("ben", "/privacy export"))).not.toContain('"365"');
  const list = await (await room.store()).checks.list("school", 10);
  const week = list.find(({ title }) => title === "Week 1")!;
  expect(await room.words("prof", `/check results ${week.id}`)).toContain("3 tried, 2 got it right");
  expect(await room.words("prof", "/gradebook export")).toContain("1 had their record deleted");
});
