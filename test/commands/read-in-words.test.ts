import { afterAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { askedInstead } from "../../src/commands/read-in-words.ts";
import { openAsking } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

const sentences: readonly (readonly [typed: string, meant: Readonly<Record<string, unknown>>])[] = [
  ["track msft if the market falls 3%", { command: "track", options: { ticker: "MSFT", move: "-3%" } }],
  ["regress jpm on the five factors since 2010", { command: "regress", options: { ticker: "JPM", model: "ff5", from: "2010-01-01" } }],
  ["size tesla 2m per year", { command: "size", options: { ticker: "TSLA", budget: "2000000", horizon: "year" } }],
  ["hedge jpm with qqq", { command: "hedge", options: { ticker: "JPM", factor: "QQQ" } }],
];

test.each(sentences)("%s is a question without its slash, and with it the refusal offers what was meant first", async (typed, meant) => {
  const { answer, problem } = await asking.ask(`/${typed}`);
  if (problem === null || answer.kind === "form") throw new Error(`/${typed} is no refusal`);
  expect(answer.nextSteps[0]).toMatchObject(meant);
  expect(askedInstead(typed, problem, commands, asking.world)).toEqual({ command: "ask", options: { question: typed } });
  expect(askedInstead(`/${typed}`, problem, commands, asking.world)).toBeNull();
});

test.each(["beta JMP", "beta JPM WTM", "regress JPM mkt-fr", "track nosuch"])("%s, whose name is misspelt, stays the command that it is", async (typed) => {
  const { answer, problem } = await asking.ask(typed);
  if (problem === null || answer.kind === "form") throw new Error(`${typed} is no refusal`);
  expect(askedInstead(typed, problem, commands, asking.world)).toBeNull();
});
