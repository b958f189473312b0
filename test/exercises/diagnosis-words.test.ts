import { expect, test } from "vitest";
import { lessonOfMistake, lessonsNamed } from "../../src/exercises/diagnosis-words.ts";
import { exercises } from "./load-exercises.ts";

const { diagnoses } = exercises;

/** Kinds of mistakes, the entry of the glossary that addresses each, and its mistakes: written by hand beside the file, not taken from it. */
const kinds: readonly (readonly [kind: string, lesson: string | null, mistakes: string])[] = [
  ["the regression the wrong way round", "reversed-regression", "reversed-regression other-reversed"],
  ["a line through the origin", "no-intercept", "no-intercept"],
  ["a tightness or a ratio of sizes for the slope", "correlation-or-beta", "correlation-for-beta volatility-ratio variance-ratio"],
  ["half of the slope's formula", "covariance", "covariance-for-beta"],
  ["a correlation that a hedge keeps", "hedged-properties", "correlation-with-asset"],
  ["the risk-free rate left in, or taken off what has it not", "excess-or-total", "rf-kept rf-twice rf-off-both rf-on-both rf-put-back rf-in-factor rf-off-factor factor-less-rf factor-total-return total-on-total excess-for-raw excess-mean rf-from-hedged"],
  ["percent beside decimals", "percent-or-decimal", "percent-slip rf-in-percent factor-in-percent"],
  ["a part of the expected return that is missing, or counted twice", "expected-return", "rf-added-twice rf-left-out rf-subtracted alpha-left-out premium-left-out market-for-stock"],
  ["something else for what the factor paid", "factor-premium", "rf-added alpha-for-premium whole-mean"],
  ["a number of another period than was asked for", "annualising", "rf-of-a-day alpha-of-a-day not-annualised annualised annualised-twice alpha-times-12 alpha-times-21 alpha-times-252 alpha-times-365 times-12 times-21 times-52 times-260 times-365 divided-by-12 divided-by-252 beta-annualised t-annualised t-per-day numerator-annualised annual-over-daily"],
  ["a volatility on another number of days", "square-root-of-time", "times-252 ratio-times-root-n days-not-root root-12 root-20 root-21 root-22 root-30 root-252 root-260 root-365 divided-by-root annual-over-12 daily-volatility"],
  ["α compounded", "compounding", "alpha-compounded"],
  ["logarithms of returns", "log-or-simple", "log-returns"],
  ["another divisor of the squares", "degrees-of-freedom", "population-variance regression-error"],
  ["other days than the question's", "shared-rows", "blanks-as-zero part-of-sample whole-sample last-year-only another-window window-ends-early window-ends-late window-starts-early window-starts-late window-year-after window-year-before window-end-not-cut window-start-not-cut factor-a-day-late factor-a-day-early"],
  ["something else than a month", "beta-and-frequency", "overlapping-months daily-for-monthly monthly-mean monthly-sum month-end-days month-first-days quarterly weekly divided-by-21"],
  ["months or weeks for days", "takeaway-frequency", "monthly-data weekly-data"],
  ["the years until t is 2", "years-to-two", "sample-years days-for-years months-for-years one-for-two two-not-squared not-squared halves-squared years-from-t"],
  ["two parts of the days, and the error of their difference", "chow-test", "days-not-divided other-part errors-added errors-averaged errors-subtracted variances-not-rooted error-of-before error-of-since error-of-whole against-whole t-of-before t-of-since"],
  ["where the ends of an interval lie", "confidence-interval", "around-t around-zero critical-90 critical-99 half-width one-error other-end point-estimate"],
  ["another row or column of the table, or its few digits", "regression-table", "printed-for-t alpha-as-printed ends-as-printed row-of-beta"],
  ["a standard error that is another's, or none", "standard-error", "error-for-alpha error-for-beta beta-error over-beta-error over-volatility"],
  ["something else for t", "t-statistic", "critical-for-t t-for-alpha t-for-beta estimate-for-t t-squared t-of-mean against-one ratio-for-t"],
  ["the p-value for something else", "p-value", "p-for-alpha p-for-t"],
  ["R² and what it is not", "r-squared", "r-squared-for-beta r-squared-for-alpha r-squared-squared beta-for-r-squared correlation-for-r-squared"],
  ["the adjusted R²", "adjusted-r-squared", "adjusted-r-squared"],
  ["F", "f-statistic", "f-for-r-squared"],
  ["something else for a Sharpe ratio", "sharpe-ratio", "alpha-for-mean mean-for-sharpe factor-sharpe t-for-sharpe"],
  ["t for the appraisal ratio", "appraisal-ratio", "t-for-appraisal"],
  ["the reward per β", "treynor-ratio", "reward-over-beta"],
  ["profit that comes through the factor", "risk-adjusted-pnl", "factor-pnl total-pnl"],
  ["dollars of a budget", "position-size", "budget-is-position multiplied-not-divided volatility-for-position volatility-over-budget other-budget over-beta factor-part factor-volatility"],
  ["a budget of another period", "budget-period", "budget-times-12"],
  ["how much a hedge frees", "hedging-gain", "gain-without-root root-not-divided"],
  ["the hedged position by β", "hedging-allows-more", "times-beta"],
  ["a hedge that adds", "hedged-portfolio", "added-not-sold"],
  ["residuals for hedged returns", "residual-with-alpha", "residual-mean"],
  ["β towards 1", "adjusted-beta", "adjusted-beta"],
  ["a hedge to a share", "partial-hedge", "complement-share full-hedge share-of-beta root-forgotten root-in-proportion root-of-share larger-hedge in-proportion one-minus-share-of-beta exposure-for-hedge of-original-variance share-of-idiosyncratic portion-of-beta other-share"],
  ["something else for the factor's share", "factor-share", "volatility-share variance-not-share beta-for-share total-over-factor over-idiosyncratic"],
  ["the two parts of the variance", "variance-decomposition", "idiosyncratic-part beta-left-out beta-not-squared beta-squared whole-variance"],
  ["three factors for one", "three-factors", "three-factors"],
  ["the other market factor", "market-factor", "other-factor"],
  ["what is explained by what was asked for: a slip, another stock, a formula of many meanings", null, "idiosyncratic-share root-n-again sign-slip power-of-ten-slip digits-swapped digit-mistyped swapped-fields other-ticker third-ticker other-column other-beta rounded-beta another-variant beta-one beta-twice one-over-beta one-minus-beta inverted mean-for-alpha factor-mean total-for-hedged hedged-for-total not-hedged"],
  ["α and β in each other's place", "alpha", "alpha-for-beta beta-for-alpha"],
  ["volatilities where variances add, and the other way round", "variance", "variance-for-volatility volatilities-subtracted volatility-for-variance"],
];

test.each(kinds)("%s leads to %s", (_, lesson, mistakes) => {
  expect(mistakes.split(" ").filter((mistake) => diagnoses.mistakes[mistake]?.lesson !== lesson)).toEqual([]);
});

test.each([
  ["alpha", "alpha"],
  ["beta", "beta"],
  ["rSquared", "r-squared"],
  ["sensitivity", "cyclical-stock"],
  ["positionUnhedged", "position-size"],
  ["positionHedged", "hedging-allows-more"],
  ["positionMonthly", "position-size"],
  ["pnlUnhedged", "risk-adjusted-pnl"],
  ["pnlHedged", "risk-adjusted-pnl"],
  ["alphaAnnual", "alpha"],
  ["alphaExcess", "excess-or-total"],
  ["alphaRaw", "excess-or-total"],
  ["alphaT", "t-statistic"],
  ["alphaLow", "confidence-interval"],
  ["alphaHigh", "confidence-interval"],
  ["significant", "p-value"],
  ["appraisalRatio", "appraisal-ratio"],
  ["sharpeHedged", "hedged-sharpe"],
  ["sharpeUnhedged", "sharpe-ratio"],
  ["yearsToTwo", "years-to-two"],
  ["betaDaily", "beta-and-frequency"],
  ["betaMonthly", "beta-and-frequency"],
  ["betaBefore", "chow-test"],
  ["betaSince", "chow-test"],
  ["betaChangeT", "chow-test"],
  ["betaChanged", "chow-test"],
  ["riskFreeAnnual", "risk-free-rate"],
  ["factorPremium", "factor-premium"],
  ["expectedReturn", "expected-return"],
  ["factorVariance", "variance-decomposition"],
  ["factorShare", "factor-share"],
  ["hedgedCorrelation", "hedged-properties"],
  ["partialHedge", "partial-hedge"],
  ["trackingHolding", "tracking-portfolio"],
])("a wrong answer that nothing explains, to %s, leads to %s", (quantity, lesson) => {
  expect(lessonOfMistake(diagnoses, "wrong-choice", quantity)).toBe(lesson);
});

test.each([
  // What the words of an id would suggest, against what the mistake is.
  ["r-squared-for-beta", "beta", "r-squared"],
  ["t-squared", "alphaT", "t-statistic"],
  ["not-squared", "yearsToTwo", "years-to-two"],
  ["root-of-share", "partialHedge", "partial-hedge"],
  ["variances-not-rooted", "betaChangeT", "chow-test"],
  ["rf-kept", "alphaAnnual", "excess-or-total"],
  ["times-365", "alphaAnnual", "annualising"],
  // By what was asked for.
  ["beta-one", "trackingHolding", "tracking-portfolio"],
  ["sign-slip", "alpha", "alpha"],
  ["root-n-again", "alphaT", "t-statistic"],
  ["idiosyncratic-share", "factorShare", "factor-share"],
])("%s in %s leads to %s", (mistake, quantity, lesson) => {
  expect(lessonOfMistake(diagnoses, mistake, quantity)).toBe(lesson);
});

test("what leaves the risk-free rate where it does not belong leads to excess or total returns", () => {
  const leads = Object.values(diagnoses.mistakes).filter((words) => /leave the risk-free rate in|risk-free rate (?:in both|from \{factor\})|subtract the risk-free rate twice/u.test(words.if));
  expect(leads.length).toBeGreaterThan(5);
  expect(leads.filter(({ lesson }) => lesson !== "excess-or-total")).toEqual([]);
});

test("a question of an instructor's own has none, whatever it is called", () => {
  expect(lessonOfMistake(diagnoses, "own-1", "answer")).toBeNull();
  expect(lessonOfMistake(diagnoses, "constructor", "toString")).toBeNull();
});

test("every lesson that the file names is given with its field, for the check at the start", () => {
  const named = lessonsNamed(diagnoses);
  expect(named).toContainEqual({ field: "diagnoses.json: mistakes rf-kept lesson", lesson: "excess-or-total" });
  expect(named).toContainEqual({ field: "diagnoses.json: quantities beta", lesson: "beta" });
  const withOwn = Object.values(diagnoses.mistakes).filter(({ lesson }) => lesson !== null);
  expect(named).toHaveLength(withOwn.length + Object.keys(diagnoses.quantities).length);
});
