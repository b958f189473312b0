import { expect, test } from "vitest";
import { findWindow } from "../../src/asking/find-window.ts";
import { parserOf, questionReader } from "../../src/asking/question-reader.ts";
import { courseKnowledge } from "./known.ts";

const knowledge = courseKnowledge();
const parse = parserOf(knowledge);
const read = questionReader(knowledge);
const windowOf = (question: string): string => {
  const { from, to, without } = parse(question);
  return [`${from ?? ""}..${to ?? ""}`, ...without.map(({ first, last }) => `not ${first}..${last}`)].join(" ");
};
const year = (written: number): string => `.. not ${String(written)}-01-01..${String(written)}-12-31`;

const leavingOut = ["without", "excluding", "except", "except for", "not counting", "not including", "leaving out", "ignoring", "skipping", "omitting", "other than", "apart from", "disregarding", "if we leave out", "w/o", "minus", "but not"];
const spans = ["2008", "the crash of 2008", "the bear market of 2008", "the whole of 2008", "the selloff in 2008", "the year 2008", "the panic during 2008", "all the data from 2008", "what happened in 2008", "the turbulence around 2008", "the global banking meltdown of 2008"];

test.each(leavingOut)("whatever the days of a year are called, %s leaves them out and keeps the others", (word) => {
  for (const span of spans) {
    // "Minus" and "but not" leave out what stands next to them, and one is enough said of a span with a verb in it.
    if (span.startsWith("what") && /^(?:minus|but not)$/u.test(word)) continue;
    expect([span, windowOf(`beta of JPM ${word} ${span}`)]).toEqual([span, year(2008)]);
  }
});

test.each([
  ["beta de JPM sin la crisis de 2008", year(2008)],
  ["beta de JPM excepto en 2008", year(2008)],
  ["beta do JPM sem 2008", year(2008)],
  ["bêta de JPM hors crise de 2008", year(2008)],
  ["β de JPM sauf 2020", year(2020)],
  ["beta von JPM ohne die Krise von 2008", year(2008)],
  ["beta von JPM außer 2008", year(2008)],
  ["beta di WMT tranne il 2020", year(2020)],
  ["除了2008年，JPM的贝塔是多少", year(2008)],
  ["JPM的贝塔，不包括2008年", year(2008)],
  ["JPMのベータ、2008年を除く", year(2008)],
  ["JPM का बीटा 2008 को छोड़कर", year(2008)],
  ["بيتا JPM باستثناء عام 2008", year(2008)],
  ["beta de MSFT sin la crisis financiera", ".. not 2007-12-01..2009-06-30"],
])("%s leaves them out in another language", (question, window) => {
  expect(windowOf(question)).toBe(window);
});

test.each([
  ["MSFT beta excluding the dotcom bubble of 2000-2002", ".. not 2000-01-01..2002-12-31"],
  ["JPM beta except for the pandemic year 2020", year(2020)],
  ["JPM beta without the financial crisis of 2008", ".. not 2007-12-01..2009-06-30"],
  ["beta of MSFT without the crash of 1987", ".. not 1987-10-01..1987-10-31"],
  ["JPM beta without the years between 2007 and 2009", ".. not 2007-01-01..2009-12-31"],
  ["beta of msft ex-crisis 2008-2009", ".. not 2008-01-01..2009-12-31"],
  ["JPM vol if 2008 had never happened", year(2008)],
  ["WMT beta, excluding the months around september 2008", ".. not 2008-09-01..2008-09-30"],
])("%s leaves out the dates of its own", (question, window) => {
  expect(windowOf(question)).toBe(window);
});

test.each([
  ["drop everything before 1995, msft beta", "1995-01-01.."],
  ["msft beta excluding all data after 2019", "..2019-12-31"],
  ["JPM beta, but nothing after 2010", "..2010-12-31"],
  ["don't use anything before 2000 for msft beta", "2000-01-01.."],
  ["JPM beta not after 2010", "..2010-12-31"],
  ["JPM beta ignoring returns since 2020", "..2019-12-31"],
  ["JPM beta, data before 2000 excluded", "2000-01-01.."],
])("%s keeps the other side", (question, window) => {
  expect(windowOf(question)).toBe(window);
});

test.each([
  ["msft alpha not significant after 2000?", "2001-01-01.."],
  ["how is msft's alpha not significant after 2000", "2001-01-01.."],
  ["is JPM's beta not above 1 after 2015", "2016-01-01.."],
  ["is WMT's alpha not different from zero before 2005", "..2004-12-31"],
  ["WMT alpha isn't significant since 2005, is it?", "2005-01-01.."],
  ["why is beta not stable in 2008 for JPM", "2008-01-01..2008-12-31"],
  ["did JPM's beta drop in 2008", "2008-01-01..2008-12-31"],
  ["did WMT's alpha drop after 2010?", "2011-01-01.."],
  ["beta of JPM without intercept in 2008", "2008-01-01..2008-12-31"],
  ["sharpe of JPM without hedging in 2008", "2008-01-01..2008-12-31"],
])("%s leaves no days out: what is denied or left out is something else", (question, window) => {
  expect(windowOf(question)).toBe(window);
});

test.each(["sharpe of JPM without the tariffs of 2018", "beta of MSFT ignoring, if you can, 2008", "WMT beta minus 2008 and excluding the elections in 2016"])("%s is not run before the asker has said what is left out", (question) => {
  const found = read(question);
  expect(parse(question).unclear).toHaveLength(1);
  expect(found.kind).toBe("unsure");
  const [first] = found.kind === "unsure" ? found.alternatives : [];
  expect(first?.call.options["without"]).toMatch(/^20/u);
});

test("a window beside what is left out stays the window", () => {
  const { from, to, without } = findWindow("thisasset beta since 2005 without the bear market of 2022", "2024-12-31");
  expect([from, to, without]).toEqual(["2005-01-01", null, [{ first: "2022-01-01", last: "2022-12-31" }]]);
});
