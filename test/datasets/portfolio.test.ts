import { expect, it } from "vitest";
import { datasetsOf } from "../../src/datasets/datasets-of.ts";
import type { DataSeries } from "../../src/datasets/datasets.ts";
import { findSeriesOrPortfolio } from "../../src/datasets/portfolio.ts";

const madeUp = (id: string, kind: DataSeries["kind"], days: readonly number[], values: readonly number[]): DataSeries => ({
  id,
  name: id === "KO" ? "Coca-Cola" : id,
  kind,
  frequency: "daily",
  days: Int32Array.from(days),
  values: Float64Array.from(values),
  blanks: 0,
  calendar: { first: "2091-01-01", last: "2091-01-05" },
  reading: { form: "plain", column: id, dates: "date", rows: null, divisor: 1 },
  earlier: [],
  provenance: { origin: "imported", file: "x.csv", sha256: "0", vintage: null, layout: "returns" },
});

const datasets = datasetsOf([
  madeUp("JPM", "excess", [1, 2, 3], [0.5, 0.25, 0.125]),
  madeUp("KO", "total", [2, 3, 4], [0.5, 0.25, 1]),
  madeUp("SPY", "excess", [1, 2, 3], [0.5, 0.5, 0.5]),
  madeUp("RF", "rate", [1, 2, 3], [0, 0, 0]),
]);

it("finds loaded series as they are", () => {
  expect(findSeriesOrPortfolio("jpm", datasets)).toMatchObject({ ok: true, value: { id: "JPM" } });
  expect(findSeriesOrPortfolio("1*JPM", datasets)).toMatchObject({ ok: true, value: { id: "JPM" } });
});

it("makes a portfolio of several: one spelling, the days that all have, excess where each part is", () => {
  const found = findSeriesOrPortfolio("60% jpm 40% ko", datasets);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  const { id, kind, days, values, holdings } = found.value;
  expect([id, kind, [...days], [...values]]).toEqual(["0.6*JPM+0.4*KO", "total", [2, 3], [0.6 * 0.25 + 0.4 * 0.5, 0.6 * 0.125 + 0.4 * 0.25]]);
  expect(holdings?.map(({ series, weight }) => [series.id, weight])).toEqual([["JPM", 0.6], ["KO", 0.4]]);
  expect(findSeriesOrPortfolio("JPM - SPY", datasets)).toMatchObject({ value: { id: "JPM - SPY", kind: "excess" } });
  expect(findSeriesOrPortfolio("JPM+SPY", datasets)).toMatchObject({ value: { id: "1*JPM+1*SPY" } });
});

it("says of a name that is not loaded what a name alone would be told, and of a portfolio which part is not", () => {
  expect(findSeriesOrPortfolio("BRK-X", datasets)).toMatchObject({ problem: { kind: "unknown-series", asked: "BRK-X" } });
  expect(findSeriesOrPortfolio("0.6*JPM+0.4*TSLA", datasets)).toMatchObject({ problem: { kind: "unreadable-portfolio", at: "TSLA" } });
  expect(findSeriesOrPortfolio("JPM - RF", datasets)).toMatchObject({ problem: { kind: "unreadable-portfolio", reason: "rate", at: "RF" } });
});
