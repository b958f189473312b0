/** Kinds of conditions that readings left out without a word, or turned round: each is in the call, or said to be left out. */
import { expect, test } from "vitest";
import { continuedBy } from "../../src/asking/earlier-call.ts";
import { parserOf, questionReader } from "../../src/asking/question-reader.ts";
import type { Understanding } from "../../src/asking/understanding.ts";
import { courseKnowledge } from "./known.ts";

const knowledge = courseKnowledge();
/** What call is made of a question, whether it is run or offered. */
const read = questionReader(knowledge, () => ({ confidence: 1, isRun: true }));
const callOf = (found: Understanding) => (found.kind === "confident" ? found.reading.call : found.kind);
const focusOf = (found: Understanding) => (found.kind === "confident" ? found.reading.focus : null);
const leftOutOf = (question: string): readonly string[] | string => {
  const found = read(question);
  return found.kind === "confident" ? found.reading.leftOut : found.kind;
};

test.each([
  ["80% CI for JPM alpha p.a., yes eighty", "beta", { ticker: "JPM" }],
  ["gimme the 90% CI for XOM alpha in pct per yr, hac", "beta", { ticker: "XOM", errors: "hac" }],
  ["T beta, jan 2009 to jan 2013", "beta", { ticker: "T", from: "2009-01-01", to: "2013-01-31" }],
  ["hedge T with SPY for $50k", "hedge", { ticker: "T", factor: "SPY", amount: "50000" }],
])("%s: letters of the course are no ticker, and a ticker of one letter is one", (question, command, options) => {
  expect(callOf(read(question))).toEqual({ command, options });
});

test.each([
  ["SPY's beta on JPM", "beta", { ticker: "SPY", factor: "JPM" }],
  ["is JPM's beta equal to MSFT's", "compare", { tickers: "JPM MSFT" }],
  ["whats the beta between SMB and the mkt", "beta", { ticker: "SMB", factor: "Mkt-RF" }],
])("%s: who is regressed on whom is as it is said", (question, command, options) => {
  expect(callOf(read(question))).toEqual({ command, options });
});

test.each([
  ["with 250,000 usd risk per quarter, how much KO do I buy? no hedge", "size", { ticker: "KO", budget: "250000", horizon: "quarter" }],
  ["total expected p&l per year on $10,000,000 of MSFT, using the full sample", "track", { ticker: "MSFT", amount: "10000000" }],
  ["position size for jpm with 5 million a YEAR", "size", { ticker: "JPM", budget: "5000000", horizon: "year" }],
  ["I'm holding $600k of MSFT and $400k of KO. total SPY short for zero beta?", "hedge", { ticker: "0.6*MSFT+0.4*KO", factor: "SPY", amount: "1000000" }],
  ["hedge 500k JPM and 500k MSFT with SPY", "hedge", { ticker: "0.5*JPM+0.5*MSFT", factor: "SPY", amount: "1000000" }],
])("%s: an amount is what it is called", (question, command, options) => {
  expect(callOf(read(question))).toEqual({ command, options });
});

test.each([
  ["beta of 0.6*JPM+0.4*WMT", "beta", { ticker: "0.6*JPM+0.4*WMT" }],
  ["what is the beta of 0.6 * JPM + 0.4 * WMT monthly since 2010?", "beta", { ticker: "0.6*JPM+0.4*WMT", frequency: "monthly", from: "2010-01-01" }],
  ["sharpe of (AAPL+MSFT+NVDA)/3", "performance", { ticker: "(AAPL+MSFT+NVDA)/3" }],
  ["what is the beta of JPM - WMT?", "beta", { ticker: "JPM - WMT" }],
  ["beta of JPM-WMT", "beta", { ticker: "JPM - WMT" }],
  ["beta of JPM - 0.5*WMT on SPY", "beta", { ticker: "JPM - 0.5*WMT", factor: "SPY" }],
  ["R2 of JPM*0.6 + WMT*0.4", "beta", { ticker: "0.6*JPM+0.4*WMT" }],
])("%s: a formula is one portfolio", (question, command, options) => {
  expect(callOf(read(question))).toMatchObject({ command, options });
  expect(leftOutOf(question)).toEqual([]);
});

test("a correlation of two names is theirs", () => {
  expect(JSON.stringify(callOf(read("correlation JPM - WMT")))).not.toContain("JPM - WMT");
});

test.each(["compare JPM - WMT", "compare JPM-WMT betas", "betas of JPM + WMT", "JPM vs WMT: which has more beta"])("%s: names side by side are no portfolio", (question) => {
  expect(callOf(read(question))).toMatchObject({ command: "compare", options: { tickers: "JPM WMT" } });
});

test("an answer of one's own beside a budget is said to be left out, and is no budget", () => {
  const found = read("Mine: hedged position $3,921,877. Is it off? 1M/month budget, MSFT.");
  expect(callOf(found)).toMatchObject({ command: "size", options: { ticker: "MSFT", budget: "1000000", horizon: "month" } });
  expect(found.kind === "confident" && found.reading.leftOut).toEqual(["$3,921,877"]);
});

test.each([
  ["is alpha of wmt zero? 5% level, hac", { value: 0, side: "two" }],
  ["Could the market beta of Johnson & Johnson be 0.5? use monthly data", { value: 0.5, side: "two" }],
  ["Is the t-stat of WMT alpha larger than two w/ monthly data since 1993", { value: 2, side: "greater" }],
])("%s is a test", (question, hypothesis) => {
  expect(focusOf(read(question))?.hypothesis).toMatchObject(hypothesis);
});

test.each([
  ["beta of T on SPY without an intercept", "without an intercept"],
  ["What's the maximum Sharpe ratio from combining SPY with hedged MSFT?", "combining SPY with hedged MSFT"],
  ["WMT beta by year 2015..2020, list", "by year"],
  ["corr matrix jpm msft xom residuals ff3 2016-", "the factors"],
  ["Are alphas of MSFT and AAPL equal, ff5", "the factors"],
  ["what happens to jpm's hedged position if beta is really 1.2 but i hedged with 1.395", "1.395"],
])("%s: what no command can do is said", (question, words) => {
  const leftOut = leftOutOf(question);
  expect(typeof leftOut === "string" ? leftOut : leftOut.join("; ")).toContain(words);
});

test("one day's rows are no sample: the rolling β of a day is of the rows until then, and no other number is run on one", () => {
  expect(callOf(read("rolling 1 yr beta of jpm on spy. what was it on 31 march 2020"))).toEqual({ command: "rolling", options: { ticker: "JPM", window: "252", to: "2020-03-31" } });
  for (const question of ["what was jpm's residual on 2020-03-16", "beta of JPM on 2008-09-29", "vol of WMT on aug 2 2024"]) expect([question, callOf(read(question))]).toEqual([question, "unsure"]);
});

test("the class is not ranked by β where only its αs can be", () => {
  for (const question of ["rank all stocks by beta", "lowest beta stock in ur data??"]) {
    const found = read(question);
    expect([question, found.kind === "confident" && found.reading.call.command === "alphas"]).toEqual([question, false]);
  }
});

test.each([
  ["Where do TAs hold office hours this week, and is it on zoom?", "course-fact"],
  ["When's ex 3 due? brightspace shows nothing", "course-fact"],
  ["thx ur a lifesaver!!", "smalltalk"],
  ["can you recommend a good ramen place near campus", "unsure"],
  ["can you recommend a stock", "no-advice"],
  ["should I buy MSFT?", "no-advice"],
])("%s: %s", (question, kind) => {
  expect(read(question).kind).toBe(kind);
});

test("a statement in whose words advice is named is judged, and none is given", () => {
  expect(read("t of 3.6 proves that microsoft will beat the market in the future").kind).not.toBe("no-advice");
  expect(read("should I put my money in MSFT as its alpha is significant").kind).toBe("no-advice");
});

test.each([
  ["CVX beta before 2008", "& after?", "beta", { ticker: "CVX", from: "2008-01-01" }],
  ["hedge for 100k CAT with spy please", "double that amount", "hedge", { ticker: "CAT", factor: "SPY", amount: "200000" }],
  ["JPM hedge with 500k, spy", "and if beta is measured over last 90 days instead", "hedge", { ticker: "JPM", amount: "500000", from: "2024-08-22" }],
  ["how much KO can i hold with 100k per month budget?", "what would i earn on that in alpha per year", "size", { ticker: "KO", budget: "100000", horizon: "month" }],
  ["how much spy to short against 50k jpm", "now with 75k", "hedge", { ticker: "JPM", amount: "75000" }],
])("behind %s, %s keeps what it leans on", (before, question, command, options) => {
  const first = read(before);
  if (first.kind !== "confident") throw new Error(`"${before}" is not read`);
  const earlier = continuedBy(first.reading.call, first.reading.focus, null, knowledge.commands);
  expect(callOf(read(question, earlier))).toEqual({ command, options });
});

test.each([
  "if beta was 0.9 instead of 1.188 what would msft total variance be",
  "mkt vol doubles, resid vol same. msft R2 becomes?",
  "shock of -3% to SMB and +1% to mkt, ff3, what does COST do",
  "99% var one day of 1 million in SPY",
  "rolling 1yr vol jpm plot",
])("%s: what is supposed and no option holds is not answered without it", (question) => {
  expect(read(question).kind).toBe("unsure");
});

test.each([
  ["beta of WMT since 01.06.2015", "beta", { ticker: "WMT", from: "2015-06-01" }],
  ["beta of WMT since 25.03.2015", "beta", { ticker: "WMT", from: "2015-03-25" }],
  ["beta of WMT since 06/01/2015", "beta", { ticker: "WMT", from: "2015-06-01" }],
  ["sbux alpha from 2001 onwards till 2010", "beta", { ticker: "SBUX", from: "2001-01-01", to: "2010-12-31" }],
  ["HD beta pre covid vs post covid", "beta", { ticker: "HD", split: "2020-02-20" }],
  ["MSFT beta before and after 2000", "beta", { ticker: "MSFT", split: "2000-01-01" }],
  ["did tesla's alpha fall after 2020", "beta", { ticker: "TSLA", split: "2021-01-01" }],
  ["did apple's idiosyncratic volatility shrink since 2010", "beta", { ticker: "AAPL", split: "2010-01-01" }],
  ["did the correlation of JPM with the market increase after 2008", "beta", { ticker: "JPM", split: "2009-01-01" }],
  ["was JPM's beta lower before 2008", "beta", { ticker: "JPM", split: "2008-01-01" }],
  ["was JPM's beta higher during covid", "beta", { ticker: "JPM", split: "2020-02-20..2020-12-31" }],
  ["beta of apple in 2008 vs 2020", "beta", { ticker: "AAPL", from: "2008-01-01", to: "2020-12-31", split: "2008-01-01..2008-12-31", without: "2009-01-01..2019-12-31" }],
  ["sharpe of JPM in 2008 vs 2009", "beta", { ticker: "JPM", from: "2008-01-01", to: "2009-12-31", split: "2008-01-01..2008-12-31" }],
  ["alpha of MSFT before 2010 compared with after 2015", "beta", { ticker: "MSFT", split: "2016-01-01", without: "2010-01-01..2015-12-31" }],
  ["how deep did SBUX fall in the covid crash, max drawdown", "performance", { ticker: "SBUX", from: "2020-02-20", to: "2020-03-23" }],
  ["long JPM and short WMT, beta of that", "beta", { ticker: "JPM - WMT" }],
  ["half my money in jpm and the other half in wmt, beta of that portfolio", "beta", { ticker: "0.5*JPM+0.5*WMT" }],
  ["what is the beta of a portfolio of half apple half nvidia", "beta", { ticker: "0.5*AAPL+0.5*NVDA" }],
  ["what would my beta be with 30% cash and 70% tesla", "beta", { ticker: "0.7*TSLA" }],
  ["beta of half cash half apple", "beta", { ticker: "0.5*AAPL" }],
  ["beta of 60% JPM with the rest in cash", "beta", { ticker: "0.6*JPM" }],
  ["sharpe of 40% JPM, 40% WMT and 20% cash", "performance", { ticker: "0.4*JPM+0.4*WMT" }],
  ["how much cash do I need to hedge JPM", "hedge", { ticker: "JPM" }],
  ["bloomberg style adjusted beta jpm", "beta", { ticker: "JPM", as: "bloomberg" }],
  ["give me monthly data of MSFT + Mkt-RF 2015-2024 in a csv file", "data get", { series: "MSFT Mkt-RF", from: "2015-01-01", to: "2024-12-31", frequency: "monthly" }],
  ["tengo 75.000 dólares en JPM, ¿cuánto SPY tengo que vender para cubrirme?", "hedge", { ticker: "JPM", amount: "75000" }],
  ["jpm beta w/o 08 and 09", "beta", { ticker: "JPM", without: "2008-01-01..2009-12-31" }],
  ["MSFT alpha without the dot com bubble (1998 thru 2000)", "beta", { ticker: "MSFT", without: "1998-01-01..2000-12-31" }],
  ["nvidia ka beta kya hai last 5 saal ka", "beta", { ticker: "NVDA", from: "2020-01-01" }],
  ["qual o R2 da Apple no modelo de 3 fatores?", "regress", { ticker: "AAPL", model: "ff3" }],
  ["Wie hoch ist das Beta von JPMorgan mit Monatsdaten seit 2000?", "beta", { ticker: "JPM", from: "2000-01-01", frequency: "monthly" }],
  ["si el mercado cae un 5% cuanto cae JPM en promedio", "track", { ticker: "JPM", move: "-5%" }],
  ["risk free rate in 2023?", "describe", { series: "RF", from: "2023-01-01", to: "2023-12-31" }],
  ["if the market falls 10% in a month, what happens to MSFT?", "track", { ticker: "MSFT", move: "-10%", frequency: "monthly" }],
  ["how much does 5m of jpm make a year", "track", { ticker: "JPM", amount: "5000000" }],
  ["beta of 150% jpm and -50% cash", "beta", { ticker: "1.5*JPM" }],
  ["volatility of 150% jpm on borrowed money", "performance", { ticker: "1.5*JPM" }],
  ["volatility of jpm with 1.5x leverage", "performance", { ticker: "1.5*JPM" }],
  ["if i lever msft 2x what is my beta", "beta", { ticker: "2*MSFT" }],
  ["wie viel JPM kann ich halten wenn mein vola budget 200k pro woche ist?", "size", { ticker: "JPM", budget: "200000", horizon: "week" }],
  ["how much $ did $1 in amzn become since 2010", "performance", { ticker: "AMZN", from: "2010-01-01" }],
  ["can you run Intel (INTC) on ff3 since 2000?", "regress", { ticker: "INTC", model: "ff3", from: "2000-01-01" }],
  ["is jpm's beta higher after 2009 than during the crisis", "beta", { ticker: "JPM", from: "2007-12-01", split: "2010-01-01", without: "2009-07-01..2009-12-31" }],
  ["betas for msft in 2017 and in 2022 side by side", "beta", { ticker: "MSFT", from: "2017-01-01", to: "2022-12-31", split: "2017-01-01..2017-12-31", without: "2018-01-01..2021-12-31" }],
])("%s is read with all that it says", (question, command, options) => {
  expect(callOf(read(question))).toEqual({ command, options });
});

test("which stock has the most of something is answered among the course's own, and says that there are more, unless all are meant", () => {
  const found = read("which stock has the highest beta");
  expect(found.kind === "confident" && found.reading.assumed).toMatch(/^of WMT, JPM and MSFT, the course's own; \d+ more are loaded$/u);
  expect(callOf(read("which stock has the highest alpha out of the ones you have"))).toEqual({ command: "alphas", options: {} });
});

test.each(["can volatility be negative", "can alpha be negative", "can a sharpe ratio be negative"])("%s is no question about β", (question) => {
  const found = read(question);
  expect(found.kind === "confident" && found.reading.call.options["claim"]).not.toBe("beta-can-be-negative");
});

test("a follow-up puts the fund in the factor's place, explains what was meant, and is not the same call without what was to change", () => {
  const behind = (before: string, question: string) => {
    const found = read(before);
    if (found.kind !== "confident") throw new Error(`${before} is ${found.kind}`);
    return read(question, continuedBy(found.reading.call, found.reading.focus, null, knowledge.commands));
  };
  expect(callOf(behind("hedge 2 mio JPM", "spy instead of mkt"))).toEqual({ command: "hedge", options: { ticker: "JPM", amount: "2000000", factor: "SPY" } });
  expect(callOf(behind("durbin watson for jpm on spy", "so what does that mean??"))).toMatchObject({ command: "explain", options: { topic: "durbin-watson" } });
  expect(callOf(behind("50/50 portfolio of JPM and WMT - beta?", "make it 80/20"))).toEqual({ command: "beta", options: { ticker: "0.8*JPM+0.2*WMT" } });
  expect(behind("50/50 portfolio of JPM and WMT - beta?", "make it 80/30").kind).toBe("unsure");
  expect(callOf(behind("correlation KO PEP", "oh then use pg instead of pepsi"))).toEqual({ command: "describe", options: { series: "KO PG" } });
  expect(callOf(behind("rolling beta of tsla 1 year", "make it 60 months"))).toEqual({ command: "rolling", options: { ticker: "TSLA", window: "60", frequency: "monthly" } });
  expect(callOf(behind("expected return aapl", "but with 3% market premium"))).toEqual({ command: "expected", options: { ticker: "AAPL", premium: "3%" } });
  expect(callOf(behind("MSFT beta daily", "why is it above 1"))).toMatchObject({ command: "explain", options: { topic: "beta" } });
  expect(focusOf(behind("is jpm alpha significant", "with newey west errors i mean"))).toMatchObject({ quantity: "t-alpha", hypothesis: { value: 0 } });
  expect(focusOf(behind("test beta of msft = 1", "one sided greater"))).toMatchObject({ hypothesis: { value: 1, side: "greater" } });
  expect(focusOf(behind("is jpm alpha significant", "and its beta?"))).toMatchObject({ quantity: "beta", hypothesis: null });
  expect(callOf(behind("jpm vs wmt beta", "add KO to it"))).toEqual({ command: "compare", options: { tickers: "JPM WMT KO" } });
  expect(callOf(behind("what does hac mean", "ok use it for jpm's alpha"))).toMatchObject({ command: "beta", options: { ticker: "JPM", errors: "hac" } });
  expect(focusOf(behind("msft beta", "whats the t-stat of that against 1"))).toMatchObject({ quantity: "t-beta", hypothesis: { value: 1 } });
});

test.each([
  ["drawdown of JPM in 2008 vs 2020", "2020"],
  ["beta of JPM and WMT in 2008 vs 2020", "2020"],
  ["has JPM's appraisal ratio improved since 2010", "the change: only one side of it is shown"],
  ["is jpm's beta lower today than in 2008-2009", "today"],
  ["is nvidia's beta higher now than before 2015", "now"],
])("%s: what no command sets side by side is said to be left out", (question, words) => {
  const found = read(question);
  expect(found.kind === "confident" && found.reading.leftOut).toContain(words);
});

test.each([
  ["did jpm's beta go up after the financial crisis", "rise"],
  ["has nvidia's beta fallen since 2015", "fall"],
  ["is the beta of JPM higher in 2008 than in 2019", "rise"],
  ["did JPM's beta fall from 2008 to 2012", "fall"],
  ["was JPM's beta lower before 2008", "rise"],
  ["did JPM's beta not fall after 2008", undefined],
  ["how much did JPM's beta fall after 2008", undefined],
  ["beta of JPM before and after 2008", undefined],
  // What is supposed is of today, or of what followed, and no day of it is named.
  ["is jpm's beta lower today than in 2008-2009", undefined],
  ["is nvidia's beta higher now than before 2015", undefined],
  ["is jpm's beta lower than it was in 2008-2009", undefined],
  ["has jpm's beta fallen since 2008-2009", undefined],
  ["is jpm's beta higher after 2009 than during the crisis", "rise"],
])("%s supposes that the number is of that change: %s", (question, change) => {
  const found = read(question);
  expect(found.kind === "confident" && found.reading.focus?.changeSupposed).toBe(change);
});

test.each(["what is the beta of a portfolio of half apple half nvidia", "what would my beta be with 30% cash and 70% tesla", "beta of 60% JPM with the rest in cash"])("%s: nothing of a mix that the call holds is called left out", (question) => {
  const found = read(question);
  expect(found.kind === "confident" && found.reading.leftOut).toEqual([]);
});

test("weights that leave another share than the cash that is named are no mix, and nothing is run of them", () => {
  expect(read("volatility of 50% tesla and 30% cash").kind).toBe("unsure");
});

test.each([
  ["beta of cost", ["COST"]],
  ["compare beta wmt cost", ["WMT", "COST"]],
  ["is cost's alpha still there with ff5?", ["COST"]],
  ["treynor ratio cost vs wmt", ["COST", "WMT"]],
  ["is beta of low higher than hd", ["LOW", "HD"]],
  ["what is the cost of hedging msft", ["MSFT"]],
  ["beta of low vol stocks", []],
  ["what are the key takeaways", []],
  ["and what abt jpm", ["JPM"]],
  ["sharpe di amazon dal 2010", ["AMZN"]],
])("a word that is a ticker too is one where a name is due: %s", (question, assets) => {
  expect(parserOf(knowledge)(question).assets).toEqual(assets);
});

test.each([
  ["capm return for xom w 5% premium and rf 6%", { ticker: "XOM", premium: "5%", rf: "6%" }],
  ["market premium goes to zero, E[r] of jpm?", { ticker: "JPM", premium: "0%" }],
  ["whats expected return of WMT if mkt premium is 6% and rf 4%", { ticker: "WMT", premium: "6%", rf: "4%" }],
])("a rate and a premium of one's own are in the call: %s", (question, options) => {
  expect(callOf(read(question))).toEqual({ command: "expected", options });
});

test.each([
  ["if i overhedge jpm by 50% whats the beta left", { ticker: "JPM", ratio: "150%" }],
  ["what if I only hedge half of msft's beta, what's the vol", { ticker: "MSFT", ratio: "50%" }],
  ["if i over-hedge msft and short 1.5 dollars of market per dollar, what beta do i end up with", { ticker: "MSFT", ratio: "1.5" }],
  ["what if i hedge msft w beta 1 instead of 1.19", { ticker: "MSFT", ratio: "1" }],
  ["vol of msft with a hedge ratio of 0.8", { ticker: "MSFT", ratio: "0.8" }],
  ["hedge MSFT so that only 10% of the variance is market", { ticker: "MSFT", target: "10%" }],
  ["hedge ratio of msft since 2010", { ticker: "MSFT", from: "2010-01-01" }],
])("what is sold instead of β is in the call: %s", (question, options) => {
  expect(callOf(read(question))).toEqual({ command: "hedge", options });
});
