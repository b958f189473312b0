import { expect, test } from "vitest";
import type { BetaComparison } from "../../../src/engine/compare-betas.ts";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import { compareReply } from "../../../src/render/replies/compare.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText, titleOf } from "../reply-text.ts";

const fitOf = (asset: string, value: number, interval: readonly [number, number]): FactorFit =>
  madeUpFit({ asset, betas: [madeUpEstimate("SPY", value, 0.01, { interval })] });

function answer(overrides: Partial<BetaComparison> = {}) {
  const fits = [fitOf("WMT", 0.721, [0.7, 0.74]), fitOf("JPM", 1.395, [1.364, 1.426])];
  return compareReply(
    { fits, correlations: [0.5123456, 0.7048], ranking: [1, 0], gap: gap([0.63, 0.71]), sample: madeUpSample, inference: classical, ...overrides },
    madeUpContext("compare"),
  );
}

const gap = (interval: readonly [number, number]): BetaComparison["gap"] => ({ high: "JPM", low: "WMT", beta: madeUpEstimate("SPY", 0.674, 0.02, { interval }) });

test("an asset moves more with the factor when the interval of the gap lies above 0", () => {
  const above = answer({ gap: gap([0.001, 0.71]) });
  expect(titleOf(above)).toBe("JPM moves more with SPY than WMT");
  expect(linesOf(above)).toContain("When SPY moves 1%, JPM moves 0.674% more than WMT on average (95% interval 0.001 to 0.710, from the regression of their difference).");
});

test("when the interval of the gap begins at 0 or below, the two can't be told apart", () => {
  const touching = answer({ gap: gap([0, 0.71]) });
  expect(titleOf(touching)).toBe("JPM and WMT can't be told apart by their β on SPY");
  expect(linesOf(touching)).toContain(
    "When SPY moves 1%, JPM moves 0.674% more than WMT on average (95% interval 0.000 to 0.710, from the regression of their difference: it holds 0).",
  );
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
    -# correlation 0.704800, R² 0.497, α a year (×252) 4.01% (−4.9% to 12.9%)
    **WMT: β = 0.721** · 95% interval 0.700 to 0.740 · defensive
    -# correlation 0.512346, R² 0.497, α a year (×252) 4.01% (−4.9% to 12.9%)

    When SPY moves 1%, JPM moves 0.674% more than WMT on average (95% interval 0.630 to 0.710, from the regression of their difference).
    Steepness is β; tightness is the correlation, whose square is R².

    💡 A high β with a low correlation, or a low β with a high one: which of the two would you rather hedge with the market?
    _WMT, JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://compare.png
    picture compare.png: 2 scatters against SPY, highest β first: JPM β = 1.395, correlation 0.705; WMT β = 0.721, correlation 0.512. The same axes in each, the fitted line over the points, n = 7,974. Returns: daily excess, 1993-02-01 to 2024-12-31.
    [Is every α zero?] /alphas tickers:"WMT JPM" factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Only JPM] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Show the code] /compare ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:co-movement ticker:JPM
    [Copy recipe] /compare ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: comparison"
  `);
});
