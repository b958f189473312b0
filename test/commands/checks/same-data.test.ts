import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { announceDue } from "../../../src/commands/checks/announce.ts";
import { reconcilePosts } from "../../../src/commands/checks/reconcile-posts.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

/** Two checks on the same rows: what one says must not be the other's key. */
let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const onEves = async (typed: string): Promise<string> => room.wordsOf(await room.as("eve", typed, undefined, "eve-server"));
const idIn = (words: string): string => /Posted as `([2-9a-z]{6})`/u.exec(words)?.[1] ?? "";
const openAtSchool = (): Promise<string> => room.words("prof", "/check post jpm-regression closes:2h");
const posted = (): string => room.posts.map((reply) => terminalText(reply, [])).join("\n");
const inChannel = (): string => terminalText(room.edits.at(-1)!, []);

const ownBeta = 'question:"What is β?" key:beta ticker:JPM';
const key = /1\.39|0\.500|0\.0159|0\.000159|Taken as right|\bsound\b|right:|✓|not yet/u;

test("while two checks on the same rows are open, one's own answer has the marks that the reply to it had, and keeps them back once that check has closed", async () => {
  const first = idIn(await openAtSchool());
  const second = idIn(await room.words("prof", `/check post ${ownBeta} closes:4h again:true`));
  expect(await room.words("ann", `/check submit ${second} answer1:1.395`)).toContain("right");
  expect(await room.words("ann", `/check submit ${first} answer1:0.0001594 answer2:1.395 answer3:0.5003 answer4:more`)).toContain("all right");
  expect(await room.words("ann", `/check mine ${first}`)).toMatch(/· right[^]*Score/u);
  await room.words("prof", `/check close ${first} confirm:true`);
  expect(await room.words("ann", `/check mine ${first}`)).toMatch(/Marks come when the check/u);
});

describe("who manages a server of their own and is a student elsewhere", () => {
  test.each([
    `/check preview ${ownBeta}`,
    `/check preview ${ownBeta} wrong:0.67 message:x`,
    '/check preview question:"?" key:beta ticker:WMT wrong:0.67 message:x',
    '/check preview question:"?" key:beta ticker:SPY factor:JPM',
    "/check preview jpm-regression",
    "/check preview raw-or-excess variants:true",
    `/check post ${ownBeta}`,
    "/check post jpm-regression anyway:true",
  ])("can't ask there what they are asked: %s", async (typed) => {
    await openAtSchool();
    const before = room.posts.length;
    const words = await onEves(typed);
    expect(words).toContain("is open on another server where you are a student");
    expect(words).not.toMatch(key);
    expect(room.posts.length).toBe(before);
  });

  test("can ask about other stocks, and about these when the check has closed", async () => {
    await room.words("prof", "/check post hedged-portfolio closes:2h");
    expect(await onEves('/check preview question:"?" key:beta ticker:KO from:2010 to:2014')).toContain("Students would see");
    room.pass(3 * 3_600_000);
    expect(await onEves(`/check preview ${ownBeta}`)).toContain("Students would see");
  });

  test("reads nothing of a check on the same data that was there before", async () => {
    const id = idIn(await onEves(`/check post ${ownBeta} closes:1h`));
    await openAtSchool();
    const before = room.posts.length;
    for (const answer of ["1.395", "1.2", "0.674"]) {
      const words = await onEves(`/check submit ${id} answer1:${answer}`);
      expect(words).toContain("Its marks come when the check A stock's factor model on the same data closes");
      expect(words.replaceAll(answer, "")).not.toMatch(/✓|✗|right|mistake|not yet|hint/iu);
    }
    for (const typed of [`/check close ${id} confirm:true`, `/check results ${id}`, `/check regrade ${id} key:1.395 confirm:true`, `/check regrade ${id} key:1.395`]) {
      expect([typed, await onEves(typed)]).toEqual([typed, expect.stringContaining("where you are a student")]);
    }
    room.pass(61 * 60_000);
    await announceDue(room.world);
    for (const typed of [`/check results ${id}`, `/check name ${id} beta 1.5 `, `/gradebook answers`, `/gradebook export`, `/check mine ${id}`, "/progress", `/check list`]) {
      expect([typed, (await onEves(typed)).replaceAll(/1\.395|1\.2|0\.674/gu, "")]).toEqual([typed, expect.not.stringMatching(/key [\d-]|· right|not right|in part|Score|got it right/u)]);
    }
    expect(terminalText(room.posts.slice(before).at(-1)!, [])).toContain("come when a check on the same data that is open elsewhere closes");
    expect(room.posts.slice(before).map((reply) => terminalText(reply, [])).join()).not.toMatch(/Solution|got it right|key 1/u);
    // Once theirs has closed, all of it comes.
    room.pass(2 * 3_600_000);
    await announceDue(room.world);
    await reconcilePosts(room.world);
    expect(room.edits.map((reply) => terminalText(reply, [])).join()).toContain("Solution β: 1.395");
    expect(await onEves(`/check mine ${id}`)).toContain("1.395 · right");
  });
});

describe("on one server", () => {
  test("a check keeps its solution back until the other one on the same rows has closed, and says so when it is posted and closed", async () => {
    const first = idIn(await openAtSchool());
    const second = await room.words("prof", `/check post ${ownBeta} closes:1h`);
    expect(second).toContain("A stock's factor model (");
    expect(second).toContain("Each keeps its solution back until the other has closed");
    const id = idIn(second);
    await room.words("ada", `/check submit ${id} answer1:1.395`);
    expect(await room.words("prof", `/check close ${id}`)).toContain("Without marks and solution for now: A stock's factor model");
    const before = posted().length;
    expect(await room.words("prof", `/check close ${id} confirm:true`)).toContain("The class has no marks and no solution yet**: A stock's factor model");
    expect(posted().slice(before)).toContain("1 tried");
    expect(posted().slice(before)).not.toMatch(/Solution|1\.39|got it right/u);
    expect(await room.words("ada", `/check mine ${id}`)).not.toContain("right");
    expect(room.wordsOf(await room.as("ada", "/privacy export"))).not.toContain("1.3949");
    await room.words("prof", `/check close ${first} confirm:true`);
    await reconcilePosts(room.world);
    expect(room.edits.map((reply) => terminalText(reply, [])).join("\n")).toContain("Solution β: 1.395");
    expect(await room.words("ada", `/check mine ${id}`)).toContain("1.395 · right");
  });

  test("so it does where both are closed by their times", async () => {
    await room.words("prof", "/check post jpm-regression closes:2h");
    await room.words("prof", `/check post ${ownBeta} closes:1h`);
    const before = posted().length;
    room.pass(61 * 60_000);
    await announceDue(room.world);
    await reconcilePosts(room.world);
    expect(posted().slice(before)).not.toMatch(/Solution|1\.39/u);
    room.pass(61 * 60_000);
    await announceDue(room.world);
    await reconcilePosts(room.world);
    expect(inChannel()).toContain("Solution β: 1.395");
  });

  test("a check on other rows keeps nothing back", async () => {
    await openAtSchool();
    const words = await room.words("prof", '/check post question:"?" key:beta ticker:BAC from:2010 to:2014 closes:1h');
    expect(words).not.toContain("same data");
    const before = posted().length;
    await room.words("prof", `/check close ${idIn(words)} confirm:true`);
    expect(posted().slice(before)).toContain("Solution β");
  });

  test("a question on rows whose solution stands in the channel says so before it is posted", async () => {
    const id = idIn(await openAtSchool());
    await room.words("prof", `/check close ${id} confirm:true`);
    expect(await room.words("prof", `/check preview ${ownBeta}`)).toContain("Read already: the solution of A stock's factor model");
  });
});

describe("one student with more time than the class", () => {
  async function closedWithOneLeft(): Promise<string> {
    const id = idIn(await openAtSchool());
    await room.words("prof", `/check extend closes:5h check:${id} student:cyd`);
    await room.words("prof", `/check close ${id} confirm:true`);
    return id;
  }

  test("the solution was in no channel, and nothing says that it was", async () => {
    const id = await closedWithOneLeft();
    expect(posted()).not.toContain("Solution");
    for (const typed of [`/check extend closes:1d check:${id}`, `/check undo ${id}`]) expect(await room.words("prof", typed)).not.toMatch(/solution (?:is|was|were)|with the solution/iu);
  });

  test("the class is told when the hidden replies come back, not when the class's time ended", async () => {
    const id = await closedWithOneLeft();
    const until = (await (await room.store()).checks.extensions(id))[0]?.closesAt ?? 0;
    const words = await room.words("bob", "/beta JPM");
    expect(words).toContain("has closed, its key stays hidden for some time");
    expect(words).toContain(`It comes back later, ${new Date(until).toISOString().slice(0, 16).replace("T", " ")} UTC`);
    expect(words).not.toContain("is open");
    expect(words).not.toMatch(/more time|everybody|somebody|student/u);
    expect(await room.words("bob", "/practice variant:chapter exercise:jpm-regression")).toContain("its key stays hidden for some time");
    expect(await room.words("prof", "/check list")).toContain("1 student has until");
  });
});

describe("a student with more time, and another check on the same data", () => {
  const close = (id: string, rest = ""): Promise<string> => room.words("prof", `/check close ${id} ${rest} confirm:true`);
  const step = (words: string, label: string): string => new RegExp(`${label}[^\\n]*: (/check [^\\n]*)`, "u").exec(words)?.[1] ?? "";

  test("both causes are named, and the buttons lead to the class having all of it", async () => {
    await openAtSchool();
    const id = idIn(await room.words("prof", `/check post ${ownBeta} closes:1h`));
    await room.words("ada", `/check submit ${id} answer1:1.395`);
    await room.words("prof", `/check extend closes:5h check:${id} student:cyd`);
    const closed = await close(id);
    const pressed = await room.words("prof", `/check results ${id} post:true release:true`);
    for (const words of [closed, pressed]) {
      expect(words).toMatch(/A stock's factor model \(`?\w+`?\) asks about the same data[^]*, and 1 student has until [^]* for this one/u);
      expect(words).not.toContain("Show the class all of it");
    }
    expect(terminalText(room.posts.at(-1)!, [])).toContain("come later");
    const asks = await room.words("prof", step(closed, "End the time of who has more"));
    expect(asks).toMatch(/End their time now\?[^]*1 student has until/u);
    expect(await room.words("cyd", `/check submit ${id} answer1:3.2`)).not.toContain("closed 20");
    const ended = await room.words("prof", step(asks, "End it"));
    expect(await room.words("cyd", `/check submit ${id} answer1:3.2`)).toContain("closed");
    expect(ended).not.toContain("student has until");
    expect(inChannel()).toContain("come when the check A stock's factor model");
    expect(await room.words("prof", step(ended, "Show the class all of it"))).toContain("all of it");
    expect(inChannel()).toContain("Solution β: 1.395");
  });

  test("ended after closing, it is taken back; with nobody left, it says so", async () => {
    const id = idIn(await room.words("prof", `/check post ${ownBeta} closes:1h`));
    await room.words("prof", `/check extend closes:5h check:${id} student:cyd`);
    await close(id);
    await close(id, "everybody:true");
    expect(inChannel()).toContain("Solution β");
    expect(await room.words("prof", `/check close ${id} everybody:true`)).toContain("Nobody has more time at it");
    expect(await room.words("prof", `/check undo ${id} confirm:true`)).toContain("Taken back: the end of more time");
    expect(await room.words("cyd", `/check submit ${id} answer1:3.2`)).not.toContain("closed 20");
  });

  test.each(["after it closed", "while it is open"])("a class that waits for it is told neither its name nor its end: %s", async (when) => {
    const first = idIn(await openAtSchool());
    await room.words("prof", `/check extend closes:3d check:${first} student:cyd`);
    const id = idIn(await room.words("prof", `/check post ${ownBeta} closes:1h`));
    await room.words("ada", `/check submit ${id} answer1:1.395`);
    if (when === "after it closed") await close(first);
    const before = posted().length;
    await close(id);
    expect(posted().slice(before)).toContain("The marks, the picture and the solution come later.");
    expect(posted().slice(before)).not.toMatch(/factor model|UTC|got it right|Solution/u);
  });

  test("who has full marks has finished: the class has all of it", async () => {
    const id = idIn(await room.words("prof", `/check post ${ownBeta} closes:1h`));
    for (const person of ["bob", "cyd"]) await room.words("prof", `/check extend closes:5h check:${id} student:${person}`);
    await room.words("bob", `/check submit ${id} answer1:1.395`);
    expect(await close(id)).toContain("1 student has until");
    expect(posted()).not.toContain("Solution");
    room.pass(60_000);
    await room.words("cyd", `/check submit ${id} answer1:3.2`);
    await reconcilePosts(room.world);
    expect(room.edits.map((reply) => terminalText(reply, [])).join()).not.toContain("Solution");
    room.pass(60_000);
    await room.words("cyd", `/check submit ${id} answer1:1.395`);
    await reconcilePosts(room.world);
    expect(inChannel()).toContain("Solution β: 1.395");
  });
});

test("an extension that ends sooner than the check does asks first, and is no more time", async () => {
  const id = idIn(await room.words("prof", "/check post jpm-regression closes:5h"));
  const { closesAt } = (await (await room.store()).checks.find(id))!;
  expect(await room.words("prof", `/check extend closes:10m check:${id}`)).toContain("That is less time");
  expect(await room.words("prof", `/check extend closes:10m check:${id} student:cyd`)).toContain("<@cyd>'s time would end");
  expect((await (await room.store()).checks.find(id))!.closesAt).toBe(closesAt);
  expect(await room.words("prof", `/check extend closes:6h check:${id}`)).toContain("More time");
  expect(await room.words("prof", `/check extend closes:10m check:${id} confirm:true`)).toContain("Less time");
});
