import { expect, test } from "vitest";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import type { AnalysisContext } from "../../../src/render/analysis-reply.ts";
import { betaReply } from "../../../src/render/replies/beta.ts";
import { classical, madeUpDiagnostics, madeUpEstimate, madeUpFit, madeUpSample, madeUpTest } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText } from "../reply-text.ts";

const context = madeUpContext("beta");
const answer = (fit: FactorFit, to: AnalysisContext = context, robust: FactorFit | null = null) => betaReply({ fit, robust }, to);
const withBeta = (value: number, low: number, high: number) =>
  linesOf(answer(madeUpFit({ betas: [madeUpEstimate("SPY", value, 0.01, { interval: [low, high] })] }), context));

const untold = (asset: string, digits: string) =>
  `${asset}'s sensitivity can't be told apart from the market's own (β = 1): when SPY moves 1%, ${asset} moves ${digits}% on average.`;

test("an asset is aggressive when the whole interval of β lies above 1, and not when it begins at 1", () => {
  expect(withBeta(1.02, 1.0001, 1.04)).toContain("JPM is **aggressive**: when SPY moves 1%, JPM moves 1.020% on average.");
  expect(withBeta(1.02, 1, 1.04)).toContain(untold("JPM", "1.020"));
});

test("an asset is defensive when the whole interval of β lies below 1, and not when it ends at 1", () => {
  expect(withBeta(0.98, 0.96, 0.9999)).toContain("JPM is **defensive**: when SPY moves 1%, JPM moves 0.980% on average.");
  expect(withBeta(0.98, 0.96, 1)).toContain(untold("JPM", "0.980"));
});

test("an asset is a hedge when the whole interval of β lies below 0, and not when it ends at 0", () => {
  expect(withBeta(-0.01, -0.03, -0.0001)).toContain("JPM is **a hedge**: when SPY moves 1%, JPM moves −0.0100% on average.");
  expect(withBeta(-0.01, -0.03, 0)).toContain("JPM's sensitivity to SPY can't be told apart from 0: when SPY moves 1%, JPM moves −0.0100% on average, give or take.");
});

test("an interval that holds 0 is told apart from 0 by nobody, nor from 1 where it holds that too", () => {
  const neither = "These rows don't tell JPM's sensitivity apart from 0, nor from the market's own (β = 1): when SPY moves 1%, JPM moves 0.50% on average, give or take.";
  expect(withBeta(0.5, 0, 0.9999).join("\n")).toContain("can't be told apart from 0: ");
  expect(withBeta(0.5, 0, 1).join("\n").replace("0.500%", "0.50%")).toContain(neither);
  expect(withBeta(0.5, 0.0001, 0.9999)).toContain("JPM is **defensive**: when SPY moves 1%, JPM moves 0.500% on average.");
});

test("of a factor that is not the market only the size of the move is said", () => {
  const line = (low: number) =>
    linesOf(answer(madeUpFit({ betas: [madeUpEstimate("HML", 0.5, 0.01, { interval: [low, 0.6] })] }), context)).find((each) => each.includes("moves 1%"));
  expect(line(0.4)).toBe("When HML moves 1%, JPM moves 0.500% on average.");
  expect(line(0)).toBe("JPM's sensitivity to HML can't be told apart from 0: when HML moves 1%, JPM moves 0.500% on average, give or take.");
});

test("an exact fit has no α to wait for", () => {
  expect(linesOf(answer(madeUpFit({ exact: true }), context)).at(-1)).toBe("💡 SPY explains every row of JPM exactly. What does that say about where JPM comes from?");
});

test("the hint says that the interval of α leaves out 0 below p = 0.05, and that it holds 0 from there on", () => {
  const hint = (pValue: number) => linesOf(answer(madeUpFit({ alpha: madeUpEstimate("alpha", 0.0004, 0.0002, { pValue }) }), context)).at(-1);
  expect(hint(0.0499)).toBe("💡 The interval of α leaves out 0. Is an α of 4.01% a year a good bet? Look at what risk it takes to earn it.");
  expect(hint(0.05)).toBe("💡 The interval of α holds 0. How many years of data would an α of this size need before it leaves 0 out?");
});

test("α is said per day and ×252 of daily rows, per month and ×12 of monthly, per year and ×1 of annual ones", () => {
  const lines = (frequency: "daily" | "monthly" | "annual") => linesOf(answer(madeUpFit({ sample: { ...madeUpSample, frequency } }), context));
  expect(lines("daily").slice(1, 3)).toEqual([
    "**α = 0.0159% per day** · 95% interval −0.019% to 0.051% (p = 0.382)",
    "α a year (×252) = 4.01% · 95% interval −4.9% to 12.9%",
  ]);
  expect(lines("monthly")[1]).toBe("**α = 0.0159% per month** · 95% interval −0.019% to 0.051% (p = 0.382)");
  expect(lines("monthly")[2]).toBe("α a year (×12) = 4.01% · 95% interval −4.9% to 12.9%");
  expect(lines("annual")[1]).toBe("**α = 0.0159% per year** · 95% interval −0.019% to 0.051% (p = 0.382)");
  expect(lines("annual")[2]).toBe("α a year (×1) = 4.01% · 95% interval −4.9% to 12.9%");
});

test("the factor's share and the idiosyncratic share add up to the whole", () => {
  expect(linesOf(answer(madeUpFit({ rSquared: 0.25 }), context))).toContain("**R² = 0.250** · 25.0% factor risk, 75.0% idiosyncratic risk");
});

test("the robust interval stands beside the classical where Breusch–Pagan, neighbouring residuals or its own width speak against it", () => {
  const robustWith = (standardError: number) => madeUpFit({ betas: [madeUpEstimate("SPY", 1.395, standardError)], inference: { ...classical, covariance: "hac", lags: 10 } });
  const robust = robustWith(0.018);
  const line = (pValue: number, durbinWatson: number, beside: FactorFit | null = robust) =>
    linesOf(answer(madeUpFit({ diagnostics: madeUpDiagnostics({ breuschPagan: madeUpTest(4, pValue), durbinWatson }) }), context, beside))[0];
  const alone = "**β = 1.395** · 95% interval 1.364 to 1.426 (s.e. 0.016)";
  // The band of Durbin–Watson around 2 is 2 · 1.96/√7,974 = 0.0439 wide on each side.
  expect(line(0.05, 2.043)).toBe(alone);
  expect(line(0.05, 2.045)).toBe(`${alone}, robust (HAC) 1.360 to 1.430`);
  expect(line(0.05, 1.955)).toBe(`${alone}, robust (HAC) 1.360 to 1.430`);
  expect(line(0.0499, 2)).toBe(`${alone}, robust (HAC) 1.360 to 1.430`);
  expect(line(0.0499, 2, null)).toBe(alone);
  // The classical standard error is 0.0156.
  expect(line(0.05, 2, robustWith(0.0194))).toBe(alone);
  expect(line(0.05, 2, robustWith(0.0196))).toContain(", robust (HAC) 1.357 to 1.433");
  expect(line(0.05, 2, robustWith(0.0126))).toBe(alone);
  expect(line(0.05, 2, robustWith(0.0124))).toContain(", robust (HAC) 1.371 to 1.419");
});

test("the robust regression decides the verdicts on β and on α", () => {
  const robust = (low: number, pValue: number) =>
    madeUpFit({ betas: [madeUpEstimate("SPY", 1.395, 0.2, { interval: [low, 1.8] })], alpha: madeUpEstimate("alpha", 0.0004, 0.0002, { pValue }) });
  const lines = (low: number, pValue: number) => linesOf(answer(madeUpFit(), context, robust(low, pValue))).join("\n");
  expect(lines(1.0001, 0.0499)).toContain("JPM is **aggressive**");
  expect(lines(1, 0.0499)).toContain("can't be told apart from the market's own");
  expect(lines(1.1, 0.0499)).toContain("The robust interval of α leaves out 0.");
  expect(lines(1.1, 0.05)).toContain("The interval of α holds 0.");
});

test("where the robust errors decide otherwise than the classical, both stand in the reply", () => {
  const alpha = (pValue: number) => madeUpEstimate("alpha", 0.0004, 0.0002, { pValue });
  const robustOf = (pValue: number, low = 1.364) =>
    madeUpFit({ alpha: alpha(pValue), betas: [madeUpEstimate("SPY", 1.395, 0.0156, { interval: [low, 1.426] })], inference: { ...classical, covariance: "hac", lags: 10 } });
  const lines = (robust: FactorFit) => linesOf(answer(madeUpFit({ alpha: alpha(0.0494), diagnostics: madeUpDiagnostics({ breuschPagan: madeUpTest(4, 0.5), durbinWatson: 2 }) }), context, robust));
  expect(lines(robustOf(0.0494))[1]).toContain("(p = 0.049)");
  expect(lines(robustOf(0.05))[1]).toContain("(p = 0.049, robust p = 0.050)");
  expect(lines(robustOf(0.05)).at(-1)).toContain("💡 The robust interval of α holds 0.");
  expect(lines(robustOf(0.0494)).at(-1)).toContain("💡 The interval of α leaves out 0.");
  expect(lines(robustOf(0.0494, 1.0001))[0]).not.toContain("robust");
  expect(lines(robustOf(0.0494, 1))[0]).toContain("robust (HAC) 1.000 to 1.426");
});

test("the whole reply", () => {
  const fit = madeUpFit({ inference: { ...classical, covariance: "hac", lags: 9 } });
  expect(replyText(answer(fit, madeUpContext("beta", { notes: ["A note on the rows."] })))).toMatchInlineSnapshot(`
    "# JPM on SPY: β = 1.395 (#0072b2)
    **β = 1.395** · 95% interval 1.364 to 1.426 (s.e. 0.016)
    **α = 0.0159% per day** · 95% interval −0.019% to 0.051% (p = 0.382)
    α a year (×252) = 4.01% · 95% interval −4.9% to 12.9%
    **R² = 0.497** · 49.7% factor risk, 50.3% idiosyncratic risk

    JPM is **aggressive**: when SPY moves 1%, JPM moves 1.395% on average.
    -# A note on the rows.

    💡 The interval of α holds 0. How many years of data would an α of this size need before it leaves 0 out?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS, HAC errors (Bartlett, 9 lags) · data: simulated sample (sha 1a2b3c4)_
    shows attachment://scatter.png
    picture scatter.png: Scatter: JPM rises with SPY, β = 1.395, R² = 0.497, n = 7,974. 95% interval of β 1.364 to 1.426. The fitted line lies over the points with its 95% band, a dashed line has β = 1. Points more than 4 residual standard deviations from it: 0. Largest moves of JPM: 2024-01-04 3.00% (SPY 2.00%), 2024-01-03 −2.00% (SPY −1.00%), 2024-01-02 1.00% (SPY 0.500%). Returns: daily excess, 1993-02-01 to 2024-12-31.
    [Residuals] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:beta ticker:JPM numbers:false
    for everyone; result: fit"
  `);
});
