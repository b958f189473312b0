import { atLeastOne } from "../../../src/engine/at-least-one.ts";
import { expect, test } from "vitest";
import type { Estimate, FactorFit } from "../../../src/engine/factor-fit.ts";
import { regressReply, type RegressResult } from "../../../src/render/replies/regress.ts";
import { classical, madeUpDiagnostics, madeUpEstimate, madeUpFit, madeUpSample, madeUpTest } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText, withMore } from "../reply-text.ts";

const context = madeUpContext("regress");
const noSign = madeUpEstimate("autocorrelation", 0.01, 0.02, { pValue: 0.6 });
const answer = (overrides: Partial<FactorFit> = {}, { neighbours = noSign, robust = null, classical: unadjusted = null, otherSize = null }: Partial<RegressResult> = {}) =>
  withMore((each) => regressReply({ fit: madeUpFit(overrides), robust, classical: unadjusted, otherSize, neighbours: overrides.exact ? null : neighbours }, each), context);
const lineOf = (start: string, overrides: Partial<FactorFit>, others: Partial<RegressResult> = {}) => linesOf(answer(overrides, others)).find((line) => line.startsWith(start));
const beta = (term: string, pValue = 0.01): Estimate => madeUpEstimate(term, 0.5, 0.02, { pValue });
const threeFactors = (smb = 0.01, hml = 0.01): FactorFit["betas"] => [beta("Mkt-RF"), beta("SMB", smb), beta("HML", hml)];

test("a residual goes with the one before it below p = 0.05 of an error that allows for clustering, and shows no sign of it from there on", () => {
  const line = (value: number, pValue: number) => lineOf("**Durbin", {}, { neighbours: madeUpEstimate("autocorrelation", value, 0.01, { pValue }) });
  expect(line(0.05, 0.0494)).toBe("**Durbin–Watson 1.950**: a residual resembles the one before it, correlation 0.050 ± 0.020 (p = 0.049). `errors:hac` allows for that.");
  expect(line(-0.05, 0.0494)).toBe("**Durbin–Watson 1.950**: a residual tends to reverse the one before it, correlation −0.050 ± 0.020 (p = 0.049). `errors:hac` allows for that.");
  expect(line(0.05, 0.05)).toBe("**Durbin–Watson 1.950**: no sign that a residual goes with the one before it. Their sizes may still go together.");
});

test("the sentence on the errors says which tests speak against the classical ones, and what decides", () => {
  const sentence = (breuschPagan: number, neighbours: number, others: { readonly robust?: FactorFit | null; readonly durbinWatson?: number } = {}) => {
    const { robust = null, durbinWatson = 2 } = others;
    const overrides = { diagnostics: madeUpDiagnostics({ durbinWatson, breuschPagan: madeUpTest(4, breuschPagan) }) };
    return linesOf(answer(overrides, { robust, neighbours: madeUpEstimate("autocorrelation", 0.05, 0.02, { pValue: neighbours }) })).find((line) => /^(?:The tests|No sign|Durbin–Watson)/u.test(line));
  };
  const noSign = "No sign that the noise's size depends on the factor in a straight line, or that neighbouring residuals go together";
  const robust = (standardError: number) => madeUpFit({ betas: [madeUpEstimate("SPY", 1.395, standardError)], inference: { ...classical, covariance: "hac" } });
  expect(sentence(0.05, 0.05)).toBe(`${noSign}.`);
  expect(sentence(0.05, 0.05, { robust: robust(0.0195) })).toBe(`${noSign}, and the robust errors are within a quarter of the classical ones.`);
  expect(sentence(0.05, 0.05, { robust: robust(0.0125) })).toBe(`${noSign}, and the robust errors are within a quarter of the classical ones.`);
  const differing = (ratio: string) =>
    `${noSign}, yet robust intervals differ: the robust error of β SPY is ${ratio} times the classical one. The robust ones decide what is said here.`;
  expect(sentence(0.05, 0.05, { robust: robust(0.0312) })).toBe(differing("2.0"));
  expect(sentence(0.05, 0.05, { robust: robust(0.0117) })).toBe(differing("0.75"));
  expect(sentence(0.05, 0.05, { robust: robust(0.0156), durbinWatson: 1.957 })).toBe(`${noSign}, and the robust errors are within a quarter of the classical ones.`);
  expect(sentence(0.05, 0.05, { robust: robust(0.0156), durbinWatson: 1.955 })).toBe(
    "Durbin–Watson 1.955 is further from 2 than that of independent residuals of one size: robust intervals stand beside the classical ones, and decide what is said here.",
  );
  expect(sentence(0.0499, 0.05)).toBe("The tests speak against the classical errors: the size of the noise depends on the factor. These rows are too few for robust ones.");
  expect(sentence(0.0499, 0.0499, { robust: robust(0.0156) })).toBe(
    "The tests speak against the classical errors: the size of the noise depends on the factor, and neighbouring residuals go together. The robust ones decide what is said here.",
  );
});

test("of robust errors that were asked for it says how far they are from the classical ones where the tests show nothing, and what they allow for where they do", () => {
  const days = (gap: number) => Int32Array.from({ length: 10 }, (_, row) => row + (row < 5 ? 0 : gap));
  const sentence = (breuschPagan: number, neighbours: number, inference: { readonly covariance: "hac" | "hc1"; readonly lags: number }, betaError: number, gap = 0) => {
    const rows = { ...madeUpFit().rows, days: days(gap) };
    const overrides = { rows, betas: [madeUpEstimate("SPY", 1.395, betaError)] as const, diagnostics: madeUpDiagnostics({ breuschPagan: madeUpTest(4, breuschPagan) }), inference: { ...classical, ...inference } };
    return linesOf(answer(overrides, { classical: madeUpFit(), neighbours: madeUpEstimate("autocorrelation", 0.05, 0.02, { pValue: neighbours }) })).find((line) => /^(?:The tests|No sign)/u.test(line));
  };
  const [hac, hc1] = [{ covariance: "hac", lags: 9 }, { covariance: "hc1", lags: 0 }] as const;
  const nothing = "No sign that the noise's size depends on the factor in a straight line, or that neighbouring residuals go together,";
  expect(sentence(0.05, 0.05, hac, 0.0156 * 1.26)).toBe(`${nothing} yet these errors differ: the HAC error of β SPY is 1.3 times the classical one.`);
  expect(sentence(0.05, 0.05, hc1, 0.0156 * 0.79)).toBe(`${nothing} yet these errors differ: the HC1 error of β SPY is 0.79 times the classical one.`);
  expect(sentence(0.05, 0.05, hac, 0.0156 * 1.24)).toBe(`${nothing} and the HAC errors are near the classical ones: that of β SPY differs most, 1.24 times the classical one.`);
  expect(sentence(0.05, 0.05, hc1, 0.0156 * 0.81)).toBe(`${nothing} and the HC1 errors are near the classical ones: that of β SPY differs most, 0.810 times the classical one.`);
  const together = "The tests speak against classical errors: neighbouring residuals go together.";
  expect(sentence(0.05, 0.0499, hac, 0.0156)).toBe(`${together} These are robust ones.`);
  expect(sentence(0.05, 0.0499, hc1, 0.0156)).toBe(`${together} These are robust, but to the size of the noise alone: \`errors:hac\` allows for that too.`);
  expect(sentence(0.05, 0.0499, hc1, 0.0156, 30)).toBe(`${together} These are robust, but to the size of the noise alone: \`errors:hac\` allows for that too.`);
  expect(sentence(0.0499, 0.05, hc1, 0.0156)).toBe("The tests speak against classical errors: the size of the noise depends on the factor. These are robust ones.");
});

test("the size of the noise depends on the factor below p = 0.05 of Breusch–Pagan, and shows no sign of it from there on", () => {
  const line = (pValue: number, betas: FactorFit["betas"] = [beta("SPY")]) => lineOf("**Breusch", { betas, diagnostics: madeUpDiagnostics({ breuschPagan: madeUpTest(3.84, pValue) }) });
  expect(line(0.0494)).toBe("**Breusch–Pagan 3.840 (p = 0.049)**: the noise is not of one size, it depends on the factor. Robust errors (`errors:hc1`) allow for that.");
  expect(line(0.0494, threeFactors())).toBe("**Breusch–Pagan 3.840 (p = 0.049)**: the noise is not of one size, it depends on the factors. Robust errors (`errors:hc1`) allow for that.");
  expect(line(0.05)).toBe("**Breusch–Pagan 3.840 (p = 0.050)**: no sign that the size of the noise depends on the factor in a straight line. Noise that grows with moves of either sign it does not see.");
  expect(line(0.05, threeFactors())).toBe("**Breusch–Pagan 3.840 (p = 0.050)**: no sign that the size of the noise depends on the factors in a straight line. Noise that grows with moves of either sign it does not see.");
});

test("the residuals are not normal below p = 0.05 of Jarque–Bera: comfort by the number of rows", () => {
  const line = (pValue: number, kurtosis = 18.66, observations = 7974) =>
    lineOf("**Jarque", {
      diagnostics: madeUpDiagnostics({ jarqueBera: madeUpTest(6.1, pValue), kurtosis }),
      sample: { ...madeUpSample, observations },
    });
  const begins = "**Jarque–Bera 6.100 (p = 0.049)**: the residuals are not normal: skew 0.612 (0 for a normal),";
  expect(line(0.05)).toBe("**Jarque–Bera 6.100 (p = 0.050)**: no sign in skew and kurtosis that the residuals are not normal.");
  expect(line(0.0494)).toBe(`${begins} kurtosis 18.660 (3 for a normal). α and β average over 7,974 rows and bear it; single bad days don't.`);
  expect(line(0.0494, 4, 100)).toBe(`${begins} kurtosis 4.000 (3 for a normal). α and β average over 100 rows and bear it; single bad days don't.`);
  expect(line(0.0494, 4, 99)).toBe(`${begins} kurtosis 4.000 (3 for a normal). With so few rows the t and F values above are rough.`);
});

test("errors that allow for a fault are not recommended again", () => {
  const hac = { inference: { ...classical, covariance: "hac", lags: 9, distribution: "normal" } } as const;
  const faults = { diagnostics: madeUpDiagnostics({ durbinWatson: 1.4, breuschPagan: madeUpTest(9, 0.049) }) };
  const neighbours = madeUpEstimate("autocorrelation", 0.3, 0.01, { pValue: 0.001 });
  expect(lineOf("**Durbin", { ...faults, ...hac }, { neighbours })).toContain("These errors allow for that.");
  expect(lineOf("**Durbin", faults, { neighbours })).toContain("`errors:hac` allows for that.");
  expect(lineOf("**Breusch", { ...faults, ...hac })).toContain("These errors allow for that.");
  expect(lineOf("**Breusch", faults)).toContain("Robust errors (`errors:hc1`) allow for that.");
});

test("statistics are z with the normal distribution, as statsmodels prints robust ones, and t with the t distribution", () => {
  const text = (distribution: "t" | "normal") => linesOf(answer({ inference: { ...classical, distribution } })).join("\n");
  expect(text("normal")).toContain("P>|z|");
  expect(text("normal")).not.toContain("P>|t|");
  expect(text("t")).toContain("P>|t|");
});

test("an exact fit has nothing to test", () => {
  const lines = linesOf(answer({ exact: true }));
  expect(lines).toContain("The factors explain JPM exactly: nothing is left over to test.");
  expect(lines.filter((line) => line.startsWith("**Durbin"))).toEqual([]);
});

test("the hint names the factors whose interval holds 0, from p = 0.05 on", () => {
  const hint = (betas: FactorFit["betas"]) => linesOf(answer({ betas })).at(-1);
  expect(hint([beta("SPY", 0.5)])).toBe("💡 Which lines of this table would you look at to judge risk, and which to judge expected return?");
  expect(hint(threeFactors(0.0499, 0.0499))).toBe("💡 Every factor's interval leaves out 0. How much of JPM's variance does Mkt-RF alone explain?");
  expect(hint(threeFactors(0.0499, 0.05))).toBe("💡 The interval of HML holds 0. Would you hedge that factor all the same?");
  expect(hint(threeFactors(0.3, 0.05))).toBe("💡 The intervals of SMB and HML hold 0. Would you hedge those factors all the same?");
});

test("the next model is wider, up to six factors, and then the narrowest", () => {
  const next = (...terms: readonly string[]) => answer({ betas: atLeastOne(terms.map((term) => beta(term))) }).nextSteps[0];
  const call = (model: string) => ({ command: "regress", options: { ticker: "JPM", model, from: "1993-02-01", to: "2024-12-31", frequency: "daily" } });
  expect(next("SPY")).toEqual({ label: "Model FF3", ...call("ff3") });
  expect(next("Mkt-RF", "SMB")).toEqual({ label: "Model FF6", ...call("ff6") });
  expect(next("Mkt-RF", "SMB", "HML", "RMW", "CMA")).toEqual({ label: "Model FF6", ...call("ff6") });
  expect(next("Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM")).toEqual({ label: "Model CAPM", ...call("capm") });
});

test("the table names the covariance and the kind of F", () => {
  const table = (covariance: "classical" | "hc1" | "hac", name: string) =>
    linesOf(answer({ inference: { ...classical, covariance }, fTest: madeUpTest(7870.3, 0.03, { name }) })).filter((line) => /^(?:Covariance|F-stat)/u.test(line));
  expect(table("classical", "f")).toEqual(["F-statistic            7,870", "Covariance         nonrobust"]);
  expect(table("hc1", "wald")).toEqual(["F-statistic (Wald)     7,870", "Covariance               HC1"]);
  expect(table("hac", "wald")).toEqual(["F-statistic (Wald)     7,870", "Covariance               HAC"]);
});

test("the whole reply on one factor", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# JPM on SPY: R² = 0.497 (#0072b2)
    **R² = 0.497** · 49.7% factor risk, 50.3% idiosyncratic risk
    **α = 0.0159% per day** · a year (×252) 4.01%, 95% interval −4.9% to 12.9%
    **β SPY = 1.395** · 95% interval 1.364 to 1.426

    The tests speak against the classical errors: the size of the noise depends on the factor. These rows are too few for robust ones.
    [More]
    \`\`\`
    const (α)           0.000159
     s.e. 0.0001800      t 0.883
     P>|t|             p = 0.382
     95%     −0.00019 to 0.00051
    SPY                   1.3950
     s.e. 0.01560       t 89.423
     P>|t|             p = 0.010
     95%          1.364 to 1.426
    \`\`\`
    \`\`\`
    R-squared              0.497
    Adj. R-squared         0.497
    F-statistic            7,870
    Prob (F)           p < 0.001
    Log-likelihood        20,713
    AIC                  −41,423
    BIC                  −41,409
    Observations           7,974
    Df residuals           7,972
    Df model                   1
    Covariance         nonrobust
    P, intervals by     t(7,972)
    Omnibus            2,301.500
    Durbin-Watson          1.950
    Jarque-Bera       81,234.500
    Skew                   0.612
    Kurtosis              18.660
    Breusch-Pagan         12.340
    Cond. No.               85.2
    \`\`\`
    **Durbin–Watson 1.950**: no sign that a residual goes with the one before it. Their sizes may still go together.
    **Breusch–Pagan 12.34 (p < 0.001)**: the noise is not of one size, it depends on the factor. Robust errors (\`errors:hc1\`) allow for that.
    **Jarque–Bera 81,235 (p < 0.001)**: the residuals are not normal: skew 0.612 (0 for a normal), kurtosis 18.660 (3 for a normal). α and β average over 7,974 rows and bear it; single bad days don't.

    💡 Which lines of this table would you look at to judge risk, and which to judge expected return?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://coefficients.png
    picture coefficients.png: Dots with 95% intervals: JPM's β on SPY 1.395 (1.364 to 1.426). α a year 4.01% (−4.9% to 12.9%). Where an interval crosses the dashed zero line, the coefficient could be 0. Returns: daily excess, 1993-02-01 to 2024-12-31.
    file summary.txt: The table as statsmodels prints it with model.summary(), in 78 columns
                                OLS Regression Results                            
    ==============================================================================
    Dep. Variable:                    JPM   R-squared:                       0.497
    Model:                            OLS   Adj. R-squared:                  0.497
    Method:                 Least Squares   F-statistic:                     7870.
    First:                     1993-02-01   Prob (F-statistic):           0.000100
    Last:                      2024-12-31   Log-Likelihood:                 20713.
    No. Observations:                7974   AIC:                        -4.142e+04
    Df Residuals:                    7972   BIC:                        -4.141e+04
    Df Model:                           1                                         
    Covariance Type:            nonrobust                                         
    ==============================================================================
                     coef    std err          t      P>|t|      [0.025      0.975]
    ------------------------------------------------------------------------------
    const          0.0002      0.000      0.883      0.382      -0.000       0.001
    SPY            1.3950      0.016     89.423      0.010       1.364       1.426
    ==============================================================================
    Omnibus:                     2301.500   Durbin-Watson:                   1.950
    Prob(Omnibus):                  0.000   Jarque-Bera (JB):            81234.500
    Skew:                           0.612   Prob(JB):                     0.000100
    Kurtosis:                      18.660   Cond. No.                         85.2
    ==============================================================================

    Notes:
    [1] Standard Errors assume that the covariance matrix of the errors is correctly specified.

    file regression.csv: The whole table at full precision: coefficients, statistics and tests, one a row
    kind,name,value,standard_error,t,p,low_95,high_95
    coefficient,const,0.000159,0.00018,0.8833333333333332,0.382,-0.00019380000000000002,0.0005118
    coefficient,SPY,1.395,0.0156,89.42307692307693,0.01,1.364424,1.425576
    statistic,r_squared,0.4968,,,,,
    statistic,adjusted_r_squared,0.4967,,,,,
    test,f,7870.3,,,0.0001,,
    statistic,log_likelihood,20713.4,,,,,
    statistic,aic,-41422.8,,,,,
    statistic,bic,-41408.9,,,,,
    statistic,observations,7974,,,,,
    statistic,df_residuals,7972,,,,,
    statistic,df_model,1,,,,,
    test,omnibus,2301.5,,,0.0001,,
    test,jarque_bera,81234.5,,,0.0001,,
    test,breusch_pagan,12.34,,,0.0004,,
    statistic,durbin_watson,1.95,,,,,
    statistic,skew,0.612,,,,,
    statistic,kurtosis,18.66,,,,,
    statistic,condition_number,85.2,,,,,
    statistic,residual_variance,0.000271,,,,,

    [Model FF3] /regress ticker:JPM model:ff3 from:1993-02-01 to:2024-12-31 frequency:daily
    [Residuals] /residuals ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Summary] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:regression-table ticker:JPM numbers:false
    [Show the code] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, neighbours"
  `);
});

test("the whole reply on three factors", () => {
  expect(replyText(answer({ betas: threeFactors() }))).toMatchInlineSnapshot(`
    "# JPM on Mkt-RF, SMB, HML: R² = 0.497 (#0072b2)
    **R² = 0.497** · 49.7% factor risk, 50.3% idiosyncratic risk
    **α = 0.0159% per day** · a year (×252) 4.01%, 95% interval −4.9% to 12.9%
    **β Mkt-RF = 0.500** · 95% interval 0.461 to 0.539
    **β SMB = 0.500** · 95% interval 0.461 to 0.539
    **β HML = 0.500** · 95% interval 0.461 to 0.539

    The tests speak against the classical errors: the size of the noise depends on the factors. These rows are too few for robust ones.
    [More]
    \`\`\`
    const (α)           0.000159
     s.e. 0.0001800      t 0.883
     P>|t|             p = 0.382
     95%     −0.00019 to 0.00051
    Mkt-RF                0.5000
     s.e. 0.02000       t 25.000
     P>|t|             p = 0.010
     95%          0.461 to 0.539
    SMB                   0.5000
     s.e. 0.02000       t 25.000
     P>|t|             p = 0.010
     95%          0.461 to 0.539
    HML                   0.5000
     s.e. 0.02000       t 25.000
     P>|t|             p = 0.010
     95%          0.461 to 0.539
    \`\`\`
    \`\`\`
    R-squared              0.497
    Adj. R-squared         0.497
    F-statistic            7,870
    Prob (F)           p < 0.001
    Log-likelihood        20,713
    AIC                  −41,423
    BIC                  −41,409
    Observations           7,974
    Df residuals           7,970
    Df model                   3
    Covariance         nonrobust
    P, intervals by     t(7,972)
    Omnibus            2,301.500
    Durbin-Watson          1.950
    Jarque-Bera       81,234.500
    Skew                   0.612
    Kurtosis              18.660
    Breusch-Pagan         12.340
    Cond. No.               85.2
    \`\`\`
    **Durbin–Watson 1.950**: no sign that a residual goes with the one before it. Their sizes may still go together.
    **Breusch–Pagan 12.34 (p < 0.001)**: the noise is not of one size, it depends on the factors. Robust errors (\`errors:hc1\`) allow for that.
    **Jarque–Bera 81,235 (p < 0.001)**: the residuals are not normal: skew 0.612 (0 for a normal), kurtosis 18.660 (3 for a normal). α and β average over 7,974 rows and bear it; single bad days don't.
    **Variance inflation** (1: a factor goes with no other; 10 is much): Mkt-RF ∞, SMB ∞, HML ∞

    💡 Every factor's interval leaves out 0. How much of JPM's variance does Mkt-RF alone explain?
    _JPM ~ Mkt-RF + SMB + HML · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://coefficients.png
    picture coefficients.png: Dots with 95% intervals: JPM's β on Mkt-RF 0.500 (0.461 to 0.539), SMB 0.500 (0.461 to 0.539), HML 0.500 (0.461 to 0.539). α a year 4.01% (−4.9% to 12.9%). Where an interval crosses the dashed zero line, the coefficient could be 0. Returns: daily excess, 1993-02-01 to 2024-12-31.
    file summary.txt: The table as statsmodels prints it with model.summary(), in 78 columns
                                OLS Regression Results                            
    ==============================================================================
    Dep. Variable:                    JPM   R-squared:                       0.497
    Model:                            OLS   Adj. R-squared:                  0.497
    Method:                 Least Squares   F-statistic:                     7870.
    First:                     1993-02-01   Prob (F-statistic):           0.000100
    Last:                      2024-12-31   Log-Likelihood:                 20713.
    No. Observations:                7974   AIC:                        -4.142e+04
    Df Residuals:                    7970   BIC:                        -4.141e+04
    Df Model:                           3                                         
    Covariance Type:            nonrobust                                         
    ==============================================================================
                     coef    std err          t      P>|t|      [0.025      0.975]
    ------------------------------------------------------------------------------
    const          0.0002      0.000      0.883      0.382      -0.000       0.001
    Mkt-RF         0.5000      0.020     25.000      0.010       0.461       0.539
    SMB            0.5000      0.020     25.000      0.010       0.461       0.539
    HML            0.5000      0.020     25.000      0.010       0.461       0.539
    ==============================================================================
    Omnibus:                     2301.500   Durbin-Watson:                   1.950
    Prob(Omnibus):                  0.000   Jarque-Bera (JB):            81234.500
    Skew:                           0.612   Prob(JB):                     0.000100
    Kurtosis:                      18.660   Cond. No.                         85.2
    ==============================================================================

    Notes:
    [1] Standard Errors assume that the covariance matrix of the errors is correctly specified.

    file regression.csv: The whole table at full precision: coefficients, statistics and tests, one a row
    kind,name,value,standard_error,t,p,low_95,high_95
    coefficient,const,0.000159,0.00018,0.8833333333333332,0.382,-0.00019380000000000002,0.0005118
    coefficient,Mkt-RF,0.5,0.02,25,0.01,0.4608,0.5392
    coefficient,SMB,0.5,0.02,25,0.01,0.4608,0.5392
    coefficient,HML,0.5,0.02,25,0.01,0.4608,0.5392
    statistic,r_squared,0.4968,,,,,
    statistic,adjusted_r_squared,0.4967,,,,,
    test,f,7870.3,,,0.0001,,
    statistic,log_likelihood,20713.4,,,,,
    statistic,aic,-41422.8,,,,,
    statistic,bic,-41408.9,,,,,
    statistic,observations,7974,,,,,
    statistic,df_residuals,7970,,,,,
    statistic,df_model,3,,,,,
    test,omnibus,2301.5,,,0.0001,,
    test,jarque_bera,81234.5,,,0.0001,,
    test,breusch_pagan,12.34,,,0.0004,,
    statistic,durbin_watson,1.95,,,,,
    statistic,skew,0.612,,,,,
    statistic,kurtosis,18.66,,,,,
    statistic,condition_number,85.2,,,,,
    statistic,residual_variance,0.000271,,,,,

    [Model FF6] /regress ticker:JPM model:ff6 from:1993-02-01 to:2024-12-31 frequency:daily
    [Residuals] /residuals ticker:JPM factor:"Mkt-RF SMB HML" from:1993-02-01 to:2024-12-31 frequency:daily
    [Summary] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:regression-table ticker:JPM numbers:false
    [Show the code] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /regress ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, neighbours"
  `);
});

test("French's two size factors: what the other one changes, and what is missing where it is not loaded", () => {
  const with5 = (term: string) => madeUpFit({ betas: [beta("Mkt-RF"), beta(term), beta("RMW"), beta("CMA")] });
  const line = (otherSize: RegressResult["otherSize"], own = "SMB") => lineOf(otherSize !== null && "fit" in otherSize ? "With" : otherSize?.missing === "SMB" ? "The chapter's" : "As Fama", { betas: with5(own).betas }, { otherSize });
  expect(line({ fit: with5("SMB5"), sources: [], size: "SMB5", insteadOf: "SMB" })).toMatch(/^With SMB5 instead of SMB, as the five factors are published: α a year \S+ \(above \S+\), β of SMB5 0\.500 \(of SMB 0\.500\)\.$/u);
  expect(line({ fit: with5("SMB"), sources: [], size: "SMB", insteadOf: "SMB5" }, "SMB5")).toContain("as in the chapter's model");
  expect(line({ missing: "SMB5" })).toContain("is not loaded, so this is the chapter's model alone");
  expect(line({ missing: "SMB" }, "SMB5")).toContain("which is not loaded");
  expect(lineOf("With", {}, { otherSize: null })).toBeUndefined();
});
