import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf, wordsOf } from "./asking.ts";

const { ask, close } = openAsking();
afterAll(close);

const leftOut = /lags:\S+ is left out: HC1 errors/u;

test.each(["/beta JPM", "/regress JPM", "/frequency JPM", "/alphas", '/compare "JPM WMT"', "/performance JPM"])("%s says that HC1 errors count no lags, and no button repeats them", async (typed) => {
  const reply = await ask(`${typed} errors:hc1 lags:3 from:2015`);
  expect(wordsOf(reply)).toMatch(leftOut);
  expect(JSON.stringify(replyOf(reply).nextSteps)).not.toContain("lags");
  expect(wordsOf(await ask(`${typed} errors:hc1 from:2015`))).not.toMatch(leftOut);
  expect(wordsOf(await ask(`${typed} errors:hac lags:3 from:2015`))).not.toMatch(leftOut);
});
