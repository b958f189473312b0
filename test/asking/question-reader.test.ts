import { expect, test } from "vitest";
import { questionReader } from "../../src/asking/question-reader.ts";
import type { Understanding } from "../../src/asking/understanding.ts";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { spokenCommand } from "../../src/render/spoken-command.ts";
import { isConfidentlyWrong, isRunOrOffered, matches, readExpected } from "./expected-readings.ts";
import { courseKnowledge } from "./known.ts";

const read = questionReader(courseKnowledge());
const readings = new Map<string, Understanding>();
/** The reading of a question of a set: several tests look at each. */
function readOnce(question: string): Understanding {
  const reading = readings.get(question) ?? read(question);
  readings.set(question, reading);
  return reading;
}
const readingsIn = (found: Understanding) => [...(found.kind === "confident" ? [found.reading] : []), ...("alternatives" in found ? found.alternatives : [])];
const said = (found: Understanding): string => (found.kind === "confident" ? spokenCommand(found.reading.call) : found.kind);

test("at least 88 % of the questions it was built against are read as expected, and 96 % at least offered", () => {
  const questions = readExpected("questions.json");
  const missed = questions.filter((expected) => !matches(readOnce(expected.question), expected));
  expect(missed.map(({ question }) => `${question} → ${said(readOnce(question))}`).slice(0, 20)).toSatisfy(
    () => missed.length <= 0.12 * questions.length,
  );
  expect(questions.filter((expected) => isRunOrOffered(readOnce(expected.question), expected)).length).toBeGreaterThanOrEqual(0.96 * questions.length);
});

test("at least 68 % of the questions that were written apart are, and 85 % at least offered", () => {
  const questions = readExpected("held-out.json");
  // Only counted: who sees which ones are missed tunes on them. A reader that ran what it offers now had 118 of these 144,
  // and was wrong in 16% of the questions of an author whom it didn't know (authors/README.md).
  expect(questions.filter((expected) => matches(readOnce(expected.question), expected)).length).toBeGreaterThanOrEqual(0.68 * questions.length);
  expect(questions.filter((expected) => isRunOrOffered(readOnce(expected.question), expected)).length).toBeGreaterThanOrEqual(0.85 * questions.length);
});

test.each([
  ["questions.json", 0],
  ["held-out.json", 2],
])("of the questions of %s that are off topic at most %d are read confidently", (file, most) => {
  const wrong = readExpected(file).filter((expected) => isConfidentlyWrong(readOnce(expected.question), expected));
  expect(wrong.length).toBeLessThanOrEqual(most);
});

test("every reading, and every other one offered, is a command that is there and parses as it is said", () => {
  for (const { question } of readExpected("questions.json")) {
    const found = readOnce(question);
    for (const { call } of readingsIn(found)) {
      expect(parseCommand(spokenCommand(call), commands)).toEqual({ ok: true, value: call });
    }
  }
});

test("the same question has the same reading, whatever was asked in between", () => {
  const question = "how much WMT can I hold with 2m a year?";
  const first = read(question);
  read("should I buy TSLA?");
  expect(read(question)).toEqual(first);
});

test("a reading comes with the two next-best ones, none of them the same", () => {
  const found = read("what's JPM's hedged Sharpe since 2010?");
  expect(found.kind).toBe("confident");
  const others = readingsIn(found).slice(1);
  expect(others.length).toBe(2);
  expect(new Set([said(found), ...others.map(({ call }) => spokenCommand(call))]).size).toBe(3);
});

test("an asset without a question is offered its commands, none is run", () => {
  const found = read("JPM");
  expect(found.kind).toBe("unsure");
  expect(readingsIn(found).map(({ call }) => spokenCommand(call))).toEqual(["/beta JPM", "/performance JPM", "/variance JPM"]);
});

test.each([
  ["beta of JPM from 3/15/2001 to 2005-06", "/beta JPM from:2001-03-15 to:2005-06-30"],
  ["JPM beta Q1 2009", "/beta JPM from:2009-01-01 to:2009-03-31"],
  ["jpm beta through 2004", "/beta JPM to:2004-12-31"],
  ["JPM's beta since the nineties", "/beta JPM from:1990-01-01"],
  ["walmart beta from 2010 to today", "/beta WMT from:2010-01-01"],
  ["beta of micorsoft over the last 18 months", "/beta MSFT from:2023-07-01"],
  ["size WMT for half a million dollars a month", "/size WMT budget:500000 horizon:month"],
  ["hedge JPM to 20% factor share, privately", "/hedge JPM target:20% private:true"],
  ["rolling two-year beta of MSFT", "/rolling MSFT window:504"],
])("%s is read as %s", (question, command) => {
  expect(said(read(question))).toBe(command);
});

test.each(["", "   ", "...", "\u0000\u202e", "a".repeat(5000), "@everyone <@1234567890> https://example.com", "😀 ".repeat(300), "(((((((", `${"x".repeat(300)} beta`])(
  "%j is read without harm",
  (question) => {
    expect(read(question).kind).toBe("unsure");
  },
);

test("one asset compared to another is no regression on it, and one measured against it is", () => {
  expect(said(read("JPM beta compared to WMT"))).toBe(said(read("compare the beta of JPM and WMT")));
  expect(said(read("beta of JPM relative to WMT"))).toContain("factor:WMT");
});

test.each(["what is 1.395", "what is 1.31?", "0.4723", "explain 0.0001594"])("%s: a number alone leads to no entry, and offers none", (question) => {
  expect(read(question)).toMatchObject({ kind: "unsure", alternatives: [] });
});

test.each([
  ["rolling beta of JPM", "with a 2 years window", "504"],
  ["rolling beta of JPM", "60 day window", "60"],
  ["rolling beta of JPM monthly", "36 months?", "36"],
])("%s, then %s: the window has %s rows", (first, next, rows) => {
  const before = read(first);
  const earlier = before.kind === "confident" ? { call: before.reading.call, focus: before.reading.focus, explained: null } : null;
  const found = read(next, earlier);
  expect(found.kind === "confident" ? found.reading.call.options["window"] : null).toBe(rows);
});

test.each([
  ["is 0.3336 the annual vol of MSFT?", "/reconcile 0.3336 ticker:MSFT quantity:volatility"],
  ["is 0.3336 the annual vol", "/reconcile 0.3336 ticker:MSFT quantity:volatility"],
  ["is JPM's annual volatility 0.36?", "/reconcile 0.36 ticker:JPM quantity:volatility"],
  ["is the sharpe ratio of MSFT 0.76?", "/reconcile 0.76 ticker:MSFT quantity:sharpe"],
  ["is 0.415 the r2 of MSFT", "/reconcile 0.415 ticker:MSFT quantity:r-squared"],
])("%s holds the number against the data, as %s", (question, command) => expect(said(read(question))).toBe(command));

test("whether a ratio is above a number is a test, and no reconciliation", () => {
  expect(said(read("is the sharpe ratio of MSFT above 0.5?"))).toBe("/performance MSFT");
});
