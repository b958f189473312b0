import { expect, test } from "vitest";
import type { Performance } from "../../../src/engine/performance.ts";
import { performanceReply } from "../../../src/render/replies/performance.ts";
import { madeUpFit } from "../made-up-fit.ts";
import { madeUpPerformance } from "../made-up-portfolios.ts";
import { linesOf, madeUpContext, replyText } from "../reply-text.ts";

const growth = { unhedged: Float64Array.of(1.01, 0.9898, 1.0195, 1.0195), hedged: Float64Array.of(1.002, 0.999, 1, 1.001) };
const answer = (overrides: Partial<Performance> = {}) => performanceReply({ fit: madeUpFit(), performance: madeUpPerformance(overrides), growth }, madeUpContext("performance"));
const line = (start: string, overrides: Partial<Performance>) => linesOf(answer(overrides)).find((each) => each.startsWith(start));

const raises = "Hedging raises the Sharpe ratio here: JPM is paid better for its **idiosyncratic risk** than for the whole.";
const doesNot =
  "Hedging does not improve the Sharpe ratio here: it gives up the factor's premium with the **factor risk**. The appraisal ratio is the measure of skill all the same.";

test("hedging raises the Sharpe ratio where the hedged one is larger, and not where they are equal", () => {
  const lines = (hedgedSharpe: number) => linesOf(answer({ sharpe: 0.438, hedgedSharpe }));
  expect(lines(0.4381)).toContain(raises);
  expect(lines(0.4381)).not.toContain(doesNot);
  expect(lines(0.438)).toContain(doesNot);
  expect(lines(0.438)).not.toContain(raises);
});

test("a drawdown is recovered, not recovered, or never was", () => {
  const words = (maximumDrawdown: Partial<Performance["maximumDrawdown"]>) =>
    line("Largest", { maximumDrawdown: { ...madeUpPerformance().maximumDrawdown, ...maximumDrawdown } });
  expect(words({})).toBe("Largest drawdown: 76.2%, 2001-05-21 to 2002-10-09, recovered 2013-03-08");
  expect(words({ recovered: null })).toBe("Largest drawdown: 76.2%, 2001-05-21 to 2002-10-09, not recovered");
  expect(words({ depth: 0.0001 })).toBe("Largest drawdown: < 0.1%, 2001-05-21 to 2002-10-09, recovered 2013-03-08");
  expect(words({ depth: 0 })).toBe("Largest drawdown: none, it never fell");
});

test("a figure that does not exist says why", () => {
  expect(line("Treynor", { treynor: null })).toBe("Treynor ratio, mean over β: none, β is 0");
  expect(line("Treynor", { treynor: 0 })).toBe("Treynor ratio, mean over β: 0% a year");
  expect(line("Information", { informationRatio: null })).toBe("Information ratio against β = 1 (r − SPY): none, r − f never varies");
  expect(line("Information", { informationRatio: 0 })).toBe("Information ratio against β = 1 (r − SPY): 0 a year");
  expect(line("β when SPY rose", { upBeta: null })).toBe("β when SPY rose: too few rows");
  expect(line("β when SPY fell", { downBeta: null })).toBe("β when SPY fell: too few rows");
  expect(line("Years", { yearsToSignificance: Infinity })).toBe("Years until t(α) = 2: **never, α is 0**");
  expect(line("Years", { yearsToSignificance: 1e6 })).toBe("Years until t(α) = 2: **1,000,000**");
});

test("the whole reply", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# JPM: Sharpe ratio 0.438, hedged 0.153 a year (#0072b2)
    **Sharpe ratio = 0.438** a year: mean 16.14% (×252) over volatility 36.86%
    **Appraisal ratio = 0.153** a year: α 4.007% over σ(ε) 26.13%
    Hedged Sharpe ratio = 0.153, the same by construction
    α a year = 4.01% · 95% interval −4.9% to 12.9% · t = 0.8833
    Years until t(α) = 2: **162**

    Information ratio against β = 1 (r − SPY): 0.270 a year
    Tracking error, the course's σ(ε): 26.13% a year
    Tracking error elsewhere, σ(r − SPY): 27.15% a year
    Largest drawdown: 76.2%, 2001-05-21 to 2002-10-09, recovered 2013-03-08
    Treynor ratio, mean over β: 11.57% a year
    β when SPY rose: 1.421 (s.e. 0.030)
    β when SPY fell: 1.352 (s.e. 0.031)
    Adjusted β (⅔ · β + ⅓): 1.263

    Hedging does not improve the Sharpe ratio here: it gives up the factor's premium with the **factor risk**. The appraisal ratio is the measure of skill all the same.

    💡 Exposure to a factor and exposure to ε both pay. Why are they fundamentally different risks to hold?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://growth.png
    picture growth.png: Lines: $1 in JPM grew to $1.02 unhedged and $1.00 hedged, 1993-02-01 to 2024-12-31. Logarithmic axis, daily excess returns compounded. Lowest: $0.99 unhedged, $1.00 hedged.
    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Read it to me] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:words
    [Show the code] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:appraisal-ratio ticker:JPM
    [Copy recipe] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, performance"
  `);
});
