import { expect, test } from "vitest";
import { trackReply } from "../../../src/render/replies/track.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { madeUpHedge, madeUpTracking } from "../made-up-portfolios.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

const premium = { ...madeUpEstimate("premium", 0.00048, 0.00015), sample: madeUpSample, inference: classical };
const answer = (fit = madeUpFit()) => withMore((context) => trackReply({ fit, robust: null, tracking: madeUpTracking(), premium, hedged: madeUpHedge(), amount: null, move: null }, context), madeUpContext("track"));

test("the tracking portfolio holds each factor by its β, a negative one short", () => {
  const reply = answer(madeUpFit({ betas: [madeUpEstimate("Mkt-RF", 1.188, 0.01), madeUpEstimate("HML", -0.5, 0.2)] }));
  expect(titleOf(reply)).toBe("JPM's tracking portfolio: $1.188 of Mkt-RF, −$0.500 of HML");
  expect(linesOf(reply).slice(0, 2)).toEqual([
    "**$1.188 of Mkt-RF** for $1 of JPM · 95% interval of β 1.168 to 1.208",
    "**−$0.500 of HML** for $1 of JPM · 95% interval of β −0.89 to −0.11",
  ]);
  expect(linesOf(reply)).toContain("The tracking portfolio has JPM's β and all of its factor risk, and neither α nor ε: anyone can hold it with Mkt-RF and HML alone.");
});

test("mean and volatility are the tracking portfolio's; the tracking error is the hedged one's", () => {
  const lines = linesOf(answer());
  expect(lines).toContain("Tracking return β · f: mean **12.13%** a year (×252) · 95% interval 4.7% to 19.5%");
  expect(lines).toContain("Tracking return: volatility **25.99%** a year");
  expect(lines).toContain("Left behind: α = 4.01% a year (×252), 95% interval −4.9% to 12.9%");
  expect(lines).toContain("σ(ε) = 26.13% a year, the course's tracking error");
});

test("the whole reply", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# JPM's tracking portfolio: $1.395 of SPY (#0072b2)
    **$1.395 of SPY** for $1 of JPM · 95% interval of β 1.364 to 1.426
    Tracking return β · f: mean **12.13%** a year (×252) · 95% interval 4.7% to 19.5%
    It carries R² = 0.497, that is 49.7% of JPM's variance

    The tracking portfolio has JPM's β and all of its factor risk, and neither α nor ε: anyone can hold it with SPY alone.
    [More]
    Tracking return: volatility **25.99%** a year
    Left behind: α = 4.01% a year (×252), 95% interval −4.9% to 12.9%
    σ(ε) = 26.13% a year, the course's tracking error

    💡 Take the tracking return away from JPM's, day by day. What are the mean, the volatility and the β of the rest?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://tracking.png
    picture tracking.png: Scatter of JPM and its tracking portfolio against SPY: β = 1.395, R² = 0.497. The tracking portfolio lies on one rising straight line through 0; JPM scatters around it. 95% interval of β 1.364 to 1.426. n = 7,974, daily excess returns, 1993-02-01 to 2024-12-31.
    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Performance] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /track ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /track ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:tracking-portfolio ticker:JPM numbers:false
    [Show the code] /track ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /track ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, tracking, premium, hedged"
  `);
});

test("a move of the factor is answered first, with the interval of the average and the swing of single days", () => {
  const reply = trackReply({ fit: madeUpFit(), robust: null, premium, tracking: madeUpTracking(), hedged: madeUpHedge(), amount: 5_000_000, move: -0.03 }, madeUpContext("track"));
  const { betas, asset } = madeUpFit();
  expect(titleOf(reply)).toContain(`−3%: ${asset} −$`);
  const [first, second, third] = linesOf(reply);
  expect(first).toMatch(new RegExp(`If \\S+ returns −3%: \\*\\*${asset} −`, "u"));
  expect(second).toContain("α and ε come on top");
  expect(third).toContain("On $5,000,000: ");
  expect(Math.abs(betas[0].value * 0.03 * 5_000_000)).toBeGreaterThan(0);
});

test("an amount without a move says what it swings by, and its twin in dollars", () => {
  const reply = trackReply({ fit: madeUpFit(), robust: null, premium, tracking: madeUpTracking(), hedged: madeUpHedge(), amount: 10_000_000, move: null }, madeUpContext("track"));
  expect(linesOf(reply).slice(0, 3).join("\n")).toMatch(/\$10,000,000 of \S+\*\* swings by \*\*\$[\d,]+\*\* a year[^]*Its twin: \$/u);
});
