import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

test.each(["", " private:true"])("/ask for one's own record gives it to the asker alone%s", async (more) => {
  const answered = await asking.ask(`/ask question:"may I have a copy of all you have stored about me?"${more}`);
  expect(answered.problem).toBeNull();
  expect(replyOf(answered)).toMatchObject({ audience: "asker", files: [{ filename: "my-record.json" }] });
});

test("/ask for the Python lines shows them", async () => {
  const { files } = replyOf(await asking.ask("/ask python code for the tracking portfolio of walmart from 2008 to 2012"));
  expect(files.map(({ filename }) => filename)).toEqual(["track.py"]);
});

test.each([
  ["how many years until JPM's alpha is significant", /needs 164 years for t\(α\) = 2\./u],
  ["is JPM's Sharpe significant?", /^\*\*Yes: JPM's Sharpe ratio differs from 0\./u],
  ["is WMT's sharpe ratio different from zero", /^\*\*Yes: WMT's Sharpe ratio differs from 0\./u],
  ["is the appraisal ratio of MSFT significant?", /^\*\*Yes: MSFT's appraisal ratio differs from 0\./u],
  ["is jpm's hedged sharpe bigger than 0.5?", /^\*\*No: these rows don't show that JPM's hedged Sharpe ratio is above 0\.5\./u],
  ["max drawdown of JPM", /largest drawdown is 72\.7%/u],
  ["treynor ratio of MSFT", /Treynor ratio is [\d.]+% a year per unit of β/u],
  ["volatility of MSFT in 2008", /MSFT's volatility is 48\.\d+% a year/u],
  ["years to t=2 of WMT", /needs [\d.]+ years for t\(α\) = 2/u],
])("/ask %s is answered in its first line", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});

test.each([
  ["JPM's beta on tuesdays", "on tuesdays"],
  ["JPM's beta in January only", "in January only"],
  ["JPM's beta, drop the 10 worst days", "drop the 10 worst days"],
  ["r2 of JPM for months when the market loses more than 5%", "when the market loses more than 5%"],
  ["correlation of JPM and WMT during recessions", "during recessions"],
])("/ask %s says in the asker's words what was left out, and nothing before it", async (question, words) => {
  const { content } = replyOf(await asking.ask(`/ask ${question}`));
  expect(content).toContain(`“${words}”`);
  expect(content).not.toContain("**");
});

test.each([
  ["Verify that the hedged portfolio has zero correlation with SPY", /correlation of hedged JPM with SPY is 0 up to rounding/u],
  ["what position in SPY hedges $2m of JPM?", /sell \$2,789,835 of SPY/u],
  ["how big must my budget be to hold $10m of JPM", /\$1,049,889 a month/u],
  ["if i want 10% volatility with MSFT hedged how much per dollar", /\$0\.392 of MSFT hedged/u],
  ["beta of 60% JPM 40% WMT, not counting 2020", /β = 1\.119/u],
  ["which year did JPM have the highest beta", /^\*\*2009: β was highest/u],
  ["which of the three stocks has the highest idiosyncratic risk share", /^\*\*WMT has the highest idiosyncratic share/u],
  ["if the market falls 3% tomorrow how much does JPM fall?", /JPM moves −4\.18%/u],
])("/ask %s has its answer first", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});
