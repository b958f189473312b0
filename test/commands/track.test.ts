import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf, wordsOf } from "./asking.ts";

const { ask, close } = openAsking();
afterAll(close);

test("/track MSFT holds the chapter's 1.188 dollars of the market", async () => {
  const words = wordsOf(await ask("/track MSFT"));
  expect(words).toContain("$1.188 of Mkt-RF for $1 of MSFT · 95% interval of β 1.160 to 1.216");
  expect(words).toContain("R² = 0.415");
  expect(words).toContain("1986-03-14 to 2024-12-31 · n = 9,778");
});

test("several factors give one holding each", async () => {
  const answered = await ask("/track JPM factor:ff3");
  expect(replyOf(answered).embeds[0]?.title).toMatch(/of Mkt-RF, .* of SMB, .* of HML$/u);
  expect(replyOf(answered).pictures[0]?.description).toContain("With 3 factors");
});

test("a negative β is held short", async () => {
  expect(wordsOf(await ask("/track WMT factor:ff3"))).toMatch(/−\$0\.\d+ of SMB/u);
});
