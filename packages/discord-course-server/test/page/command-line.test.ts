import { describe, expect, test } from "vitest";
import { readCommandLine } from "../../src/page/command-line.ts";
import { commandValues } from "../../src/page/command-values.ts";
import { complete } from "../../src/page/completion.ts";
import { nearestCommand } from "../../src/page/nearest-command.ts";
import { offerAt, withMentions } from "../../src/page/suggestions.ts";
import type { ChannelState } from "../../src/page/channel-state.ts";
import type { CommandListing, OptionListing } from "../../src/page-protocol.ts";

const option = (name: string, more: Partial<OptionListing> = {}): OptionListing => ({
  name,
  description: `The ${name}`,
  type: "text",
  required: false,
  autocomplete: false,
  choices: [],
  min: null,
  max: null,
  minLength: null,
  maxLength: null,
  ...more,
});

const listing = (path: string, options: readonly OptionListing[] = []): CommandListing => ({
  id: path,
  path: path.split(" "),
  kind: "slash",
  description: `About ${path}`,
  options,
  defaultMemberPermissions: null,
});

const commands = [
  listing("beta", [
    option("ticker", { required: true, autocomplete: true }),
    option("from"),
    option("lags", { type: "integer", min: 0, max: 60 }),
    option("private", { type: "boolean" }),
    option("frequency", { choices: [{ name: "Every day", value: "daily" }, { name: "Every month", value: "monthly" }] }),
  ]),
  listing("ask", [option("question", { required: true }), option("private", { type: "boolean" })]),
  { ...listing("compare", [option("tickers", { required: true, autocomplete: true }), option("factor"), option("from")]), restOption: "tickers" },
  listing("data list"),
  listing("data"),
  listing("greet", [option("who", { type: "user", required: true })]),
];

const person = { id: "1", key: "student-1", username: "ada", displayName: "Ada", role: "student", color: "#5865f2" } as const;
const room: ChannelState = {
  me: person,
  people: [person],
  bot: { id: "9", name: "Factor TA", online: true },
  channel: { id: "2", name: "factor-models", kind: "course" },
  channels: [],
  roles: [],
  commands,
  examples: [],
  note: "",
  messages: [],
};

const valuesOf = (text: string) => {
  const { values, faults } = commandValues(readCommandLine(text, commands)!, { ...room, chosen: new Map() });
  return faults.length > 0 ? faults.map(({ words }) => words) : values;
};

test("words fill the options in order, names fill theirs, and what is named is passed over", () => {
  expect(valuesOf("/beta JPM")).toEqual({ ticker: "JPM" });
  expect(valuesOf("/beta ticker:JPM")).toEqual({ ticker: "JPM" });
  expect(valuesOf("/BETA JPM 2000-01-01 5 yes monthly")).toEqual({ ticker: "JPM", from: "2000-01-01", lags: 5, private: true, frequency: "monthly" });
  expect(valuesOf("/beta 2000-01-01 ticker:JPM frequency:daily 6")).toEqual({ ticker: "JPM", from: "2000-01-01", frequency: "daily", lags: 6 });
});

test("quotes hold spaces together, and a doubled quote is one", () => {
  expect(valuesOf('/beta "Mkt RF" from:"a ""b"" c"')).toEqual({ ticker: "Mkt RF", from: 'a "b" c' });
  expect(valuesOf('/beta frequency:"Every month" JPM')).toEqual({ ticker: "JPM", frequency: "monthly" });
});

test("the last required free text takes its spaces, up to the next name", () => {
  expect(valuesOf("/ask what is beta: really?")).toEqual({ question: "what is beta: really?" });
  expect(valuesOf("/ask question:why is it  so private:true")).toEqual({ question: "why is it  so", private: true });
});

test("an option that is said to take what is left takes its spaces, suggested or not", () => {
  expect(valuesOf("/compare JPM WMT MSFT")).toEqual({ tickers: "JPM WMT MSFT" });
  expect(valuesOf("/compare JPM WMT factor:SPY")).toEqual({ tickers: "JPM WMT", factor: "SPY" });
  expect(valuesOf('/compare "JPM WMT" from:2000')).toEqual({ tickers: "JPM WMT", from: "2000" });
});

test("the longest command that fits is meant", () => {
  expect(readCommandLine("/data list", commands)?.command.path).toEqual(["data", "list"]);
  expect(readCommandLine("/data", commands)?.command.path).toEqual(["data"]);
  expect(readCommandLine("/nothing", commands)).toBeNull();
  expect(readCommandLine("beta JPM", commands)).toBeNull();
});

test("what is wrong is named before anything is sent", () => {
  expect(valuesOf("/beta")).toEqual(["ticker is required: The ticker"]);
  expect(valuesOf("/beta JPM lags:5.5")).toEqual(["lags takes a whole number, like 5."]);
  expect(valuesOf("/beta JPM lags:-1")).toEqual(["lags takes 0 or more."]);
  expect(valuesOf("/beta JPM frequency:weekly")).toEqual(["frequency takes one of: Every day, Every month."]);
  expect(valuesOf("/beta JPM private:maybe")).toEqual(["private takes True or False."]);
  expect(valuesOf("/beta colour:red")).toEqual(["/beta has no option called colour.", "ticker is required: The ticker"]);
  expect(valuesOf("/data list please")).toEqual(["“please” is one word too many."]);
  expect(valuesOf("/greet nobody")).toEqual(["who takes somebody of this course."]);
  expect(valuesOf("/greet @ada")).toEqual({ who: "1" });
});

test("a name that no option has is text of the field before it, as in Discord, and the bot answers it", () => {
  expect(valuesOf("/beta JPM colour:red")).toEqual({ ticker: "JPM colour:red" });
  expect(valuesOf("/compare JPM colour:red from:2000")).toEqual({ tickers: "JPM colour:red", from: "2000" });
});

const offer = (text: string) => offerAt(text, text.length, room, () => [{ name: "JPM · a bank", value: "JPM" }, { name: "Somebody", value: "42" }]);
const labels = (text: string) => offer(text)?.entries.map(({ label }) => label);

test("the list offers commands, then values, then the options that are left", () => {
  expect(labels("/")).toEqual(["/beta", "/ask", "/compare", "/data list", "/data", "/greet"]);
  expect(labels("/li")).toEqual(["/data list"]);
  expect(labels("/beta ")).toEqual(["JPM · a bank", "Somebody"]);
  expect(labels("/beta JPM ")).toEqual(["from", "lags", "private", "frequency"]);
  expect(labels("/beta JPM fr")).toEqual(["from", "frequency"]);
  expect(labels("/beta JPM frequency:mon")).toEqual(["Every month"]);
  expect(labels("/beta JPM private:")).toEqual(["True", "False"]);
  expect(labels("hello @fac")).toEqual(["@Factor TA"]);
  expect(offer("hello")).toBeNull();
});

test("choosing writes what a person would have typed, and remembers what a label stands for", () => {
  const choose = (text: string, index: number) => complete(text, offer(text)!, offer(text)!.entries[index]!);
  expect(choose("/be", 0)).toMatchObject({ text: "/beta ticker:", chosen: null });
  expect(choose("/beta J", 0)).toMatchObject({ text: "/beta ticker:JPM ", chosen: { shown: "JPM", value: "JPM" } });
  expect(choose("/beta J", 1)).toMatchObject({ text: "/beta ticker:Somebody ", chosen: { shown: "Somebody", value: "42" } });
  expect(choose("/beta JPM f", 1)).toMatchObject({ text: "/beta JPM frequency:" });
  expect(choose("/beta JPM frequency:m", 0)).toMatchObject({ text: '/beta JPM frequency:"Every month" ' });
  expect(choose("hi @f", 0)).toMatchObject({ text: "hi @Factor TA " });
});

test("names after an @ go out as mentions", () => {
  expect(withMentions("@Factor TA and @Ada", room)).toBe("<@9> and <@1>");
});

describe("what is nearly a command", () => {
  test.each([
    ["/bta", "/beta"],
    ["/ebta", "/beta"],
    ["/compaer", "/compare"],
    ["/kompar", "/compare"],
    ["/data", "/data"],
    ["/nothing", null],
    ["/b", null],
  ])("%s is %s", (typed, meant) => {
    expect(nearestCommand(typed, commands)).toBe(meant);
  });
});

describe("a word that an option can't hold", () => {
  const filledOf = (text: string) => readCommandLine(text, commands)?.filled.map(({ option: { name }, text: value }) => `${name}=${value}`);

  test("goes with the text before it, for the bot to read both", () => {
    expect(filledOf("/beta JPM 2000 to 2009")).toEqual(["ticker=JPM", "from=2000 to 2009"]);
    expect(filledOf("/beta JPM 2000 5")).toEqual(["ticker=JPM", "from=2000", "lags=5"]);
  });

  test("is a fault by its name still", () => {
    expect(filledOf("/beta JPM lags:many")).toEqual(["ticker=JPM", "lags=many"]);
    expect(valuesOf("/beta JPM lags:many")).toEqual(["lags takes a whole number, like 5."]);
  });
});

test("what begins with the typed letters stands before what only holds them", () => {
  const fromBot = () => [{ name: "WFM (Whole Foods)", value: "WFM" }, { name: "FRO (Frontline)", value: "FRO" }];
  const offered = offerAt("/beta fr", 8, room, fromBot)?.entries.map(({ label }) => label);
  expect(offered).toEqual(["FRO (Frontline)", "from", "frequency", "WFM (Whole Foods)"]);
});
