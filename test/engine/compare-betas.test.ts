import { expect, test } from "vitest";
import { compareBetas } from "../../src/engine/compare-betas.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const factor = series("F", madeUpReturns(1, 200));
const asset = series("A", madeUpReturns(2, 200).map((each, row) => each + 1.2 * factor.values[row]!));

test("returns that differ by a constant, up to their rounding, have no gap between their betas", () => {
  const above = series("ABOVE", asset.values.map((each) => each + 0.001));
  const same = series("SAME", asset.values);
  expect(value(compareBetas([asset, above], factor)).gap).toBeNull();
  expect(value(compareBetas([asset, same], factor)).gap).toBeNull();
});

test("returns that differ a little more on one day have one", () => {
  const other = series("OTHER", asset.values.map((each, row) => (row === 7 ? each + 1e-9 : each)));
  expect(value(compareBetas([asset, other], factor)).gap).not.toBeNull();
});
