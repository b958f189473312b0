import { expect, test } from "vitest";
import { sentQuestion } from "../../src/hosted/sent-question.ts";

test.each([
  ["what's <@!123456789012345678> and <#123456789012345678> of JPM", "what's and of JPM"],
  ["see https://uni.edu/me?id=5 or www.uni.edu/a.b", "see (address) or (address)"],
  ["mail me at ann.b+ta@uni.edu please", "mail me at (address) please"],
  ["my number is 20231234567, JPM's beta?", "my number is (number), JPM's beta?"],
  ["call +49 (170) 123-4567 about hedging", "call (number) about hedging"],
  ["is sk-proj-a1b2c3d4e5f6g7h8i9j0k1l2 a beta", "is (code) a beta"],
  ["how risky is JPM since 2010 with $2,000,000 or 2m, β = 1.395?", "how risky is JPM since 2010 with $2,000,000 or 2m, β = 1.395?"],
  ["  two \n lines\t here ", "two lines here"],
])("%j leaves the host as %j", (question, sent) => {
  expect(sentQuestion(question)).toBe(sent);
});

test("at most 700 characters leave it, and none is cut in half", () => {
  expect([...sentQuestion("𝛽".repeat(2_000))]).toHaveLength(700);
  expect(encodeURIComponent(sentQuestion("x𝛽".repeat(2_000)))).toMatch(/%/u);
});
