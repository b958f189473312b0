import { expect, test } from "vitest";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import type { Performance } from "../../../src/engine/performance.ts";
import type { PerformanceInference } from "../../../src/engine/performance-inference.ts";
import type { RatioInference } from "../../../src/engine/sharpe-inference.ts";
import { performanceReply, type ComparedRatios, type PerformanceResult } from "../../../src/render/replies/performance.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample, madeUpTest } from "../made-up-fit.ts";
import { madeUpPerformance } from "../made-up-portfolios.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

const growth = { days: madeUpFit().rows.days, unhedged: Float64Array.of(1.01, 0.9898, 1.0195, 1.0195), hedged: Float64Array.of(1.002, 0.999, 1, 1.001) };
const ratio = (value: number, standardError: number): RatioInference => {
  const annual = madeUpEstimate("ratio", value, standardError);
  return { method: "hac", lags: 10, perPeriod: annual, annual, skew: 0, kurtosis: 3, level: 0.95, sample: madeUpSample };
};
const power = { null: "alpha is 0", appraisalRatio: 0.154, forT2: 168, forPower: 331, power: 0.8, significance: 0.05, yearsOfData: 31.6, reachedT2: false, sample: madeUpSample, inference: classical } as const;
const inference: PerformanceInference = {
  sharpe: ratio(0.438, 0.17),
  appraisal: ratio(0.1534, 0.17),
  information: ratio(0.27, 0.16),
  treynor: { ...madeUpEstimate("treynor", 0.1157, 0.04), sample: madeUpSample, inference: classical },
  upDown: upDown(0.07, 0.5),
  capture: { benchmark: "SPY", lags: 10, up: { ...madeUpEstimate("up capture", 1.45, 0.03), observations: 4200 }, down: { ...madeUpEstimate("down capture", 1.4, 0.04), observations: 3700 } },
  timing: timing(0.61, 0.4),
  power,
};
function timing(value: number, pValue: number): NonNullable<PerformanceInference["timing"]> {
  return { benchmark: "SPY", gamma: { ...madeUpEstimate("gamma", value, 0.8, { pValue }), sample: madeUpSample, inference: { ...classical, covariance: "hac", lags: 10, smallSample: "few-rows" } }, alphaAnnual: madeUpEstimate("alpha", 0.03, 0.04) };
}
function upDown(value: number, pValue: number): NonNullable<PerformanceInference["upDown"]> {
  const difference = { ...madeUpEstimate("up − down", value, 0.04, { pValue }), sample: madeUpSample, inference: classical };
  return { benchmark: "SPY", up: 1.421, down: 1.352, difference, deciding: difference, sides: { up: madeUpEstimate("SPY where it rises", 1.421, 0.031), down: madeUpEstimate("SPY where it falls", 1.352, 0.027) }, rows: { up: 4200, down: 3700 } };
}
/** Hedged less unhedged. */
const tested = (value: number, pValue: number, bootstrap: number | null = null): ComparedRatios => {
  const annual = madeUpEstimate("sharpe difference", value, 0.1, { pValue });
  const hac = madeUpTest(2, pValue);
  const { distribution: _normal, ...parts } = madeUpTest(2, bootstrap ?? 1);
  return { test: { difference: annual, annual, hac, bootstrap: bootstrap === null ? null : { ...parts, distribution: "bootstrap", resamples: 999, blockLength: 20, seed: 1 }, sample: madeUpSample } };
};
const result = (overrides: Partial<PerformanceResult> = {}): PerformanceResult => ({
  fit: madeUpFit(),
  robust: null,
  performance: madeUpPerformance(),
  inference,
  comparison: tested(-0.285, 0.02),
  growth,
  ...overrides,
});
const shown = (overrides: Partial<PerformanceResult> = {}) => withMore((context) => performanceReply(result(overrides), context), madeUpContext("performance"));
const answer = (overrides: Partial<Performance> = {}) => shown({ performance: madeUpPerformance(overrides) });
const line = (start: string, overrides: Partial<Performance>) => linesOf(answer(overrides)).find((each) => each.startsWith(start));

test("hedging raised or lowered the Sharpe ratio where the test says so below p = 0.05, by the resamples where there are some", () => {
  const sentence = (comparison: ComparedRatios) => linesOf(shown({ comparison })).find((each) => /hedging changes|Hedging \*\*|a hedge changes/u.test(each));
  const raised = "Hedging **raised** the Sharpe ratio, from 0.438 to 0.153 (p = 0.0499): what JPM earned beside its **factor risk** was paid better per unit of risk.";
  const lowered = "Hedging **lowered** the Sharpe ratio, from 0.438 to 0.153 (p = 0.0499). A hedge also gives up the premium that SPY earned.";
  const unsure = "These rows don't show that hedging changes the Sharpe ratio: from 0.438 to 0.153, a difference of −0.30 (s.e. 0.10, p = 0.050).";
  expect(sentence(tested(0.3, 0.0499))).toBe(raised);
  expect(sentence(tested(-0.3, 0.0499))).toBe(lowered);
  expect(sentence(tested(-0.3, 0.05))).toBe(unsure);
  expect(sentence(tested(-0.3, 0.2, 0.0499))).toBe(lowered);
  expect(sentence(tested(-0.3, 0.01, 0.05))).toBe(unsure);
});

test("what was left of the factor risk was paid better where α is above 0, and nothing was paid otherwise", () => {
  const sentence = (alpha: number) => linesOf(shown({ fit: madeUpFit({ alpha: madeUpEstimate("alpha", alpha, 0.0001) }), comparison: tested(0.3, 0.01) })).find((each) => each.startsWith("Hedging"));
  expect(sentence(0.00001)).toBe("Hedging **raised** the Sharpe ratio, from 0.438 to 0.153 (p = 0.010): what JPM earned beside its **factor risk** was paid better per unit of risk.");
  for (const alpha of [0, -0.00001]) expect(sentence(alpha)).toBe("Hedging **raised** the Sharpe ratio, from 0.438 to 0.153 (p = 0.010).");
});

test("where the two ratios can't be tested, the reply says what it would take", () => {
  const text = (comparison: ComparedRatios) => linesOf(shown({ comparison })).join("\n");
  expect(text({ needed: 60 })).toContain("Whether a hedge changes the Sharpe ratio (here from 0.438 to 0.153) can't be told from so few rows: a test needs 60 days.");
});

test("a premium is given up only where the factor earned one", () => {
  const { moments } = madeUpFit();
  const losing = madeUpFit({ moments: { ...moments, factors: [{ factor: "SPY", mean: 0, variance: 0.0001 }] } });
  expect(linesOf(shown({ fit: losing, comparison: tested(-0.3, 0.01) }))).toContain("Hedging **lowered** the Sharpe ratio, from 0.438 to 0.153 (p = 0.010).");
});

test("years to t = 2 are of a positive α, and past where the t that is printed has reached 2", () => {
  const years = (value: number, tStat: number, robustT?: number) => {
    const withT = (t: number) => madeUpFit({ alpha: madeUpEstimate("alpha", value, 0.0001, { tStat: t }) });
    const reply = shown({ fit: withT(tStat), robust: robustT === undefined ? null : withT(robustT), performance: madeUpPerformance({ appraisalRatio: 0.154, yearsToSignificance: 168 }) });
    return linesOf(reply).find((each) => each.includes("t(α) = 2"));
  };
  expect(years(0.0001, 1.99)).toBe("An appraisal ratio of 0.154 needs **168 years** for t(α) = 2");
  expect(years(0.0001, 2)).toBe("An appraisal ratio of 0.154 needs **168 years** for t(α) = 2; these rows are past it");
  expect(years(0.0001, 1.99, 2.1)).toBe("An appraisal ratio of 0.154 needs **168 years** for t(α) = 2");
  expect(years(0, 0)).toBe("Years until t(α) = 2: none, α is not above 0");
  expect(years(-0.0001, -3)).toBe("Years until t(α) = 2: none, α is not above 0");
});

test("the years for a power of 80% stand where α is above 0", () => {
  const words = "By then a test sees such an α in half of all samples; in 80% of them after 331 years";
  expect(linesOf(answer())).toContain(words);
  expect(linesOf(shown({ inference: { ...inference, power: null } }))).not.toContain(words);
});

test("β differs between rising and falling rows where its difference says so below p = 0.05", () => {
  const words = (value: number, pValue: number) => linesOf(shown({ inference: { ...inference, upDown: upDown(value, pValue) } })).find((each) => each.startsWith("Rose less fell"));
  expect(words(0.09, 0.0494)).toBe("Rose less fell: 0.090 · 95% interval 0.012 to 0.168 (classical errors, p = 0.049): β is higher when it rises");
  expect(words(-0.09, 0.0494)).toBe("Rose less fell: −0.090 · 95% interval −0.168 to −0.012 (classical errors, p = 0.049): β is higher when it falls");
  expect(words(0.09, 0.05)).toMatch(/: the rows don't show that they differ$/u);
});

test("from few rows the title claims no ratio", () => {
  const few = performanceReply(result({ comparison: { needed: 60 } }), madeUpContext("performance", { caution: "⚠️ Only 15 days." }));
  expect(titleOf(few)).toBe("JPM: 7,974 days are too few to know a Sharpe ratio");
  expect(linesOf(few)[1]).toBe("⚠️ Only 15 days.");
});

test("the Treynor ratio means something where the interval of β is above 0", () => {
  const treynor = (low: number) => {
    const fit = madeUpFit({ betas: [madeUpEstimate("SPY", 0.3, 0.1, { interval: [low, 0.6] })] });
    return linesOf(shown({ fit, performance: madeUpPerformance({ treynor: 0.12 }) })).find((each) => each.startsWith("Treynor"));
  };
  expect(treynor(0.001)).toBe("Treynor ratio, mean over β: 12.00% a year · 95% interval 3.7% to 19.4%");
  expect(treynor(0)).toBe("Treynor ratio, mean over β: not meaningful, the interval of β is not above 0");
});

test("the Treynor ratio and the adjusted β have intervals, and with several factors say whose β is meant", () => {
  const [only, second] = [madeUpEstimate("SPY", 1.2, 0.03), madeUpEstimate("SMB", 0.2, 0.03)];
  const lines = (betas: FactorFit["betas"], treynor = inference.treynor) => linesOf(shown({ fit: madeUpFit({ betas }), performance: madeUpPerformance({ adjustedBeta: 1.1333 }), inference: { ...inference, treynor } })).filter((each) => /^(?:Treynor ratio|Adjusted)/u.test(each));
  expect(lines([only])).toEqual(["Treynor ratio, mean over β: 11.57% a year · 95% interval 3.7% to 19.4%", "Adjusted β (⅔ · β + ⅓): 1.133 · 95% interval 1.094 to 1.173"]);
  expect(lines([only, second])).toEqual(["Treynor ratio, mean over β on SPY beside SMB: 11.57% a year · 95% interval 3.7% to 19.4%", "Adjusted β on SPY beside SMB (⅔ · β + ⅓): 1.133 · 95% interval 1.094 to 1.173"]);
  expect(lines([only], null)[0]).toBe("Treynor ratio, mean over β: 11.57% a year");
});

test("a drawdown is recovered, not recovered, or never was", () => {
  const words = (maximumDrawdown: Partial<Performance["maximumDrawdown"]>) =>
    line("Largest", { maximumDrawdown: { ...madeUpPerformance().maximumDrawdown, ...maximumDrawdown } });
  expect(words({})).toBe("Largest drawdown of the compounded excess returns: 76.2%, 2001-05-21 to 2002-10-09, recovered 2013-03-08");
  expect(words({ recovered: null })).toBe("Largest drawdown of the compounded excess returns: 76.2%, 2001-05-21 to 2002-10-09, not recovered");
  expect(words({ depth: 0.0001 })).toBe("Largest drawdown of the compounded excess returns: < 0.1%, 2001-05-21 to 2002-10-09, recovered 2013-03-08");
  expect(words({ depth: 0 })).toBe("Largest drawdown: none, it never fell");
});

test("a figure that does not exist says why", () => {
  expect(line("Treynor", { treynor: null })).toBe("Treynor ratio, mean over β: not meaningful, the interval of β is not above 0");
  expect(line("Treynor", { treynor: 0 })).toBe("Treynor ratio, mean over β: 0% a year · 95% interval 3.7% to 19.4%");
  expect(line("Information", { informationRatio: null })).toBe("Information ratio against β = 1 (r − SPY): none, r − f never varies");
  expect(line("Information", { informationRatio: 0 })).toBe("Information ratio against β = 1 (r − SPY): 0 a year · 95% interval −0.04 to 0.58");
  expect(line("β when SPY rose", { upBeta: null })).toBe("β when SPY rose: too few rows");
  expect(line("β when SPY fell", { downBeta: null })).toBe("β when SPY fell: too few rows");
});

test("the whole reply", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# JPM: Sharpe ratio 0.44, hedged 0.15 a year (#0072b2)
    **Sharpe ratio = 0.438** a year · 95% interval 0.10 to 0.77
    **Hedged = appraisal ratio = 0.153** a year · 95% interval −0.18 to 0.49
    α a year = 4.01% · 95% interval −4.9% to 12.9% · t = 0.8833

    Hedging **lowered** the Sharpe ratio, from 0.438 to 0.153 (p = 0.020). A hedge also gives up the premium that SPY earned.
    [More]
    Sharpe ratio: mean 16.14% (×252) over volatility 36.86%
    Appraisal ratio: α 4.007% over σ(ε) 26.13%; the hedged Sharpe ratio, 0.153, is the same by construction
    Hedged less unhedged (Ledoit and Wolf 2008): −0.29 a year · 95% interval −0.48 to −0.09, p = 0.020
    An appraisal ratio of 0.153 needs **162 years** for t(α) = 2
    By then a test sees such an α in half of all samples; in 80% of them after 331 years

    Information ratio against β = 1 (r − SPY): 0.270 a year · 95% interval −0.04 to 0.58
    Tracking error, the course's σ(ε): 26.13% a year
    Tracking error elsewhere, σ(r − SPY): 27.15% a year
    Largest drawdown of the compounded excess returns: 76.2%, 2001-05-21 to 2002-10-09, recovered 2013-03-08
    Second largest: 43.1%, 2020-01-02 to 2020-03-23, not recovered
    Treynor ratio, mean over β: 11.57% a year · 95% interval 3.7% to 19.4%
    β when SPY rose: 1.421 (classical s.e. 0.030)
    β when SPY fell: 1.352 (classical s.e. 0.031)
    Rose less fell: 0.070 · 95% interval −0.008 to 0.148 (classical errors, p = 0.500): the rows don't show that they differ
    Up capture, the mean on days when SPY rose over SPY's own: 1.450 · 95% interval 1.391 to 1.509
    Down capture, the same on days when it fell: 1.400 · 95% interval 1.322 to 1.478
    Treynor–Mazuy timing, γ of SPY² beside SPY: 0.61 · 95% interval −0.96 to 2.18 (t = 0.763, p = 0.400, HAC errors (Bartlett, 10 lags), small-sample): the rows don't show that β moves with SPY
    Adjusted β (⅔ · β + ⅓): 1.263 · 95% interval 1.243 to 1.284
    -# The ratios' intervals allow for fat tails and for rows that go together (10 lags; Lo 2002).

    💡 The Sharpe ratio counts all risk, the appraisal ratio only ε's. Which would you ask of a stock that you hold alone, and which of one among many?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://growth.png
    picture growth.png: Lines: $1 in JPM, excess returns compounded (cash would stay at $1), became $1.02 unhedged and $1.00 hedged, 1993-02-01 to 2024-12-31. Logarithmic axis, daily rows. Shaded: JPM unhedged below its peak; largest drawdown 76.2%, 2001-05-21 to 2002-10-09. Lowest: $0.99 unhedged, $1.00 hedged.
    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Size it] /size ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:appraisal-ratio ticker:JPM numbers:false
    [Read it to me] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:words
    [Show the code] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, performance, inference, comparison"
  `);
});

test("the next largest falls have a line each, in the order of their depth", () => {
  const fall = (depth: number, recovered: string | null, peak: string | null = "2020-01-02") => ({ depth, peak, trough: "2020-03-23", recovered });
  const lines = linesOf(answer({ drawdowns: [fall(0.5, null), fall(0.4, "2021-01-04"), fall(0.3, null, null)] }));
  expect(lines.filter((each) => / largest: /u.test(each))).toEqual(["Second largest: 40.0%, 2020-01-02 to 2020-03-23, recovered 2021-01-04", "Third largest: 30.0%, from the start to 2020-03-23, not recovered"]);
  expect(linesOf(answer({ drawdowns: [fall(0.5, null)] })).join("\n")).not.toContain(" largest: ");
});

test("β moves with the benchmark where γ's deciding p-value is below 5%, the way of its sign", () => {
  const words = (value: number, pValue: number) => linesOf(shown({ inference: { ...inference, timing: timing(value, pValue) } })).find((each) => each.startsWith("Treynor–Mazuy"));
  expect(words(2, 0.0499)).toBe("Treynor–Mazuy timing, γ of SPY² beside SPY: 2.00 · 95% interval 0.43 to 3.57 (t = 2.50, p = 0.0499, HAC errors (Bartlett, 10 lags), small-sample): β is higher the more SPY rises");
  expect(words(-2, 0.0499)).toContain(": β is higher the more SPY falls");
  expect(words(2, 0.05)).toContain(": the rows don't show that β moves with SPY");
  expect(linesOf(shown({ inference: { ...inference, timing: null, capture: null } })).filter((each) => /^Treynor–Mazuy|capture/u.test(each))).toEqual([]);
});

test("up and down β have the errors that were asked for", () => {
  const asked = { ...madeUpFit(), inference: { ...classical, covariance: "hac", lags: 10, distribution: "normal" } as const };
  const up = upDown(0.07, 0.5);
  const lines = linesOf(shown({ fit: asked, inference: { ...inference, upDown: { ...up, difference: { ...up.difference, inference: asked.inference } } } }));
  expect(lines).toContain("β when SPY rose: 1.421 (HAC s.e. 0.031)");
  expect(lines).toContain("β when SPY fell: 1.352 (HAC s.e. 0.027)");
});

test("a fall that began with the first row has no day of a peak", () => {
  const fell = linesOf(answer({ maximumDrawdown: { depth: 0.25, peak: null, trough: "2024-12-18", recovered: null } }));
  expect(fell).toContain("Largest drawdown of the compounded excess returns: 25.0%, from the start to 2024-12-18, not recovered");
});
