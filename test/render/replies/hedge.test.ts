import { expect, test } from "vitest";
import type { HedgedPortfolio } from "../../../src/engine/hedged-portfolio.ts";
import { hedgeReply, type HedgeResult } from "../../../src/render/replies/hedge.ts";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { madeUpHedge, madeUpPartialHedge } from "../made-up-portfolios.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

const context = madeUpContext("hedge", { options: { ticker: "JPM", factor: "SPY", target: "20%" } });
const answer = (hedged: HedgedPortfolio, fit = madeUpFit(), others: Partial<HedgeResult> = {}) =>
  withMore((each) => hedgeReply({ fit, robust: null, hedged, inference: null, rowsNeeded: fit.sample.observations < 2016 ? 2016 : null, amount: null, ...others }, each), context);

test("a hedge sells the factor below 0 dollars, and buys it from 0 on", () => {
  const title = (dollars: number) => titleOf(answer(madeUpHedge({ hedges: [{ factor: "SPY", dollars }] })));
  expect(title(-0.01)).toBe("JPM hedged: for $1, sell $0.0100 of SPY");
  expect(title(0)).toBe("JPM hedged: for $1, buy $0 of SPY");
  expect(title(0.01)).toBe("JPM hedged: for $1, buy $0.0100 of SPY");
});

test("each factor has its own leg and the interval of its own β", () => {
  const fit = madeUpFit({ betas: [madeUpEstimate("Mkt-RF", 1.188, 0.01), madeUpEstimate("HML", -0.5, 0.2)] });
  const hedges: HedgedPortfolio["hedges"] = [{ factor: "Mkt-RF", dollars: -1.188 }, { factor: "HML", dollars: 0.5 }];
  expect(titleOf(answer(madeUpHedge({ hedges }), fit))).toBe("JPM hedged: for $1, sell $1.188 of Mkt-RF, buy $0.500 of HML");
  expect(linesOf(answer(madeUpHedge({ hedges }), fit)).slice(0, 2)).toEqual([
    "**Sell $1.188 of Mkt-RF** for $1 of JPM · 95% interval of β 1.168 to 1.208",
    "**Buy $0.500 of HML** for $1 of JPM · 95% interval of β −0.89 to −0.11",
  ]);
});

test("the hint says how the mean moved with the hedge", () => {
  const hint = (mean: number) => linesOf(answer(madeUpHedge({ mean }))).at(-1) ?? "";
  expect(hint(0.0006399)).toContain("In these rows the mean fell with the volatility.");
  expect(hint(0.00064)).toContain("In these rows the mean stayed while the volatility fell.");
  expect(hint(0.0006401)).toContain("In these rows the mean rose while the volatility fell.");
});

test("a target above the unhedged share is called levering up", () => {
  const text = (targetShare: number) => {
    const reply = answer(madeUpPartialHedge({ targetShare }), madeUpFit({ rSquared: 0.4968 }));
    return [titleOf(reply), ...linesOf(reply)].join("\n");
  };
  expect(text(0.4969)).toMatch(/^JPM levered: [^]*levering up, not a hedge/u);
  expect(text(0.4968)).toMatch(/^JPM hedged: [^]*xh = √/u);
  expect(text(0.4968)).not.toContain("levering up");
});

test("a negative β keeps its sign in a partial hedge's formula", () => {
  const formula = (value: number) => linesOf(answer(madeUpPartialHedge({ targetShare: 0.2 }), madeUpFit({ betas: [madeUpEstimate("SPY", value, 0.01)] }))).join("\n");
  expect(formula(-0.001)).toContain("xh = −√(v");
  expect(formula(0.001)).toContain("xh = √(v");
});

test("where the interval that decides holds 0, a whole hedge may add risk", () => {
  const unsure = "Its β on SPY can't be told apart from 0: on other days that hedge may add risk rather than take it.";
  const text = (low: number, robust: FactorFit | null = null) =>
    linesOf(answer(madeUpHedge(), madeUpFit({ betas: [madeUpEstimate("SPY", 0.1, 0.05, { interval: [low, 0.2] })] }), { robust })).join("\n");
  expect(text(0)).toContain(unsure);
  expect(text(0.0001)).not.toContain(unsure);
  expect(text(0.0001, madeUpFit({ betas: [madeUpEstimate("SPY", 0.1, 0.1, { interval: [-0.1, 0.3] })] }))).toContain(unsure);
});

test("a hedge in part says what an interval of its dollars takes where it has none, and for an amount prints that of the dollars", () => {
  const estimate = { ...madeUpEstimate("SPY", -0.6935, 0.02, { interval: [-0.75, -0.64] }), sample: madeUpSample, inference: classical };
  const inference = (hedges: readonly (typeof estimate)[] | null) => ({ hedges, mean: estimate, targetShare: 0.2 });
  const lines = (observations: number, hedges: readonly (typeof estimate)[] | null, amount: number | null = null) =>
    linesOf(answer(madeUpPartialHedge(), madeUpFit({ sample: { ...madeUpSample, observations } }), { inference: inference(hedges), amount }));
  expect(lines(2015, null)[0]).toBe("**Sell $0.694 of SPY** for $1 of JPM");
  expect(lines(2015, null)).toContain("-# An interval of these dollars takes 2,016 days, as volatility comes in spells: here are 2,015.");
  expect(lines(2016, null)).toContain("-# These dollars have no interval: a stretch of JPM's rows determines no hedge.");
  expect(lines(2016, [estimate]).join("\n")).not.toMatch(/takes 2,016|no interval/u);
  expect(lines(2016, [estimate], 1e6)[0]).toBe("**Sell $693,500 of SPY** against $1,000,000 of JPM · 95% interval $640,000 to $750,000");
  expect(lines(2015, null, 1e6)[0]).toBe("**Sell $693,500 of SPY** against $1,000,000 of JPM");
});

test("with several factors exposures shrink where the target is below the share there is, and grow above it", () => {
  const fit = madeUpFit({ rSquared: 0.4968, betas: [madeUpEstimate("SPY", 1.2, 0.05), madeUpEstimate("HML", -0.5, 0.2)] });
  const line = (targetShare: number) => linesOf(answer(madeUpPartialHedge({ targetShare }), fit)).find((each) => each.startsWith("All exposures"));
  expect(line(0.4968)).toBe("All exposures shrink by the same factor.");
  expect(line(0.4969)).toBe("All exposures grow by the same factor.");
});

test("a hedge in part has the interval of its own dollars and mean", () => {
  const estimate = (value: number, standardError: number) => ({ ...madeUpEstimate("SPY", value, standardError), sample: madeUpSample, inference: classical });
  const inference = (value: number, standardError: number) => ({ hedges: [estimate(value, standardError)], mean: estimate(0.0004, 0.0002), targetShare: 0.2 });
  const lines = (value: number, standardError: number) => linesOf(answer(madeUpPartialHedge(), madeUpFit(), { inference: inference(value, standardError) }));
  expect(lines(-0.6935, 0.02)[0]).toBe("**Sell $0.694 of SPY** for $1 of JPM · 95% interval $0.654 to $0.733");
  expect(lines(-0.01, 0.02)[0]).toBe("**Sell $0.694 of SPY** for $1 of JPM · 95% interval −$0.049 to $0.029, sold where negative");
  expect(lines(-0.6935, 0.02)[1]).toBe("**Mean = 10.11%** a year (×252) · 95% interval 0.2% to 20.0%");
});

test("the whole reply of a whole hedge", () => {
  expect(replyText(answer(madeUpHedge()))).toMatchInlineSnapshot(`
    "# JPM hedged: for $1, sell $1.395 of SPY (#0072b2)
    **Sell $1.395 of SPY** for $1 of JPM · 95% interval of β 1.364 to 1.426
    **Mean = 4.007%** a year (×252) = α, 95% interval −4.9% to 12.9%
    **Volatility = 26.13%** a year = σ(ε), unhedged 36.85%

    What is left of JPM is α + ε: its **idiosyncratic risk** and its α.
    [More]
    Unhedged: mean 16.13% a year (×252); 49.7% of its variance is factor risk (R²)
    Measured on the hedged returns, to 6 decimals as the chapter checks it: SPY: β 0.000000, correlation 0.000000
    No factor risk by construction, on these rows: β is estimated, so tomorrow's hedge is as good as the estimate.

    💡 In these rows the mean fell with the volatility. Is the hedged position the better bet? Compare what each earns for its risk.
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://hedged.png
    picture hedged.png: Scatter: hedged JPM against SPY has β = 0; it is a flat cloud around 0, while SPY against itself is the line with β = 1. Correlation of the hedged returns with SPY: 0. Hedged volatility 26.13% a year, n = 7,974, daily excess returns, 1993-02-01 to 2024-12-31.
    [Size it] /size ticker:JPM factor:SPY
    [Keep 20% factor risk] /hedge ticker:JPM factor:SPY target:20%
    [More] /hedge ticker:JPM factor:SPY target:20% show:more
    [Show the code] /hedge ticker:JPM factor:SPY target:20% show:code
    [Explain] /explain topic:hedged-portfolio ticker:JPM factor:SPY
    [Show the code] /hedge ticker:JPM factor:SPY target:20% show:code
    [Get the data] /data get series:"JPM, SPY"
    [Copy recipe] /hedge ticker:JPM factor:SPY target:20% show:recipe
    for everyone; result: fit, hedged"
  `);
});

test("the whole reply of a hedge that keeps a fifth of factor risk", () => {
  expect(replyText(answer(madeUpPartialHedge()))).toMatchInlineSnapshot(`
    "# JPM hedged: for $1, sell $0.694 of SPY (#0072b2)
    **Sell $0.694 of SPY** for $1 of JPM
    **Mean = 10.11%** a year (×252)
    **Volatility = 26.13%** a year, unhedged 36.85%

    You asked for 20.0% of the variance as factor risk; without any hedge it is 49.7%.
    -# These dollars have no interval: a stretch of JPM's rows determines no hedge.
    [More]
    Unhedged: mean 16.13% a year (×252); 49.7% of its variance is factor risk (R²)
    Of the mean, α = 4.007%, 95% interval −4.9% to 12.9%
    xh = √(v · Var(ε) / ((1 − v) · Var(f))) − β.
    Exposure kept: β = 0.7015 to SPY (correlation 0.447)
    Factor share of the variance that is left: 20.0%

    💡 Shares go with the square of what exposure is left. How much of β would you keep for half of this share?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://hedged.png
    picture hedged.png: Scatter: hedged JPM against SPY has β = 0.70; its cloud still rises with SPY, whose own line has β = 1. Correlation of the hedged returns with SPY: 0.447. Hedged volatility 26.13% a year, n = 7,974, daily excess returns, 1993-02-01 to 2024-12-31.
    [Hedge it whole] /hedge ticker:JPM factor:SPY
    [More] /hedge ticker:JPM factor:SPY target:20% show:more
    [Show the code] /hedge ticker:JPM factor:SPY target:20% show:code
    [Explain] /explain topic:partial-hedge ticker:JPM factor:SPY
    [Show the code] /hedge ticker:JPM factor:SPY target:20% show:code
    [Get the data] /data get series:"JPM, SPY"
    [Copy recipe] /hedge ticker:JPM factor:SPY target:20% show:recipe
    for everyone; result: fit, hedged"
  `);
});

test("several exposures stand beside each other, measured or kept", () => {
  const exposures = [{ factor: "Mkt-RF", beta: 0.1, correlation: 0.2 }, { factor: "HML", beta: 0.3, correlation: 0.4 }];
  expect(linesOf(answer(madeUpHedge({ exposures })))).toContain(
    "Measured on the hedged returns, to 6 decimals as the chapter checks it: Mkt-RF: β 0.100000, correlation 0.200000; HML: β 0.300000, correlation 0.400000",
  );
  expect(linesOf(answer(madeUpPartialHedge({ exposures })))).toContain("Exposure kept: β = 0.1000 to Mkt-RF (correlation 0.200); β = 0.3000 to HML (correlation 0.400)");
});

test("an amount is traded whole, with what the interval of β leaves open", () => {
  const fit = madeUpFit({ betas: [madeUpEstimate("SPY", 1.188, 0.01)] });
  const reply = hedgeReply({ fit, robust: null, hedged: madeUpHedge({ hedges: [{ factor: "SPY", dollars: -1.188 }] }), inference: null, rowsNeeded: null, amount: 3_000_000 }, context);
  expect(titleOf(reply)).toBe("JPM hedged: for $3.00M, sell $3.56M of SPY");
  expect(linesOf(reply)[0]).toMatch(/^\*\*Sell \$3,564,000 of SPY\*\* against \$3,000,000 of JPM · by the interval of β \$3,50\d,\d{3} to \$3,62\d,\d{3}$/u);
});

test("an amount is traded in dollars, sold and bought, with what the interval of β leaves open and what it swings by", () => {
  const fit = madeUpFit({ betas: [madeUpEstimate("SPY", 1.2, 0.05, { interval: [1.1, 1.3] }), madeUpEstimate("HML", -0.5, 0.2, { interval: [-1.2, 0.2] })] });
  const reply = answer(madeUpHedge({ hedges: [{ factor: "SPY", dollars: -1.2 }, { factor: "HML", dollars: 0.5 }], volatilityAnnual: 0.25 }), fit, { amount: 1_000_000 });
  expect(titleOf(reply)).toBe("JPM hedged: for $1.00M, sell $1.20M of SPY, buy $500K of HML");
  expect(linesOf(reply).slice(0, 6)).toEqual([
    "**Sell $1,200,000 of SPY** against $1,000,000 of JPM · by the interval of β $1,100,000 to $1,300,000",
    "**Buy $500,000 of HML** against $1,000,000 of JPM · by the interval of β −$200,000 to $1,200,000, sold where negative",
    "Volatility of the hedged $1,000,000: $250,000 a year",
    "",
    "**Sell $1.200 of SPY** for $1 of JPM · 95% interval of β 1.100 to 1.300",
    "**Buy $0.500 of HML** for $1 of JPM · 95% interval of β −1.20 to 0.20",
  ]);
  expect(Object.keys(reply.result)).toEqual(["fit", "hedged", "amount"]);
  expect(reply.result).toMatchObject({ amount: 1_000_000 });
  expect(Object.keys(answer(madeUpHedge(), fit).result)).toEqual(["fit", "hedged"]);
});

test("a robust interval stands beside a classical one of another verdict, of each β and of the mean", () => {
  const beta = (low: number, high: number) => [madeUpEstimate("SPY", 0.1, 0.05, { interval: [low, high], pValue: 0.01 })] as const;
  const quiet = { diagnostics: { ...madeUpFit().diagnostics, breuschPagan: { ...madeUpFit().diagnostics.breuschPagan, pValue: 0.5 }, durbinWatson: 2 } };
  const fit = madeUpFit({ ...quiet, betas: beta(0.01, 0.19) });
  const hac = { ...classical, covariance: "hac" } as const;
  const lines = (low: number, alphaP: number) =>
    linesOf(answer(madeUpHedge(), fit, { robust: madeUpFit({ ...quiet, inference: hac, betas: beta(low, 0.2), alphaAnnual: { ...fit.alphaAnnual, pValue: alphaP, interval: [0.01, 0.07] } }) }));
  expect(lines(-0.01, 0.38)[0]).toContain("95% interval of β 0.010 to 0.190, robust (HAC) −0.010 to 0.200");
  expect(lines(0.005, 0.38)[0]).not.toContain("robust");
  expect(lines(0.005, 0.01)[1]).toContain("95% interval −4.9% to 12.9%, robust (HAC) 1.0% to 7.0%");
  expect(lines(0.005, 0.38)[1]).not.toContain("robust");
});

test("two β that can't be told apart from 0 are named together", () => {
  const fit = madeUpFit({ betas: [madeUpEstimate("SPY", 0.1, 0.1), madeUpEstimate("HML", -0.1, 0.1)] });
  expect(linesOf(answer(madeUpHedge(), fit)).join("\n")).toContain("Its β on SPY and HML can't be told apart from 0");
  // An interval that ends at 0 holds it, from either side.
  const ending = (interval: readonly [number, number]) => linesOf(answer(madeUpHedge(), madeUpFit({ betas: [madeUpEstimate("SPY", -0.1, 0.05, { interval })] }))).join("\n");
  expect(ending([-0.2, 0])).toContain("can't be told apart from 0");
  expect(ending([-0.2, -0.0001])).not.toContain("can't be told apart from 0");
});

test("a whole hedge with inference keeps the interval of β; one in part has its own, without a sign where it can't change", () => {
  const sampled = (low: number, high: number) => ({ ...madeUpEstimate("SPY", -0.7, 0.02, { interval: [low, high] }), sample: madeUpSample, inference: classical });
  const leg = (hedged: HedgedPortfolio, low: number, high: number) => linesOf(answer(hedged, madeUpFit(), { inference: { hedges: [sampled(low, high)], mean: sampled(0, 0.001), targetShare: hedged.targetShare } }))[0];
  expect(leg(madeUpHedge(), -0.8, -0.6)).toBe("**Sell $1.395 of SPY** for $1 of JPM · 95% interval of β 1.364 to 1.426");
  expect(leg(madeUpPartialHedge(), -0.8, 0)).toMatch(/95% interval \$[0.]+ to \$0\.800$/u);
  expect(leg(madeUpPartialHedge(), 0.1, 0.3)).toMatch(/95% interval \$0\.100 to \$0\.300$/u);
});

test("with several factors a hedge in part shrinks them all alike, and one has the chapter's formula", () => {
  const several = madeUpFit({ betas: [madeUpEstimate("SPY", 1.2, 0.05), madeUpEstimate("HML", 0.5, 0.05)] });
  const text = (fit: FactorFit) => linesOf(answer(madeUpPartialHedge(), fit)).join("\n");
  expect(text(several)).toContain("All exposures shrink by the same factor.");
  expect(text(several)).not.toContain("xh =");
  expect(text(madeUpFit())).not.toContain("All exposures");
});

test("where the rows are few, the title says so in place of the trade", () => {
  const few = madeUpContext("hedge", { options: { ticker: "JPM", factor: "SPY" }, caution: "Nine rows." });
  expect(titleOf(hedgeReply({ fit: madeUpFit(), robust: null, hedged: madeUpHedge(), inference: null, rowsNeeded: null, amount: null }, few))).toBe("JPM: 7,974 days are too few to know its hedge");
});
