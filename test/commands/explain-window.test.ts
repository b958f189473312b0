import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf, wordsOf } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

const titleOf = async (typed: string): Promise<string | undefined> => replyOf(await asking.ask(typed)).embeds[0]?.title;

test.each([
  ["/explain beta JPM", "1.395"],
  ["/explain beta of WMT", "0.6738"],
  ["/explain beta JPM 2008", "1.612"],
  ["/explain beta for JPM from:2008 to:2008", "1.612"],
  ["/explain alpha MSFT 1990-1999", "28.78% a year"],
])("%s is the entry with the numbers of that asset and those days", async (typed, number) => {
  expect(wordsOf(await asking.ask(typed))).toContain(number);
});

test.each(["/explain beta JPM zork", "/explain quantum"])("%s stays an entry that there is not", async (typed) => {
  expect((await asking.ask(typed)).problem).toMatchObject({ kind: "unknown-topic" });
});

test.each([
  ["/explain beta JPM from:2009 to:2008", "reversed-window"],
  ["/explain beta JPM from:2030", "no-overlap"],
])("%s is refused as any window of that kind", async (typed, kind) => {
  expect((await asking.ask(typed)).problem).toMatchObject({ kind });
});

test("an answer's button Explain, and “why?”, keep its days; without days there are none", async () => {
  const explain = replyOf(await asking.ask("/beta JPM 2008")).nextSteps.find(({ label }) => label === "Explain");
  expect(explain?.options).toEqual({ topic: "beta", ticker: "JPM", from: "2008-01-01", to: "2008-12-31", factor: "SPY" });
  expect(replyOf(await asking.ask("/ask why?")).content).toContain("from:2008-01-01 to:2008-12-31");
  expect(wordsOf(await asking.ask("/ask why?"))).toContain("1.612");
  expect(replyOf(await asking.ask("/beta JPM")).nextSteps.find(({ label }) => label === "Explain")?.options).toEqual({ topic: "beta", ticker: "JPM", factor: "SPY" });
});

test("its commands are of the same asset and days", async () => {
  const { nextSteps } = replyOf(await asking.ask("/explain beta WMT 2008"));
  expect(nextSteps.find(({ command }) => command === "beta")).toMatchObject({ label: "/beta WMT", options: { ticker: "WMT", from: "2008-01-01" } });
  expect(await titleOf("/explain beta WMT")).toBe("Beta");
});

const explained = async (typed: string) => {
  const step = replyOf(await asking.ask(typed)).nextSteps.find(({ label }) => label === "Explain")!;
  const options = Object.entries(step.options).map(([name, value]) => `${name}:"${value}"`);
  return replyOf(await asking.ask(`/explain ${options.join(" ")}`));
};

/** What a reply's numbers rest on, as its recipe line has it. */
const recipeOf = (footer: string) => [/(?:^|· )(\S+ ~ [^·]+) ·/u.exec(footer)?.[1]?.replace(/, every .*$/u, ""), /\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/u.exec(footer)?.[0], /n = [\d,]+/u.exec(footer)?.[0]];

test.each([
  "/beta JPM wmt",
  "/beta JPM Mkt-RF from:2008 to:2008",
  "/beta MSFT",
  "/beta SPY",
  "/regress JPM SPY 2000 2009",
  "/hedge MSFT",
  "/hedge JPM factor:SMB from:2010",
  "/track JPM factor:WMT",
  "/size MSFT 1m from:2008 to:2008",
  "/expected GE 1990 1999",
  "/performance JPM",
  "/rolling JPM factor:Mkt-RF",
  "/variance WMT",
  "/beta JPM guess:1.2 factor:WMT",
])("Explain under %s is about the same asset, factor and rows", async (typed) => {
  const shown = replyOf(await asking.ask(typed)).embeds[0]?.footer?.text ?? "";
  const entry = (await explained(typed)).embeds[0]?.footer?.text ?? "";
  expect(recipeOf(entry)).toEqual(recipeOf(shown));
  expect(recipeOf(entry)).not.toContain(undefined);
});

test.each([
  "/beta JPM monthly",
  "/beta JPM weekly",
  "/beta JPM as:yahoo",
  "/beta JPM returns:log",
  "/beta JPM errors:hac",
  "/beta JPM without:2008",
  "/regress JPM ff3 monthly",
  "/regress JPM ff3",
  "/hedge MSFT ff3",
  "/residuals JPM ff3 2008",
  "/compare JPM WMT",
  "/compare MSFT GE",
  "/variance JPM MSFT",
  "/describe WMT",
  "/describe JPM WMT",
  "/alphas",
])("Explain under %s has no numbers: the entry's would be of another regression", async (typed) => {
  const entry = await explained(typed);
  expect(entry.embeds[0]?.footer?.text).toMatch(/^Chapter [\d.]+$/u);
});
