import { afterAll, expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
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
  ["treynor ratio of MSFT", /Treynor ratio, per unit of β, is [\d.]+% a year, 95% interval/u],
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
  ["JPM beta but leave out the ten biggest market days", "leave out the ten biggest market days"],
  ["JPM beta excluding the 10 largest moves", "excluding 10 largest moves"],
  ["JPM volatility on days SPY fell", "on days SPY fell"],
  ["average return of WMT on days SPY fell more than 1%", "on days SPY fell more than 1%"],
  ["what was the worst day for JPM after hedging", "after hedging"],
  ["MSFT beta weighted by recency", "weighted by recency"],
  ["JPM beta not including december", "not including december"],
  ["JPM alpha after 1% management fee", "after 1% management fee"],
  ["beta of JPM net of transaction costs", "net of transaction costs"],
  ["alpha of MSFT per month", "per month"],
  ["beta of JPM on days when the vix was high", "on days when the vix was high"],
])("/ask %s says in the asker's words what was left out, and nothing before it", async (question, words) => {
  const { content } = replyOf(await asking.ask(`/ask ${question}`));
  expect(content).toContain(`“${words}”`);
  expect(content).not.toContain("**");
});

test("/ask what a number would be under a supposition that no option holds runs nothing", async () => {
  const reply = replyOf(await asking.ask("/ask if beta was 0.9 instead of 1.188 what would msft total variance be"));
  expect(JSON.stringify(reply)).not.toMatch(/σ² = |I read this as/u);
});

test.each([
  ["Verify that the hedged portfolio has zero correlation with SPY", /correlation of hedged JPM with SPY is 0 up to rounding/u],
  ["what position in SPY hedges $2m of JPM?", /sell \$2,789,835 of SPY/u],
  ["how big must my budget be to hold $10m of JPM", /\$1,049,889 a month/u],
  ["if i want 10% volatility with MSFT hedged how much per dollar", /\$0\.392 of MSFT hedged/u],
  ["beta of 60% JPM 40% WMT, not counting 2020", /β = 1\.119/u],
  ["beta of JPM only on days the market fell", /and 1\.419 .* when it fell/u],
  ["which year did JPM have the highest beta", /^\*\*2009: β was highest/u],
  ["which of the three stocks has the highest idiosyncratic risk share", /^\*\*Of WMT, JPM and MSFT, WMT has the highest idiosyncratic share/u],
  ["if the market falls 3% tomorrow how much does JPM fall?", /JPM moves −4\.18%/u],
])("/ask %s has its answer first", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});

/** What each of a conversation's lines was answered with, in a channel of its own. */
async function conversation(channel: string, ...lines: readonly string[]): Promise<readonly string[]> {
  const said: string[] = [];
  for (const typed of lines) {
    const parsed = parseCommand(typed, commands);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const answered = await answer({ ...parsed.value, asker: { id: "1", name: "Ada", roleIds: [], managesServer: false }, place: { guildId: "2", channelId: channel }, id: "4" }, commands, asking.world);
    said.push(replyOf(answered).content ?? "");
  }
  return said;
}

const readAs = (content: string | undefined): string | undefined => /I read this as `([^`]*)`/u.exec(content ?? "")?.[1];

test.each([
  [["/ask with 3 factors", "/expected MSFT 2008", "/ask why is it negative?"], "/explain expected-return ticker:MSFT from:2008-01-01 to:2008-12-31"],
  [["/ask what is the sharpe of WMT", "/hedge JPM", "/ask what is the volatility?"], "/performance JPM"],
  [["/beta JPM 2008", "/ask and for walmart?"], "/beta WMT from:2008-01-01 to:2008-12-31"],
  [["/rolling MSFT 60", "/ask and since 2010?"], "/rolling MSFT from:2010-01-01 window:60"],
  [["/size WMT 2m", "/ask same but hedged with ff3"], /\/size WMT .*budget:2m/u],
  [["/compare jpm wmt 2008", "/ask and msft?"], "/beta MSFT from:2008-01-01 to:2008-12-31"],
  [["/explain beta ticker:JPM", "/ask and since 2010?"], "/beta JPM from:2010-01-01"],
])("a follow-up goes on from the reply on the screen, whatever made it: %s", async (lines, call) => {
  expect(readAs((await conversation(`screen ${lines.join()}`, ...lines)).at(-1))).toEqual(call instanceof RegExp ? expect.stringMatching(call) : call);
});

test("an explanation between two questions costs neither window nor frequency, asked for or by its button", async () => {
  const asked = await conversation("explained", "/ask hedged sharpe of wmt in 2008 monthly", "/ask why?", "/ask is that significant?");
  expect(asked[1]).toContain("not of that answer's");
  expect(readAs(asked[2])).toBe("/performance WMT from:2008-01-01 to:2008-12-31 frequency:monthly");
  expect(asked[2]).toMatch(/^\*\*No: these rows don't show that WMT's hedged Sharpe ratio differs from 0\. .*p = 0\.066/u);
  const pressed = await conversation("pressed", "/beta JPM 2008", "/explain topic:beta ticker:JPM", "/ask and for wmt?");
  expect(readAs(pressed[2])).toBe("/beta WMT from:2008-01-01 to:2008-12-31");
  // About another asset, an entry is another matter.
  const another = await conversation("another", "/beta JPM 2008", "/explain topic:sharpe-ratio ticker:MSFT", "/ask and for wmt?");
  expect(readAs(another[2])).not.toContain("2008");
});

test("a question with its own asset and its own matter stands alone; one that says “and” does not", async () => {
  expect(readAs((await conversation("alone", "/ask alpha of jpm in 2015 monthly", "/ask the beta of jpm"))[1])).toBe("/beta JPM");
  expect(readAs((await conversation("alone 2", "/ask alpha of AAPL and NVDA", "/ask is more of msft risk factor or idiosyncratic"))[1])).toBe("/variance MSFT");
  expect(readAs((await conversation("joined", "/ask alpha of jpm in 2015 monthly", "/ask and for wmt?"))[1])).toContain("from:2015-01-01");
});

test("what a command was refused is nothing to go on from", async () => {
  expect(readAs((await conversation("refused", "/beta JPM 2008", "/beta NOSUCH 2010", "/ask and for walmart?"))[2])).toBe("/beta WMT from:2008-01-01 to:2008-12-31");
});

test.each([
  ["Does jpm have a higher alpha than wmt", /^\*\*No: these rows don't show that JPM's α a year is above WMT's\..*one-sided/u],
  ["are the alphas of jpm and wmt different", /^\*\*The data do not show a difference: JPM's α a year/u],
  ["is jpm's beta higher than wmt's", /^\*\*Yes: JPM's β is 0\.721 above WMT's .*one-sided, robust/u],
  ["is jpm's beta lower than wmt's", /^\*\*No, the other way round: JPM's β is 0\.721 above WMT's/u],
  ["is jpm's sharpe higher than wmt's", /^\*\*No: these rows don't show that JPM's Sharpe ratio a year is above WMT's/u],
  ["is jpm more volatile than wmt", /^\*\*Volatility a year: JPM 35\.62%.*WMT 26\.79%.*not tested here\.\*\*/u],
])("two assets are compared in what was asked for, with its test or the word that there is none: %s", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});

test.each([
  ["did beta of jpm change after the financial crisis", /^\*\*JPM's β is lower: 1\.314 .* since 2009-07-01 .*, 1\.459 .* before .*Difference −0\.145, .*p = 0\.025/u],
  ["how has msft beta changed since 2010", /^\*\*MSFT's β is lower: 1\.081 .* since 2010-01-01 .*, 1\.251 .* before/u],
  ["did jpm beta change after covid", /^\*\*JPM's β is lower: .* since 2021-01-01/u],
  ["is jpm riskier than before 2008", /^\*\*JPM's volatility is 38\.7% a year since 2008-01-01 .*, 33\.6% a year before .*not tested here\. .*JPM's β/u],
  ["did jpm's alpha change after 2008", /^\*\*The data do not show that JPM's α a year \(×252\) differs/u],
  ["has the sharpe of msft changed since 2010", /^\*\*MSFT's Sharpe ratio is .* since 2010-01-01 .* before .*not tested here/u],
  ["was jpm beta different in 2008 than in other years", /^\*\*.* from 2008-01-02 to 2008-12-31, .* on the other days/u],
])("has it changed? Both sides are shown: %s", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});

test("of a change that no reply here tests, one side is not the answer: it is said first", async () => {
  const { content } = replyOf(await asking.ask("/ask has the drawdown of jpm changed since 2010"));
  expect(content).toMatch(/^⚠️ Left out/u);
  expect(content).not.toContain("**");
});

test.each([
  ["worst day of jpm", /^\*\*Worst day: JPM −24\.0% on 2008-09-17/u],
  ["best month of msft", /^\*\*Best month: MSFT 44\.7%/u],
  ["largest loss of wmt in 2008", /^\*\*Worst day: WMT −8\.31% on 2008-09-17/u],
  ["what is the most jpm lost in a day", /^\*\*Worst day: JPM/u],
  ["what is bigger factor risk or idiosyncratic risk for msft", /^\*\*41\.5% of MSFT's variance is factor risk/u],
])("an extreme or a share is that one and no other quantity: %s", async (question, first) => {
  expect(replyOf(await asking.ask(`/ask ${question}`)).content).toMatch(first);
});

test.each(["sortino ratio of jpm", "calmar ratio of jpm in 2008", "worst year of jpm", "downside deviation of msft", "expected shortfall of wmt", "implied volatility of jpm", "how many up days did msft have in 2008"])(
  "a quantity that is none of the course's has no other one's number for its answer: %s",
  async (question) => {
    expect(replyOf(await asking.ask(`/ask ${question}`)).content ?? "").not.toContain("**");
  },
);
