import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { standardDeviation } from "../../src/engine/moments.ts";
import { positionInference } from "../../src/engine/position-inference.ts";
import { positionSize } from "../../src/engine/position-size.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = 2016;
const market = madeUpReturns(1, rows);
const noise = madeUpReturns(2, rows);
/** Calm in the first half, three times as wild in the second. */
const asset = market.map((each, row) => 1.2 * each + noise[row]! * (row < rows / 2 ? 1 : 3));
const sized = (column: Float64Array, factor = market) => {
  const fit = value(fitFactors(series("A", column), [series("F", factor)]));
  const size = value(positionSize(fit, { dollars: 1_000_000, horizon: "month" }));
  return { fit, size, inferred: positionInference(fit, size) };
};

test("a position's interval is that of ln σ over four stretches of what is sized, and lies around it by the same factor", () => {
  const { fit, size, inferred } = sized(asset);
  for (const [which, column] of [["unhedged", fit.rows.asset], ["hedged", fit.rows.residuals]] as const) {
    const { dollars, interval, stretches } = value(inferred)[which];
    const each = [0, 1, 2, 3].map((part) => standardDeviation(column.slice(part * 504, (part + 1) * 504)));
    expect(stretches).toEqual(each);
    const error = Math.sqrt(each.reduce((sum, one) => sum + Math.log(one / standardDeviation(column)) ** 2, 0) / 12);
    expect(dollars).toBe(size[which].dollars);
    // t's 97.5% quantile with 3 degrees of freedom.
    expect(interval[1] / dollars).toBeCloseTo(Math.exp(3.182446305 * error), 6);
    expect(interval[0] / dollars).toBeCloseTo(Math.exp(-3.182446305 * error), 6);
  }
  // Half the rows three times as wild leave the hedged position open by more than a factor of two either way.
  expect(value(inferred).hedged.interval[1] / size.hedged.dollars).toBeGreaterThan(2);
});

test("an interval takes 2,016 days, and a column that moves in every stretch of them", () => {
  expect(sized(asset.slice(1), market.slice(1)).inferred).toMatchObject({ problem: { kind: "too-few-rows", rows: 2015, needed: 2016 } });
  expect(sized(asset.map((each, row) => (row < 504 ? 0.001 : each))).inferred).toMatchObject({ problem: { kind: "constant-series", series: "A", value: 0.001 } });
  expect(sized(asset.map((each, row) => (row < 503 ? 0.001 : each))).inferred.ok).toBe(true);
});
