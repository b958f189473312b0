import { expect, test } from "vitest";
import type { Performance } from "../../../src/engine/performance.ts";
import { performanceReply } from "../../../src/render/replies/performance.ts";
import { madeUpEstimate, madeUpFit } from "../made-up-fit.ts";
import { madeUpPerformance } from "../made-up-portfolios.ts";
import { linesOf, madeUpContext, replyText } from "../reply-text.ts";

const growth = { days: madeUpFit().rows.days, unhedged: Float64Array.of(1.01, 0.9898, 1.0195, 1.0195), hedged: Float64Array.of(1.002, 0.999, 1, 1.001) };
const answer = (overrides: Partial<Performance> = {}) => performanceReply({ fit: madeUpFit(), performance: madeUpPerformance(overrides), growth }, madeUpContext("performance"));
const line = (start: string, overrides: Partial<Performance>) => linesOf(answer(overrides)).find((each) => each.startsWith(start));

const raised = (hedged: string) =>
  `Hedging raised the Sharpe ratio in these rows, from 0.438 to ${hedged}: what JPM earned beside its **factor risk** was paid better per unit of risk. These are two estimates compared, not a test.`;

test("the Sharpe ratio was raised, left or lowered by hedging, by the two estimates", () => {
  const lines = (hedgedSharpe: number) => linesOf(answer({ sharpe: 0.438, hedgedSharpe }));
  expect(lines(0.4391)).toContain(raised("0.439"));
  expect(lines(0.438)).toContain("Hedging left the Sharpe ratio as it was, 0.438.");
  expect(lines(0.437)).toContain(
    "Hedging lowered the Sharpe ratio in these rows, from 0.438 to 0.437. A hedge also gives up the premium that SPY earned. These are two estimates compared, not a test.",
  );
});

test("a premium is given up only where the factor earned one", () => {
  const { moments } = madeUpFit();
  const losing = madeUpFit({ moments: { ...moments, factors: [{ factor: "SPY", mean: 0, variance: 0.0001 }] } });
  const reply = performanceReply({ fit: losing, performance: madeUpPerformance({ sharpe: 0.438, hedgedSharpe: 0.4 }), growth }, madeUpContext("performance"));
  expect(linesOf(reply)).toContain("Hedging lowered the Sharpe ratio in these rows, from 0.438 to 0.400. These are two estimates compared, not a test.");
});

test("years to t = 2 are of a positive α, and past where t has reached 2", () => {
  const years = (value: number, tStat: number) => {
    const fit = madeUpFit({ alpha: madeUpEstimate("alpha", value, 0.0001, { tStat }) });
    const reply = performanceReply({ fit, performance: madeUpPerformance({ appraisalRatio: 0.154, yearsToSignificance: 168 }), growth }, madeUpContext("performance"));
    return linesOf(reply).find((each) => each.includes("t(α) = 2"));
  };
  expect(years(0.0001, 1.99)).toBe("An appraisal ratio of 0.154 needs **168 years** for t(α) = 2");
  expect(years(0.0001, 2)).toBe("An appraisal ratio of 0.154 needs **168 years** for t(α) = 2; these rows are past it");
  expect(years(0, 0)).toBe("Years until t(α) = 2: none, α is not above 0");
  expect(years(-0.0001, -3)).toBe("Years until t(α) = 2: none, α is not above 0");
});

test("the Treynor ratio means something where the interval of β is above 0", () => {
  const treynor = (low: number) => {
    const fit = madeUpFit({ betas: [madeUpEstimate("SPY", 0.3, 0.1, { interval: [low, 0.6] })] });
    return linesOf(performanceReply({ fit, performance: madeUpPerformance({ treynor: 0.12 }), growth }, madeUpContext("performance"))).find((each) => each.startsWith("Treynor"));
  };
  expect(treynor(0.001)).toBe("Treynor ratio, mean over β: 12.00% a year");
  expect(treynor(0)).toBe("Treynor ratio, mean over β: not meaningful, the interval of β is not above 0");
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
  expect(line("Treynor", { treynor: 0 })).toBe("Treynor ratio, mean over β: 0% a year");
  expect(line("Information", { informationRatio: null })).toBe("Information ratio against β = 1 (r − SPY): none, r − f never varies");
  expect(line("Information", { informationRatio: 0 })).toBe("Information ratio against β = 1 (r − SPY): 0 a year");
  expect(line("β when SPY rose", { upBeta: null })).toBe("β when SPY rose: too few rows");
  expect(line("β when SPY fell", { downBeta: null })).toBe("β when SPY fell: too few rows");
});

test("the whole reply", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# JPM: Sharpe ratio 0.438, hedged 0.153 a year (#0072b2)
    **Sharpe ratio = 0.438** a year: mean 16.14% (×252) over volatility 36.86%
    **Appraisal ratio = 0.153** a year: α 4.007% over σ(ε) 26.13%
    Hedged Sharpe ratio = 0.153, the same by construction
    α a year = 4.01% · 95% interval −4.9% to 12.9% · t = 0.8833
    An appraisal ratio of 0.153 needs **162 years** for t(α) = 2

    Information ratio against β = 1 (r − SPY): 0.270 a year
    Tracking error, the course's σ(ε): 26.13% a year
    Tracking error elsewhere, σ(r − SPY): 27.15% a year
    Largest drawdown of the compounded excess returns: 76.2%, 2001-05-21 to 2002-10-09, recovered 2013-03-08
    Treynor ratio, mean over β: 11.57% a year
    β when SPY rose: 1.421 (s.e. 0.030)
    β when SPY fell: 1.352 (s.e. 0.031)
    Adjusted β (⅔ · β + ⅓): 1.263

    Hedging lowered the Sharpe ratio in these rows, from 0.438 to 0.153. A hedge also gives up the premium that SPY earned. These are two estimates compared, not a test.

    💡 Exposure to a factor and exposure to ε both pay. Why are they fundamentally different risks to hold?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://growth.png
    picture growth.png: Lines: $1 in JPM, excess returns compounded (cash would stay at $1), became $1.02 unhedged and $1.00 hedged, 1993-02-01 to 2024-12-31. Logarithmic axis, daily rows. Lowest: $0.99 unhedged, $1.00 hedged.
    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Read it to me] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:words
    [Show the code] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:appraisal-ratio ticker:JPM
    [Copy recipe] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, performance"
  `);
});
