import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failure } from "../../../src/outcome.ts";
import { announceDue } from "../../../src/commands/checks/announce.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

/** What an instructor is told of the course's other checks: each sentence on both sides of its condition. */
let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const idIn = (words: string): string => /(?:Posted|Scheduled) as `([2-9a-z]{6})`/u.exec(words)?.[1] ?? "";
const post = async (options: string): Promise<string> => idIn(await prof(`/check post ${options}`));
const previewed = (options = "annual-budget closes:1h"): Promise<string> => prof(`/check preview ${options}`);
const warned = /same data|Read already|Read by then/u;

describe("of checks that are open together", () => {
  test("each of two on the same rows keeps its solution back", async () => {
    await post("jpm-regression closes:2h");
    expect(await previewed()).toMatch(/A stock's factor model \(\w{6}\) is open and asks about the same data: the marks of one confirm the other's\. Each keeps/u);
  });

  test.each([
    ["raw-or-excess", "jpm-regression"],
    ["jpm-regression", "raw-or-excess"],
    ["jpm-regression", "expected-return"],
    ["annual-budget", 'question:"?" key:beta ticker:WMT from:2000 to:2009'],
    ["annual-budget", 'question:"Days a year?" key:252'],
    ["annual-budget", 'question:"?" key:beta ticker:BAC'],
  ])("nothing is said of %s and then %s: neither's solution has a number of the other", async (first, second) => {
    const id = await post(`${first} closes:2h`);
    expect(await previewed(`${second} closes:1h`)).not.toMatch(warned);
    await prof(`/check close ${id} confirm:true`);
    expect(await previewed(`${second} closes:1h`)).not.toMatch(warned);
  });

  test("nor of choices that no series is said of", async () => {
    await post("jpm-regression closes:2h");
    expect(await prof('/check vote question:"Which?" choices:"JPM | WMT" key:A preview:true')).not.toMatch(warned);
  });

  test("where only one tells a number of the other, it says which one waits", async () => {
    const wmt = 'question:"β of WMT?" key:beta ticker:WMT closes:1h';
    await post("jpm-regression closes:2h");
    expect(await previewed(wmt)).toContain("its solution would tell this one's key, and waits until this one has closed");
    await prof("/check void confirm:true");
    await post(wmt);
    expect(await previewed("jpm-regression closes:2h")).toContain("asks about the same data as this one's solution, which waits until it has closed");
  });

  test("one that is open for a student alone is said to be that", async () => {
    const id = await post("jpm-regression closes:1h");
    await prof(`/check extend ${id} closes:5h student:ada confirm:true`);
    room.pass(2 * 3_600_000);
    await announceDue(room.world);
    const words = await previewed();
    expect(words).toContain("is open for a student with more time and asks about the same data");
    expect(words).not.toContain("Read already");
  });
});

describe("of checks that are open at other times", () => {
  test("one that closes before this one opens has its solution read by then", async () => {
    await post("jpm-regression closes:2h");
    const words = await previewed("annual-budget opens:3h closes:1h");
    expect(words).toMatch(/Read by then: before this one opens comes the solution of A stock's factor model \(\w{6}\), which closes/u);
    expect(words).not.toContain("Each keeps");
  });

  test("one that opens later is open after the class has read this one's", async () => {
    await post("jpm-regression opens:3h closes:1h");
    const words = await previewed();
    expect(words).toMatch(/On the same data: A stock's factor model \(\w{6}\) opens .*, when the class has read this one's solution/u);
    expect(words).not.toContain("Each keeps");
  });

  test("one that opens while this one is open, opens, and is not open", async () => {
    await post("jpm-regression opens:30m closes:1h");
    expect(await previewed()).toMatch(/A stock's factor model \(\w{6}\) opens .* and asks about the same data: the marks/u);
  });
});

describe("of solutions that the class has read", () => {
  test("one that is in the channel is named, with its channel; also of a check that is withdrawn afterwards", async () => {
    const id = await post("jpm-regression closes:2h");
    await prof(`/check close ${id} confirm:true`);
    expect(await previewed()).toMatch(/Read already: the solution of A stock's factor model \(\w{6}\) \(<#class>, /u);
    await prof(`/check void ${id} confirm:true`);
    expect(await previewed()).toContain("Read already");
  });

  test.each<readonly [string, () => Promise<unknown>]>([
    ["a check that Discord did not let be posted", async () => {
      const { sideEffects } = room.world;
      const refusing = { ...room.world, sideEffects: { ...sideEffects, post: () => Promise.resolve(failure({ kind: "cannot-post" as const, channel: "class", why: "forbidden" as const })) } };
      const id = await post("jpm-regression closes:1h");
      room.pass(2 * 3_600_000);
      await announceDue(refusing);
      expect((await (await room.store()).checks.find(id))?.announcedAt).not.toBeNull();
    }],
    ["a check that was withdrawn while it was open", async () => {
      const id = await post("jpm-regression closes:2h");
      await prof(`/check void ${id} confirm:true`);
    }],
    ["a draft", () => prof("/check post jpm-regression draft:true")],
    ["a scheduled one that was cancelled", async () => {
      const id = await post("jpm-regression opens:1h closes:1h");
      await prof(`/check void ${id} confirm:true`);
      room.pass(3 * 3_600_000);
    }],
    ["one in which everybody has their own variant", async () => {
      const id = await post("annual-budget variants:true closes:2h");
      await prof(`/check close ${id} confirm:true`);
    }],
    ["a vote that nobody took part in", async () => {
      const id = idIn(await prof("/check vote jpm-regression quantity:beta"));
      await prof(`/check close ${id} confirm:true`);
    }],
  ])("nothing is said to be read of %s", async (_, happens) => {
    await happens();
    expect(await previewed()).not.toMatch(warned);
  });

  test("nor of marks that come after closing, while it is open", async () => {
    await post("jpm-regression closes:2h feedback:after-closing");
    expect(await previewed()).not.toContain("Read already");
  });

  test("more time for a check without a solution in the channel warns of what each has read of their own", async () => {
    const id = await post("annual-budget variants:true closes:2h");
    await prof(`/check close ${id} confirm:true`);
    const asked = await prof(`/check extend ${id} closes:1d`);
    expect(asked).not.toContain("The solution is public");
    expect(asked).toContain("The solution can be read");
  });
});

test("an answer is not said to be another stock's number while another check asks for that", async () => {
  const id = await post("tracking-portfolio closes:2h");
  const jpm = "1.395";
  const answers = `/check submit ${id} answer1:${jpm}`;
  expect(await room.words("ada", answers)).toContain("JPM");
  await post('question:"β of JPM?" key:beta ticker:JPM closes:2h');
  const told = await room.words("bob", answers);
  expect(told.replace("The check β of JPM? is open", "")).not.toContain("JPM");
  expect(told).toContain("an answer that is another series' number is named as that when it closes");
});
