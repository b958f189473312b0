import { afterAll, expect, test } from "vitest";
import { openAsking, wordsOf } from "../../commands/asking.ts";

const { ask, close } = openAsking();
afterAll(close);

test.each([
  ["/describe JPM WMT", /correlation [\d.]+, 95% interval/u],
  ["/describe JPM WMT from:2008-01-01 to:2008-01-31", /\(an interval takes 32 rows\)/u],
  ["/describe JPM RF", /\(no interval: one of them stands still for a stretch of the rows\)/u],
])("%s says its interval, or why there is none", async (typed, words) => {
  expect(wordsOf(await ask(typed)).replaceAll("**", "")).toMatch(words);
});
