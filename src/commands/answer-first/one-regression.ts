import type { Focus } from "../../asking/understanding.ts";
import { residualAutocorrelation } from "../../engine/autocorrelation.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { periodsPerYear } from "../../engine/series.ts";
import { periodOf } from "../../render/analysis-reply.ts";
import { count, estimate, number, percent, pValue, rounded, share } from "../../render/numbers.ts";
import { errorsWords, isSignificant } from "../../render/robust.ts";
import { coefficientAnswer, isAnnualValue } from "./estimates.ts";

interface Decided {
  readonly fit: FactorFit;
  /** With the errors that verdicts rest on. */
  readonly deciding: FactorFit;
}

/** One regression: its coefficients, their tests, and the figures of its table; null for what is none of them. */
export function fitAnswer(focus: Focus, { fit, deciding }: Decided): string | null {
  const { quantity, hypothesis } = focus;
  const { diagnostics } = fit;
  const residualVolatility = Math.sqrt(fit.moments.residualVariance);
  if (/alpha/u.test(quantity)) return coefficientAnswer(focus, "α", quantity === "alpha-annual" || isAnnualValue(hypothesis?.value) ? fit.alphaAnnual : fit.alpha, { fit, deciding });
  switch (quantity) {
    case "beta":
    case "t-beta":
    case "p-beta":
    case "se-beta":
    case "ci-beta":
      return coefficientAnswer(focus, "β", fit.betas[0], { fit, deciding });
    case "loading":
      return fit.betas.length > 1
        ? `Loadings of ${fit.asset}: ${fit.betas.map((beta) => `${beta.term} ${estimate(beta.value, beta.standardError)} (t = ${number(beta.tStat, 3)})`).join(", ")}.`
        : coefficientAnswer(focus, "β", fit.betas[0], { fit, deciding });
    case "r-squared":
      return `R² = ${number(fit.rSquared, 3)}: ${share(fit.rSquared)} of ${fit.asset}'s variance is factor risk.`;
    case "adjusted-r-squared":
      return `Adjusted R² = ${number(fit.adjustedRSquared, 4)} (R² ${number(fit.rSquared, 4)}).`;
    case "f-statistic":
      return `F = ${number(fit.fTest.statistic)}, ${pValue(fit.fTest.pValue)}${isSignificant(fit.fTest) === isSignificant(deciding.fTest) ? "" : `, but ${pValue(deciding.fTest.pValue)} with ${errorsWords(deciding.inference)}`}: ${isSignificant(deciding.fTest) ? "some β differs from zero" : "the data do not show that any β differs from zero"}.`;
    case "correlation":
      return fit.betas.length > 1 ? null : `The correlation of ${fit.asset} with ${fit.factors[0]} is ${number(Math.sign(fit.betas[0].value) * Math.sqrt(fit.rSquared), 4)} (its square is R² = ${number(fit.rSquared, 3)}).`;
    case "durbin-watson":
      return `Durbin–Watson = ${number(diagnostics.durbinWatson)}: ${neighboursWords(fit)}.`;
    case "autocorrelation":
      return `Durbin–Watson = ${number(diagnostics.durbinWatson)}, about 2·(1 − the residuals' autocorrelation): ${neighboursWords(fit)}.`;
    case "normality":
      return `${diagnostics.jarqueBera.pValue < 0.05 ? "No" : "Not ruled out"}: Jarque–Bera = ${number(diagnostics.jarqueBera.statistic)}, ${pValue(diagnostics.jarqueBera.pValue)}; ${diagnostics.jarqueBera.pValue < 0.05 ? "the residuals are not normal" : "these rows don't speak against normal residuals"} (skew ${number(diagnostics.skew, 3)}, kurtosis ${number(diagnostics.kurtosis, 3)}).`;
    case "skewness":
      return `The residuals' skew is ${number(diagnostics.skew, 3)} (0 for a normal).`;
    case "kurtosis":
      return `The residuals' kurtosis is ${number(diagnostics.kurtosis, 4)} (3 for a normal).`;
    case "residual":
      return `ε has mean 0 and σ(ε) = ${percent(residualVolatility)} per ${periodOf(fit.sample)}; with α, the mean of r − β·f is ${percent(fit.alpha.value)} per ${periodOf(fit.sample)}.`;
    case "residual-volatility":
    case "tracking-error":
      return `σ(ε) = ${percent(residualVolatility)} per ${periodOf(fit.sample)}, ${percent(residualVolatility * annualRoot(fit))} a year.`;
    case "residual-correlation":
      return `ε has correlation 0 with ${fit.factors.join(" and ")}, by construction: least squares takes out all that goes with the factor.`;
    case "observations":
      return `n = ${count(fit.sample.observations)} ${fit.sample.frequency} rows, ${fit.sample.first} to ${fit.sample.last}.`;
    default:
      return null;
  }
}

/** As /regress has it: by an error that is right where volatility clusters. */
function neighboursWords(fit: FactorFit): string {
  const neighbours = residualAutocorrelation(fit);
  if (!neighbours) return "an exact fit has no residuals to go together";
  const facts = `correlation ${rounded(neighbours.value, neighbours.standardError)}, ${pValue(neighbours.pValue)}, n = ${count(fit.sample.observations)}`;
  if (!isSignificant(neighbours)) return `no sign that a residual goes with the one before it (${facts})`;
  return `a residual ${neighbours.value > 0 ? "resembles" : "tends to reverse"} the one before it (${facts})`;
}

export const annualRoot = ({ sample }: FactorFit): number => Math.sqrt(periodsPerYear[sample.frequency]);
