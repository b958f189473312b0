/**
 * The regression table as statsmodels prints it with `model.summary()`, line for line and in its 78 columns, so that it can
 * be laid beside a notebook. In the places of Date and Time stand the first and the last day of the sample.
 */
import type { Estimate, FactorFit, Inference } from "../../engine/factor-fit.ts";
import { formatLikePython } from "../numbers.ts";

export function regressionSummary(fit: FactorFit): string {
  const { sample, factors, fTest, diagnostics, inference, alpha, betas } = fit;
  const isRobust = inference.covariance !== "classical";
  const left = [
    ["Dep. Variable:", fit.asset],
    ["Model:", "OLS"],
    ["Method:", "Least Squares"],
    ["First:", sample.first],
    ["Last:", sample.last],
    ["No. Observations:", String(sample.observations)],
    ["Df Residuals:", String(sample.observations - factors.length - 1)],
    ["Df Model:", String(factors.length)],
    ["Covariance Type:", isRobust ? inference.covariance.toUpperCase() : "nonrobust"],
  ] as const;
  const right = [
    ["R-squared:", decimals(fit.rSquared)],
    ["Adj. R-squared:", decimals(fit.adjustedRSquared)],
    ["F-statistic:", significant(fTest.statistic, 4)],
    ["Prob (F-statistic):", significant(fTest.pValue, 3)],
    ["Log-Likelihood:", significant(fit.logLikelihood, 5)],
    ["AIC:", significant(fit.aic, 4)],
    ["BIC:", significant(fit.bic, 4)],
  ] as const;
  const tests = [
    ["Omnibus:", decimals(diagnostics.omnibus.statistic), "Durbin-Watson:", decimals(diagnostics.durbinWatson)],
    ["Prob(Omnibus):", decimals(diagnostics.omnibus.pValue), "Jarque-Bera (JB):", decimals(diagnostics.jarqueBera.statistic)],
    ["Skew:", decimals(diagnostics.skew), "Prob(JB):", significant(diagnostics.jarqueBera.pValue, 3)],
    ["Kurtosis:", decimals(diagnostics.kurtosis), "Cond. No.", significant(diagnostics.conditionNumber, 3)],
  ] as const;
  const wide = Math.max(18, fit.asset.length);
  const top = left.map(([name, value], row) => {
    const [other, otherValue] = right[row] ?? ["", ""];
    return pairs(name, value, other, otherValue, wide);
  });
  const terms = [{ ...alpha, term: "const" }, ...betas];
  const stub = Math.max(10, ...terms.map(({ term }) => term.length));
  const letter = inference.distribution === "normal" ? "z" : "t";
  const width = top[0]?.length ?? 0;
  return [
    `${" ".repeat(Math.ceil((width - title.length) / 2))}${title}${" ".repeat(Math.floor((width - title.length) / 2))}`,
    "=".repeat(width),
    ...top,
    "=".repeat(stub + 68),
    `${" ".repeat(stub)}${columns.map((column, place) => column.replaceAll("t", place > 1 ? letter : "t").padStart(widths[place] ?? 0)).join("")}`,
    "-".repeat(stub + 68),
    ...terms.map((term) => `${term.term.padEnd(stub)}${cellsOf(term).map((cell, place) => cell.padStart(widths[place] ?? 0)).join("")}`),
    "=".repeat(78),
    ...tests.map(([name, value, other, otherValue]) => pairs(name, value, other, otherValue, 18)),
    "=".repeat(78),
    "",
    "Notes:",
    `[1] ${noteOf(inference)}`,
    ...(diagnostics.conditionNumber > 1000
      ? [`[2] The condition number is large, ${shortest(diagnostics.conditionNumber, 3).padStart(6)}. This might indicate that there are`, "strong multicollinearity or other numerical problems."]
      : []),
    "",
  ].join("\n");
}

const title = "OLS Regression Results";
const columns = ["coef", "std err", "t", "P>|t|", "[0.025", "0.975]"];
const widths = [11, 11, 11, 11, 12, 12];

/** Two names with their values on one line; the first value as wide as the widest of its column. */
const pairs = (name: string, value: string, other: string, otherValue: string, valueWidth: number): string =>
  `${name.padEnd(19)}${value.padStart(valueWidth)}   ${other.padEnd(20)}${otherValue.padStart(18)}`;

function cellsOf({ value, standardError, tStat, pValue, interval }: Estimate): readonly string[] {
  return [either(value, 4), either(standardError, 3), either(tStat, 3), decimals(pValue), ...interval.map((end) => either(end, 3))];
}

/** statsmodels' `forg`: decimals, and significant digits of what is large or small. */
const either = (value: number, digits: 3 | 4): string =>
  Math.abs(value) >= 1e4 || Math.abs(value) < 1e-4 ? shortest(value, digits) : withSign(value, formatLikePython(value, { decimals: digits }));
const decimals = (value: number): string => withSign(value, formatLikePython(value, { decimals: 3 }));
/** Python keeps the minus of what rounds to zero: "-0.000". */
const withSign = (value: number, text: string): string => (value < 0 && !text.startsWith("-") ? `-${text}` : text);
const significant = (value: number, digits: number): string => formatLikePython(value, { significant: digits });
/** C's %g, which leaves zeros at the end out: "1.6e-06". */
const shortest = (value: number, digits: number): string =>
  formatLikePython(value, { significant: digits }).replace(/\.0*(?=e|$)|(\.\d*?)0+(?=e|$)/u, "$1");

function noteOf({ covariance, lags }: Inference): string {
  switch (covariance) {
    case "classical":
      return "Standard Errors assume that the covariance matrix of the errors is correctly specified.";
    case "hc1":
      return "Standard Errors are heteroscedasticity robust (HC1)";
    case "hac":
      return `Standard Errors are heteroscedasticity and autocorrelation robust (HAC) using ${String(lags)} lags and without small sample correction`;
  }
}
