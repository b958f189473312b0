import { expect, test } from "vitest";
import { residualsReply } from "../../../src/render/replies/residuals.ts";
import { madeUpDiagnostics, madeUpFit, madeUpSample, madeUpTest } from "../made-up-fit.ts";
import { madeUpResiduals } from "../made-up-residuals.ts";
import { linesOf, madeUpContext, replyText } from "../reply-text.ts";

const context = madeUpContext("residuals");

test("the residuals are not normal below p = 0.05, and could be from there on", () => {
  const shape = (pValue: number) =>
    linesOf(residualsReply(madeUpFit({ diagnostics: madeUpDiagnostics({ jarqueBera: madeUpTest(6, pValue) }) }), madeUpResiduals(), context)).find((line) =>
      line.startsWith("Shape"),
    );
  expect(shape(0.0494)).toBe("Shape: skew 0.612, kurtosis 18.66 (3 for a normal), Jarque–Bera p = 0.049: not normal.");
  expect(shape(0.05)).toBe("Shape: skew 0.612, kurtosis 18.66 (3 for a normal), Jarque–Bera p = 0.050: could be normal.");
});

test("an exact fit leaves nothing to describe", () => {
  const exact = linesOf(residualsReply(madeUpFit({ exact: true }), madeUpResiduals(), context));
  expect(exact).toContain("The factor explains every row exactly: there is nothing left to draw.");
  expect(exact.filter((line) => /^(?:Shape|Tails|Largest|Neighbouring)/u.test(line))).toEqual([]);
});

test("without rows there is no largest miss", () => {
  const lines = (largest: ReturnType<typeof madeUpResiduals>["largest"]) => linesOf(residualsReply(madeUpFit(), madeUpResiduals({ largest }), context));
  expect(lines([]).at(-4)).toBe("Tails: beyond ±3σ 131 days, a normal curve has 22; beyond ±5σ 30 days, a normal curve has 0.0046.");
  expect(lines([{ date: "2009-01-22", residual: -0.2, deviations: -12 }])).toContain("Largest miss: 2009-01-22, −20.0% (−12.0σ). The file has the five largest.");
});

test("tails are counted in the sample's own period", () => {
  expect(linesOf(residualsReply(madeUpFit({ sample: { ...madeUpSample, frequency: "monthly" } }), madeUpResiduals(), context))).toContain(
    "Tails: beyond ±3σ 131 months, a normal curve has 22; beyond ±5σ 30 months, a normal curve has 0.0046.",
  );
});

test("the mean of ε is said in percent, with six decimals", () => {
  const withoutAlpha = { ...madeUpResiduals().withoutAlpha, mean: -3e-8 };
  expect(linesOf(residualsReply(madeUpFit(), madeUpResiduals({ withoutAlpha }), context))).toContain(" mean a day       −0.000003%");
});

test("the whole reply", () => {
  expect(replyText(residualsReply(madeUpFit(), madeUpResiduals(), context))).toMatchInlineSnapshot(`
    "# JPM's residuals: correlation with SPY 0.000000 (#0072b2)
    **Correlation of r − β·f with SPY = 0.000000** · without α too: 0.000000. Least squares makes it so, whatever the data.
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
    The two differ by the constant α alone. The first is a return one can hold, the hedged portfolio; the second, what the line misses, is **idiosyncratic risk**: 50.3% of JPM's variance.

    Shape: skew 0.612, kurtosis 18.66 (3 for a normal), Jarque–Bera p < 0.001: not normal.
    Tails: beyond ±3σ 131 days, a normal curve has 22; beyond ±5σ 30 days, a normal curve has 0.0046.
    Largest miss: 2009-01-22, 21.1% (12.8σ). The file has the five largest.
    Neighbouring residuals correlate by −0.021.

    💡 The correlation is 0 over these rows. Would it be 0 next year too, with this year's β?
    _JPM − β · SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    shows attachment://residuals.png
    picture residuals.png: Two panels. Left: JPM − β·SPY against SPY, a cloud without slope, correlation 0.000000, n = 7,974. Dashed line at zero; standard deviation 1.65% per row. Right: distribution of the residuals beside a normal curve of the same standard deviation: a higher peak and fatter tails, kurtosis 18.7. Rows beyond 3 standard deviations: 131; a normal curve has 22. Rows outside the right panel's ±5: 7. Returns: daily excess, 1993-02-01 to 2024-12-31.
    file largest-residuals.csv: The five days on which JPM was furthest from the line
    date,residual,standard_deviations
    2009-01-22,0.2105,12.79
    2008-11-21,-0.15,-9.1

    [Hedge it] /hedge ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Whole table] /regress ticker:JPM model:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Show the code] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:residual-with-alpha ticker:JPM
    [Copy recipe] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, residuals"
  `);
});
