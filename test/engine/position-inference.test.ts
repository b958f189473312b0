import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { positionInference } from "../../src/engine/position-inference.ts";
import { positionSize } from "../../src/engine/position-size.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = 300;
const market = madeUpReturns(1, rows);
const noise = madeUpReturns(2, rows);
const asset = market.map((each, row) => 1.2 * each + noise[row]!);
const sizeOf = (left: number | null) => {
  const kept = (column: Float64Array) => column.filter((_, row) => row !== left);
  const fit = value(fitFactors(series("A", kept(asset)), [series("F", kept(market))], { covariance: "hc1" }));
  return { fit, size: value(positionSize(fit, { dollars: 1_000_000, horizon: "month" })) };
};

test("the error of a position is that of the jackknife, within 3%, hedged and unhedged", () => {
  const { fit, size } = sizeOf(null);
  const inferred = value(positionInference(fit, size));
  for (const which of ["unhedged", "hedged"] as const) {
    const sizes = Array.from({ length: rows }, (_, row) => sizeOf(row).size[which].dollars);
    const average = sizes.reduce((sum, each) => sum + each, 0) / rows;
    const jackknife = Math.sqrt(((rows - 1) / rows) * sizes.reduce((sum, each) => sum + (each - average) ** 2, 0));
    expect(inferred[which].value).toBe(size[which].dollars);
    expect(inferred[which].standardError / jackknife).toBeCloseTo(1, 1.5);
  }
});
