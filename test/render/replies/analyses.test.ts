import { afterAll, expect, test } from "vitest";
import { commands } from "../../../src/commands/index.ts";
import { openAsking } from "../../commands/asking.ts";
import { answerTo, goldenFile, goldenTexts, worldFor } from "./golden-asking.ts";

const asking = openAsking();
afterAll(() => asking.close());
const { world } = asking;

/** The chapter's own question to every analysis, in every view. */
const chapter: Readonly<Record<string, string>> = {
  beta: "/beta JPM",
  regress: "/regress MSFT",
  residuals: "/residuals MSFT",
  compare: "/compare JPM WMT",
  expected: "/expected MSFT",
  alphas: "/alphas",
  track: "/track MSFT",
  hedge: "/hedge MSFT",
  size: "/size MSFT",
  performance: "/performance MSFT",
  describe: "/describe JPM WMT",
  variance: "/variance MSFT",
  frequency: "/frequency JPM",
  rolling: "/rolling JPM",
};

/** What the chapter's case does not show: the file's name after the command's, and what is asked. */
const difficult: Readonly<Record<string, string>> = {
  "beta-negative-hac": "/beta CONTRA errors:hac",
  "beta-few-rows": "/beta WMT from:2008-09-15 to:2008-09-30",
  "beta-falling-market-monthly": "/beta MSFT from:2000 to:2002 frequency:monthly errors:hc1",
  "beta-on-itself": "/beta SPY factor:SPY",
  "beta-exact-fit": "/beta TWICE factor:SPY",
  "beta-unrelated": "/beta LONE",
  "beta-on-another-stock": "/beta JPM factor:WMT",
  "beta-on-another-stock-few-rows": "/beta JPM factor:WMT from:2008 to:2009",
  "regress-without-market-orthogonal": '/regress JPM model:"WMT Mkt-RF" orthogonal:true',
  "beta-weekly-logs": "/beta MSFT frequency:weekly returns:log",
  "beta-as-yahoo": "/beta JPM as:yahoo",
  "beta-as-bloomberg": "/beta MSFT as:bloomberg",
  "regress-published-factors": "/regress MSFT model:ff5-published",
  "residuals-four-factors-weekly": "/residuals MSFT factor:carhart frequency:weekly",
  "rolling-three-factors": "/rolling JPM factor:ff3",
  "regress-six-factors-monthly": "/regress JPM model:ff6 frequency:monthly",
  "regress-autocorrelated-hac": "/regress SLOW errors:hac",
  "regress-robust": "/regress SINKING errors:hc1",
  "regress-few-rows": "/regress WMT model:ff3 from:2008-09-15 to:2008-10-15",
  "regress-exact-fit": "/regress TWICE model:SPY",
  "regress-collinear": "/regress JPM model:\"TWICE TRIPLE\"",
  "residuals-few-rows": "/residuals WMT from:2008-09-15 to:2008-10-15",
  "residuals-monthly-negative": "/residuals CONTRA frequency:monthly",
  "residuals-exact-fit": "/residuals TWICE factor:SPY",
  "compare-four-with-negative": "/compare tickers:\"CONTRA JPM LONE SLOW\" errors:hac",
  "compare-alike-monthly": "/compare SPY SLOW from:2000 to:2002 frequency:monthly",
  "compare-exact-fit": "/compare TWICE TRIPLE",
  "expected-falling-market-three-factors": "/expected WMT factor:ff3 from:2000 to:2002",
  "expected-negative-beta": "/expected CONTRA",
  "hedge-own-ratio": "/hedge JPM ratio:50%",
  "expected-own-numbers": "/expected MSFT rf:4% premium:5.5%",
  "expected-losing-alpha": "/expected SINKING from:2005 to:2009 errors:hc1",
  "alphas-monthly-hac": "/alphas tickers:\"WMT MSFT\" frequency:monthly errors:hac",
  "alphas-constant-asset": "/alphas tickers:\"JPM FLAT\"",
  "alphas-falling-market": "/alphas from:2000 to:2002",
  "alphas-one-asset-rejected": "/alphas SINKING factor:SPY",
  "alphas-few-rows": "/alphas tickers:\"SPY WMT JPM MSFT CONTRA SLOW LONE SINKING\" from:2008-09-15 to:2008-09-24",
  "alphas-not-separate": "/alphas tickers:\"TWICE SPY JPM\" factor:Mkt-RF",
  "track-negative-beta-hac": "/track CONTRA errors:hac",
  "track-five-factors-monthly": "/track JPM factor:ff5 frequency:monthly",
  "track-exact-fit": "/track TWICE factor:SPY",
  "hedge-negative-beta": "/hedge CONTRA",
  "hedge-in-part": "/hedge JPM target:20%",
  "hedge-three-factors": "/hedge WMT factor:ff3 from:2000 to:2002",
  "hedge-exact-fit": "/hedge TWICE factor:SPY",
  "size-negative-beta-year": "/size CONTRA budget:$2.5M horizon:year",
  "size-falling-market-day": "/size JPM horizon:day from:2000 to:2002",
  "size-three-factors-monthly": "/size WMT factor:ff3 frequency:monthly",
  "size-exact-fit": "/size TWICE factor:SPY",
  "performance-falling-market": "/performance JPM from:2000 to:2002",
  "performance-negative-beta": "/performance CONTRA",
  "performance-losing": "/performance SINKING factor:ff3 errors:hc1",
  "performance-few-rows": "/performance WMT from:2008-09-15 to:2008-09-30",
  "describe-factors-monthly": "/describe SMB HML RF frequency:monthly without:2008",
  "performance-exact-fit": "/performance TWICE factor:SPY",
  "variance-four-assets-five-factors": "/variance ticker:\"JPM WMT CONTRA LONE\" factor:ff5",
  "variance-mostly-factor": "/variance SPY",
  "variance-negative-monthly": "/variance CONTRA frequency:monthly",
  "variance-exact-fit": "/variance TWICE factor:SPY",
  "frequency-few-years": "/frequency MSFT from:2000 to:2002",
  "frequency-few-months-hac": "/frequency CONTRA from:2008-06 to:2008-12 errors:hac",
  "frequency-autocorrelated": "/frequency SLOW",
  "frequency-exact-fit": "/frequency TWICE factor:SPY",
  "rolling-monthly-negative": "/rolling CONTRA frequency:monthly",
  "rolling-short-windows": "/rolling WMT window:20 from:2008 to:2009",
  "rolling-one-window": "/rolling WMT window:20 from:2008-09-15 to:2008-10-13",
  "rolling-exact-fit": "/rolling TWICE factor:SPY",
};

async function offersWords(typed: string): Promise<boolean> {
  const more = await answerTo(`${typed} show:more`, worldFor(typed, world));
  return more.kind === "reply" && more.nextSteps.some(({ options }) => options["show"] === "words");
}

test("every analysis has a golden text of the chapter's case, and one of a difficult case", () => {
  const analyses = commands.filter(({ options }) => Object.hasOwn(options, "show")).map(({ name }) => name);
  expect(Object.keys(chapter)).toEqual(analyses);
  for (const name of analyses) expect(Object.keys(difficult).filter((file) => file.startsWith(`${name}-`)).length).toBeGreaterThan(0);
});

test.each(Object.entries(chapter))("/%s reads as it did, asked as the chapter asks, in every view", async (name, typed) => {
  const every = [typed, `${typed} show:more`, `${typed} show:code`, `${typed} show:recipe`, `${typed} show:words`];
  await expect(await goldenTexts(every, world)).toMatchFileSnapshot(goldenFile(name));
});

test.each(Object.entries(difficult))("%s reads as it did", async (name, typed) => {
  const given = await answerTo(typed, worldFor(typed, world));
  const views = given.kind === "reply" && given.nextSteps.length > 0 ? [`${typed} show:more`, `${typed} show:code`, ...((await offersWords(typed)) ? [`${typed} show:words`] : [])] : [];
  await expect(await goldenTexts([typed, ...views], world)).toMatchFileSnapshot(goldenFile(name));
});
