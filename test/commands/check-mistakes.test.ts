import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { textOf } from "../../src/render/reply.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

/** What an instructor does in a hurry, and how each of it is got out of: with checks and with votes alike. */
let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const idIn = (words: string): string => /(?:Posted|Scheduled) as `([2-9a-z]{6})`/u.exec(words)?.[1] ?? "";
const post = async (typed: string): Promise<string> => idIn(await prof(typed));
const checkOf = async (id: string) => (await (await room.store()).checks.find(id))!;

/** A check, a vote with choices, a vote of numbers: with an answer to each. */
const kinds = [
  ["a check", "/check post jpm-regression closes:2h", (id: string) => `/check submit ${id} answer1:0.111`],
  ["a vote", "/check vote jpm-regression quantity:beta", (id: string) => `/check pick ${id} round:1 choice:A`],
  ["a vote of numbers", "/check vote jpm-regression as:numbers", (id: string) => `/check submit ${id} answer1:0.111 round:1`],
] as const;

async function gradebook(): Promise<string> {
  const answered = await room.ask("prof", "/gradebook export");
  return answered.kind === "reply" ? answered.files.map(textOf).join("\n") : "";
}

describe.each(kinds)("%s posted by mistake", (_, typed, answer) => {
  test("is taken back after a question: no points, no column, and its message says so", async () => {
    const id = await post(typed);
    const asks = await prof("/check undo");
    expect(asks).toContain("The newest change is that it was posted");
    expect(asks).toContain("It would be no column of the gradebook, nobody gets points for it");
    expect(asks).toContain(`/check void check:${id} confirm:true`);
    expect((await checkOf(id)).voidedAt).toBeNull();
    expect(await prof(`/check void ${id} confirm:true`)).toContain("nobody gets points for it");
    expect(terminalText(room.edits.at(-1)!, [])).toContain("Withdrawn. Nobody has to answer it, and it counts nothing.");
    expect(await prof("/check list")).toContain("withdrawn, counts nothing");
    expect(await gradebook()).not.toContain(id);
    expect((await gradebook()).split("\n")[0]).toBe('Student,ID,SIS User ID,SIS Login ID,Section\r');
    expect(await room.words("ada", answer(id))).toContain("nobody loses points by it");
  });

  test("comes back for 24 hours, and takes answers again", async () => {
    const id = await post(typed);
    await prof(`/check void ${id} confirm:true`);
    expect(await prof(`/check undo ${id} confirm:true`)).toContain("Taken back: withdrawing");
    expect(await room.words("ada", answer(id))).not.toContain("withdrawn");
    const audit = await prof("/course audit");
    expect(audit).toMatch(new RegExp(`check undo \\(check ${id}, .*action check void\\)`, "u"));
    expect(audit).toContain(`check void (check ${id})`);
  });

  test("once somebody has answered, withdrawing gives everybody full marks, and says so before", async () => {
    const id = await post(typed);
    await room.words("ada", answer(id));
    expect(await prof("/check undo")).not.toContain("The newest change is that it was posted");
    expect(await prof(`/check void ${id}`)).toContain("Everybody would get full marks in the gradebook");
    expect(await prof(`/check void ${id} confirm:true`)).toContain("Everybody gets full marks");
    expect(terminalText(room.edits.at(-1)!, [])).toContain("Withdrawn. Everybody gets full marks.");
    expect((await gradebook()).split("\n")[0]).not.toBe('Student,ID,SIS User ID,SIS Login ID,Section\r');
  });

  test("a second time asks first, as long as the first is open, and not when it has closed", async () => {
    const id = await post(typed);
    room.pass(30 * 60_000);
    const asked = await prof(typed);
    expect(asked).toContain("Posted already");
    expect(asked).toContain(id);
    expect(asked).toContain("and open");
    await prof(`/check close ${id} confirm:true`);
    expect(await prof(typed)).toContain("Posted as");
  });
});

test("an older change is not taken back in place of what was posted after it", async () => {
  const first = await post("/check post jpm-regression closes:2h");
  await prof(`/check close ${first} confirm:true`);
  const second = await post("/check vote annual-budget");
  expect(await prof("/check undo")).toContain(second);
  expect((await checkOf(first)).closedAt).not.toBeNull();
});

test("a scheduled one is cancelled, and asked about by that word; a scheduled twin is named", async () => {
  const id = await post("/check post jpm-regression opens:1d closes:1h");
  expect(await prof("/check post jpm-regression opens:1d closes:1h")).toMatch(/is scheduled for <#class> already: \w{6} opens/u);
  expect(await prof(`/check void ${id}`)).toContain("Cancel it?");
  expect(await prof(`/check void ${id} confirm:true`)).toContain("Cancelled: A stock's factor model");
  expect(await prof("/check list")).toContain("withdrawn, counts nothing");
});

describe("without a name, where several can be meant", () => {
  const changes = ["/check close", "/check void", "/check extend closes:1d", "/check regrade quantity:positionHedged tolerance:5%"] as const;

  test.each(changes)("%s asks about the newest by its name, with a button for the other; with confirm it acts on none", async (change) => {
    const first = await post("/check post annual-budget closes:2h title:First");
    const second = await post("/check post annual-budget closes:3h title:Second again:true");
    const before = [await checkOf(first), await checkOf(second)];
    const answered = await room.ask("prof", change);
    const words = terminalText(answered, []);
    expect(words).toContain(`Second (${second})`);
    expect(words).toContain(`It can also be First (${first})`);
    expect(words).toContain("Nothing has happened yet");
    // The two ask about the same data: closing one can also show all of it.
    const steps = answered.kind === "reply" ? answered.nextSteps.filter(({ options }) => options["release"] === undefined) : [];
    expect(steps.map(({ options }) => [options["check"], options["confirm"]])).toEqual([[second, "true"], [first, undefined]]);
    expect(steps[1]?.label).toBe(`No: First (${first})`);
    const refused = await room.ask("prof", `${change} confirm:true`);
    expect(terminalText(refused, [])).toContain("Several checks can be meant");
    expect(refused.kind === "reply" ? refused.nextSteps.map(({ options }) => [options["check"], options["confirm"]]) : []).toEqual([[second, undefined], [first, undefined]]);
    expect([await checkOf(first), await checkOf(second)]).toEqual(before);
  });

  test("more time without a name is for the one that is open, whatever was posted after it", async () => {
    const open = await post("/check post annual-budget closes:2h");
    const closed = await post("/check post jpm-regression closes:1h");
    await prof(`/check close ${closed} confirm:true`);
    expect(await prof("/check extend closes:1d")).toContain("More time: Positions under an annual budget");
    expect((await checkOf(open)).closesAt).toBeGreaterThan((await checkOf(closed)).closesAt ?? 0);
  });

  test("a command of votes speaks of the vote, not of a check that came after it", async () => {
    const id = await post("/check vote jpm-regression quantity:beta");
    await prof(`/check close ${id} confirm:true`);
    await post("/check post annual-budget closes:1h");
    expect(await prof("/check discuss")).toContain(`The vote ${id} is closed: no further round of it begins`);
    expect(await prof("/check revote")).toContain(`The vote ${id} is closed`);
  });
});

describe("what was typed is understood, or named as it was typed", () => {
  test.each([
    ["r2", "rSquared"],
    ["R²", "rSquared"],
    ["R-squared", "rSquared"],
    ["β", "beta"],
    ["Beta", "beta"],
    ["alpha annual", "alphaAnnual"],
  ])("key:%s is the quantity %s", async (typed, quantity) => {
    const words = await prof(`/check preview question:"?" key:"${typed}" ticker:JPM`);
    expect(words).toContain("Collision report");
    const id = await post(`/check post question:"?" key:"${typed}" ticker:JPM closes:1h anyway:true`);
    expect(JSON.stringify((await checkOf(id)).question)).toContain(`"quantity":"${quantity}"`);
  });

  test.each(["/check preview", "/check post", "/check vote"])("%s names itself where something is missing, and a key that is none", async (command) => {
    expect(await prof(`${command} question:"?"`)).toContain(`${command} needs its option key`);
    expect(await prof(`${command} question:"?" key:beta`)).toContain(`${command} needs its option ticker`);
    expect(await prof(command)).toContain(`${command} needs its option exercise`);
    const misspelled = await prof(`${command} question:"?" key:"sharp ratio" ticker:JPM`);
    expect(misspelled).toContain('key can\'t be "sharp ratio"');
    expect(misspelled).toContain("sharpeHedged");
  });

  test("a number is still a number, however it is written", async () => {
    for (const key of ["252", "$10.4M", "1e6/0.0963", "√21", "zero", "½", "-3.1%"]) expect(await prof(`/check preview question:"?" key:"${key}"`)).toContain("Not posted yet");
  });

  test("the key of choices is one of their words, and a button says it", async () => {
    const refused = await room.ask("prof", '/check vote question:"?" choices:"red | blue" key:green');
    expect(terminalText(refused, [])).toContain("Choose one of: red, blue");
    const [step] = refused.kind === "reply" ? refused.nextSteps : [];
    expect(await prof(`/check vote question:"?" choices:"${step?.options["choices"] ?? ""}" key:${step?.options["key"] ?? ""}`)).toContain("Posted as");
  });
});

describe("a preview", () => {
  test.each([
    "/check vote annual-budget opens:3d closes:1h title:Budgets points:3 preview:true",
    "/check preview annual-budget opens:3d closes:1h title:Budgets points:3",
  ])("posts with its button all that was said: %s", async (typed) => {
    const previewed = await room.ask("prof", typed);
    const [step] = previewed.kind === "reply" ? previewed.nextSteps : [];
    const call = `/${step?.command ?? ""} ${Object.entries(step?.options ?? {}).filter(([, value]) => value !== "").map(([name, value]) => `${name}:${JSON.stringify(value)}`).join(" ")}`;
    const id = await post(call);
    const check = await checkOf(id);
    expect([check.title, check.points]).toEqual(["Budgets", 3]);
    expect(check.opensAt - check.createdAt).toBeGreaterThan(2.9 * 86_400_000);
    expect(check.closesAt! - check.opensAt).toBe(3_600_000);
  });

  test.each([
    ["/check preview jpm-regression", true],
    ["/check preview jpm-regression hints:false", false],
    ["/check vote jpm-regression as:numbers preview:true", false],
    ["/check vote jpm-regression quantity:beta preview:true", false],
    ['/check preview question:"?" key:beta ticker:JPM', false],
  ])("%s promises the hint in place of a reply as it comes: %s", async (typed, promised) => {
    expect((await prof(typed)).includes("Students get the hint")).toBe(promised);
    await prof(typed.replace("preview", "post").replace(" post:true", ""));
    expect(/Hint/u.test(await room.words("ada", "/beta JPM"))).toBe(promised);
  });
});
