import { expect, test } from "vitest";
import type { Estimate, FactorFit } from "../../../src/engine/factor-fit.ts";
import type { ResidualReport } from "../../../src/engine/residual-report.ts";
import { residualsReply } from "../../../src/render/replies/residuals.ts";
import { madeUpDiagnostics, madeUpEstimate, madeUpFit, madeUpSample, madeUpTest } from "../made-up-fit.ts";
import { madeUpResiduals } from "../made-up-residuals.ts";
import { linesOf, madeUpContext, replyText, withMore } from "../reply-text.ts";

const answer = (fit: FactorFit, report: ResidualReport, neighbours: Estimate | null = madeUpEstimate("autocorrelation", -0.021, 0.02, { pValue: 0.29 })) =>
  withMore((context) => residualsReply({ fit, robust: null, report, neighbours: fit.exact ? null : neighbours }, context), madeUpContext("residuals"));

test("the residuals are not normal below p = 0.05, and show no sign of it from there on", () => {
  const shape = (pValue: number) =>
    linesOf(answer(madeUpFit({ diagnostics: madeUpDiagnostics({ jarqueBera: madeUpTest(6, pValue) }) }), madeUpResiduals())).find((line) => line.includes("Jarque–Bera"));
  expect(shape(0.0494)).toBe("The residuals are **not normal** (Jarque–Bera p = 0.049: skew 0.612, kurtosis 18.66; a normal has 0 and 3).");
  expect(shape(0.05)).toBe("No sign in 7,974 rows that the residuals are not normal (Jarque–Bera p = 0.050: skew 0.612, kurtosis 18.66; a normal has 0 and 3).");
});

test("neighbouring residuals go together or reverse below p = 0.05, and show no sign of it from there on", () => {
  const line = (value: number, pValue: number) =>
    linesOf(answer(madeUpFit(), madeUpResiduals(), madeUpEstimate("autocorrelation", value, 0.01, { pValue }))).find((each) => each.startsWith("Neighbouring"));
  expect(line(0.03, 0.0494)).toBe("Neighbouring residuals go together: correlation 0.030 ± 0.020 (p = 0.049).");
  expect(line(-0.03, 0.0494)).toBe("Neighbouring residuals tend to reverse: correlation −0.030 ± 0.020 (p = 0.049).");
  expect(line(0.03, 0.05)).toBe("Neighbouring residuals: correlation 0.030 ± 0.020, no sign that they go together.");
});

test("an exact fit leaves nothing to describe", () => {
  const reply = answer(madeUpFit({ exact: true }), madeUpResiduals());
  const exact = linesOf(reply);
  expect(reply.pictures).toEqual([]);
  expect(answer(madeUpFit(), madeUpResiduals()).pictures).toHaveLength(1);
  expect(exact).toContain("The factor explains every row exactly: there is nothing left to draw.");
  expect(exact.filter((line) => /^(?:The residuals|Tails|Largest|Neighbouring)/u.test(line))).toEqual([]);
});

test("without rows there is no largest miss", () => {
  const lines = (largest: ReturnType<typeof madeUpResiduals>["largest"]) => linesOf(answer(madeUpFit(), madeUpResiduals({ largest })));
  expect(lines([])).toContain("Tails: beyond ±3σ 131 days, a normal curve has 22; beyond ±5σ 30 days, a normal curve has 0.0046.");
  expect(lines([{ date: "2009-01-22", residual: -0.2, deviations: -12 }])).toContain("Largest miss: 2009-01-22, −20.0% (−12.0σ). The file has the five largest.");
});

test("tails are counted in the sample's own period", () => {
  expect(linesOf(answer(madeUpFit({ sample: { ...madeUpSample, frequency: "monthly" } }), madeUpResiduals()))).toContain(
    "Tails: beyond ±3σ 131 months, a normal curve has 22; beyond ±5σ 30 months, a normal curve has 0.0046.",
  );
});

test("the mean of ε is said in percent, with six decimals", () => {
  const withoutAlpha = { ...madeUpResiduals().withoutAlpha, mean: -3e-8 };
  expect(linesOf(answer(madeUpFit(), madeUpResiduals({ withoutAlpha })))).toContain(" mean a day       −0.000003%");
});

test("the whole reply", () => {
  expect(replyText(answer(madeUpFit(), madeUpResiduals()))).toMatchInlineSnapshot(`
    "# JPM's residuals: correlation with SPY 0.000000 (#0072b2)
    **Correlation of r − β·f with SPY = 0.000000** · least squares makes it so, whatever the data
    **σ(ε) = 1.646% a day** · idiosyncratic risk, 50.3% of JPM's variance

    The residuals are **not normal** (Jarque–Bera p < 0.001: skew 0.612, kurtosis 18.66; a normal has 0 and 3).
    [More]
    \`\`\`
    r − β·f = α + ε  (6.4.5)
     mean a day          0.0159%
     σ a day              1.646%
     corr. with factor  0.000000
    ε = r − α − β·f
     mean a day        0.000000%
     σ a day              1.646%
     corr. with factor  0.000000
    \`\`\`
    The two differ by the constant α alone. The first is a return one can hold, the hedged portfolio; the second is what the line misses.

    Tails: beyond ±3σ 131 days, a normal curve has 22; beyond ±5σ 30 days, a normal curve has 0.0046.
    Largest miss: 2009-01-22, 21.1% (12.8σ). The file has the five largest.
    Neighbouring residuals: correlation −0.021 ± 0.039, no sign that they go together.

    💡 The correlation is 0 over these rows. Would it be 0 next year too, with this year's β?
    _JPM − β · SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://residuals.png
    picture residuals.png: Two panels. Top: JPM − β·SPY against SPY, a cloud without slope, correlation 0.000000, n = 7,974. Dashed line at zero; standard deviation 1.65% per row. Below: distribution of the residuals beside a normal curve of the same standard deviation: a higher peak and fatter tails, kurtosis 18.7. Rows beyond 3 standard deviations: 131; a normal curve has 22. Rows outside the lower panel's ±5: 7. Returns: daily excess, 1993-02-01 to 2024-12-31.
    file largest-residuals.csv: The five days on which JPM was furthest from the line
    date,residual,standard_deviations
    2009-01-22,0.2105,12.79
    2008-11-21,-0.15,-9.1

    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Whole table] /regress ticker:JPM model:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:residual-with-alpha ticker:JPM numbers:false
    [Show the code] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, residuals, neighbours"
  `);
});
