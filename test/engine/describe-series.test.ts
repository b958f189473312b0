import { expect, test } from "vitest";
import { describeSeries } from "../../src/engine/describe-series.ts";
import { ratioForFewRows } from "../../src/engine/ratio-few-rows.ts";
import { sharpeInference } from "../../src/engine/sharpe-inference.ts";

const days = Int32Array.of(1, 2, 3, 4, 5);
const one = { id: "A", kind: "excess", frequency: "daily", days, values: Float64Array.of(0.01, -0.02, 0.03, 0, 0.005) } as const;
const other = { id: "B", kind: "excess", frequency: "daily", days, values: Float64Array.of(0.02, -0.04, 0.06, 0, 0.01) } as const;

test("moments of one series are those of its rows (numpy, ddof = 1; population skew and kurtosis)", () => {
  const described = describeSeries([one]);
  if (!described.ok) throw new Error(JSON.stringify(described.problem));
  const [moments] = described.value.series;
  expect(moments?.mean).toBeCloseTo(0.005, 15);
  expect(moments?.volatility).toBeCloseTo(0.018027756377319945, 15);
  expect(moments?.sharpe).toBeCloseTo((0.005 / 0.018027756377319945) * Math.sqrt(252), 12);
  expect(moments?.lowest).toEqual({ value: -0.02, day: "1970-01-03" });
  expect(described.value.sample.observations).toBe(5);
});

test("a multiple of a series has correlation 1 with it, and its covariance is the multiple of the variance", () => {
  const described = describeSeries([one, other]);
  if (!described.ok) throw new Error(JSON.stringify(described.problem));
  const [pair] = described.value.pairs;
  expect(pair?.correlation).toBeCloseTo(1, 12);
  expect(pair?.covariance).toBeCloseTo(2 * 0.018027756377319945 ** 2, 15);
});

test("a rate has no Sharpe ratio, and too few rows are refused", () => {
  const rate = { ...one, id: "RF", kind: "rate" } as const;
  const described = describeSeries([rate]);
  expect(described.ok && described.value.series[0]?.sharpe).toBeNull();
  expect(describeSeries([one], { to: "1970-01-03" })).toMatchObject({ ok: false, problem: { kind: "too-few-rows", rows: 2, needed: 3 } });
});

test("a rate, and a series whose neighbouring rows go together, have no standard error by √n and no volatility by √252", () => {
  const level = Float64Array.from({ length: 60 }, (_, row) => 0.0001 + 0.00001 * Math.sin(row / 10));
  const of = (series: Parameters<typeof describeSeries>[0][0]) => {
    const described = describeSeries([series]);
    if (!described.ok) throw new Error(JSON.stringify(described.problem));
    return described.value.series[0]!;
  };
  const slow = { ...one, days: Int32Array.from(level, (_, row) => row), values: level };
  for (const series of [slow, { ...slow, kind: "rate" }, { ...one, kind: "rate" }] as const) expect(of(series)).toMatchObject({ standardErrorOfMean: null, volatilityAnnual: null, sharpe: null });
  expect(of(slow).autocorrelation).toBeGreaterThan(0.9);
  expect(of(one).standardErrorOfMean).toBeCloseTo(0.018027756377319945 / Math.sqrt(5), 15);
  expect(of({ ...one, kind: "rate", values: new Float64Array(5).fill(0.001) }).autocorrelation).toBeNull();
});

test("17 rows and more whose neighbours go together are a level; with 16 chance gives as much, and they are returns", () => {
  const of = (rows: number) => {
    const values = Float64Array.from({ length: rows }, (_, row) => 0.01 * Math.sin(row / 3));
    const described = describeSeries([{ ...one, days: Int32Array.from(values, (_, row) => row), values }]);
    if (!described.ok) throw new Error(JSON.stringify(described.problem));
    return described.value.series[0]!;
  };
  expect(of(16).autocorrelation).toBeGreaterThan(0.5);
  expect(of(16)).toMatchObject({ lingers: false, standardErrorOfMean: expect.any(Number) as number });
  expect(of(17)).toMatchObject({ lingers: true, standardErrorOfMean: null, sharpe: null });
});

test("a Sharpe ratio has the interval of sharpe-inference.ts: with lags where rows are many, none for a rate or below 8 rows", () => {
  const values = Float64Array.from({ length: 60 }, (_, row) => 0.001 + 0.01 * Math.sin(row * row));
  const series = (rows: number, step = 1) => ({ id: "A", kind: "excess", frequency: "daily", days: Int32Array.from({ length: rows }, (_, row) => step * row), values: values.slice(0, rows) }) as const;
  const of = (one: Parameters<typeof describeSeries>[0][0]) => {
    const described = describeSeries([one]);
    if (!described.ok) throw new Error(JSON.stringify(described.problem));
    const { sample, series: [moments] } = described.value;
    const expected = (method: "hac" | "iid") => {
      const plain = sharpeInference({ returns: one.values, days: one.days, sample }, { method });
      return plain.ok ? ratioForFewRows(plain.value, 1) : null;
    };
    return { found: moments?.sharpeInterval, expected };
  };
  const many = of(series(60));
  expect(many.found).toEqual(many.expected("hac"));
  // Rows that lie apart have lags within their runs, which are single rows.
  expect(of(series(60, 8)).found).toEqual(of(series(60, 8)).expected("hac"));
  const few = of(series(59));
  expect(few.found).toEqual(few.expected("iid"));
  expect(of(series(7)).found).toBeNull();
  expect(of({ ...series(60), kind: "rate" }).found).toBeNull();
});
