import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppContext } from "../../src/commands/app-context.ts";
import { keepRetention, noticeMs } from "../../src/commands/retention.ts";
import { failure } from "../../src/outcome.ts";
import { textOf } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

const day = 86_400_000;
let room: Courseroom;
beforeAll(async () => {
  room = openCourseroom({}, { RETENTION_DAYS: "90" });
  await room.words("prof", "/course setup role:tutors staff:backroom");
});
afterAll(() => room.close());

const problemOf = async (who: string, typed: string): Promise<string | null> => (await room.as(who, typed)).problem?.kind ?? null;
const right = 'answer1:0.0001594 answer2:1.395 answer3:0.500 answer4:more';
let check = "";

test("closing a course asks first, and says how many checks close with it", async () => {
  expect(await problemOf("prof", "/check post exercise:jpm-regression")).toBe(null);
  check = (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";
  expect(check).not.toBe("");
  expect(await problemOf("ann", `/check submit check:${check} ${right}`)).toBe(null);
  expect(await room.words("prof", "/course close")).toContain("1 open check closes now");
  expect(await (await room.store()).terms.closedAt("school")).toBe(null);
  expect(await problemOf("tutor", "/course close confirm:true")).toBe("not-allowed");
  expect(await problemOf("ann", "/course audit")).toBe("not-allowed");
});

test("a closed course accepts nothing more, and goes on answering", async () => {
  const words = await room.words("prof", "/course close confirm:true");
  expect(words).toContain("1 check was open and closed with it");
  expect(words).toMatch(/deleted by its age, the last of it soon after .+; the staff/u);
  expect((await (await room.store()).checks.find(check))?.closedAt).not.toBe(null);
  for (const [who, typed] of [
    ["prof", "/check post exercise:jpm-regression again:true"],
    ["prof", `/check extend check:${check} closes:2h`],
    ["ann", `/check submit check:${check} ${right}`],
    ["ann", `/check answer check:${check}`],
    ["ann", "/staff-question post text:why?"],
    ["ann", "/practice submit exercise:jpm-regression variant:chapter answer1:1"],
  ] as const) {
    expect(await problemOf(who, typed), typed).toBe("course-closed");
  }
  for (const [who, typed] of [["ann", "/beta JPM"], ["ann", "/explain beta"], ["prof", "/check results"], ["prof", "/gradebook export"]] as const) {
    expect(await problemOf(who, typed), typed).toBe(null);
  }
  // Another server's course is open.
  expect((await room.as("ann", "/practice answer exercise:jpm-regression variant:chapter", undefined, null)).problem?.kind ?? null).not.toBe("course-closed");
});

test("it is opened again, once", async () => {
  expect(await room.words("prof", "/course close reopen:true")).toContain("The course is open again");
  expect(await room.words("prof", "/course close reopen:true")).toContain("nothing changed");
  expect(await problemOf("ann", "/staff-question post text:why?")).not.toBe("course-closed");
  expect(await room.words("prof", "/course close confirm:true")).toContain("The course is closed");
});

test.each(["close", "void", "extend"])("in a closed course nothing that would open a check again is taken back: %s", async (change) => {
  const course = openCourseroom();
  const problem = async (typed: string): Promise<unknown> => (await course.as("prof", typed)).problem;
  await course.words("prof", "/check post exercise:jpm-regression closes:2h");
  const id = (await (await course.store()).checks.list("school", 1))[0]?.id ?? "";
  if (change === "extend") {
    await course.words("prof", `/check extend check:${id} student:<@22222222222222222> closes:2d`);
    await course.words("prof", `/check extend check:${id} student:<@22222222222222222> closes:1h confirm:true`);
  } else await course.words("prof", `/check ${change} check:${id} confirm:true`);
  await course.words("prof", "/course close confirm:true");
  if (change === "extend") {
    // Closing the course closed the check, which is the newest change.
    expect(await problem(`/check undo check:${id}`)).toMatchObject({ kind: "cannot-undo", reason: "course-closed" });
  }
  expect(await problem(`/check undo check:${id}`)).toMatchObject({ kind: "cannot-undo", reason: "course-closed" });
  expect((await (await course.store()).checks.listOpenAnywhere(course.world.now())).filter(({ closedAt }) => closedAt === null)).toEqual([]);
  await course.words("prof", "/course close reopen:true");
  expect(await problem(`/check undo check:${id} confirm:true`)).toBe(null);
  await course.close();
});

test("the audit says what was changed by whom, newest first, with all of it as a file", async () => {
  expect(await problemOf("tutor", "/course audit")).toBe(null);
  const words = await room.words("prof", "/course audit");
  expect(words).toMatch(/prof: .*course close.*prof: .*course reopen.*prof: .*course close/su);
  const reply = await room.ask("prof", "/course audit");
  const file = reply.kind === "reply" ? reply.files.map(textOf).join("") : "";
  expect(file).toMatch(/^time,who,action,about,details\r\n/u);
  expect(file).toMatch(/,prof,check create,,/u);
  expect(reply.kind === "reply" && reply.audience).toBe("asker");
});

test("what is old is announced two weeks before, deleted no sooner, and both are in the audit", async () => {
  const keep = () => keepRetention(room.world);
  const store = await room.store();
  const count = async () => (await store.answers.ofItem({ kind: "check", check })).length;
  expect(await keep()).toEqual([]);
  room.pass((90 - 14) * day - 3_600_000);
  expect(await keep()).toEqual([]);
  room.pass(7_200_000);
  const posted = room.posts.length;
  expect(await keep()).toEqual([{ course: "school", done: "announced", checks: 1, answers: 1, questions: expect.any(Number) as number, students: 0 }]);
  expect(room.posts.length).toBe(posted + 1);
  expect(JSON.stringify(room.posts.at(-1))).toContain("1 check, 1 answer");
  expect(await keep()).toEqual([]);
  room.pass(noticeMs - 60_000);
  expect(await keep()).toEqual([]);
  expect(await count()).toBe(1);
  room.pass(120_000);
  expect(await keep()).toMatchObject([{ course: "school", done: "deleted", checks: 1, answers: 1 }]);
  expect(await count()).toBe(0);
  expect(await store.checks.find(check)).toBe(null);
  expect((await store.courses.listAudit("school", 10)).map(({ action }) => action)).toEqual(expect.arrayContaining(["retention", "retention announced"]));
});

describe("an announced deletion", () => {
  /** A course with a check of 76 days ago, announced under 90 days, and what keeps it. */
  const announcedCourse = async (sideEffects: Partial<AppContext["sideEffects"]> = {}, setup = "/course setup staff:backroom") => {
    const course = openCourseroom();
    await course.words("prof", setup);
    await course.words("prof", "/check post exercise:jpm-regression closes:1h");
    const store = await course.store();
    const id = (await store.checks.list("school", 1))[0]?.id ?? "";
    expect((await course.as("ann", `/check submit check:${id} ${right}`)).problem).toBe(null);
    course.pass(76 * day + 7_200_000);
    const keep = async (retentionDays: number | null) =>
      (await keepRetention({ ...course.world, retentionDays, sideEffects: { ...course.world.sideEffects, ...sideEffects } })).map(({ done }) => done);
    const answers = async () => (await store.answers.ofItem({ kind: "check", check: id })).length;
    return { course, store, id, keep, answers };
  };

  test.each([
    ["made longer", 365, 76 * day + 100 * day],
    ["removed and put back", null, 90 * day],
  ])("is taken back where the time is %s, and said again two weeks before it is due", async (_, changed, later) => {
    const { course, keep, answers } = await announcedCourse();
    expect(await keep(90)).toEqual(["announced"]);
    course.pass(15 * day);
    expect(await keep(changed)).toEqual(["withdrawn"]);
    expect(await keep(changed)).toEqual([]);
    course.pass(later);
    expect(await keep(90)).toEqual(["announced"]);
    expect(await answers()).toBe(1);
    course.pass(15 * day);
    expect(await keep(90)).toEqual(["deleted"]);
    await course.close();
  });

  test("is kept where the time is made shorter", async () => {
    const { course, keep } = await announcedCourse();
    expect(await keep(90)).toEqual(["announced"]);
    course.pass(noticeMs - day);
    expect(await keep(60)).toEqual([]);
    course.pass(2 * day);
    expect(await keep(60)).toEqual(["deleted"]);
    await course.close();
  });

  test("waits for a student who has more time, and for what came in after the announcement", async () => {
    const { course, store, id, keep, answers } = await announcedCourse();
    expect(await keep(90)).toEqual(["announced"]);
    course.pass(noticeMs - day);
    await course.words("prof", `/check extend check:${id} student:<@22222222222222222> closes:2d confirm:true`);
    expect((await course.as("22222222222222222", `/check submit check:${id} ${right}`)).problem).toBe(null);
    course.pass(day + 60_000);
    await keep(90);
    expect(await answers()).toBe(2);
    // By its extension alone too, and not for ever.
    expect(await store.retention.old("school", course.world.now())).toMatchObject({ checks: 0 });
    expect(await store.retention.old("school", course.world.now() + 2 * day)).toMatchObject({ checks: 1, answers: 2 });
    await course.close();
  });

  const refused = { post: (channel: string) => Promise.resolve(failure({ kind: "cannot-post" as const, channel, why: "forbidden" as const })) };

  test("is told to an instructor where the staff's channel refuses it or there is none, and is none where nobody takes it", async () => {
    const told: string[] = [];
    const takes = (isTaken: boolean) => (person: string) => Promise.resolve(told.push(person) > 0 && isTaken);
    for (const setup of ["/course setup staff:backroom", "/course setup"]) {
      const direct = await announcedCourse({ ...refused, tell: takes(true) }, setup);
      expect(await direct.keep(90)).toEqual(["announced"]);
      expect(told.splice(0)).toEqual(["prof"]);
      await direct.course.close();
      const nobody = await announcedCourse({ ...refused, tell: takes(false) }, setup);
      expect(await nobody.keep(90)).toEqual(["not-announced"]);
      nobody.course.pass(15 * day);
      expect(await nobody.keep(90)).toEqual(["not-announced"]);
      expect(await nobody.answers()).toBe(1);
      expect(told.splice(0)).toEqual(["prof", "prof"]);
      await nobody.course.close();
    }
  });
});

test("without a time nothing is announced and nothing deleted", async () => {
  const other = openCourseroom();
  await other.words("prof", "/check post exercise:jpm-regression closes:1h");
  other.pass(5000 * day);
  expect(await keepRetention(other.world)).toEqual([]);
  expect(await other.words("prof", "/course close")).toContain("stays until its host deletes it");
  await other.close();
});
