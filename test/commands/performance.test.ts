import { afterAll, expect, test } from "vitest";
import { allWords, openAsking, replyOf, wordsOf } from "./asking.ts";

const asking = openAsking();
const { ask, close } = asking;
afterAll(close);

test("/performance MSFT gives the ratios of 6.9", async () => {
  const words = await allWords(asking, "/performance MSFT");
  expect(words).toContain("Sharpe ratio = 0.763 a year");
  expect(words).toContain("the hedged Sharpe ratio, 0.578, is the same by construction");
  expect(words).toContain("Hedged = appraisal ratio = 0.578 a year");
  expect(words).toContain("t = 3.597");
  expect(words).toContain("An appraisal ratio of 0.578 needs 12.0 years for t(α) = 2; these rows are past it");
});

test("both meanings of tracking error are named", async () => {
  const words = await allWords(asking, "/performance MSFT");
  expect(words).toContain("the course's σ(ε): 25.51% a year");
  expect(words).toContain("elsewhere, σ(r − Mkt-RF): 25.74% a year");
});

test("it says whether hedging changed the Sharpe ratio", async () => {
  expect(await allWords(asking, "/performance MSFT")).toContain("These rows don't show that hedging changes the Sharpe ratio: from 0.763 to 0.578");
  expect(await allWords(asking, "/performance JPM from:2008 to:2008")).toContain("These rows don't show that hedging changes the Sharpe ratio: from ");
  expect(await allWords(asking, "/performance JPM")).toContain("Hedging lowered the Sharpe ratio, from 0.446 to 0.156 (p = 0.025).");
});

test("the growth of a dollar is read aloud year by year", async () => {
  const answered = await ask("/performance MSFT show:words");
  expect(wordsOf(answered)).toMatch(/2024: \$2,222 and \$86\./u);
  expect(replyOf(answered).audience).toBe("asker");
});
