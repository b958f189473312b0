import { expect, test } from "vitest";
import { drawdowns } from "../../src/engine/drawdowns.ts";
import { maximumDrawdown } from "../../src/engine/maximum-drawdown.ts";
import { goldenFile } from "./golden.ts";
import { madeUpReturns } from "./made-up.ts";

interface Golden {
  readonly falls: readonly { readonly depth: number; readonly peak: string; readonly trough: string; readonly recovered: string | null }[];
}

const days = (rows: number) => Int32Array.from({ length: rows }, (_, row) => row);
const of = (...returns: readonly number[]) => drawdowns(days(returns.length), Float64Array.from(returns));

test("the five largest falls of a made-up path are pandas'", () => {
  const { falls } = goldenFile("drawdowns.json") as Golden;
  const returns = madeUpReturns(1, 600).map((value, row) => value - (row % 200 > 120 ? 0.001 : 0));
  const mine = drawdowns(days(600), returns).slice(0, 5);
  expect(mine.map(({ depth, ...dates }) => dates)).toEqual(falls.map(({ depth: _depth, ...dates }) => dates));
  mine.forEach(({ depth }, place) => expect(depth).toBeCloseTo(falls[place]!.depth, 12));
});

test("a fall ends where its peak is reached again, and a fall inside it is part of it", () => {
  expect(of(1, -0.5, 0.5, -0.2, 1)).toEqual([{ depth: 0.5, peak: "1970-01-01", trough: "1970-01-02", recovered: "1970-01-05" }]);
  expect(of(-0.1, 0.25, -0.5)).toEqual([
    { depth: 0.5, peak: "1970-01-02", trough: "1970-01-03", recovered: null },
    { depth: expect.closeTo(0.1, 12) as number, peak: null, trough: "1970-01-01", recovered: "1970-01-02" },
  ]);
});

test("of equal falls the earlier stands first, and a path that never fell has none", () => {
  expect(of(-0.5, 1, -0.5, 1).map(({ trough }) => trough)).toEqual(["1970-01-01", "1970-01-03"]);
  expect(of(0.1, 0, 0.2)).toEqual([]);
  expect(maximumDrawdown(days(2), Float64Array.of(0.1, 0))).toEqual({ depth: 0, peak: null, trough: "1970-01-01", recovered: "1970-01-01" });
});
