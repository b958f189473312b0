import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, NextStep } from "../../src/render/reply.ts";
import { commandText } from "../../src/render/command-text.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const stepsOf = (answer: Answer): readonly NextStep[] => (answer.kind === "reply" ? answer.nextSteps : []);
const stepOf = (answer: Answer, label: RegExp): string => commandText(stepsOf(answer).find((step) => label.test(step.label))!);

/** What is posted, and what its key is in words. */
const posted: readonly (readonly [typed: string, key: RegExp])[] = [
  ["/check post jpm-regression", /\b1\.395\b/u],
  ["/check post question:\"What is the beta of KO on Mkt-RF?\" key:beta ticker:KO", /\b0\.59\d\d\b/u],
  ["/check post question:\"How many days do we count a year?\" key:252", /\b252\b/u],
  ["/check vote jpm-regression quantity:beta", /is right\./u],
  ["/check vote question:\"Beta of WMT on SPY?\" key:beta ticker:WMT factor:SPY", /is right\./u],
  ["/check vote question:\"Hedging takes away the market's part\" key:true why:\"It does.\"", /A is right\./u],
  ["/check vote jpm-regression as:numbers", /\b1\.395\b/u],
];

describe("the key of what is posted", () => {
  test.each(posted)("%s says nothing of it where it may be on the wall, and all of it behind a button", async (typed, key) => {
    const answer = await room.ask("prof", typed);
    expect(terminalText(answer, [])).toContain("Posted as");
    expect(terminalText(answer, [])).not.toMatch(key);
    const shown = await room.ask("prof", stepOf(answer, /key/u));
    expect(terminalText(shown, [])).toMatch(key);
    expect(shown.kind === "reply" ? shown.audience : null).toBe("asker");
    expect(await room.words("ada", stepOf(answer, /key/u))).not.toMatch(key);
    // Before it is posted there is nothing on the wall, and a wrong key costs nothing yet.
    const preview = typed.startsWith("/check vote") ? `${typed} preview:true` : typed.replace("/check post", "/check preview");
    expect(await room.words("prof", preview)).toMatch(key);
    expect(await room.words("prof", `${typed.replace("/check preview", "/check post")} draft:true`)).toMatch(key);
  });

  test.each<readonly [typed: string, key: RegExp]>([
    ["/check post question:\"How many days of trade are in a year?\" key:252 wrong:252.1 message:\"Nearly so\"", /\b252\b|Nearly so/u],
    ["/check post question:\"What is the beta of PFE on Mkt-RF?\" key:beta ticker:PFE tolerance:45%", /\b0\.\d{3}/u],
    ["/check vote question:\"What is the beta of PFE on Mkt-RF?\" key:beta ticker:PFE tolerance:45% as:numbers", /\b0\.\d{3}/u],
  ])("%s that is not sound is not posted and says nothing of it either, and all of it behind a button", async (typed, key) => {
    const answer = await room.ask("prof", typed);
    expect(terminalText(answer, [])).toContain("Not posted: see the collision report");
    expect(terminalText(answer, []).split("Next:")[0]).toContain("Collision report: not sound");
    for (const words of terminalText(answer, []).split("\n").filter((line) => !line.includes("/check "))) expect(words).not.toMatch(key);
    expect(await room.words("prof", stepOf(answer, /for you alone/u))).toMatch(key);
    expect(room.posts.map((post) => terminalText(post, [])).join("\n")).not.toContain("days of trade");
  });

  test.each([
    ["/check post question:\"The beta of XOM, please?\" key:beta ticker:XOM", "The question does not name Mkt-RF**, which its key is on"],
    ["/check vote as:numbers question:\"The beta of XOM?\" key:beta ticker:XOM factor:SPY", "The question does not name SPY**, which its key is on"],
    ["/check post question:\"The beta of XOM on SPY?\" key:beta ticker:XOM factor:SPY", null],
    ["/check post question:\"How many days in a month?\" key:21", null],
    ["/check vote question:\"Beta of XOM, of these?\" key:beta ticker:XOM", null],
  ])("%s: the reply says whether the question leaves out its key's factor", async (typed, says) => {
    const words = await room.words("prof", `${typed} anyway:true`);
    expect(words).toContain("Posted as");
    if (says === null) expect(words).not.toContain("does not name");
    else expect(words).toContain(says);
    const [, check = ""] = /Posted as `?(\w{6})/u.exec(words) ?? [];
    const copied = await room.words("prof", `/check copy ${check} again:true`);
    expect(copied).toContain("Posted as");
    expect(copied.includes("does not name")).toBe(says !== null);
  });

  test("an earlier check posted once more says nothing of it either", async () => {
    const answer = await room.ask("prof", "/check post annualise-alpha");
    const [, check = ""] = /Posted as `?(\w{6})/u.exec(terminalText(answer, [])) ?? [];
    const again = await room.words("prof", `/check copy ${check} again:true`);
    expect(again).toContain("Posted as");
    expect(again).not.toContain("14.74%");
  });
});

describe("a preview says what a key was read as", () => {
  const preview = (rest: string): Promise<string> => room.words("prof", `/check preview question:"What is the beta of KO?" ${rest}`);

  test("a quantity with its factor, which nobody typed, its returns and its days", async () => {
    const words = await preview("key:beta ticker:KO from:1990 to:2009");
    expect(words).toMatch(/Of KO on Mkt-RF, daily excess returns, 1990-01-02 to 2009-12-31 \([\d,]+ rows\)/u);
    expect(words).toContain("The question does not name Mkt-RF");
    expect(await preview("key:beta ticker:KO factor:SPY")).toContain("The question does not name SPY");
    expect(await room.words("prof", "/check preview question:\"KO on spy?\" key:beta ticker:KO factor:SPY")).not.toContain("does not name");
  });

  test.each([
    ["the beta of MA on Mkt−RF", "Mkt-RF"],
    ["the beta of KO on MKT RF", "Mkt-RF"],
    ["the beta of KO on Mkt‑RF", "Mkt-RF"],
    ["the beta of KO on the market minus RF", "Mkt-RF"],
    ["the beta of KO on the S&P 500", "SPY"],
    ["the beta of KO on the S & P500", "SPY"],
    ["the beta of KO on SPY's returns", "SPY"],
  ])("%s names %s", async (text, factor) => {
    expect(await room.words("prof", `/check preview question:"What is ${text}?" key:beta ticker:KO factor:${factor}`)).not.toContain("does not name");
  });

  test("a factor that is part of another word is not named", async () => {
    expect(await room.words("prof", "/check preview question:\"What is KO's beta? Think like a spymaster\" key:beta ticker:KO factor:SPY")).toContain("The question does not name SPY");
    expect(await room.words("prof", "/check preview question:\"What is the beta of KO on the S&P 500?\" key:beta ticker:KO factor:Mkt-RF")).toContain("The question does not name Mkt-RF");
  });

  test.each([["5%", "5%, which is 0.05"], ["$2.5M", "$2,500,000"], ["-0.25", "−0.25"], ["0.0123456", "0.0123456"]])("%s as %s", async (typed, read) => {
    expect(await preview(`key:"${typed}"`)).toContain(`Your answer: ${read}`);
  });

  test("one's own words to a wrong answer stand beside it", async () => {
    expect(await preview("key:252 wrong:365 message:\"Weekends count nothing\"")).toContain("Who answers 365 reads: Weekends count nothing");
  });

  test("of variants, that there is no one key", async () => {
    expect(await room.words("prof", "/check preview factor-share variants:true")).toMatch(/Each student's own, on \d+ variants/u);
  });
});

describe("buttons of one's own question hold everything that was typed", () => {
  const question = "question:\"How many trading days does the course count in a year of returns, by its convention?\" key:252 wrong:365 message:Weekends points:3 closes:20m";

  test("a preview has a button that posts it, the time counted from then", async () => {
    const preview = await room.ask("prof", `/check preview ${question} title:Days`);
    room.pass(3_600_000);
    expect(await room.words("prof", stepOf(preview, /Post it/u))).toContain("Posted as");
    const [check] = await (await room.store()).checks.list("school", 1);
    expect(check).toMatchObject({ title: "Days", points: 3 });
    expect((check?.closesAt ?? 0) - room.world.now()).toBeLessThanOrEqual(20 * 60_000);
    expect((check?.closesAt ?? 0) - room.world.now()).toBeGreaterThan(19 * 60_000);
  });

  test.each([`/check post ${question} title:Twice`, "/check vote question:\"Hedging takes away the whole risk of a stock\" choices:\"yes | no\" key:B why:\"Its own part stays\" title:Twice"])("%s is posted a second time", async (typed) => {
    await room.ask("prof", typed);
    const repeated = await room.ask("prof", typed);
    expect(terminalText(repeated, [])).toContain("Posted already");
    const before = room.posts.length;
    expect(await room.words("prof", stepOf(repeated, /second time/u))).toContain("Posted as");
    expect(room.posts).toHaveLength(before + 1);
    const [one, other] = await (await room.store()).checks.list("school", 2);
    expect(other?.question).toEqual(one?.question);
  });

  test.each(["/check preview", "/check post"])("%s that is not sound has a button to post it all the same", async (command) => {
    room.pass(120_000);
    const refused = await room.ask("prof", `${command} question:"How many days, ${command}?" key:252 wrong:252.1 message:Nearly`);
    expect(terminalText(refused, [])).toContain("not sound");
    expect(await room.words("prof", stepOf(refused, /all the same/u))).toContain("Posted as");
  });
});

describe("after a correction the key says where each number is from", () => {
  const idOf = (words: string): string => /Posted as `?(\w{6})/u.exec(words)?.[1] ?? "";
  const keyAfter = async (post: string, regrade: string): Promise<string> => {
    const id = idOf(await room.words("prof", `/check post ${post} again:true`));
    await room.words("prof", `/check regrade check:${id} ${regrade} confirm:true`);
    return await room.words("prof", `/check key ${id}`);
  };
  const own = 'question:"The beta of XOM on Mkt-RF, corrected?" ticker:XOM factor:Mkt-RF';

  test("a number that was typed is of no data", async () => {
    const words = await keyAfter(`${own} key:beta`, "key:2.345");
    expect(words).toContain("β: 2.345, typed in a correction");
    expect(words).not.toMatch(/Of XOM|rows\)|does not name/u);
  });

  test("only a tolerance changed: of the same data as before", async () => {
    expect(await keyAfter(`${own} key:beta`, "tolerance:5%")).toMatch(/β: \d\.\d+[^]*Of XOM on Mkt-RF, daily excess returns/u);
  });

  test("another quantity of the list is of the data, with that one's returns", async () => {
    const words = await keyAfter(`${own} key:beta`, "key:alphaRaw");
    expect(words).toMatch(/Of XOM on Mkt-RF, [\d-]+ to /u);
    expect(words).not.toContain("typed");
  });

  test("a typed number that was typed again is of no data, one that is worked out now is", async () => {
    expect(await keyAfter("question:\"Trading days, corrected?\" key:252", "key:250")).toMatch(/Your answer: 250, typed in a correction(?![^]*rows\))/u);
    expect(await keyAfter("question:\"Beta, at last?\" key:2", "key:beta")).toMatch(/Of \S+ on \S+, daily excess returns/u);
  });

  test("of several numbers the data are said of the others", async () => {
    const words = await keyAfter("jpm-regression", "quantity:beta key:1.5");
    expect(words).toContain("1.5, typed in a correction");
    expect(words).toMatch(/The others: of JPM on /u);
  });
});
