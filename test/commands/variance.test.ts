import { afterAll, expect, test } from "vitest";
import { textOf } from "../../src/render/reply.ts";
import { allWords, openAsking, replyOf, wordsOf } from "./asking.ts";

const asking = openAsking();
const { ask, close } = asking;
afterAll(close);

test("/variance MSFT gives the shares of 6.10", async () => {
  const words = await allWords(asking, "/variance MSFT");
  expect(words).toContain("factor risk 41.5% = 0.000183 · R² = 0.415");
  expect(words).toContain("Idiosyncratic risk 58.5% = 0.000258");
  expect(words).toContain("Total variance 0.000442 per day");
});

test("several tickers share their rows and one factor", async () => {
  const answered = await ask('/variance "JPM WMT"');
  expect(replyOf(answered).embeds[0]?.title).toBe("Factor risk: JPM 50.0%, WMT 24.2%");
  expect(wordsOf(answered)).toContain("JPM, WMT ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974");
});

test("several factors tell their covariances apart, and give every term as a file", async () => {
  const answered = await ask("/variance MSFT factor:ff3 show:more");
  expect(wordsOf(answered)).toMatch(/Mkt-RF \d+\.\d%, SMB [^,]+, HML [^,]+, covariances/u);
  const [text] = replyOf(answered).files.map(textOf);
  const shares = text?.trim().split("\r\n").slice(1).map((line) => Number(line.split(",").at(-1))) ?? [];
  expect(shares).toHaveLength(7);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test("five tickers are too many", async () => {
  const answered = await ask('/variance "JPM WMT MSFT SPY SMB"');
  expect(answered.problem).toMatchObject({ kind: "series-count", found: 5, max: 4 });
});
