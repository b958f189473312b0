import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { holm, hc3Errors, leverages, smallSampleErrors, kieferVogelsang } from "./sentences/small-sample.ts";
import { breuschPagan, chiSquaredAbove, conditionNumber, durbinWatson, fAbove, gibbonsRossShanken, hacErrors, hc1Errors, leastSquares, normalBeyond, omnibus, shapeOf, singleSplit, supLM, tBeyond, within } from "./sentences/statistics.ts";

/**
 * The predicates' own small statistics library against statsmodels, SciPy and R (test/golden/predicates.py): who judges
 * every sentence must know the numbers.
 */
interface Problem {
  readonly y: readonly number[];
  readonly x: readonly (readonly number[])[];
  readonly lags: number;
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
  readonly pValues: readonly number[];
  readonly interval: readonly (readonly [number, number])[];
  readonly rSquared: number;
  readonly f: number;
  readonly fPValue: number;
  readonly hc1: readonly number[];
  readonly hc3: readonly number[];
  readonly hc3InR: readonly number[];
  readonly hac: readonly number[];
  readonly leverages: readonly number[];
  readonly breuschPagan: number;
  readonly breuschPaganPValue: number;
  readonly durbinWatson: number;
  readonly jarqueBera: number;
  readonly jarqueBeraPValue: number;
  readonly skew: number;
  readonly kurtosis: number;
  readonly omnibus: number;
  readonly conditionNumber: number;
  readonly supLM?: { readonly statistic: number; readonly before: number; readonly pValue: number };
  readonly split?: { readonly before: number; readonly earliest: number; readonly latest: number };
}
interface Golden {
  readonly problems: readonly Problem[];
  readonly grs: { readonly y: readonly (readonly number[])[]; readonly x: readonly (readonly number[])[]; readonly statistic: number; readonly pValue: number };
  readonly holm: { readonly pValues: readonly number[]; readonly joint: readonly number[] };
  readonly within: readonly { readonly level: number; readonly degrees: number; readonly value: number }[];
  readonly tails: { readonly f: readonly [number, number, number, number]; readonly chiSquared: readonly [number, number, number]; readonly t: readonly [number, number, number]; readonly normal: readonly [number, number] };
}
const golden = JSON.parse(readFileSync("test/golden/predicates.json", "utf8")) as Golden;

/** To eight digits and more. */
function same(found: number | readonly number[], expected: number | readonly number[]): void {
  const [a, b] = [[found].flat(), [expected].flat()];
  expect(a).toHaveLength(b.length);
  a.forEach((value, at) => expect(Math.abs(value - b[at]!), `${value} and ${b[at]}`).toBeLessThanOrEqual(5e-9 * Math.abs(b[at]!)));
}

describe.each(golden.problems.map((problem) => ({ name: `${problem.y.length} rows on ${problem.x.length}`, problem })))("$name", ({ problem }) => {
  const fit = leastSquares(problem.y, problem.x);

  test("least squares, t, F", () => {
    same(fit.coefficients, problem.coefficients);
    same(fit.errors, problem.errors);
    same(fit.coefficients.map((value, at) => tBeyond(value / fit.errors[at]!, fit.degrees)), problem.pValues);
    same(fit.coefficients.map((value, at) => value - within(0.95, fit.degrees) * fit.errors[at]!), problem.interval.map(([low]) => low));
    same(fit.rSquared, problem.rSquared);
    const f = fit.rSquared / problem.x.length / ((1 - fit.rSquared) / fit.degrees);
    same(f, problem.f);
    same(fAbove(f, problem.x.length, fit.degrees), problem.fPValue);
    same(conditionNumber(fit), problem.conditionNumber);
  });

  test("robust errors", () => {
    same(hc1Errors(fit), problem.hc1);
    same(hc3Errors(fit), problem.hc3);
    same(hc3Errors(fit), problem.hc3InR);
    same(smallSampleErrors(fit, 0), problem.hc3);
    same(hacErrors(fit, problem.lags), problem.hac);
    same(leverages(fit).slice(0, problem.leverages.length), problem.leverages);
  });

  test("the tests of the residuals", () => {
    const shape = shapeOf(fit.residuals);
    same([shape.skew, shape.kurtosis, shape.jarqueBera, shape.pValue], [problem.skew, problem.kurtosis, problem.jarqueBera, problem.jarqueBeraPValue]);
    same([breuschPagan(fit).statistic, breuschPagan(fit).pValue], [problem.breuschPagan, problem.breuschPaganPValue]);
    same(durbinWatson(fit), problem.durbinWatson);
    same(omnibus(fit.residuals), problem.omnibus);
  });
});

test("a change of β", () => {
  const tested = golden.problems.filter(({ supLM: expected }) => expected);
  expect(tested).toHaveLength(2);
  for (const { y, x: [factor], supLM: expected, split } of tested) {
    const { statistic, before, pValue } = supLM(y, factor!);
    same([statistic, before, pValue], [expected!.statistic, expected!.before, expected!.pValue]);
    expect(singleSplit(y, factor!)).toEqual(split);
  }
});

test("several assets at once: GRS, Holm", () => {
  const { y, x, statistic, pValue } = golden.grs;
  const found = gibbonsRossShanken(y.map((asset) => leastSquares(asset, x)));
  same([found.statistic, found.pValue], [statistic, pValue]);
  same(holm(golden.holm.pValues), golden.holm.joint);
});

test("distributions", () => {
  for (const { level, degrees, value } of golden.within) same(within(level, degrees), value);
  const { f, chiSquared, t, normal } = golden.tails;
  same(fAbove(f[0], f[1], f[2]), f[3]);
  same(chiSquaredAbove(chiSquared[0], chiSquared[1]), chiSquared[2]);
  same(tBeyond(t[0], t[1]), t[2]);
  same(normalBeyond(normal[0]), normal[1]);
});

test("Kiefer and Vogelsang's critical value: their table's for b = 1 and near 0", () => {
  expect(kieferVogelsang(0, 60)).toBe(1);
  same(1.96 * kieferVogelsang(59, 60), 4.813);
  same(1.96 * kieferVogelsang(5, 60), 1.96 + 0.29694 + 0.00416 - 0.0005324);
});
