import { afterAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { placeWords } from "../../src/commands/place-words.ts";
import { openAsking, replyOf, wordsOf } from "./asking.ts";

const { world: context, ask, close } = openAsking();
afterAll(close);

/** Where the words of a typed command go once its fields can't be read as they stand. */
function placement(typed: string): unknown {
  const call = parseCommand(typed, commands);
  if (!call.ok) throw new Error(`${typed} is no command`);
  const command = commands.find(({ name }) => name === call.value.command);
  const placed = placeWords(command?.options ?? {}, call.value.options, context);
  return "placed" in placed ? placed.placed : placed.left;
}

test.each([
  // A year, a range and words around them.
  ["/beta jpm 2008", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta jpm spy 2008 2008", { ticker: "jpm", factor: "SPY", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta jpm 2008 to 2008", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta JPM 2000-2009", { ticker: "JPM", from: "2000-01-01", to: "2009-12-31" }],
  ["/beta jpm from 2000 to 2009", { ticker: "jpm", from: "2000-01-01", to: "2009-12-31" }],
  ["/beta JPM from:Jan 2000", { ticker: "JPM", from: "2000-01-01" }],
  ["/beta JPM from March 15, 2008 to Sept 2010", { ticker: "JPM", from: "2008-03-15", to: "2010-09-30" }],
  ["/beta JPM 15th march 2008 to 2010", { ticker: "JPM", from: "2008-03-15", to: "2010-12-31" }],
  ["/compare JPM (JPM+WMT)/2 2008", { tickers: "JPM (JPM+WMT)/2", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta jpm minus wmt 2008", { ticker: "jpm minus wmt", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta JPM from:1/15/2000", { ticker: "JPM", from: "2000-01-15" }],
  ["/beta JPM since 2010", { ticker: "JPM", from: "2010-01-01" }],
  ["/beta JPM last 5 years", { ticker: "JPM", from: "2020-01-01" }],
  ['/beta ticker:"JPM 2008"', { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
  ['/beta ticker:"jpm from 2000 to 2009"', { ticker: "JPM", from: "2000-01-01", to: "2009-12-31" }],
  // What is to be left out, never reversed.
  ["/beta JPM not 2008", { ticker: "JPM", without: "2008-01-01..2008-12-31" }],
  ["/beta JPM excluding 2008", { ticker: "JPM", without: "2008-01-01..2008-12-31" }],
  ["/beta JP Morgan from:2008", { ticker: "JPM", from: "2008" }],
  // A portfolio in a list, and what stands beside it; between names alone a plus sign parts a list.
  ["/variance 0.5*MSFT+0.5*AAPL ff3", { ticker: "0.5*MSFT+0.5*AAPL", factor: "ff3" }],
  ["/variance JPM - WMT 2008", { ticker: "JPM - WMT", from: "2008-01-01", to: "2008-12-31" }],
  ["/compare JPM + WMT 2008", { tickers: "JPM + WMT", from: "2008-01-01", to: "2008-12-31" }],
  // A frequency, errors, a model.
  ["/beta JPM monthly", { ticker: "JPM", frequency: "monthly" }],
  ["/beta JPM 2008 monthly", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31", frequency: "monthly" }],
  ["/regress JPM ff3 hac", { ticker: "JPM", model: "ff3", errors: "hac" }],
  ["/regress JPM robust", { ticker: "JPM", errors: "hc1" }],
  ["/beta JPM private", { ticker: "JPM", private: "true" }],
  // The window of a rolling β, in rows or as a length; a year is a year.
  ["/rolling JPM 60", { ticker: "JPM", window: "60" }],
  ["/rolling JPM 1y", { ticker: "JPM", window: "252" }],
  ["/rolling JPM 6 months", { ticker: "JPM", window: "126" }],
  ["/rolling JPM 5y monthly", { ticker: "JPM", window: "60", frequency: "monthly" }],
  ["/rolling JPM 2008", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
  // Money and what it is for.
  ["/size MSFT 1 million", { ticker: "MSFT", budget: "1 million" }],
  ["/size MSFT 5m annual", { ticker: "MSFT", budget: "5m", horizon: "annual" }],
  ["/size MSFT 1m/month", { ticker: "MSFT", budget: "1m", horizon: "month" }],
  ["/hedge JPM 20%", { ticker: "JPM", target: "20%" }],
  // Names and filler words.
  ["/beta Walmart 2008", { ticker: "WMT", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta $JPM 2008", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
  // What reads by itself stays as it was typed.
  ["/beta Walmart", { ticker: "Walmart" }],
  ["/track `JPM`", { ticker: "`JPM`" }],
  ["/beta JPM on SPY", { ticker: "JPM", factor: "SPY" }],
  ["/regress JPM on Mkt-RF and SMB", { ticker: "JPM", model: "Mkt-RF SMB" }],
  ["/compare JPM vs WMT", { tickers: "JPM WMT" }],
  ["/compare JPM, WMT and MSFT 2008 monthly", { tickers: "JPM WMT MSFT", from: "2008-01-01", to: "2008-12-31", frequency: "monthly" }],
  // A year or a month fills no other place: no budget, no target, no length, no portfolio.
  ["/size JPM 2008", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
  ["/size JPM 2000 2009", { ticker: "JPM", from: "2000-01-01", to: "2009-12-31" }],
  ["/size JPM 1m 2008", { ticker: "JPM", budget: "1m", from: "2008-01-01", to: "2008-12-31" }],
  ["/hedge MSFT monthly 2008 ff3", { ticker: "MSFT", factor: "ff3", from: "2008-01-01", to: "2008-12-31", frequency: "monthly" }],
  ["/hedge jpm 2000 2009", { ticker: "JPM", from: "2000-01-01", to: "2009-12-31" }],
  ["/track WMT 2008", { ticker: "WMT", from: "2008-01-01", to: "2008-12-31" }],
  ["/rolling JPM 2000 2009", { ticker: "JPM", from: "2000-01-01", to: "2009-12-31" }],
  ["/rolling JPM 60 2008", { ticker: "JPM", window: "60", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta jpm 2008-09", { ticker: "JPM", from: "2008-09-01", to: "2008-09-30" }],
  ["/variance jpm 2008-09", { ticker: "JPM", from: "2008-09-01", to: "2008-09-30" }],
  ["/compare jpm,wmt 2008-09..2009-03", { tickers: "JPM WMT", from: "2008-09-01", to: "2009-03-31" }],
  ["/compare jpm wmt 2000-2009", { tickers: "JPM WMT", from: "2000-01-01", to: "2009-12-31" }],
  ["/beta 2008 jpm", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
  ["/beta jpm from 2008 to 2009", { ticker: "jpm", from: "2008-01-01", to: "2009-12-31" }],
  ["/hedge JPM not 2008", { ticker: "JPM", without: "2008-01-01..2008-12-31" }],
  ["/describe JPM WMT 2008", { series: "JPM WMT", from: "2008-01-01", to: "2008-12-31" }],
  // The chapter's word for its factor.
  ["/beta jpm market", { ticker: "jpm", factor: "Mkt-RF" }],
  ["/hedge jpm the market", { ticker: "jpm", factor: "Mkt-RF" }],
])("%s", (typed, options) => {
  expect(placement(typed)).toEqual(options);
});

test.each([
  ["a word that turns the meaning is never dropped", "/beta JPM unless 2008", ["unless"]],
  ["of two dates that make no window neither is dropped", "/beta JPM 2000 or 2009", ["JPM 2000 or 2009"]],
  ["a name that is not loaded is left, by itself", "/beta NOSUCH 2008", ["nosuch"]],
  ["a frequency that there is not", "/beta JPM quarterly", ["quarterly"]],
  ["a word beside a command that has no frequency", "/frequency JPM banana", ["banana"]],
  ["a third series where two fit", "/beta JPM SPY and WMT", ["wmt"]],
])("%s: %s", (_, typed, left) => {
  expect(placement(typed)).toEqual(left);
});

test("a text that nobody types by hand is not taken apart, and costs nothing", () => {
  const command = commands.find(({ name }) => name === "beta");
  const started = process.cpuUsage();
  expect(placeWords(command?.options ?? {}, { ticker: "JPM ".repeat(25_000) }, context)).toEqual({ left: [], others: { ticker: "JPM ".repeat(25_000) } });
  expect(process.cpuUsage(started).user).toBeLessThan(500_000);
});

test("weekly is one word of a phrase, and a length in weeks a window", async () => {
  expect(placement("/beta jpm weekly 2008")).toMatchObject({ ticker: "jpm", frequency: "weekly" });
  expect(placement("/rolling jpm weekly 2y")).toMatchObject({ frequency: "weekly", window: "104" });
  expect(placement("/rolling jpm 26 weeks")).toMatchObject({ window: "130" });
  expect(replyOf(await ask("/beta JPM weekly 2008")).call?.options).toMatchObject({ frequency: "weekly", from: "2008-01-01" });
});

test("what was read is what the reply's command says, and the reply is that command's", async () => {
  const [typed, named] = [await ask("/beta jpm 2008 monthly"), await ask("/beta ticker:JPM from:2008 to:2008 frequency:monthly")];
  expect(typed.problem).toBeNull();
  const [{ call: placed, ...reply }, { call: given, ...same }] = [replyOf(typed), replyOf(named)];
  expect(reply).toEqual(same);
  expect([placed, given].map((call) => call?.command)).toEqual(["beta", "beta"]);
});

test("the problem names the one word that has no place", async () => {
  expect((await ask("/frequency NOSUCH")).problem).toMatchObject({ kind: "unknown-series", asked: "NOSUCH" });
  expect((await ask("/beta NOSUCH 2008")).problem).toMatchObject({ kind: "unknown-series", asked: "NOSUCH" });
  expect((await ask("/beta ticker:\"JPM quarterly\"")).problem).toMatchObject({ kind: "no-such-frequency", word: "quarterly" });
  expect((await ask("/frequency ticker:\"JPM weekly\"")).problem).toMatchObject({ kind: "option-elsewhere", word: "weekly" });
});

/** Every listed command with a window, typed with dates in the ways people write them, after one name and before anything else. */
const windowed = commands.filter(({ options, listed }) => listed && options["from"] && options["to"] && Object.values(options)[0]?.series);

test.each(windowed.flatMap(({ name }) => [
  [`/${name} JPM 2008`, "2008-01-01", "2008-12-31"],
  [`/${name} JPM 2000 2009`, "2000-01-01", "2009-12-31"],
  [`/${name} JPM 2008-09`, "2008-09-01", "2008-09-30"],
  [`/${name} JPM 2008-09..2009-03`, "2008-09-01", "2009-03-31"],
]))("%s is a window from %s to %s", (typed, from, to) => {
  expect(placement(typed)).toMatchObject({ from, to });
  expect(Object.keys(placement(typed) as object).sort()).toEqual([Object.keys(commands.find(({ name }) => typed.startsWith(`/${name} `))?.options ?? {})[0], "from", "to"].sort());
});

test("a number that has no place is named as such, and dates that make no window as dates", async () => {
  expect((await ask("/residuals JPM 5")).problem).toMatchObject({ kind: "too-many-words", command: "residuals", word: "5", rest: { ticker: "JPM" } });
  expect((await ask("/beta jpm 3")).problem).toMatchObject({ kind: "too-many-words", command: "beta", word: "3" });
  expect((await ask("/beta JPM 2000 or 2009")).problem).toEqual({ kind: "unreadable-option", option: "from", text: "JPM 2000 or 2009", expected: "date" });
});

test("a length that is longer than the window leads to a shorter one, which works", async () => {
  const tooLong = await ask("/rolling JPM 2008 window:252");
  expect(tooLong.problem).toMatchObject({ kind: "window-too-long", rows: 251, window: 252 });
  expect(wordsOf(tooLong)).toContain("`window:60`");
  expect((await ask("/rolling JPM 2008 window:60")).problem).toBeNull();
  expect(replyOf(tooLong).nextSteps).toMatchObject([{ label: "window:60", command: "rolling", options: { window: "60" } }]);
  // Left out, the length is one that the rows have room for.
  expect(replyOf(await ask("/rolling JPM 2008")).result).toMatchObject({ window: 60 });
});

const buttons = async (typed: string) => replyOf(await ask(typed)).nextSteps.filter(({ command }) => command !== "data fetch").map(({ label, command, options }) => ({ label, command, options }));

test("a name that is nearly one leads to the same call with the name that was meant", async () => {
  expect(await buttons("/beta JMP from:2008")).toEqual([{ label: "JPM", command: "beta", options: { ticker: "JPM", from: "2008" } }]);
  expect(await buttons("/compare JMP WMT")).toEqual([{ label: "JPM", command: "compare", options: { tickers: "JPM WMT" } }]);
});

test("a name like no other leads to what there is, which the words name too", async () => {
  const answered = await ask("/beta QQQQQQ");
  expect(replyOf(answered).nextSteps.map(({ label }) => label)).toEqual(["SPY", "WMT", "JPM", "MSFT"]);
  expect(wordsOf(answered)).toMatch(/I have SPY, WMT, JPM, MSFT and \d+ more/u);
});

test("a choice that there is not leads to those that there are", async () => {
  expect((await buttons("/beta JPM frequency:quarterly")).map(({ label }) => label)).toEqual(["daily", "weekly", "monthly"]);
  expect((await buttons("/beta JPM errors:hc2")).map(({ label }) => label)).toContain("errors:hc1");
});

test("a window that ends before it begins leads to the same the other way round", async () => {
  expect(await buttons("/beta JPM from:2010 to:2008")).toEqual([{ label: "The other way round", command: "beta", options: { ticker: "JPM", from: "2008", to: "2010" } }]);
});

test.each([
  ["/beta JPM last 60 days", 60],
  ["/beta JPM last 100 days", 100],
  ["/hedge MSFT last 250 trading days", 250],
  ["/size MSFT last 60 days", 60],
  ["/beta JPM weekly last 60 weeks", 60],
  ["/rolling JPM monthly last 80 months", 80],
  ["/ask beta of jpm over the last 60 days", 60],
])("%s: the last so many rows are as many", async (typed, rows) => {
  expect(replyOf(await ask(typed)).embeds[0]?.footer?.text).toContain(`n = ${String(rows)} `);
});

test.each([
  ["/beta JPM between 2000 and 2005", { ticker: "JPM", from: "2000-01-01", to: "2005-12-31" }],
  ["/beta of jpm", { ticker: "JPM" }],
  ["/beta on JPM 2008", { ticker: "JPM", from: "2008-01-01", to: "2008-12-31" }],
])("%s: words around names and dates", (typed, options) => {
  expect(placement(typed)).toEqual(options);
});

test("a setting that can't be read is the problem, whatever stands beside the asset", async () => {
  for (const typed of ["/beta JPM errors:foo", "/beta JPM 2008 errors:foo", "/hedge JPM monthly 2008 show:foo"]) expect((await ask(typed)).problem).toMatchObject({ kind: "not-a-choice", text: "foo" });
});

test.each(["/beta JPM to:1970", "/beta JPM from:2030"])("%s: no factor helps where the asset has no return, and all days do", async (typed) => {
  const offered = await buttons(typed);
  expect(offered).toEqual([{ label: "All days", command: "beta", options: { ticker: "JPM" } }]);
  expect((await ask("/beta JPM")).problem).toBeNull();
});
