import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf, wordsOf } from "../../commands/asking.ts";

const { ask, close } = openAsking();
afterAll(close);

test.each([
  ["/describe JPM WMT", /correlation [\d.]+, 95% interval/u],
  ["/describe JPM WMT from:2008-01-01 to:2008-01-31", /\(an interval takes 32 rows\)/u],
  ["/describe JPM from:2024-12-20", /Sharpe ratio [−\d.]+ a year \(an interval takes 8 rows\)/u],
  ["/describe JPM RF from:1993-02", /\(no interval: one of them stands still for a stretch of the rows\)/u],
])("%s says its interval, or why there is none", async (typed, words) => {
  expect(wordsOf(await ask(typed)).replaceAll("**", "")).toMatch(words);
});

test.each([
  ["/describe RF", "a day's value is much like the one before (autocorrelation 1.00)"],
  ["/describe RF frequency:monthly from:2020-01-01 to:2020-04-30", "a rate carries over from one month to the next"],
])("%s gives what its rows show as the reason, and what a rate is where they don't", async (typed, reason) => {
  expect(wordsOf(await ask(typed))).toContain(`they take rows as independent, and ${reason}.`);
});

test("a few rows that happen to rise are returns still, and no level", async () => {
  // Autocorrelation of two pairs is 1 or −1.
  const words = wordsOf(await ask("/describe MSFT frequency:monthly from:2024-10-01 to:2024-12-31")).replaceAll("**", "");
  expect(words).toMatch(/MSFT · mean .*\(s\.e\.\)/u);
  expect(words).not.toContain("is much like the one before");
});

test("few rows have no headline of what they can't tell", async () => {
  const title = async (typed: string) => replyOf(await ask(typed)).embeds[0]?.title;
  expect(await title('/describe "JPM MSFT" frequency:monthly from:2024-10-01')).toBe("JPM and MSFT, from 3 months");
  expect(await title("/describe JPM from:2020 to:2020")).toMatch(/^JPM: mean /u);
});

test("a series that never fell has no dates of a fall", async () => {
  expect(wordsOf(await ask("/describe JPM frequency:monthly from:2024-10-01"))).toContain("Largest drawdown: none, it never fell");
  expect(wordsOf(await ask("/describe JPM frequency:monthly from:2024-01-01"))).toMatch(/Largest drawdown [\d.]+%, \S+ to 2024/u);
});
