import fc from "fast-check";
import { expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { commandText } from "../../src/render/command-text.ts";
import { customId, readCustomId } from "../../src/render/custom-id.ts";

test.each([
  ["/beta JPM", { ticker: "JPM" }],
  ["beta jpm", { ticker: "jpm" }],
  ["/beta ticker:JPM", { ticker: "JPM" }],
  ["/beta JPM SPY 2000-01-01", { ticker: "JPM", factor: "SPY", from: "2000-01-01" }],
  // A year belongs to no place by itself: its window is looked for in the text.
  ["/beta JPM SPY 2000", { ticker: "JPM", factor: "SPY 2000" }],
  ["/beta JPM from:2000 2009", { ticker: "JPM", from: "2000", factor: "2009" }],
  ["/beta factor:SPY JPM", { factor: "SPY", ticker: "JPM" }],
  [
    "/beta JPM from:2000-01-01 to:2009-12-31 factor:SPY frequency:monthly",
    { ticker: "JPM", from: "2000-01-01", to: "2009-12-31", factor: "SPY", frequency: "monthly" },
  ],
  ['/beta "J P ""M"', { ticker: 'J P "M' }],
  ["/BETA JPM", { ticker: "JPM" }],
])("%s is read as Discord would fill the options", (typed, options) => {
  expect(parseCommand(typed, commands)).toEqual({ ok: true, value: { command: "beta", options } });
});

test.each([
  ["/ask what is beta?", "ask", { question: "what is beta?" }],
  ["/ask what is JPM's beta since 2010 private:true", "ask", { question: "what is JPM's beta since 2010", private: "true" }],
  ["/ask note: is alpha zero", "ask", { question: "note: is alpha zero" }],
  ['/ask "what is beta?"', "ask", { question: "what is beta?" }],
  ["/explain tracking portfolio", "explain", { topic: "tracking portfolio" }],
  ["/explain tracking portfolio ticker:MSFT", "explain", { topic: "tracking portfolio", ticker: "MSFT" }],
  ["/compare JPM WMT", "compare", { tickers: "JPM WMT" }],
  ["/compare JPM WMT MSFT from:2000 frequency:monthly", "compare", { tickers: "JPM WMT MSFT", from: "2000", frequency: "monthly" }],
  ['/compare "JPM WMT" factor:SPY', "compare", { tickers: "JPM WMT", factor: "SPY" }],
  ["/alphas JPM WMT", "alphas", { tickers: "JPM WMT" }],
  ["/variance JPM WMT factor:ff3", "variance", { ticker: "JPM WMT", factor: "ff3" }],
  ["/variance JPM", "variance", { ticker: "JPM" }],
])("%s gives the words that are left to the option that takes the rest", (typed, command, options) => {
  expect(parseCommand(typed, commands)).toEqual({ ok: true, value: { command, options } });
});

test.each(["what is beta?", "beta of jpm over the last 60 days", "why is my beta different from yahoo's", "is alpha: zero or not"])("%j has no slash and names no command: a question in words", (typed) => {
  expect(parseCommand(typed, commands)).toEqual({ ok: true, value: { command: "ask", options: { question: typed } } });
});

test.each(["/what is beta?", " /what is beta?", "`/what is`", "bata JPM", "hello"])("%j is no question: a slash was typed, a command nearly named, or one word", (typed) => {
  expect(parseCommand(typed, commands)).toMatchObject({ ok: false, problem: { kind: "unknown-command" } });
});

test("a subcommand is the second word", () => {
  expect(parseCommand("/data list", commands)).toEqual({ ok: true, value: { command: "data list", options: {} } });
});

test.each([
  ["/bata JPM", { kind: "unknown-command", asked: "bata", nearest: ["beta"] }],
  ["", { kind: "unknown-command", asked: "", nearest: [] }],
  ["/data list everything", { kind: "too-many-words", command: "data list", word: "everything", rest: {} }],
])("%s is a problem with its facts", (typed, problem) => {
  expect(parseCommand(typed, commands)).toMatchObject({ ok: false, problem });
});

test("an option that the command has not is for the reply to name", () => {
  expect(parseCommand("/beta JPM colour:red", commands)).toEqual({ ok: true, value: { command: "beta", options: { ticker: "JPM", colour: "red" } } });
});

const calls = fc.record({
  command: fc.constantFrom(...commands.map(({ name }) => name)),
  options: fc.dictionary(fc.constantFrom("ticker", "factor", "from", "show", "budget"), fc.stringMatching(/^[\w .,:"%$-]{1,12}$/u)),
});

test("a custom_id gives back the call it was made from, or there is none", () => {
  fc.assert(
    fc.property(calls, (call) => {
      const id = customId(call);
      if (id === null) return;
      expect([...id].length).toBeLessThanOrEqual(100);
      expect(readCustomId(id)).toEqual(call);
    }),
  );
});

test("the text of a call is parsed back as the same call", () => {
  const tickers = fc.stringMatching(/^[\w .,:"%$-]{1,12}$/u).map((ticker) => ({ command: "beta", options: { ticker } }));
  fc.assert(
    fc.property(tickers, (call) => {
      expect(parseCommand(commandText(call), commands)).toEqual({ ok: true, value: call });
    }),
  );
});

test.each(["", "2/beta t:JPM", "beta", "1", "1/", "\u0000", "1/beta t:\"JPM"])("the custom_id %j never throws", (id) => {
  expect(() => readCustomId(id)).not.toThrow();
});

test("every option of every command comes back from a custom_id", () => {
  for (const { name: command, options } of commands) {
    for (const option of Object.keys(options)) {
      const call = { command, options: { [option]: "1234.5" } };
      expect(readCustomId(customId(call) ?? "")).toEqual(call);
    }
  }
});

test.each([
  ["/beta JPM - WMT", { ticker: "JPM - WMT" }],
  ["/beta JPM -WMT SPY", { ticker: "JPM -WMT", factor: "SPY" }],
  ["/beta 0.6*JPM + 0.4*WMT SPY 2008", { ticker: "0.6*JPM + 0.4*WMT", factor: "SPY 2008" }],
  ["/beta 60% JPM 40% WMT", { ticker: "60% JPM 40% WMT" }],
  ["/beta 60% of JPM and 40% of WMT", { ticker: "60% of JPM and 40% of WMT" }],
  ["/beta (JPM + WMT) / 2 monthly", { ticker: "(JPM + WMT) / 2", factor: "monthly" }],
  ["/beta JPM 2000 - 2009", { ticker: "JPM 2000 - 2009" }],
])("%s: a portfolio is one text", (typed, options) => {
  expect(parseCommand(typed, commands)).toEqual({ ok: true, value: { command: "beta", options } });
});

test.each([
  ["/hedge JPM 20%", "hedge", { asset: "JPM" }],
  ["/size MSFT budget:5 million horizon:year", "size", { asset: "MSFT", budget: "5 million", horizon: "year" }],
  ["/rolling JPM window:5 years", "rolling", { asset: "JPM", window: "5 years" }],
])("%s: what belongs to a number stays with it", (typed, command, options) => {
  const parsed = parseCommand(typed, commands);
  const own = Object.keys(commands.find(({ name }) => name === command)?.options ?? {});
  const [first = ""] = own;
  const { asset, ...others } = options as Readonly<Record<string, string>>;
  expect(parsed).toMatchObject({ ok: true, value: { command, options: { [first]: asset, ...others } } });
});
