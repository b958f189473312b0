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
