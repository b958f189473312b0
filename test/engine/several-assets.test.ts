import { isoDay } from "../../src/calendar.ts";
import { expect, test } from "vitest";
import { compound } from "../../src/engine/compound.ts";
import { expectedReturn } from "../../src/engine/expected-return.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { grsTest } from "../../src/engine/grs-test.ts";
import { securityMarketLine } from "../../src/engine/security-market-line.ts";
import type { Series } from "../../src/engine/series.ts";
import { goldenFile, worstDifference } from "./golden.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

interface Compounded {
  readonly ends: readonly string[];
  readonly values: readonly number[];
}

const golden = goldenFile("several-assets.json") as {
  readonly rows: number;
  readonly loadings: readonly (readonly [number, number])[];
  readonly marketLine: Readonly<Record<"beta" | "mean" | "predicted" | "alpha", readonly number[]>> & {
    readonly premium: number;
    readonly fitted: readonly number[];
  };
  readonly expected: { readonly parts: readonly number[]; readonly total: number };
  readonly months: Compounded;
  readonly years: Compounded;
};

const [f, g] = [1, 2].map((seed) => madeUpReturns(seed, golden.rows)) as [Float64Array, Float64Array];
const factors = [series("f", f), series("g", g)];
const assets = golden.loadings.map(([onF, onG], i) => {
  const noise = madeUpReturns(3 + i, golden.rows);
  return series(`asset ${i}`, f.map((each, row) => 0.0002 + onF * each + onG * g[row]! + noise[row]!));
});

const expectAlike = (mine: readonly number[], theirs: readonly number[], allowed = 1e-10): void => {
  expect(worstDifference(mine, theirs)).toBeLessThan(allowed);
};

test("the security market line has each asset's mean, its prediction β·E[f], and α between them", () => {
  const { premium, points, fitted } = value(securityMarketLine(assets, factors[0]!));
  const { marketLine } = golden;
  expectAlike([premium], [marketLine.premium]);
  for (const name of ["beta", "mean", "predicted", "alpha"] as const) {
    expectAlike(points.map((point) => point[name]), marketLine[name]);
  }
  expectAlike([fitted!.intercept, fitted!.slope, fitted!.rSquared], marketLine.fitted);
  expect(value(securityMarketLine(assets.slice(0, 2), factors[0]!)).fitted).toBeNull();
});

test("an expected return is rf + α + Σ β·E[f], and its total is the mean of rate and excess return together", () => {
  const rate: Series = { ...series("RF", g.map((each) => Math.abs(each) / 100)), kind: "rate" };
  const { parts, total } = value(expectedReturn(value(fitFactors(assets[0]!, factors)), rate));
  expect(parts.map(({ part, series: from }) => `${part} ${from}`)).toEqual(["risk-free RF", "alpha asset 0", "premium f", "premium g"]);
  expectAlike(parts.map(({ perPeriod: aPeriod }) => aPeriod), golden.expected.parts);
  expectAlike([total.perPeriod, total.annual], [golden.expected.total, golden.expected.total * 252]);
});

test.each([
  ["months", "monthly", golden.months],
  ["years", "annual", golden.years],
] as const)("daily returns compound to pandas' %s, each at its last calendar day", (_name, frequency, theirs) => {
  const compounded = compound(factors[0]!, frequency);
  expect(compounded.frequency).toBe(frequency);
  expect([...compounded.days].map(isoDay)).toEqual(theirs.ends);
  expectAlike([...compounded.values], theirs.values, 1e-12);
});

test("the Gibbons–Ross–Shanken test is not applicable where T ≤ N + K, and says so with the three numbers", () => {
  const short = (each: Series): Series => ({ ...each, days: each.days.subarray(0, 12), values: each.values.subarray(0, 12) });
  const many = Array.from({ length: 10 }, (_, i) => short(series(`asset ${i}`, madeUpReturns(20 + i, 12))));
  const [first, second] = factors.map(short);
  expect(value(grsTest(many, [first!, second!])).result).toEqual({
    name: "gibbons-ross-shanken",
    notApplicable: "too-few-rows",
    rows: 12,
    assets: 10,
    factors: 2,
  });
  expect(value(grsTest(many.slice(1), [first!, second!])).result).toMatchObject({ distribution: "F", degreesOfFreedom: [9, 1] });
});

test("the Gibbons–Ross–Shanken test is not applicable to an asset and a portfolio made of it", () => {
  const [first, second] = assets;
  const both = series("both", first!.values.map((each, row) => (each + second!.values[row]!) / 2));
  expect(value(grsTest([first!, second!, both], factors)).result).toMatchObject({ notApplicable: "collinear-residuals" });
});
