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
  expect(explain?.options).toEqual({ topic: "beta", ticker: "JPM", from: "2008-01-01", to: "2008-12-31" });
  expect(replyOf(await asking.ask("/ask why?")).content).toContain("from:2008-01-01 to:2008-12-31");
  expect(wordsOf(await asking.ask("/ask why?"))).toContain("1.612");
  expect(replyOf(await asking.ask("/beta JPM")).nextSteps.find(({ label }) => label === "Explain")?.options).toEqual({ topic: "beta", ticker: "JPM" });
});

test("its commands are of the same asset and days", async () => {
  const { nextSteps } = replyOf(await asking.ask("/explain beta WMT 2008"));
  expect(nextSteps.find(({ command }) => command === "beta")).toMatchObject({ label: "/beta WMT", options: { ticker: "WMT", from: "2008-01-01" } });
  expect(await titleOf("/explain beta WMT")).toBe("Beta");
});
