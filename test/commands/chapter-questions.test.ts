import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

/** What the chapter asks, in its order and letter for letter (its slips too), with what the reply has to begin with: a number or an entry. */
const asked: readonly (readonly [string, RegExp])[] = [
  [String.raw`How do we estimate \(\beta\) and \(\alpha\) from data?`, /think-estimate/u],
  ["What should we plot to visualize if the factor model “works”?", /think-plot/u],
  ["What do you expect the correlation between residuals and factor to be?", /think-residual-correlation/u],
  ["Key metric: R-squared (how much variance is explained?)", /r-squared/u],
  ["Can it explain realized returns?", /risk-model/u],
  ["Key metric: Alpha (is it close to zero?)", /expected-return-model/u],
  ["can it explain differences in Average returns across assets and strategies as a function of factor loadings (i.e. betas?)", /expected-return-model/u],
  ["Is this alpha economically significant?", /think-magnitude/u],
  ["What shoudl I do to have a sense of it?", /think-magnitude/u],
  ["IS it a good bet on a risk-reward sense? What should I look at?", /think-magnitude/u],
  ["Suppose you have a $1 million/month volatility budget.", /^\*\*\$10,383,593 of MSFT unhedged, \$13,578,078 hedged/u],
  ["How much MSFT can you buy?", /^\*\*\$10,383,593 of MSFT unhedged/u],
  ["What is the math?", /position-size/u],
  [String.raw`But of course–exposure to factors are fundamentally different then expsoure to \(\epsilon\). Why?`, /think-two-exposures/u],
  ["Using the df_re DataFrame loaded earlier:", /regress JPM/u],
  ["Run a regression of JPM excess returns on SPY", /regress JPM/u],
  [String.raw`Report the \(\alpha\), \(\beta\), and R-squared`, /regress JPM/u],
  ["Is JPM more or less sensitive to the market than WMT?", /^\*\*JPM's β is 0\.721 above WMT's/u],
  ["Using your JPM regression results:", /^\*\*Hedged, JPM has mean 4\.02% \(= α\) and volatility 25\.71%/u],
  [String.raw`Compute the hedged portfolio returns: \(r^{\text{hedged}} = r^e_{JPM} - \beta \times r^e_{SPY}\)`, /^\*\*Hedged, JPM has mean 4\.02% \(= α\) and volatility 25\.71%/u],
  ["Verify that the hedged portfolio has zero correlation with SPY", /^\*\*The correlation of hedged JPM with SPY is 0 up to rounding/u],
  ["Calculate the Sharpe ratio of the hedged vs unhedged portfolio", /^\*\*JPM's hedged Sharpe ratio is 0\.156 a year.*unhedged 0\.446/u],
  ["You have a $5 million annual volatility budget.", /^\*\*\$13,747,888 of JPM unhedged, \$19,447,825 hedged/u],
  ["How much can you invest in JPM (unhedged)?", /^\*\*\$13,747,888 of JPM unhedged/u],
  ["How much can you invest in the hedged JPM strategy?", /\$19,447,825 hedged/u],
  ["What is the expected risk-adjusted P&L for each?", /^\*\*Expected P&L a year \(×252\): .* \$552,236 risk-adjusted unhedged; \$781,196 hedged/u],
];

/** What the reply begins with, and the call that it was read as. */
async function firstOf(question: string): Promise<string> {
  const { content, result } = replyOf(await asking.ask(`/ask ${question}`));
  return `${content ?? ""} ${JSON.stringify(result["reading"])}`;
}

test.each(asked)("the chapter's “%s” has its answer, whatever was asked before it", async (question, first) => {
  expect(await firstOf(question)).toMatch(first);
});

test.each(asked.map(([question, first], index) => [`${String(index + 1)}. ${question}`, first] as const))("so does a line that is copied with its number: %s", async (question, first) => {
  expect(await firstOf(question)).toMatch(first);
});

const lines = (...of: readonly string[]): string => of.join("\n");

test.each([
  ["exercise 1 from a notebook", lines("6.11.1. 🔧 Exercise 1: Estimate Factor Model for JPM#", "Using the df_re DataFrame loaded earlier:", "1. Run a regression of JPM excess returns on SPY", String.raw`2. Report the \(\alpha\), \(\beta\), and R-squared`, "3. Is JPM more or less sensitive to the market than WMT?"), [/regress JPM/u], ['/compare "JPM WMT"']],
  ["exercise 2 from the page, where formulas lose their signs", "Exercise 2: Build a Hedged Portfolio Using your JPM regression results: 1. Compute the hedged portfolio returns: rhedged=rJPMe−β×rSPYe 2. Verify that the hedged portfolio has zero correlation with SPY 3. Calculate the Sharpe ratio of the hedged vs unhedged portfolio", [/^\*\*Hedged, JPM has mean 4\.02%/u, /\*\*The correlation of hedged JPM with SPY is 0/u], ["/performance JPM"]],
  ["exercise 3", "Exercise 3: Position Sizing Challenge You have a $5 million annual volatility budget. 1. How much can you invest in JPM (unhedged)? 2. How much can you invest in the hedged JPM strategy? 3. What is the expected risk-adjusted P&L for each?", [/^\*\*\$13,747,888 of JPM unhedged/u, /\*\*Expected P&L a year \(×252\): .*552,236/u], []],
  ["the prompts of 6.4.3", lines("🤔 Think and Code:", "1. How do we estimate β and α from data?", "2. What should we plot to visualize if the factor model “works”?", "3. What do you expect the correlation between residuals and factor to be?"), [/think-estimate/u], ["Think: what plot shows whether the model works?", "Think: how do residuals and factor correlate?"]],
] as const)("%s, pasted whole: what one reply has is said first, the rest has its buttons", async (_, pasted, firsts, others) => {
  const words = await firstOf(pasted.replaceAll('"', "“"));
  for (const first of firsts) expect(words).toMatch(first);
  const { nextSteps } = replyOf(await asking.ask(`/ask ${pasted}`));
  expect(nextSteps.map(({ label }) => label)).toEqual(expect.arrayContaining(others.map((other) => `Or ${other}`)));
  if (others.length > 0) expect(words).toContain("of your message below");
});

test("a prompt with anything else in it is a question of its own", async () => {
  expect(await firstOf("How much MSFT can you buy with 2 million a month?")).toContain("2000000");
});
