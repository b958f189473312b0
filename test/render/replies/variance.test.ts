import { expect, test } from "vitest";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import type { SampledEstimate } from "../../../src/engine/influence-estimate.ts";
import type { VarianceDecomposition } from "../../../src/engine/variance-decomposition.ts";
import { varianceReply } from "../../../src/render/replies/variance.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText, titleOf, withMore } from "../reply-text.ts";

function decomposed(asset: string, factorShare: number, overrides: Partial<VarianceDecomposition> = {}): VarianceDecomposition {
  return {
    asset,
    totalVariance: 0.000539,
    factorVariance: 0.000539 * factorShare,
    idiosyncraticVariance: 0.000539 * (1 - factorShare),
    covarianceShare: 0,
    factorShare,
    idiosyncraticShare: 1 - factorShare,
    parts: [
      { kind: "factor", factors: ["SPY"], variance: 0.000539 * factorShare, share: factorShare },
      { kind: "idiosyncratic", factors: [], variance: 0.000539 * (1 - factorShare), share: 1 - factorShare },
    ],
    sample: madeUpSample,
    inference: classical,
    ...overrides,
  };
}

const answer = (decompositions: readonly VarianceDecomposition[], options?: Readonly<Record<string, string>>, error = 0.001, gap: SampledEstimate | null = null) =>
  withMore(
    (context) => varianceReply({ fits: decompositions.map(({ asset }) => madeUpFit({ asset })), decompositions, shares: decompositions.map(({ factorShare }) => sharesOf(factorShare, error)), gap }, context),
    madeUpContext("variance", options ? { options } : {}),
  );
const sharesOf = (value: number, standardError: number) => ({ ...madeUpEstimate("factor share", value, standardError), sample: madeUpSample, inference: classical });

test("most of the variance is factor risk where the interval lies above a half, idiosyncratic below it, and neither where it holds a half", () => {
  const lines = (share: number, error: number) => linesOf(answer([decomposed("JPM", share)], undefined, error));
  expect(lines(0.55, 0.025)).toContain("Most of JPM's variance is **factor risk**, which a hedge can remove.");
  expect(lines(0.45, 0.025)).toContain("Most of JPM's variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.");
  for (const share of [0.55, 0.45]) {
    expect(lines(share, 0.026)).toContain("The rows don't tell which part of JPM's variance is the larger. A hedge can remove the **factor risk** alone.");
  }
});

test("from few rows no part is called the larger", () => {
  const fewRows = madeUpContext("variance", { caution: "⚠️ Only 9 days." });
  const result = { fits: [madeUpFit()], decompositions: [decomposed("JPM", 0.9)], shares: [sharesOf(0.9, 0.01)], gap: null };
  const reply = varianceReply(result, fewRows);
  expect(titleOf(reply)).toBe("JPM: 7,974 days are too few to split a variance by");
  expect(linesOf(reply)).toContain("The rows don't tell which part of JPM's variance is the larger. A hedge can remove the **factor risk** alone.");
});

test("of several assets, the one with the larger factor share is named where the gap stands out among all pairs", () => {
  const gap = (pValue: number) => ({ ...sharesOf(0.3, 0.1), pValue });
  const three = (pValue: number) => answer([decomposed("WMT", 0.3), decomposed("JPM", 0.5), decomposed("PG", 0.2)], undefined, 0.01, gap(pValue));
  expect(titleOf(three(0.01))).toBe("Factor risk: WMT 30.0%, JPM 50.0%, PG 20.0%");
  expect(linesOf(three(0.0166))).toContain("JPM has a larger factor share than PG, by 10% to 50% of the variance. Factor risk is what a hedge can remove.");
  expect(linesOf(three(0.0167))).toContain("The rows don't tell the factor shares apart. Factor risk is what a hedge can remove.");
});

test("without an asset there is nothing to decompose", () => {
  expect(() => answer([])).toThrow("a variance decomposition has an asset");
});

test("the whole reply of one asset on one factor", () => {
  expect(replyText(answer([decomposed("JPM", 0.4968)]))).toMatchInlineSnapshot(`
    "# JPM: 49.7% factor risk, 50.3% idiosyncratic (#0072b2)
    **JPM: factor risk 49.7%** (R²) · 95% interval 49.48% to 49.88% · idiosyncratic 50.3%

    Most of JPM's variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.
    [More]
    **JPM: factor risk 49.7%** = 0.000268 · R² = 0.497
    Idiosyncratic risk **50.3%** = 0.000271
    Total variance 0.000539 per day

    💡 A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://variance.png
    picture variance.png: Stacked bars of variance, factor risk against idiosyncratic risk: JPM 49.7% and 50.3%. Factor risk is that of SPY. From daily excess returns, 1993-02-01 to 2024-12-31.
    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Size it] /size ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:variance-decomposition ticker:JPM
    [Show the code] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Copy recipe] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fits, decompositions, shares"
  `);
});

test("the whole reply of two assets: the next steps take the first that was typed", () => {
  expect(replyText(answer([decomposed("WMT", 0.3), decomposed("JPM", 0.5)], { ticker: "WMT JPM", factor: "SPY" }))).toMatchInlineSnapshot(`
    "# Factor risk: WMT 30.0%, JPM 50.0% (#0072b2)
    **WMT: factor risk 30.0%** (R²) · 95% interval 29.80% to 30.20% · idiosyncratic 70.0%
    **JPM: factor risk 50.0%** (R²) · 95% interval 49.80% to 50.20% · idiosyncratic 50.0%

    The rows don't tell the factor shares apart. Factor risk is what a hedge can remove.
    [More]
    **WMT: factor risk 30.0%** = 0.000162 · R² = 0.300
    Idiosyncratic risk **70.0%** = 0.000377
    Total variance 0.000539 per day

    **JPM: factor risk 50.0%** = 0.000270 · R² = 0.500
    Idiosyncratic risk **50.0%** = 0.000270
    Total variance 0.000539 per day

    💡 A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.
    _WMT, JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://variance.png
    picture variance.png: Stacked bars of variance, factor risk against idiosyncratic risk: WMT 30.0% and 70.0%; JPM 50.0% and 50.0%. Factor risk is that of SPY. From daily excess returns, 1993-02-01 to 2024-12-31.
    [Hedge WMT] /hedge ticker:WMT factor:SPY
    [Size WMT] /size ticker:WMT factor:SPY
    [More] /variance ticker:"WMT JPM" factor:SPY show:more
    [Show the code] /variance ticker:"WMT JPM" factor:SPY show:code
    [Explain] /explain topic:variance-decomposition ticker:WMT
    [Show the code] /variance ticker:"WMT JPM" factor:SPY show:code
    [Copy recipe] /variance ticker:"WMT JPM" factor:SPY show:recipe
    for everyone; result: fits, decompositions, shares"
  `);
});

test("several factors add each one's part and the covariances, and a table of all terms", () => {
  const betas: FactorFit["betas"] = [madeUpEstimate("Mkt-RF", 1.2, 0.01), madeUpEstimate("HML", 0.5, 0.02)];
  const parts: VarianceDecomposition["parts"] = [
    { kind: "factor", factors: ["Mkt-RF"], variance: 0.0002, share: 0.4 },
    { kind: "factor", factors: ["HML"], variance: 0.00005, share: 0.1 },
    { kind: "covariance", factors: ["Mkt-RF", "HML"], variance: -0.00001, share: -0.02 },
    { kind: "idiosyncratic", factors: [], variance: 0.00026, share: 0.52 },
  ];
  const decomposition = decomposed("JPM", 0.48, { parts, covarianceShare: -0.02 });
  expect(replyText(withMore((context) => varianceReply({ fits: [madeUpFit({ betas })], decompositions: [decomposition], shares: [sharesOf(0.48, 0.005)], gap: null }, context), madeUpContext("variance", { options: {} })))).toMatchInlineSnapshot(`
    "# JPM: 48.0% factor risk, 52.0% idiosyncratic (#0072b2)
    **JPM: factor risk 48.0%** (R²) · 95% interval 47.02% to 48.98% · idiosyncratic 52.0%

    Most of JPM's variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.
    [More]
    **JPM: factor risk 48.0%** = 0.000259 · R² = 0.480
      of the total variance: Mkt-RF 40.0%, HML 10.0%, covariances −2.0%
    Idiosyncratic risk **52.0%** = 0.000280
    Total variance 0.000539 per day

    💡 A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.
    _JPM ~ Mkt-RF + HML · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://variance.png
    picture variance.png: Stacked bars of variance, factor risk against idiosyncratic risk: JPM 48.0% and 52.0%. Factor risk is that of Mkt-RF, HML, their covariances drawn apart. From daily excess returns, 1993-02-01 to 2024-12-31.
    file variance.csv: Table: each asset's variance by term, with its share of the total
    asset,term,variance,share
    JPM,Mkt-RF,0.0002,0.4
    JPM,HML,0.00005,0.1
    JPM,2 cov Mkt-RF HML,-0.00001,-0.02
    JPM,idiosyncratic,0.00026,0.52

    [Hedge it] /hedge ticker:JPM
    [Size it] /size ticker:JPM
    [More] /variance show:more
    [Show the code] /variance show:code
    [Explain] /explain topic:several-factor-variance
    [Show the code] /variance show:code
    [Copy recipe] /variance show:recipe
    for everyone; result: fits, decompositions, shares"
  `);
});
