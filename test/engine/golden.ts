/** Compares the engine with the reference numbers of test/golden, figure by figure. */
import type { Problem } from "../../src/render/problem.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import type { FitRequest } from "../../src/engine/fit-factors.ts";
import type { Estimate, FactorFit } from "../../src/engine/factor-fit.ts";
import { performanceOf } from "../../src/engine/performance.ts";
import { rollingFit } from "../../src/engine/rolling-fit.ts";
import type { Series } from "../../src/engine/series.ts";
import type { Outcome } from "../../src/outcome.ts";

interface Coefficients {
  readonly values: readonly number[];
  readonly standardErrors: readonly number[];
  readonly tStats: readonly number[];
  readonly pValues: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly f: number;
  readonly fPValue: number;
}

export interface GoldenAnswers {
  readonly ols: Coefficients;
  readonly hc0: Coefficients;
  readonly hc1: Coefficients;
  readonly hc1T: Coefficients;
  readonly hac: Coefficients;
  readonly hacDefault: Coefficients;
  readonly hacCorrected: Coefficients;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly omnibus: readonly [number, number];
  readonly jarqueBera: readonly [number, number];
  readonly breuschPagan: readonly [number, number];
  readonly skew: number;
  readonly kurtosis: number;
  readonly durbinWatson: number;
  readonly conditionNumber: number;
  readonly residualVariance: number;
  readonly rolling: {
    readonly every: number;
    readonly values: readonly (readonly number[])[];
    readonly standardErrors: readonly (readonly number[])[];
  };
  readonly performance: Readonly<Record<string, number>>;
}

export interface GoldenProblem {
  readonly name: string;
  /** The asset's returns first. */
  readonly columns: readonly (readonly number[])[];
  readonly window: number;
  readonly lags: number;
  readonly answers: GoldenAnswers;
}

export interface Comparison {
  readonly peer: "statsmodels" | "R";
  readonly figure: string;
  /** Relative to the reference. */
  readonly difference: number;
  readonly allowed: number;
}

interface RAnswers {
  readonly values: readonly number[];
  readonly standardErrors: readonly number[];
  readonly pValues: readonly number[];
  readonly rSquared: readonly number[];
  readonly f: readonly number[];
  readonly logLikelihood: readonly number[];
  readonly hc0: readonly number[];
  readonly hc1: readonly number[];
  readonly hac: readonly number[];
  readonly hacCorrected: readonly number[];
  readonly breuschPagan: readonly number[];
  readonly durbinWatson: readonly number[];
}

const figures = 1e-10;
const tails = 1e-8;

export const goldenFile = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../golden", name), "utf8"));

/** The made-up series of a problem. */
export function seriesOf(columns: readonly (readonly number[])[]): [Series, ...Series[]] {
  const days = Int32Array.from(columns[0]!, (_, row) => row);
  const [asset, ...factors] = columns.map(
    (column, i): Series => ({
      id: i === 0 ? "asset" : `factor ${i}`,
      kind: "excess",
      frequency: "daily",
      days,
      values: Float64Array.from(column),
    }),
  );
  return [asset!, ...factors];
}

export function comparisons(problem: GoldenProblem, number: number | null = null): Comparison[] {
  return [
    ...againstStatsmodels(seriesOf(problem.columns), problem),
    ...(number === null ? [] : againstR(problem, (goldenFile("r.json") as RAnswers[])[number]!)),
  ];
}

export function againstStatsmodels(
  [asset, ...factors]: readonly [Series, ...Series[]],
  { answers, window, lags }: Omit<GoldenProblem, "columns" | "name">,
): Comparison[] {
  const found: Comparison[] = [];
  const compare = (figure: string, mine: number | readonly number[], theirs: number | readonly number[], allowed = figures): void => {
    found.push({ peer: "statsmodels", figure, difference: worstDifference([mine].flat(), [theirs].flat()), allowed });
  };
  const fit = (request: FitRequest): FactorFit => solved(fitFactors(asset, factors, request));
  const estimates = (name: string, theirs: Coefficients, request: FitRequest): FactorFit => {
    const mine = fit(request);
    const all = [mine.alpha, ...mine.betas];
    const column = (pick: (estimate: Estimate) => number): number[] => all.map(pick);
    compare(`${name}: coefficients`, column((each) => each.value), theirs.values);
    compare(`${name}: standard errors`, column((each) => each.standardError), theirs.standardErrors);
    compare(`${name}: t`, column((each) => each.tStat), theirs.tStats);
    compare(`${name}: p`, column((each) => each.pValue), theirs.pValues, tails);
    compare(`${name}: intervals`, [...column((each) => each.interval[0]), ...column((each) => each.interval[1])], [...theirs.low, ...theirs.high]);
    compare(`${name}: F`, mine.fTest.statistic, theirs.f);
    compare(`${name}: p of F`, mine.fTest.pValue, theirs.fPValue, tails);
    return mine;
  };

  const ols = estimates("OLS", answers.ols, {});
  compare("R²", ols.rSquared, answers.rSquared);
  compare("adjusted R²", ols.adjustedRSquared, answers.adjustedRSquared);
  compare("log-likelihood", ols.logLikelihood, answers.logLikelihood);
  compare("AIC", ols.aic, answers.aic);
  compare("BIC", ols.bic, answers.bic);
  for (const name of ["omnibus", "jarqueBera", "breuschPagan"] as const) {
    // statsmodels has Breusch–Pagan as n·(1 − SSR/SST), whose digits cancel where it is near 0; R's are compared whole.
    const share = name === "breuschPagan" ? (statistic: number): number => 1 - statistic / ols.sample.observations : Number;
    compare(name, share(ols.diagnostics[name].statistic), share(answers[name][0]));
    compare(`p of ${name}`, ols.diagnostics[name].pValue, answers[name][1], tails);
  }
  for (const name of ["skew", "kurtosis", "durbinWatson", "conditionNumber"] as const) {
    compare(name, ols.diagnostics[name], answers[name]);
  }
  compare("residual variance", ols.moments.residualVariance, answers.residualVariance);

  estimates("HAC with no lags, HC0", answers.hc0, { covariance: "hac", lags: 0 });
  estimates("HC1", answers.hc1, { covariance: "hc1" });
  estimates("HC1 by t", answers.hc1T, { covariance: "hc1", distribution: "t" });
  estimates("HAC", answers.hac, { covariance: "hac", lags });
  estimates("HAC, default lags", answers.hacDefault, { covariance: "hac" });
  estimates("HAC, small-sample factor", answers.hacCorrected, { covariance: "hac", lags, smallSample: "n/(n-k)" });

  const rolled = solved(rollingFit(asset, factors, window));
  const columns = [rolled.alpha, ...rolled.betas];
  const picked = (column: Float64Array): number[] => [...column.filter((_, i) => i % answers.rolling.every === 0)];
  columns.forEach(({ values, standardErrors }, i) => {
    const errors = answers.rolling.standardErrors.map((each) => each[i]!);
    const theirs = answers.rolling.values.map((each) => each[i]!);
    // A rolling estimate passes through 0, so its difference is relative to its standard error there.
    const off = picked(values).map((each, at) => (each - theirs[at]!) / Math.max(Math.abs(theirs[at]!), errors[at]!));
    compare("rolling coefficients", off.map((each) => 1 + each), off.map(() => 1));
    compare("rolling standard errors", picked(standardErrors), errors);
  });

  const performance = solved(performanceOf(ols));
  const mine: Readonly<Record<string, number | null | undefined>> = {
    sharpe: performance.sharpe,
    appraisalRatio: performance.appraisalRatio,
    informationRatio: performance.informationRatio,
    residualTrackingError: performance.residualTrackingError,
    activeTrackingError: performance.activeTrackingError,
    treynor: performance.treynor,
    maximumDrawdown: performance.maximumDrawdown.depth,
    upBeta: performance.upBeta?.beta,
    downBeta: performance.downBeta?.beta,
  };
  for (const [name, theirs] of Object.entries(answers.performance)) compare(name, mine[name] ?? NaN, theirs);
  return found;
}

function againstR(problem: GoldenProblem, theirs: RAnswers): Comparison[] {
  const [asset, ...factors] = seriesOf(problem.columns);
  const { lags } = problem;
  const fit = (request: FitRequest): FactorFit => solved(fitFactors(asset, factors, request));
  const estimates = (mine: FactorFit, pick: (estimate: Estimate) => number): number[] =>
    [mine.alpha, ...mine.betas].map(pick);
  const errors = (request: FitRequest): number[] => estimates(fit(request), (each) => each.standardError);
  const ols = fit({});
  const mine: Readonly<Record<keyof RAnswers, number[]>> = {
    values: estimates(ols, (each) => each.value),
    standardErrors: errors({}),
    pValues: estimates(ols, (each) => each.pValue),
    rSquared: [ols.rSquared],
    f: [ols.fTest.statistic],
    logLikelihood: [ols.logLikelihood],
    hc0: errors({ covariance: "hac", lags: 0 }),
    hc1: errors({ covariance: "hc1" }),
    hac: errors({ covariance: "hac", lags }),
    hacCorrected: errors({ covariance: "hac", lags, smallSample: "n/(n-k)" }),
    breuschPagan: [ols.diagnostics.breuschPagan.statistic],
    durbinWatson: [ols.diagnostics.durbinWatson],
  };
  return (Object.keys(mine) as (keyof RAnswers)[]).map((figure) => ({
    peer: "R",
    figure,
    difference: worstDifference(mine[figure], theirs[figure].slice(0, mine[figure].length)),
    allowed: figure === "pValues" ? tails : figures,
  }));
}

function solved<T>(outcome: Outcome<T, Problem>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

export function worstDifference(mine: readonly number[], theirs: readonly number[]): number {
  if (mine.length !== theirs.length) return Infinity;
  const differences = mine.map((each, i) =>
    each === theirs[i] ? 0 : Math.abs(each - theirs[i]!) / Math.max(Math.abs(theirs[i]!), 1e-300),
  );
  return differences.some(Number.isNaN) ? Infinity : Math.max(0, ...differences);
}
