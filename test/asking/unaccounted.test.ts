import { describe, expect, test } from "vitest";
import { questionReader } from "../../src/asking/question-reader.ts";
import { unaccounted } from "../../src/asking/unaccounted.ts";
import type { Focus } from "../../src/asking/understanding.ts";
import { courseKnowledge } from "./known.ts";

const knowledge = courseKnowledge();
const reading = (command: string, options: Readonly<Record<string, string>>, focus: Partial<Focus> | null = null, leftOut: readonly string[] = []) => ({
  call: { command, options },
  focus: focus === null ? null : { quantity: "beta" as const, level: null, hypothesis: null, tTarget: null, extreme: null, supposedAlpha: null, targetVolatility: null, ...focus },
  leftOut,
});

describe("what a question says and a call does not hold", () => {
  test.each([
    ["beta of jpm since 2010", reading("beta", { ticker: "JPM", from: "2010-01-01" }), []],
    ["beta of jpm since 2010", reading("beta", { ticker: "JPM" }), ["2010"]],
    ["beta of jpm after 2015", reading("beta", { ticker: "JPM", from: "2016-01-01" }), []],
    ["jpm beta w/o 08 and 09", reading("beta", { ticker: "JPM" }), ["08", "09"]],
    ["jpm beta w/o 08 and 09", reading("beta", { ticker: "JPM", without: "2008-01-01..2009-12-31" }), []],
    ["var decomposition of aapl with the 3 FF factors", reading("variance", { ticker: "AAPL" }), ["3"]],
    ["var decomposition of aapl with the 3 FF factors", reading("variance", { ticker: "AAPL", factor: "ff3" }), []],
    ["size msft for 2.5m a year", reading("size", { ticker: "MSFT", budget: "2500000", horizon: "year" }), []],
    ["what do i lose on 3 mio of jpm if spy falls 20%", reading("track", { ticker: "JPM", amount: "3000000", move: "-20%" }), []],
    ["what do i lose on 3 mio of jpm if spy falls 20%", reading("track", { ticker: "JPM", amount: "3000000" }), ["20%"]],
    ["99% ci of jpm beta", reading("beta", { ticker: "JPM" }), ["99%"]],
    ["99% ci of jpm beta", reading("beta", { ticker: "JPM" }, { level: 0.99 }), []],
    ["Beta von JPMorgan mit Monatsdaten", reading("beta", { ticker: "JPM" }), ["monatsdaten"]],
    ["weekly beta of jpm", reading("beta", { ticker: "JPM", frequency: "weekly" }), []],
    ["exercise 3: beta of jpm on the s&p 500", reading("beta", { ticker: "JPM" }), []],
    ["rolling beta of jpm, 2 years", reading("rolling", { ticker: "JPM", window: "504" }), []],
    ["i got 1.31 and the book 1.395", reading("reconcile", { value: "1.31", ticker: "JPM" }), []],
    ["beta of jpm with 5% vol", reading("beta", { ticker: "JPM" }, null, ["5% vol"]), []],
  ] as const)("%s as %o leaves %o", (question, given, left) => {
    const command = knowledge.commands.find(({ name }) => name === given.call.command);
    expect(command && unaccounted(question, given, command)).toEqual(left);
  });

  const read = questionReader(knowledge);
  test.each(["Beta of KO in crash days only (mkt below -2%)", "5% var of KO daily", "beta of jpm in 2008, 2014 and 2020"])("is not run: %s", (question) => {
    expect(read(question).kind).toBe("unsure");
  });
});

test("of two models the one that the call has not is said to be left out", () => {
  const found = questionReader(knowledge)("adj r2 of jnj in ff5 vs in the capm");
  expect(found.kind === "confident" && found.reading.leftOut).toContain("capm");
});

test("of three windows each is offered", () => {
  const found = questionReader(knowledge)("beta of jpm in 2008, 2014 and 2020");
  expect("alternatives" in found && found.alternatives.map(({ call }) => call.options["from"])).toEqual(["2008-01-01", "2014-01-01", "2020-01-01"]);
});
