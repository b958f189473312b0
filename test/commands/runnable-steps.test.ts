import { afterAll, expect, test } from "vitest";
import { commandText } from "../../src/render/command-text.ts";
import type { NextStep } from "../../src/render/reply.ts";
import { openAsking, replyOf } from "./asking.ts";

const { ask, close } = openAsking();
afterAll(close);

const stepsOf = async (typed: string): Promise<readonly NextStep[]> => replyOf(await ask(typed)).nextSteps;

/** What students typed that was refused, each with another word in a slot where it can't be. */
const refused = [
  "/size TSLA $2 million per year",
  "/size MSFT $2 million per year",
  "/expected return of jpm less wmt",
  '/describe JPM from:"March 35, 2008" to:"Sept 2010"',
  "/compare JPMX WMTX",
  "/compare JPMX",
  "/beta JPM foo bar",
  "/regress JPM on SPYY 2008",
  "/hedge JPM hedge ratio",
  "/frequency JPM every fortnight",
  "/performance of jmp in two thousand eight",
  "/variance JPM WMX since 2010",
];

test.each(refused)("each button under %s is read, and leaves no word where it can't be", async (typed) => {
  expect((await ask(typed)).problem).not.toBeNull();
  for (const step of await stepsOf(typed)) expect([commandText(step), (await ask(commandText(step))).problem?.kind ?? null]).toEqual([commandText(step), null]);
});

test("what was meant stays: the amount with its unit, and the second misspelt name", async () => {
  expect((await stepsOf("/size MSFT $2 million per year")).map(commandText)).toEqual(["/size ticker:MSFT budget:2000000 horizon:year"]);
  expect((await stepsOf("/compare JPMX WMTX")).map(({ label, options }) => [label, options])).toEqual([["JPM WMT", { tickers: "JPM WMT" }]]);
});

test("a day that there is not is a date that can't be read, and a day with a month's name is one", async () => {
  expect((await ask('/describe JPM from:"March 35, 2008" to:"Sept 2010"')).problem).toMatchObject({ kind: "unreadable-option", option: "from" });
  expect((await stepsOf('/describe JPM from:"March 15, 2008" to:"Sept 2010"'))[0]?.options).toMatchObject({ from: "2008-03-17", to: "2010-09-30" });
});
