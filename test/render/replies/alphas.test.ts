import { expect, test } from "vitest";
import type { FactorFit, TestResult } from "../../../src/engine/factor-fit.ts";
import type { GrsTest, NotApplicable } from "../../../src/engine/grs-test.ts";
import type { JointAlphaTest } from "../../../src/engine/robust-joint-alpha.ts";
import type { SecurityMarketLine } from "../../../src/engine/security-market-line.ts";
import type { TwoPass } from "../../../src/engine/two-pass.ts";
import { alphasReply } from "../../../src/render/replies/alphas.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample, madeUpTest } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

const fitOf = (asset: string, tStat: number): FactorFit => madeUpFit({ asset, alpha: madeUpEstimate("alpha", 0.0001, 0.0001, { tStat }) });

const jpm = fitOf("JPM", 1.2);
const fits = (): readonly FactorFit[] => [jpm, wmt];
const wmt = fitOf("WMT", -2.5);

function marketLine(overrides: Partial<SecurityMarketLine> = {}): SecurityMarketLine {
  return { factor: "SPY", premium: 0.000345, premiumAnnual: 0.08694, points: [], fitted: null, sample: madeUpSample, inference: classical, ...overrides };
}

function answer(overrides: { readonly result?: TestResult | NotApplicable; readonly fits?: readonly FactorFit[]; readonly line?: Partial<SecurityMarketLine>; readonly robust?: FactorFit | null; readonly robustJoint?: JointAlphaTest | null; readonly wald?: TestResult | null; readonly corrected?: readonly number[]; readonly twoPass?: TwoPass | null } = {}) {
  const { fits = [jpm, wmt], result = grs(0.109) } = overrides;
  const joint: GrsTest = {
    assets: fits.map(({ asset }) => asset),
    factors: ["SPY"],
    alphas: fits.map(({ asset, alpha }) => ({ asset, alpha })),
    result,
    sample: madeUpSample,
    inference: classical,
  };
  const { robust = null, robustJoint = null, wald = null, corrected = fits.map(() => 1) } = overrides;
  return withMore((context) => alphasReply({ fits, robust: fits.map(() => robust), corrected, joint, robustJoint, wald, line: marketLine(overrides.line), twoPass: overrides.twoPass ?? null }, context), madeUpContext("alphas"));
}

const grs = (pValue: number): TestResult => madeUpTest(2.221, pValue, { distribution: "F", degreesOfFreedom: [2, 7971] });
const notApplicable = (why: NotApplicable["notApplicable"]): NotApplicable => ({ name: "GRS", notApplicable: why, rows: 1200, assets: 1199, factors: 1 });

test("the GRS test rejects below p = 0.05, and does not from there on", () => {
  const rare = answer({ result: grs(0.0499) });
  expect(titleOf(rare)).toBe("GRS rejects that every α on SPY is zero (p = 0.0499)");
  expect(linesOf(rare).slice(0, 2)).toEqual([
    "**GRS F(2, 7,971) = 2.22, p = 0.0499**",
    "If all were zero, αs this far from zero would be seen in fewer than 5 of 100 samples: skill, mispricing, a missing factor, or a choice of assets made after looking.",
  ]);
  const common = answer({ result: grs(0.05) });
  expect(titleOf(common)).toBe("GRS does not reject that every α on SPY is zero (p = 0.050)");
  expect(linesOf(common)[1]).toBe(
    "If all were zero, αs at least this far from zero would be seen in about 5.0% of samples: at 5% that is no evidence against the model, and no proof of it.",
  );
});

test("without enough rows the test is not applicable, and the reply says how many it has", () => {
  const reply = answer({ result: notApplicable("too-few-rows") });
  expect(titleOf(reply)).toBe("Are all αs on SPY zero? The GRS test is not applicable here");
  expect(linesOf(reply)[0]).toBe(
    "**GRS: not applicable.** The test needs more rows than assets and factors together: here are 1,200 rows for 1,199 and 1. Choose a longer window or fewer assets.",
  );
});

test("with collinear residuals the test is not applicable, and the reply says to leave an asset out", () => {
  const reply = answer({ result: notApplicable("collinear-residuals") });
  expect(titleOf(reply)).toBe("Are all αs on SPY zero? The GRS test is not applicable here");
  expect(linesOf(reply)[0]).toBe(
    "**GRS: not applicable.** What the factor leaves of one asset is a combination of what it leaves of the others, so their αs are not separate facts. Leave one of them out.",
  );
});

test("where the factor explains an asset exactly, that one is named and left out, and no combination is spoken of", () => {
  const exact = (asset: string) => madeUpFit({ asset, exact: true });
  const line = (...fits: readonly FactorFit[]) => linesOf(answer({ result: notApplicable("collinear-residuals"), fits }))[0];
  expect(line(jpm, exact("TWICE"))).toBe("**GRS: not applicable.** SPY explains TWICE exactly, and the test weighs each α by what the factor leaves of its asset. Leave TWICE out.");
  expect(line(exact("COPY"), exact("TWICE"))).toBe("**GRS: not applicable.** SPY explains COPY and TWICE exactly, and the test weighs each α by what the factor leaves of its asset.");
});

const madeUpJoint = (pValue: number, otherLengths: JointAlphaTest["otherLengths"] = []): JointAlphaTest => ({ ...madeUpTest(2.221, pValue), distribution: "bootstrap", degreesOfFreedom: [], resamples: 4999, blockLength: 19, seed: 1, otherLengths });

test("where the length of the blocks decides, the reply gives no verdict and names all three", () => {
  const others = (half: number, double: number) => [{ blockLength: 9, pValue: half }, { blockLength: 38, pValue: double }];
  const hanging = answer({ result: grs(0.04), robustJoint: madeUpJoint(0.0499, others(0.04, 0.06)) });
  expect(titleOf(hanging)).toBe("Whether every α on SPY is zero hangs on how it is tested (robust p from 0.040 to 0.060)");
  const text = linesOf(hanging).join("\n");
  expect(text).toContain("The robust p is 0.040, 0.0499 and 0.060 with its signs drawn in blocks of 9, 19 and 38 rows: on two sides of 5%, so there is no verdict.");
  expect(text).not.toMatch(/If all were zero|which decides|and decides|no firm one/u);
  for (const joint of [madeUpJoint(0.0499, others(0.04, 0.0499)), madeUpJoint(0.0499)]) expect(titleOf(answer({ result: grs(0.04), robustJoint: joint }))).toBe("The joint test rejects that every α on SPY is zero (p = 0.0499)");
  expect(titleOf(answer({ result: grs(0.2), robustJoint: madeUpJoint(0.06, others(0.05, 0.07)) }))).toBe("The joint test does not reject that every α on SPY is zero (p = 0.060)");
});

test("the robust joint test decides, beside the GRS test", () => {
  const robustJoint = (pValue: number): JointAlphaTest => madeUpJoint(pValue);
  const unsure = answer({ result: grs(0.01), robustJoint: robustJoint(0.05) });
  expect(titleOf(unsure)).toBe("The tests disagree whether every α on SPY is zero (GRS p = 0.010, robust p = 0.050)");
  expect(linesOf(unsure)[0]).toBe("**GRS F(2, 7,971) = 2.22, p = 0.010**; robust p = 0.050, which decides");
  expect(linesOf(unsure).join("\n")).toContain("the robust p does not, and decides: it is the share of 4,999 samples with α = 0 that have as large an F, the signs of the residuals drawn anew in blocks of 19 rows (wild bootstrap).");
  expect(titleOf(answer({ result: grs(0.2), robustJoint: robustJoint(0.0499) }))).toBe("The tests disagree whether every α on SPY is zero (GRS p = 0.200, robust p = 0.0499)");
  expect(linesOf(unsure).join("\n")).toContain("It decides; a verdict that hangs on this choice is no firm one.");
  const agreeing = answer({ result: grs(0.01), robustJoint: robustJoint(0.0499) });
  expect(titleOf(agreeing)).toBe("The joint test rejects that every α on SPY is zero (p = 0.0499)");
  expect(linesOf(agreeing).join("\n")).not.toContain("no firm one");
});

test("robust errors that were asked for have a Wald test of all αs, which decides nothing", () => {
  const hac = fits().map((fit) => ({ ...fit, inference: { ...fit.inference, covariance: "hac", lags: 10 } as const }));
  const robustJoint = madeUpJoint(0.4);
  const reply = answer({ fits: hac, wald: madeUpTest(7.31, 0.026), robustJoint });
  expect(titleOf(reply)).toContain("does not reject");
  expect(linesOf(reply)[1]).toBe("HAC Wald χ²(2) = 7.31, p = 0.026");
  expect(linesOf(reply)).toContain("The Wald test weighs the αs by their HAC covariance. It supposes many rows for each asset, and rejects too often where they are few: the robust p decides.");
  expect(linesOf(answer({ fits: hac, wald: madeUpTest(7.31, 0.026) }))).toContain("The Wald test weighs the αs by their HAC covariance. It supposes many rows for each asset, and rejects too often where they are few.");
  expect(linesOf(answer()).join("\n")).not.toContain("Wald");
});

test("where an α is significant by itself, Holm's correction says which stay so; nothing is said of one asset, or where none is", () => {
  const said = (corrected: readonly number[], list = fits()) => linesOf(answer({ corrected, fits: list })).filter((line) => line.includes("Holm's"));
  expect(said([0.05, 0.2])).toEqual(["2 αs were tested: by Holm's correction (1979) none of them is significant at 5%, and the smallest p, JPM's, becomes 0.050."]);
  expect(said([0.0499, 0.2])).toEqual(["2 αs were tested: by Holm's correction (1979) JPM's (p = 0.0499) still differs from 0."]);
  expect(said([0.0499, 0.02])).toEqual(["2 αs were tested: by Holm's correction (1979) JPM's (p = 0.0499) and WMT's (p = 0.020) still differ from 0."]);
  expect(said([0.02], [jpm])).toEqual([]);
  const notOne = fits().map((fit) => ({ ...fit, alpha: { ...fit.alpha, pValue: 0.05 } }));
  expect(said([0.1, 0.1], notOne)).toEqual([]);
});

test("a t between 1.96 and 3 of an α that stays significant is held against a search, one of 3 or more is not", () => {
  const said = (tStat: number, corrected: number) => linesOf(answer({ fits: [fitOf("JPM", tStat)], corrected: [corrected] })).filter((line) => line.includes("Harvey"));
  expect(said(-2.99, 0.0499)).toEqual(["t of JPM's (−2.99) is nearer to 0 than 3. Where an asset or a strategy was picked among many by its returns, Harvey, Liu and Zhu (2016) ask for 3, as 1.96 is then often passed by luck."]);
  expect(said(2.99, 0.05)).toEqual([]);
  expect(said(3, 0.01)).toEqual([]);
});

test("one α's robust p-value stands beside the classical where the two differ at 5%", () => {
  const robust = (pValue: number) => madeUpFit({ alphaAnnual: madeUpEstimate("alpha", 0.04, 0.02, { pValue }) });
  const line = (pValue: number) => linesOf(answer({ robust: robust(pValue) })).find((each) => each.startsWith("**JPM"));
  expect(line(0.0499)).toBe("**JPM 4.01%** · −4.9% to 12.9%, p = 0.382, robust p = 0.0499");
  expect(line(0.05)).toBe("**JPM 4.01%** · −4.9% to 12.9%, p = 0.382");
});

test("a fitted line stands beside the market line's slope, without a verdict that no test was made for", () => {
  const fitted = (slope: number) => linesOf(answer({ line: { fitted: { intercept: 0.0001, slope, rSquared: 0.5 } } })).find((line) => line.startsWith("-# A line"));
  expect(fitted(0.000346)).toBe("-# A line fitted through the 0 assets themselves: intercept 0.0100% per day, slope 0.0346% per day and unit of β; the market line's is 0.0345%.");
  expect(fitted(0)).toBeUndefined();
});

test("the errors of the line stand below it where the assets are enough for them", () => {
  const of = (slope: number) => ({ intercept: madeUpEstimate("intercept", 0.0003, 0.00015, { pValue: 0.04 }), slope: madeUpEstimate("slope", 0.0004, slope, { pValue: 0.06 }) });
  const lines = linesOf(answer({ line: { fitted: { intercept: 0.0003, slope: 0.0004, rSquared: 0.5 } }, twoPass: { ...of(0.0002), shanken: of(0.00025) } }));
  expect(lines.at(lines.findIndex((line) => line.startsWith("-# A line")) + 1)).toBe(
    "-# Its errors by Fama and MacBeth (1973): intercept t = 2.00 (s.e. 0.015%, p = 0.040), slope t = 2.00 (s.e. 0.020%, p = 0.060). With Shanken's correction (1992), as βs are estimates: intercept t = 2.00 (s.e. 0.015%, p = 0.040), slope t = 1.60 (s.e. 0.025%, p = 0.060).",
  );
  expect(linesOf(answer()).join("\n")).not.toContain("MacBeth");
});

test("no line is fitted through fewer than three assets", () => {
  expect(linesOf(answer()).slice(-3, -1)).toEqual(["Security market line: from 0 through SPY (β = 1, 8.69% a year). An asset's height over it is its α.", ""]);
});

test.each([["monthly", "month", "×12"], ["annual", "year", "×1"]] as const)("%s rows make slopes a %s and αs %s", (frequency, period, factor) => {
  const lines = linesOf(answer({ line: { sample: { ...madeUpSample, frequency }, fitted: { intercept: 0.0001, slope: 0.01, rSquared: 0.5 } } }));
  expect(lines).toContain(`α a year (${factor}), one by one, with 95% intervals:`);
  expect(lines).toContain(`-# A line fitted through the 0 assets themselves: intercept 0.0100% per ${period}, slope 1.00% per ${period} and unit of β; the market line's is 0.0345%.`);
});

test("of several assets the hint warns of luck where an α is significant, and says so where none is; of one it asks for others", () => {
  expect(linesOf(answer()).at(-1)).toBe("💡 One α of several often looks significant by luck alone. Which of them would you still believe after the joint test?");
  const withP = (pValue: number) => madeUpFit({ alpha: { ...madeUpFit({}).alpha, pValue } });
  const none = "💡 Not one of these αs is significant by itself. If all were zero, how many of 20 would be at 5%, by luck?";
  expect(linesOf(answer({ fits: [withP(0.05), withP(0.9)] })).at(-1)).toBe(none);
  expect(linesOf(answer({ fits: [withP(0.9), withP(0.0499)] })).at(-1)).not.toBe(none);
  expect(linesOf(answer({ fits: [jpm] })).at(-1)).toBe("💡 One asset says little about a model. Which other assets would you hold against it?");
});

test("two to four assets can be compared, and the α with the largest t, of either sign, can be looked at alone", () => {
  const labels = (assets: number) =>
    answer({ fits: [jpm, wmt, fitOf("A", 0.1), fitOf("B", 0.2), fitOf("C", 0.3)].slice(0, assets) }).nextSteps.slice(0, 2).map(({ label }) => label);
  expect(labels(1)).toEqual(["Only JPM", "More"]);
  expect(labels(2)).toEqual(["Compare their βs", "Only WMT"]);
  expect(labels(4)).toEqual(["Compare their βs", "Only WMT"]);
  expect(labels(5)).toEqual(["Only WMT", "More"]);
});

test("a β has as many digits as its standard error supports", () => {
  const line = (standardError: number) => linesOf(answer({ fits: [madeUpFit({ betas: [madeUpEstimate("SPY", 1.2344, standardError)] })] })).find((each) => each.startsWith("JPM: β"));
  expect(line(0.01)).toBe("JPM: β 1.234");
  expect(line(0.2)).toBe("JPM: β 1.23");
});

test("the whole reply", () => {
  const points = [
    { asset: "JPM", beta: 1.395, mean: 0.00064, predicted: 0.00048, alpha: 0.00016, meanAnnual: 0.1614, predictedAnnual: 0.1213, alphaAnnual: 0.0401 },
    { asset: "WMT", beta: 0.721, mean: 0.0002, predicted: 0.00025, alpha: -0.00005, meanAnnual: 0.0504, predictedAnnual: 0.0627, alphaAnnual: -0.0123 },
  ];
  expect(replyText(answer({ line: { points, fitted: { intercept: 0.0003, slope: 0.0001, rSquared: 0.5 } } }))).toMatchInlineSnapshot(`
    "# GRS does not reject that every α on SPY is zero (p = 0.109) (#0072b2)
    **GRS F(2, 7,971) = 2.22, p = 0.109**
    If all were zero, αs at least this far from zero would be seen in about 10.9% of samples: at 5% that is no evidence against the model, and no proof of it.

    α a year (×252), one by one, with 95% intervals:
    **JPM 4.01%** · −4.9% to 12.9%, p = 0.382
    **WMT 4.01%** · −4.9% to 12.9%, p = 0.382
    [More]
    Null: every α of JPM, WMT is zero. GRS takes the residuals as normal and independent from row to row.
    α one by one, by the errors that decide (classical errors): JPM p = 0.010, WMT p = 0.010.
    2 αs were tested: by Holm's correction (1979) none of them is significant at 5%, and the smallest p, JPM's, becomes p > 0.999.
    JPM: β 1.395
    WMT: β 1.395
    Security market line: from 0 through SPY (β = 1, 8.69% a year). An asset's height over it is its α.
    -# A line fitted through the 2 assets themselves: intercept 0.0300% per day, slope 0.0100% per day and unit of β; the market line's is 0.0345%.

    💡 One α of several often looks significant by luck alone. Which of them would you still believe after the joint test?
    _JPM, WMT ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS, GRS F test · data: simulated sample (sha 1a2b3c4)_
    shows attachment://market-line.png
    picture market-line.png: Mean excess return a year against β for 2 assets: JPM β 1.40, mean 16.1%, 4.01% above the line; WMT β 0.721, mean 5.04%, 1.23% below the line. Upright whiskers: α's 95% interval from the line on; where one crosses the line, α could be 0. The line runs from 0 through SPY at β = 1, 8.69%. Returns: daily excess, 1993-02-01 to 2024-12-31.
    [Compare their βs] /compare tickers:"JPM WMT" factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Only WMT] /beta ticker:WMT factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /alphas ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /alphas ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:grs-test ticker:JPM numbers:false
    [Show the code] /alphas ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /alphas ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fits, errors, corrected, joint, line"
  `);
});
