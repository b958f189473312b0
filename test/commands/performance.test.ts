import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf, wordsOf } from "./asking.ts";

const { ask, close } = openAsking();
afterAll(close);

test("/performance MSFT gives the ratios of 6.9", async () => {
  const words = wordsOf(await ask("/performance MSFT"));
  expect(words).toContain("Sharpe ratio = 0.763 a year");
  expect(words).toContain("Hedged Sharpe ratio = 0.578");
  expect(words).toContain("Appraisal ratio = 0.578 a year");
  expect(words).toContain("t = 3.597");
  expect(words).toContain("An appraisal ratio of 0.578 needs 12.0 years for t(α) = 2; these rows are past it");
});

test("both meanings of tracking error are named", async () => {
  const words = wordsOf(await ask("/performance MSFT"));
  expect(words).toContain("the course's σ(ε): 25.51% a year");
  expect(words).toContain("elsewhere, σ(r − Mkt-RF): 25.74% a year");
});

test("it says whether hedging raised the Sharpe ratio", async () => {
  expect(wordsOf(await ask("/performance MSFT"))).toContain("Hedging lowered the Sharpe ratio in these rows, from 0.763 to 0.578");
  expect(wordsOf(await ask("/performance JPM from:2008 to:2008"))).toContain("Hedging raised the Sharpe ratio in these rows, from ");
});

test("the growth of a dollar is read aloud year by year", async () => {
  const answered = await ask("/performance MSFT show:words");
  expect(wordsOf(answered)).toMatch(/2024: \$2,222 and \$86\./u);
  expect(replyOf(answered).audience).toBe("asker");
});
