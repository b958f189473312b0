/**
 * How many digits of the engine's numbers are right, problem by problem: against exact rational arithmetic
 * on the same doubles, against NIST's certified values, against statsmodels and R, against the chapter.
 */
import type { Problem } from "../src/render/problem.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadDatasets } from "../src/datasets/load-datasets.ts";
import { excessReturn } from "../src/engine/excess-return.ts";
import { factorModels } from "../src/engine/factor-models.ts";
import { fitFactors } from "../src/engine/fit-factors.ts";
import type { FactorFit } from "../src/engine/factor-fit.ts";
import { leastSquares } from "../src/engine/least-squares.ts";
import { mean, standardDeviation } from "../src/engine/moments.ts";
import type { Series } from "../src/engine/series.ts";
import type { Outcome } from "../src/outcome.ts";
import {
  digitsAgreed,
  digitsAgreedOnRoot,
  exactFit,
  exactLeastSquares,
} from "../test/engine/exact-least-squares.ts";
import { chapterFigures } from "../test/engine/chapter-figures.ts";
import { comparisons } from "../test/engine/golden.ts";
import type { GoldenProblem } from "../test/engine/golden.ts";
import { nistRegressions, nistSamples } from "../test/engine/nist.ts";

export interface AccuracyRow {
  readonly problem: string;
  readonly figure: string;
  /** Digits agreed; or null where the engine refused, which is right only where `refusal` says so. */
  readonly digits: number | null;
  readonly required: number;
  readonly against: string;
  readonly refusal?: string;
  readonly ok: boolean;
}

const root = join(import.meta.dirname, "..");

export function accuracyTable(): AccuracyRow[] {
  return [
    ...chapterRows(),
    ...chapterRegressions().flatMap(({ name, fit }) => [
      ...exactRows(name, fit.rows.asset, fit.rows.factors),
      ...exactRows(
        `${name}, factors + 1e6`,
        fit.rows.asset,
        fit.rows.factors.map((column) => column.map((value) => value + 1e6)),
      ),
    ]),
    ...nistRows(),
    ...polynomialRows(),
    ...goldenRows(),
  ];
}

const row = (problem: string, figure: string, digits: number, required: number, against: string): AccuracyRow => ({
  problem,
  figure,
  digits,
  required,
  against,
  ok: digits >= required,
});

/** The chapter's regressions on the bundled sample. */
export function chapterRegressions(): { readonly name: string; readonly fit: FactorFit }[] {
  const datasets = value(loadDatasets({ sampleFolder: join(root, "data/sample") }));
  const series = (id: string): Series => value(datasets.find(id, "daily"));
  const msft = value(excessReturn(series("MSFT"), series("RF")));
  return [
    { name: "JPM on SPY", fit: value(fitFactors(series("JPM"), [series("SPY")])) },
    { name: "WMT on SPY", fit: value(fitFactors(series("WMT"), [series("SPY")])) },
    { name: "MSFT on Mkt-RF", fit: value(fitFactors(msft, [series("Mkt-RF")])) },
    { name: "MSFT on six factors", fit: value(fitFactors(msft, factorModels.FF6.map(series))) },
  ];
}

function value<T>(outcome: Outcome<T, Problem>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

function exactRows(name: string, y: Float64Array, x: readonly Float64Array[], hasConstant = true): AccuracyRow[] {
  const fit = leastSquares(y, x, hasConstant);
  const exact = exactLeastSquares(y, x, hasConstant);
  return [
    row(
      name,
      "coefficients",
      Math.min(...exact.coefficients.map((each, i) => digitsAgreed(fit.coefficients[i]!, each))),
      15,
      "exact arithmetic",
    ),
    row(
      name,
      "standard errors",
      Math.min(...exact.squaredErrors.map((each, i) => digitsAgreedOnRoot(fit.standardErrors[i]!, each))),
      15,
      "exact arithmetic",
    ),
    row(name, "R²", digitsAgreed(fit.rSquared, exact.rSquared), 15, "exact arithmetic"),
  ];
}

function nistRows(): AccuracyRow[] {
  const regressions = nistRegressions().flatMap(({ name, response, regressors, hasConstant, standardErrors }) => {
    const rows = exactRows(`NIST ${name}`, response, regressors, hasConstant);
    if (standardErrors.some((error) => error !== 0)) return rows;
    // An exact fit: certified standard errors are 0, and so are ours; of the doubles they would be rounding.
    const fit = leastSquares(response, regressors, hasConstant);
    const digits = fit.standardErrors.every((error) => error === 0) ? 17 : 0;
    return rows.map((each) =>
      each.figure === "standard errors" ? row(each.problem, each.figure, digits, 15, "certified value") : each,
    );
  });
  const samples = nistSamples().flatMap(({ name, values }) => {
    const { coefficients, squaredErrors } = exactLeastSquares(values, []);
    const square = squaredErrors[0]!;
    const variance = { ...square, numerator: square.numerator * BigInt(values.length) };
    return [
      row(`NIST ${name}`, "mean", digitsAgreed(mean(values), coefficients[0]!), 15, "exact arithmetic"),
      row(
        `NIST ${name}`,
        "standard deviation",
        digitsAgreedOnRoot(standardDeviation(values), variance),
        15,
        "exact arithmetic",
      ),
    ];
  });
  return [...regressions, ...samples];
}

/** Degree 10 like NIST's Filip, x with six decimals: the powers, as doubles, are already rounded. */
export function polynomialProblem(low: number, high: number) {
  const rows = 82;
  const days = Int32Array.from({ length: rows }, (_, i) => i);
  const x = Float64Array.from(days, (i) => Number((low + ((high - low) * ((i * 37) % rows)) / (rows - 1)).toFixed(6)));
  const y = x.map((each, i) =>
    Number((0.8 + 0.05 * Math.sin(3 * each) + 0.002 * Math.cos(41 * i)).toFixed(6)),
  );
  const powers = Array.from({ length: 10 }, (_, i) => x.map((each) => each ** (i + 1)));
  const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: "daily", days, values });
  const outcome = fitFactors(
    series("y", y),
    powers.map((values, i) => series(`x^${i + 1}`, values)),
  );
  const whole = (each: number): bigint => BigInt(Math.round(each * 1e6));
  const exact = exactFit(
    { values: Array.from(y, whole), scale: 1_000_000n },
    powers.map((_, i) => ({
      values: Array.from(x, (each) => whole(each) ** BigInt(i + 1)),
      scale: 1_000_000n ** BigInt(i + 1),
    })),
  );
  return { outcome, exact };
}

function polynomialRows(): AccuracyRow[] {
  return [
    [-1, 1],
    [0, 1],
    [-9, -3],
    [10, 12],
  ].map(([low, high]) => {
    const name = `degree 10 on [${low!}, ${high!}]`;
    const { outcome, exact } = polynomialProblem(low!, high!);
    if (outcome.ok) {
      const { alpha, betas } = outcome.value;
      const digits = [alpha, ...betas].map((estimate, i) => digitsAgreed(estimate.value, exact.coefficients[i]!));
      return row(name, "coefficients", Math.min(...digits), 7.5, "exact decimals");
    }
    const refusal =
      "conditionNumber" in outcome.problem
        ? `${outcome.problem.kind}, ${outcome.problem.conditionNumber.toExponential(1)}`
        : outcome.problem.kind;
    const ok = "conditionNumber" in outcome.problem;
    return { problem: name, figure: "coefficients", digits: null, required: 7.5, against: "exact decimals", refusal, ok };
  });
}

function chapterRows(): AccuracyRow[] {
  const figures = chapterFigures();
  const right = figures.filter(({ printed, computed }) => printed === computed).length;
  return [
    {
      problem: "chapter 6, bundled sample",
      figure: `${right} of ${figures.length} printed figures`,
      digits: right === figures.length ? 17 : 0,
      required: 17,
      against: "the chapter",
      ok: right === figures.length,
    },
  ];
}

function goldenRows(): AccuracyRow[] {
  const { problems } = JSON.parse(readFileSync(join(root, "test/golden/problems.json"), "utf8")) as {
    problems: GoldenProblem[];
  };
  const worst = new Map<string, AccuracyRow>();
  for (const { peer, figure, difference, allowed } of problems.flatMap((problem, i) => comparisons(problem, i))) {
    const digits = Math.min(17, -Math.log10(difference));
    const known = worst.get(`${peer} ${figure}`);
    if (known && known.digits! <= digits) continue;
    worst.set(`${peer} ${figure}`, row("problems with 1 to 6 factors", figure, digits, -Math.log10(allowed), peer));
  }
  return [...worst.values()];
}

