import { expect, test } from "vitest";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import type { FactorShare, FactorShareGap } from "../../../src/engine/factor-share.ts";
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

const answer = (decompositions: readonly VarianceDecomposition[], options?: Readonly<Record<string, string>>, p = 0.001, gap: FactorShareGap | null = null, rowsNeeded: number | null = null) =>
  withMore(
    (context) => varianceReply({ fits: decompositions.map(({ asset }) => madeUpFit({ asset })), decompositions, shares: decompositions.map(({ factorShare }) => sharesOf(factorShare, p)), gap, rowsNeeded }, context),
    madeUpContext("variance", options ? { options } : {}),
  );
/** `p` of the null that the share is a half. */
const sharesOf = (value: number, p: number): FactorShare => ({
  asset: "JPM",
  value,
  interval: [value - 0.05, value + 0.05],
  scale: "log odds",
  half: madeUpEstimate("factor share", Math.log(value / (1 - value)), 0.1, { pValue: p }),
  stretches: [value - 0.02, value + 0.02, value - 0.01, value + 0.01],
  sample: madeUpSample,
  inference: classical,
});

test("most of the variance is factor risk or idiosyncratic where the stretches of the rows say so below p = 0.05, and neither from there on", () => {
  const lines = (share: number, p: number) => linesOf(answer([decomposed("JPM", share)], undefined, p));
  expect(lines(0.55, 0.0499)).toContain("Most of JPM's variance is **factor risk**, which a hedge can remove.");
  expect(lines(0.45, 0.0499)).toContain("Most of JPM's variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.");
  for (const share of [0.55, 0.45]) {
    expect(lines(share, 0.05)).toContain("The rows don't tell which part of JPM's variance is the larger in the long run. A hedge can remove the **factor risk** alone.");
  }
});

test("all of the variance is factor risk in an exact fit alone; rows too few for an interval say what it takes", () => {
  const withoutInterval = (factorShare: number, rowsNeeded: number | null) =>
    replyText(varianceReply({ fits: [madeUpFit({ asset: "JPM" })], decompositions: [decomposed("JPM", factorShare)], shares: [null], gap: null, rowsNeeded }, madeUpContext("variance")));
  expect(withoutInterval(1, null)).toContain("All of JPM's variance is **factor risk**");
  for (const rowsNeeded of [2016, null]) expect(withoutInterval(0.701, rowsNeeded)).not.toContain("All of");
  expect(withoutInterval(0.701, 2016)).toContain("takes 2,016 days to tell");
});

test("from fewer rows than eight years no part is called the larger, nor an asset's, and the reply says what it takes", () => {
  const reading = (observations: number, frequency: "daily" | "monthly" | "annual", rowsNeeded: number | null, assets: readonly string[]) => {
    const sample = { ...madeUpSample, observations, frequency };
    const decompositions = assets.map((asset, place) => decomposed(asset, 0.9 - place / 2, { sample }));
    return linesOf(answer(decompositions, undefined, 0.001, { ...madeUpEstimate("gap", 0.5, 0.01, { pValue: 0.001 }), sample, inference: classical }, rowsNeeded)).find((line) => /larger|Most of/u.test(line));
  };
  expect(reading(2015, "daily", 2016, ["JPM"])).toBe("Which part of JPM's variance is the larger in the long run takes 2,016 days to tell, as volatility comes in spells: here are 2,015. A hedge can remove the **factor risk** alone.");
  expect(reading(2016, "daily", null, ["JPM"])).toContain("Most of JPM's variance is **factor risk**");
  expect(reading(95, "monthly", 96, ["JPM"])).toContain("takes 96 months to tell");
  expect(reading(96, "monthly", null, ["JPM"])).toContain("Most of");
  expect(reading(39, "annual", 40, ["JPM", "WMT"])).toBe("Which factor share is the larger in the long run takes 40 years to tell, as volatility comes in spells: here are 39. Factor risk is what a hedge can remove.");
  expect(reading(40, "annual", null, ["JPM", "WMT"])).toContain("JPM has a larger factor share than WMT");
});

test("with few rows the title splits no variance", () => {
  const fewRows = madeUpContext("variance", { caution: "⚠️ Only 9 days." });
  const result = { fits: [madeUpFit()], decompositions: [decomposed("JPM", 0.9)], shares: [sharesOf(0.9, 0.01)], gap: null, rowsNeeded: 2016 };
  expect(titleOf(varianceReply(result, fewRows))).toBe("JPM: 7,974 days are too few to split a variance by");
});

test("the shares of the rows' four stretches stand behind More, as the interval rests on them", () => {
  expect(linesOf(answer([decomposed("JPM", 0.5)]))).toContain("Factor share in four stretches of the rows, one after the other: 48.0%, 52.0%, 49.0%, 51.0%. The interval rests on how far apart they are.");
});

test("of several assets, the one with the larger factor share is named where the gap stands out among all pairs", () => {
  const gap = (pValue: number): FactorShareGap => ({ ...madeUpEstimate("factor share gap", 0.3, 0.1, { pValue }), sample: madeUpSample, inference: classical });
  const three = (pValue: number) => answer([decomposed("WMT", 0.3), decomposed("JPM", 0.5), decomposed("PG", 0.2)], undefined, 0.01, gap(pValue));
  expect(titleOf(three(0.01))).toBe("Factor risk: WMT 30.0%, JPM 50.0%, PG 20.0%");
  expect(linesOf(three(0.0166))).toContain("JPM has a larger factor share than PG, by 10% to 50% of the variance. Factor risk is what a hedge can remove.");
  expect(linesOf(three(0.0167))).toContain("The rows don't tell the factor shares apart: JPM less PG is 10% to 50% of the variance by four stretches of the rows, too little for the largest of 3 gaps. Factor risk is what a hedge can remove.");
});

test("of several assets that the factor explains exactly no share is the larger", () => {
  const lines = (least: number) => linesOf(answer([decomposed("COPY", 1), decomposed("TWICE", least)]));
  expect(lines(1)).toContain("All of the variance of COPY, TWICE is **factor risk**, which a hedge can remove.");
  expect(lines(0.99)).toContain("The rows don't tell the factor shares apart. Factor risk is what a hedge can remove.");
});

test("without an asset there is nothing to decompose", () => {
  expect(() => answer([])).toThrow("a variance decomposition has an asset");
});

test("the whole reply of one asset on one factor", () => {
  expect(replyText(answer([decomposed("JPM", 0.4968)]))).toMatchInlineSnapshot(`
    "# JPM: 49.7% factor risk, 50.3% idiosyncratic (#0072b2)
    **JPM: factor risk 49.7%** (R²) · 95% interval 44.7% to 54.7% · idiosyncratic 50.3%

    Most of JPM's variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.
    [More]
    **JPM: factor risk 49.7%** = 0.000268 · R² = 0.497
    Idiosyncratic risk **50.3%** = 0.000271
    Total variance 0.000539 per day
    Factor share in four stretches of the rows, one after the other: 47.7%, 51.7%, 48.7%, 50.7%. The interval rests on how far apart they are.

    💡 A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://variance.png
    picture variance.png: Steps of variance, factor risk against idiosyncratic risk: JPM 49.7% and 50.3%. Factor risk is that of SPY. Below, the factor share's 95% interval 44.7% to 54.7%. From daily excess returns, 1993-02-01 to 2024-12-31.
    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Size it] /size ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:variance-decomposition ticker:JPM numbers:false
    [Show the code] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /variance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fits, decompositions, shares"
  `);
});

test("the whole reply of two assets: the next steps take the first that was typed", () => {
  expect(replyText(answer([decomposed("WMT", 0.3), decomposed("JPM", 0.5)], { ticker: "WMT JPM", factor: "SPY" }))).toMatchInlineSnapshot(`
    "# Factor risk: WMT 30.0%, JPM 50.0% (#0072b2)
    **WMT: factor risk 30.0%** (R²) · 95% interval 25.0% to 35.0% · idiosyncratic 70.0%
    **JPM: factor risk 50.0%** (R²) · 95% interval 45.0% to 55.0% · idiosyncratic 50.0%

    The rows don't tell the factor shares apart. Factor risk is what a hedge can remove.
    [More]
    **WMT: factor risk 30.0%** = 0.000162 · R² = 0.300
    Idiosyncratic risk **70.0%** = 0.000377
    Total variance 0.000539 per day
    Factor share in four stretches of the rows, one after the other: 28.0%, 32.0%, 29.0%, 31.0%. The interval rests on how far apart they are.

    **JPM: factor risk 50.0%** = 0.000270 · R² = 0.500
    Idiosyncratic risk **50.0%** = 0.000270
    Total variance 0.000539 per day
    Factor share in four stretches of the rows, one after the other: 48.0%, 52.0%, 49.0%, 51.0%. The interval rests on how far apart they are.

    💡 A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.
    _WMT, JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://variance.png
    picture variance.png: Stacked bars of variance, factor risk against idiosyncratic risk: WMT 30.0% and 70.0%; JPM 50.0% and 50.0%. Factor risk is that of SPY. From daily excess returns, 1993-02-01 to 2024-12-31.
    [Hedge WMT] /hedge ticker:WMT factor:SPY
    [Size WMT] /size ticker:WMT factor:SPY
    [More] /variance ticker:"WMT JPM" factor:SPY show:more
    [Show the code] /variance ticker:"WMT JPM" factor:SPY show:code
    [Explain] /explain topic:variance-decomposition numbers:false
    [Show the code] /variance ticker:"WMT JPM" factor:SPY show:code
    [Get the data] /data get series:"JPM, SPY"
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
  expect(replyText(withMore((context) => varianceReply({ fits: [madeUpFit({ betas })], decompositions: [decomposition], shares: [sharesOf(0.48, 0.005)], gap: null, rowsNeeded: null }, context), madeUpContext("variance", { options: {} })))).toMatchInlineSnapshot(`
    "# JPM: 48.0% factor risk, 52.0% idiosyncratic (#0072b2)
    **JPM: factor risk 48.0%** (R²) · 95% interval 43.0% to 53.0% · idiosyncratic 52.0%

    Most of JPM's variance is **idiosyncratic**: a hedge leaves it, and only diversification makes it small.
    [More]
    **JPM: factor risk 48.0%** = 0.000259 · R² = 0.480
      of the total variance: Mkt-RF 40.0%, HML 10.0%, covariances −2.0%
    Idiosyncratic risk **52.0%** = 0.000280
    Total variance 0.000539 per day
    Factor share in four stretches of the rows, one after the other: 46.0%, 50.0%, 47.0%, 49.0%. The interval rests on how far apart they are.

    💡 A hedge removes the factor's part of the variance. By how much does the volatility fall? It is not the same share.
    _JPM ~ Mkt-RF + HML · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://variance.png
    picture variance.png: Steps of variance, factor risk against idiosyncratic risk: JPM 48.0% and 52.0%. Factor risk is made of Mkt-RF 40.0%, HML 10.0% and their covariances, −2.0%. Below, the factor share's 95% interval 43.0% to 53.0%. From daily excess returns, 1993-02-01 to 2024-12-31.
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
    [Explain] /explain topic:several-factor-variance numbers:false
    [Show the code] /variance show:code
    [Get the data] /data get series:"JPM, SPY"
    [Copy recipe] /variance show:recipe
    for everyone; result: fits, decompositions, shares"
  `);
});
