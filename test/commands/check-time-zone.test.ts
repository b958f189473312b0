import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeEach(() => (room = openCourseroom()));
afterEach(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const checks = async () => (await room.store()).checks.list("school", 20);
const zones = ["Eastern (ET)", "Central (CT)", "Mountain (MT)", "Pacific (PT)", "UTC"];

describe("a course without a time zone", () => {
  test.each([
    '/check post annualise-alpha closes:"5pm"',
    '/check post annualise-alpha closes:"Friday 5pm"',
    '/check post annualise-alpha closes:"Friday"',
    '/check post annualise-alpha closes:"2026-09-20 14:00"',
    '/check post annualise-alpha opens:"Monday 9am" closes:20m',
    '/check vote jpm-regression quantity:beta closes:"5pm"',
    '/check preview annualise-alpha closes:"5pm"',
  ])("%s is asked about before anything is posted, with buttons of zones", async (typed) => {
    const refused = await room.as("prof", typed);
    const { answer } = refused;
    expect(refused.problem).toMatchObject({ kind: "no-time-zone" });
    expect(answer.kind === "reply" && answer.nextSteps.map(({ label }) => label)).toEqual(zones);
    expect(room.wordsOf(refused)).toContain("/course setup timezone:");
    expect(await checks()).toEqual([]);
    expect(room.posts).toEqual([]);
  });

  test("a button's zone decides the moment: Friday 17:00 in New York, in summer, is 21:00 UTC", async () => {
    const { answer } = await room.as("prof", '/check post annualise-alpha opens:"Friday 4pm" closes:"Friday 5pm"');
    const eastern = answer.kind === "reply" ? answer.nextSteps.find(({ label }) => label === "Eastern (ET)") : undefined;
    expect(eastern?.options).toMatchObject({ opens: "Friday 4pm ET", closes: "Friday 5pm ET" });
    await prof(`/check post annualise-alpha opens:"${eastern?.options["opens"] ?? ""}" closes:"${eastern?.options["closes"] ?? ""}"`);
    const [check] = await checks();
    expect([check?.opensAt, check?.closesAt]).toEqual([Date.UTC(2026, 8, 18, 20), Date.UTC(2026, 8, 18, 21)]);
  });

  test.each(["20m", "3d", "5pm ET", "2026-09-20T14:00Z", "2026-09-20 14:00+02:00"])("closes:%s is posted at once", async (closes) => {
    expect(await prof(`/check post annualise-alpha closes:"${closes}"`)).toContain("Posted as");
  });

  test("more time by a clock is asked about too", async () => {
    await prof("/check post annualise-alpha closes:1h");
    const [check] = await checks();
    expect(await prof(`/check extend ${check!.id} closes:"Friday 5pm"`)).toContain("this course has no time zone");
    expect((await checks())[0]?.closesAt).toBe(check!.closesAt);
  });

  test("a time that is over by every clock is told as that", async () => {
    expect((await room.as("prof", "/check post annualise-alpha closes:2020-01-01")).problem).toMatchObject({ kind: "past-moment" });
  });
});

test("a course with a time zone goes by it, and is asked nothing", async () => {
  await prof("/course setup timezone:America/New_York");
  expect(await prof('/check post annualise-alpha closes:"Friday 5pm"')).toContain("Posted as");
  expect((await checks())[0]?.closesAt).toBe(Date.UTC(2026, 8, 18, 21));
});
