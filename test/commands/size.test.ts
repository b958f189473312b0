import { afterAll, expect, test } from "vitest";
import { allWords, openAsking, replyOf } from "./asking.ts";

const asking = openAsking();
const { ask, close } = asking;
afterAll(close);

test("/size MSFT gives both P&Ls of 6.8.2 and the hedged position of 6.8.3", async () => {
  const words = await allWords(asking, "/size MSFT budget:1m");
  expect(words).toContain("$2,644,594 total; risk-adjusted (x · α) $1,530,371");
  expect(words).toContain("hedged $13.6M");
  expect(words).toContain("9.631% a month (a day's × √21; 33.36% a year)");
});

test("6.8.3's volatility is told as printed and as consistent", async () => {
  const words = await allWords(asking, "/size MSFT");
  expect(words).toContain('As printed (6.8.3): "Hedged vol (annual): 0.0736"');
  expect(words).toContain("0.0736 is a month's; a year's is 0.2550");
  expect(words).toContain("$1,000,000 a year gives $3.92M");
  expect(await allWords(asking, "/size JPM")).not.toContain("As printed");
});

test("a year's budget holds √12 times less than a month's", async () => {
  const words = await allWords(asking, "/size MSFT 1m year");
  expect(words).toContain("hedged $3.92M");
  expect(words).toContain("as a budget for a month (√21)");
});

test.each(["1m", "1,000,000", "$1M", "1e6", "1 million", "US$ 1000k", "$1_000_000"])("budget:%s is a million", async (budget) => {
  expect(replyOf(await ask(`/size MSFT budget:"${budget}"`)).embeds[0]?.title).toMatch(/^MSFT for \$1,000,000 a month/u);
});

test.each(["2,5m", "lots", "1.000.000", "€5", "m", ""])("budget:%s is not guessed at", async (budget) => {
  const answered = await ask(`/size MSFT budget:"${budget}"`);
  if (budget === "") expect(answered.problem).toBeNull();
  else expect(answered.problem).toMatchObject({ kind: "unreadable-option", option: "budget", expected: "money" });
});

test.each(["0", "-1m", "1e40"])("budget:%s is out of range", async (budget) => {
  expect((await ask(`/size MSFT budget:${budget}`)).problem).toMatchObject({ kind: "out-of-range", option: "budget" });
});
