import { expect, test } from "vitest";
import type { BetaComparison } from "../../../src/engine/compare-betas.ts";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import { compareReply } from "../../../src/render/replies/compare.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

const fitOf = (asset: string, value: number, interval: readonly [number, number]): FactorFit =>
  madeUpFit({ asset, betas: [madeUpEstimate("SPY", value, 0.01, { interval })] });

function answer(overrides: Partial<BetaComparison> = {}, robust: BetaComparison | null = null) {
  const fits = [fitOf("WMT", 0.721, [0.7, 0.74]), fitOf("JPM", 1.395, [1.364, 1.426])];
  const comparison = { fits, correlations: [0.5123456, 0.7048], ranking: [1, 0], gap: gap(0.0001), sample: madeUpSample, inference: classical, ...overrides };
  return withMore((context) => compareReply({ comparison, robust }, context), madeUpContext("compare"));
}

const gap = (pickedPValue: number): BetaComparison["gap"] => ({ high: "JPM", low: "WMT", beta: madeUpEstimate("SPY", 0.674, 0.02, { interval: [0.63, 0.71] }), deciding: madeUpEstimate("SPY", 0.674, 0.02, { interval: [0.63, 0.71] }), alphaAnnual: madeUpEstimate("alpha", 0.01, 0.02), pickedPValue, pickedInterval: [-0.01, 1.36] });

test("a gap that would count alone and not as the largest of several says so, with its interval widened for that", () => {
  const fits = [fitOf("WMT", 0.721, [0.7, 0.74]), fitOf("JPM", 1.395, [1.364, 1.426]), fitOf("KO", 0.9, [0.8, 1])];
  const three = { fits, correlations: [0.5, 0.7, 0.6], ranking: [1, 2, 0] };
  const alone = (pValue: number) => ({ ...gap(3 * pValue)!, deciding: madeUpEstimate("SPY", 0.674, 0.34, { pValue }) });
  const words = "too little to tell them apart. As the largest of 3 gaps it is judged by the interval that holds for all of them at once, −0.01 to 1.36 (Bonferroni, small-sample).";
  expect(linesOf(answer({ ...three, gap: alone(0.02) }))).toContain(`${moves}, from the regression of their difference): ${words}`);
  expect(linesOf(answer({ ...three, gap: alone(0.05) })).join()).not.toContain("largest of 3 gaps");
  expect(linesOf(answer({ gap: { ...alone(0.02), pickedPValue: 0.06 } })).join()).not.toContain("gaps");
});

const moves = "When SPY moves 1%, JPM moves 0.674% more than WMT on average (95% interval 0.630 to 0.710";

test("an asset moves more with the factor below p = 0.05, the picking of the largest gap counted; from there on the two can't be told apart", () => {
  const above = answer({ gap: gap(0.0499) });
  expect(titleOf(above)).toBe("JPM moves more with SPY than WMT");
  expect(linesOf(above)).toContain(`${moves}, from the regression of their difference).`);
  const touching = answer({ gap: gap(0.05) });
  expect(titleOf(touching)).toBe("JPM and WMT can't be told apart by their β on SPY");
  expect(linesOf(touching)).toContain(`${moves}, from the regression of their difference): too little to tell them apart.`);
});

test("what decides is neither the classical nor the robust interval of the gap; both stand in the reply, and the one that decides where it is read differently", () => {
  const robust: BetaComparison = {
    fits: [fitOf("WMT", 0.721, [0.6, 0.84]), fitOf("JPM", 1.395, [0.99, 1.8])],
    correlations: [0.5, 0.7],
    ranking: [1, 0],
    gap: { ...gap(0.01)!, beta: madeUpEstimate("SPY", 0.674, 0.3, { pValue: 0.0499 }) },
    sample: madeUpSample,
    inference: { ...classical, covariance: "hac", lags: 10 },
  };
  const decided = (pValue: number) => answer({ gap: { ...gap(pValue)!, deciding: madeUpEstimate("SPY", 0.674, 0.36, { pValue }) } }, robust);
  const unsure = decided(0.05);
  expect(titleOf(unsure)).toBe("JPM and WMT can't be told apart by their β on SPY");
  expect(linesOf(unsure)).toContain(`${moves}, robust 0.09 to 1.26, small-sample −0.03 to 1.38, which decides, from the regression of their difference): too little to tell them apart.`);
  expect(linesOf(unsure)[0]).toContain("holds 1, the market's own");
  const sure = decided(0.0499);
  expect(titleOf(sure)).toBe("JPM moves more with SPY than WMT");
  expect(linesOf(sure)).toContain(`${moves}, robust 0.09 to 1.26, from the regression of their difference).`);
});

test("of more than two assets the reply says that the largest gap was picked", () => {
  const line = (assets: number) =>
    linesOf(answer({ fits: ["A", "B", "C"].slice(0, assets).map((asset) => fitOf(asset, 1, [0.9, 1.1])), ranking: [0], gap: gap(0.012) })).find((each) => each.includes("pairs"));
  expect(line(3)).toBe("The gap between JPM and WMT is the largest of 3 pairs; it is judged as one that was picked (p = 0.012 with Bonferroni).");
  expect(line(2)).toBeUndefined();
});

test("without a gap both move alike", () => {
  const alike = answer({ gap: null });
  expect(titleOf(alike)).toBe("Both move alike with SPY");
  expect(linesOf(alike)).toContain("Their returns differ by a constant at the most, so their βs are the same.");
});

test.each([
  [[1.0001, 1.2], "aggressive"],
  [[1, 1.2], "holds 1, the market's own"],
  [[0.8, 1], "holds 1, the market's own"],
  [[0.8, 0.9999], "defensive"],
  [[0, 0.9999], "holds 0"],
  [[0, 1], "holds 0 and 1"],
  [[-0.2, 0], "holds 0"],
  [[-0.2, -0.0001], "a hedge"],
] as const)("of an interval of β of %j is said: %s", (interval, kind) => {
  const [line = ""] = linesOf(answer({ fits: [fitOf("JPM", 1.1, interval)], ranking: [0] }));
  expect(line.split(" · ").at(-1)).toBe(kind);
});

test("the whole reply has the most sensitive asset first", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# JPM moves more with SPY than WMT (#0072b2)
    **JPM: β = 1.395** · 95% interval 1.364 to 1.426 · aggressive
    -# correlation 0.704800, R² 0.497
    **WMT: β = 0.721** · 95% interval 0.700 to 0.740 · defensive
    -# correlation 0.512346, R² 0.497

    When SPY moves 1%, JPM moves 0.674% more than WMT on average (95% interval 0.630 to 0.710, from the regression of their difference).
    [More]
    Steepness is β; tightness is the correlation, whose square is R².
    JPM: α a year (×252) 4.01% (−4.9% to 12.9%)
    WMT: α a year (×252) 4.01% (−4.9% to 12.9%)
    Verdicts here rest on classical errors: difference 0.630 to 0.710 (p = 0.010).

    💡 A high β with a low correlation, or a low β with a high one: which of the two would you rather hedge with the market?
    _WMT, JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://compare.png
    picture compare.png: 2 scatters against SPY, highest β first: JPM β = 1.395, correlation 0.705; WMT β = 0.721, correlation 0.512. The same axes in each, the fitted line with its 95% band over the points, n = 7,974. Returns: daily excess, 1993-02-01 to 2024-12-31.
    [Is every α zero?] /alphas tickers:"WMT JPM" factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Only JPM] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /compare ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /compare ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:co-movement ticker:JPM numbers:false
    [Show the code] /compare ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /compare ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: comparison"
  `);
});
