import { listText } from "../../series-list.ts";
import type { Estimate, FactorFit, TestResult } from "../../engine/factor-fit.ts";
import { varianceInflation } from "../../engine/variance-inflation.ts";
import { analysisReply, annualFactorOf, periodOf, rowsOf, sameFit, type AnalysisContext } from "../analysis-reply.ts";
import { coefficientsChart } from "../charts/coefficients.ts";
import { otherSizeCode, regressCode } from "../code/regress-code.ts";
import { csv } from "../../csv.ts";
import { regressionSummary } from "../tables/regression-summary.ts";
import { narrowBlock } from "../narrow-block.ts";
import { count, estimate, fixed, interval, number, percentEstimate, pValue, share } from "../numbers.ts";
import { estimatorWords, recipeLine, returnsNameOf } from "../recipe.ts";
import { listed } from "../listed.ts";
import { numbersIn, type NextStep, type Reply, type TextFile } from "../reply.ts";
import { otherYearsLines, otherYearsResult, zeroInOtherYears } from "../other-years.ts";
import { deciding, robustResults, robustInterval } from "../robust.ts";
import type { RegressResult } from "../results.ts";
import { errorsSentence, verdicts } from "./regress-errors.ts";

export type { RegressResult } from "../results.ts";

/** The coefficients with their intervals, and the whole regression table (6.7.2) with what its tests say of the residuals. */
export function regressReply(result: RegressResult, context: AnalysisContext): Reply {
  const { fit, neighbours } = result;
  const { asset, factors, alpha, alphaAnnual, sample } = fit;
  const formula = `${asset} ~ ${factors.join(" + ")}`;
  return analysisReply(
    {
      title: `${asset} on ${factors.join(", ")}: R² = ${fixed(fit.rSquared, 3)}`,
      titleOfFewRows: `${asset} on ${factors.join(", ")}, from ${rowsOf(sample)}`,
      lines: [
        `**R² = ${fixed(fit.rSquared, 3)}** · ${share(fit.rSquared)} factor risk, ${share(1 - fit.rSquared)} idiosyncratic risk`,
        `**α = ${percentEstimate(alpha.value, alpha.standardError)} per ${periodOf(sample)}** · a year (${annualFactorOf(sample)}) ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)}, 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}${robustInterval(result, (each) => each.alphaAnnual, { unit: "%" })}`,
        ...fit.betas.map(
          (beta, place) =>
            `**β ${beta.term} = ${estimate(beta.value, beta.standardError)}** · 95% interval ${interval(beta.interval, beta.standardError)}${robustInterval(result, ({ betas }) => betas[place])}`,
        ),
        "",
        errorsSentence(result),
        ...otherYearsLines(result),
      ],
      more: [coefficientBlock(fit), summaryBlock(fit), ...verdicts(result), ...inflationLines(result), ...otherSizeLines(result)],
      hint: hint(deciding(result), zeroInOtherYears(result)),
      recipe: recipeLine({ formula, sample, estimator: estimatorWords(fit.inference), sources: context.sources }),
      picture: coefficientsChart(result, returnsNameOf(context.sources)),
      moreLabel: "Summary",
      files: filesOf(fit),
      code: [...regressCode(result, context), ...otherSizeCode(result.otherSize, context)],
      lesson: "regression-table",
      nextSteps: nextSteps(fit, context),
      result: { fit, ...robustResults(result), ...otherYearsResult(result), ...(neighbours ? { neighbours } : {}), ...(result.otherSize && "fit" in result.otherSize ? { otherSize: result.otherSize.fit } : {}) },
    },
    context,
  );
}

/** The chapter's five factors and those that are published differ in their size factor: what that changes. */
function otherSizeLines({ fit, otherSize }: RegressResult): readonly string[] {
  if (!otherSize) return [];
  if ("missing" in otherSize) {
    return [otherSize.missing === "SMB5" ? "As Fama and French publish them, these factors have the SMB of the 5-factor file. It is not loaded, so this is the chapter's model alone." : "The chapter's model has the SMB of the 3-factor file, which is not loaded."];
  }
  const { fit: other, size, insteadOf } = otherSize;
  const sizeOf = ({ betas }: FactorFit, id: string): string => {
    const beta = betas.find(({ term }) => term === id);
    return beta ? estimate(beta.value, beta.standardError) : "";
  };
  const whose = size === "SMB5" ? "as the five factors are published" : "as in the chapter's model";
  return [`With ${size} instead of ${insteadOf}, ${whose}: α a year ${annual(other)} (above ${annual(fit)}), β of ${size} ${sizeOf(other, size)} (of ${insteadOf} ${sizeOf(fit, insteadOf)}).`];
}

const annual = ({ alphaAnnual: { value, standardError } }: FactorFit): string => percentEstimate(value, standardError);

/** α as "const", as in the chapter's table: decimal per period with six decimals; betas with four. */
function coefficientBlock(fit: FactorFit): string {
  // As statsmodels: robust errors are compared with the normal distribution.
  const letter = fit.inference.distribution === "normal" ? "z" : "t";
  const rows = (term: Estimate, name: string, decimals: number) => [
    [name, fixed(term.value, decimals)] as const,
    [` s.e. ${number(term.standardError)}`, `${letter} ${fixed(term.tStat, 3)}`] as const,
    [` P>|${letter}|`, pValue(term.pValue)] as const,
    [" 95%", `${fixed(term.interval[0], decimals - 1)} to ${fixed(term.interval[1], decimals - 1)}`] as const,
  ];
  return narrowBlock([...rows(fit.alpha, "const (α)", 6), ...fit.betas.flatMap((beta) => rows(beta, beta.term, 4))]);
}

function summaryBlock(fit: FactorFit): string {
  const { fTest, diagnostics, sample, factors, inference } = fit;
  return narrowBlock([
    ["R-squared", fixed(fit.rSquared, 3)],
    ["Adj. R-squared", fixed(fit.adjustedRSquared, 3)],
    [fTest.name === "wald" ? "F-statistic (Wald)" : "F-statistic", number(fTest.statistic)],
    ["Prob (F)", pValue(fTest.pValue)],
    ["Log-likelihood", number(fit.logLikelihood, 5)],
    ["AIC", number(fit.aic, 5)],
    ["BIC", number(fit.bic, 5)],
    ["Observations", count(sample.observations)],
    ["Df residuals", count(residualFreedom(fit))],
    ["Df model", count(factors.length)],
    ["Covariance", inference.covariance === "classical" ? "nonrobust" : inference.covariance.toUpperCase()],
    ["P, intervals by", inference.distribution === "normal" ? "normal" : `t(${count(inference.degreesOfFreedom)})`],
    ["Omnibus", fixed(diagnostics.omnibus.statistic, 3)],
    ["Durbin-Watson", fixed(diagnostics.durbinWatson, 3)],
    ["Jarque-Bera", fixed(diagnostics.jarqueBera.statistic, 3)],
    ["Skew", fixed(diagnostics.skew, 3)],
    ["Kurtosis", fixed(diagnostics.kurtosis, 3)],
    ["Breusch-Pagan", fixed(diagnostics.breuschPagan.statistic, 3)],
    ["Cond. No.", number(diagnostics.conditionNumber, 3)],
  ]);
}

const residualFreedom = ({ sample, factors }: FactorFit): number => sample.observations - factors.length - 1;

/** How closely the factors go together, as they are. */
function inflationLines({ fit, plain }: RegressResult): readonly string[] {
  const inflations = varianceInflation(plain ?? fit);
  if (inflations.length === 0) return [];
  return [`**Variance inflation** (1: a factor goes with no other; 10 is much)${plain ? ", of the factors as they are" : ""}: ${inflations.map(({ factor, inflation }) => `${factor} ${number(inflation, 3)}`).join(", ")}`];
}

/** `zeros`: the factors whose interval of other years holds 0. */
function hint({ betas, asset, factors }: FactorFit, zeros: readonly string[]): string {
  const insignificant = betas.filter((beta) => beta.pValue >= 0.05 || zeros.includes(beta.term)).map(({ term }) => term);
  if (betas.length === 1) return `Which lines of this table would you look at to judge risk, and which to judge expected return?`;
  return insignificant.length > 0
    ? insignificant.length === 1
      ? `The interval of ${insignificant.join("")} holds 0. Would you hedge that factor all the same?`
      : `The intervals of ${listed(insignificant)} hold 0. Would you hedge those factors all the same?`
    : `Every factor's interval leaves out 0. How much of ${asset}'s variance does ${factors[0]} alone explain?`;
}

function nextSteps({ asset, factors }: FactorFit, context: AnalysisContext): readonly NextStep[] {
  const second = factors[1];
  const wider = second === undefined ? "ff3" : factors.length < 6 ? "ff6" : "capm";
  return [
    { label: `Model ${wider.toUpperCase()}`, command: "regress", options: { ticker: asset, model: wider, ...sameFit(context) } },
    { label: "Residuals", command: "residuals", options: { ticker: asset, factor: context.call.options["model"] ?? listText(factors), ...sameFit(context) } },
  ];
}

/** The table that a notebook prints, to be laid beside it line by line. */
function filesOf(fit: FactorFit): readonly TextFile[] {
  const table = tableFile(fit);
  if (fit.exact) return [table];
  return [{ filename: "summary.txt", parts: [regressionSummary(fit)], numbers: table.numbers, description: "The table as statsmodels prints it with model.summary(), in 78 columns" }, table];
}

/** Everything at full precision: one row a coefficient, then one a statistic. */
function tableFile(fit: FactorFit): TextFile {
  const { diagnostics, fTest, moments } = fit;
  const terms = [{ ...fit.alpha, term: "const" }, ...fit.betas].map((term) => [
    "coefficient", term.term, term.value, term.standardError, term.tStat, term.pValue, ...term.interval,
  ]);
  const test = ({ statistic, pValue: probability }: TestResult, name: string) => [
    "test", name, statistic, null, null, probability, null, null,
  ];
  const figure = (name: string, value: number) => ["statistic", name, value, null, null, null, null, null];
  const rows = [
    ...terms,
    figure("r_squared", fit.rSquared),
    figure("adjusted_r_squared", fit.adjustedRSquared),
    test(fTest, "f"),
    figure("log_likelihood", fit.logLikelihood),
    figure("aic", fit.aic),
    figure("bic", fit.bic),
    figure("observations", fit.sample.observations),
    figure("df_residuals", residualFreedom(fit)),
    figure("df_model", fit.factors.length),
    test(diagnostics.omnibus, "omnibus"),
    test(diagnostics.jarqueBera, "jarque_bera"),
    test(diagnostics.breuschPagan, "breusch_pagan"),
    figure("durbin_watson", diagnostics.durbinWatson),
    figure("skew", diagnostics.skew),
    figure("kurtosis", diagnostics.kurtosis),
    figure("condition_number", diagnostics.conditionNumber),
    figure("residual_variance", moments.residualVariance),
  ];
  return {
    filename: "regression.csv",
    parts: [csv(["kind", "name", "value", "standard_error", "t", "p", "low_95", "high_95"], rows)],
    numbers: () => numbersIn(rows),
    description: "The whole table at full precision: coefficients, statistics and tests, one a row",
  };
}
