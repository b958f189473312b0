import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

/** What the chapter asks, in its order and letter for letter (its slips too), with what the reply has to begin with: a number or an entry. */
const asked: readonly (readonly [string, RegExp])[] = [
  [String.raw`How do we estimate \(\beta\) and \(\alpha\) from data?`, /think-estimate/u],
  ["What should we plot to visualize if the factor model “works”?", /think-plot/u],
  ["What do you expect the correlation between residuals and factor to be?", /think-residual-correlation/u],
  ["Key metric: R-squared (how much variance is explained?)", /explain r-squared/u],
  ["Can it explain realized returns?", /explain risk-model/u],
  ["Key metric: Alpha (is it close to zero?)", /explain expected-return-model/u],
  ["can it explain differences in Average returns across assets and strategies as a function of factor loadings (i.e. betas?)", /explain expected-return-model/u],
  ["Is this alpha economically significant?", /think-magnitude/u],
  ["What shoudl I do to have a sense of it?", /think-magnitude/u],
  ["IS it a good bet on a risk-reward sense? What should I look at?", /think-magnitude/u],
  ["Suppose you have a $1 million/month volatility budget.", /^\*\*\$10,383,593 of MSFT unhedged, \$13,578,078 hedged/u],
  ["How much MSFT can you buy?", /^\*\*\$10,383,593 of MSFT unhedged/u],
  ["What is the math?", /explain position-size/u],
  [String.raw`But of course–exposure to factors are fundamentally different then expsoure to \(\epsilon\). Why?`, /think-two-exposures/u],
  ["Using the df_re DataFrame loaded earlier:", /regress JPM/u],
  ["Run a regression of JPM excess returns on SPY", /regress JPM/u],
  [String.raw`Report the \(\alpha\), \(\beta\), and R-squared`, /regress JPM/u],
  ["Is JPM more or less sensitive to the market than WMT?", /^\*\*Yes: JPM's β is 0\.721 above WMT's/u],
  ["Using your JPM regression results:", /^\*\*Hedged, JPM has mean 4\.02% \(= α\) and volatility 25\.71%/u],
  [String.raw`Compute the hedged portfolio returns: \(r^{\text{hedged}} = r^e_{JPM} - \beta \times r^e_{SPY}\)`, /^\*\*Hedged, JPM has mean 4\.02% \(= α\) and volatility 25\.71%/u],
  ["Verify that the hedged portfolio has zero correlation with SPY", /^\*\*The correlation of hedged JPM with SPY is 0 up to rounding/u],
  ["Calculate the Sharpe ratio of the hedged vs unhedged portfolio", /^\*\*JPM's hedged Sharpe ratio is 0\.156 a year.*unhedged 0\.446/u],
  ["You have a $5 million annual volatility budget.", /^\*\*\$13,747,888 of JPM unhedged, \$19,447,825 hedged/u],
  ["How much can you invest in JPM (unhedged)?", /^\*\*\$13,747,888 of JPM unhedged/u],
  ["How much can you invest in the hedged JPM strategy?", /\$19,447,825 hedged/u],
  ["What is the expected risk-adjusted P&L for each?", /^\*\*Expected P&L a year \(×252\): .* \$552,236 risk-adjusted unhedged; \$781,196 hedged/u],
];

test.each(asked)("the chapter's “%s” has its answer, whatever was asked before it", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});

test.each(asked.map(([question, first], index) => [`${String(index + 1)}. ${question}`, first] as const))("so does a line that is copied with its number: %s", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});
