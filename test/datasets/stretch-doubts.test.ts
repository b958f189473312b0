import { describe, expect, it } from "vitest";
import { deadStretches } from "../../src/datasets/dead-stretch.ts";
import { shiftedStretch } from "../../src/datasets/shifted-stretch.ts";
import { priceUnitStretches, returnUnitStretch } from "../../src/datasets/unit-stretch.ts";
import { draws, healthyKinds, madeUpMarket } from "./made-up-returns.ts";

const rows = 2_520;
const days = Int32Array.from({ length: rows }, (_, row) => 10_000 + row);

function madeUp(kind: string, seed: number) {
  const random = draws(seed);
  const market = madeUpMarket(random, rows);
  return { market: { days, values: market }, values: healthyKinds[kind]!(market, random) };
}

/** docs/accuracy.md has 500 series of each kind; these are enough to see that something broke. */
const seeds = Array.from({ length: 6 }, (_, at) => 31 * at + 5);

describe.each(Object.keys(healthyKinds))("a healthy series: %s", (kind) => {
  it("is not accused of a stretch", () => {
    for (const seed of seeds) {
      const { market, values } = madeUp(kind, seed);
      expect(deadStretches(values, "daily"), `dead, ${String(seed)}`).toEqual([]);
      expect(returnUnitStretch(values), `units, ${String(seed)}`).toBeNull();
      expect(priceUnitStretches(values), `units of prices, ${String(seed)}`).toEqual([]);
      expect(shiftedStretch({ days, values }, market), `shifted, ${String(seed)}`).toBeNull();
    }
  });
});

describe("deadStretches", () => {
  const still = (values: Float64Array, from: number, count: number, value = 0) => values.map((one, row) => (row >= from && row < from + count ? value : one));

  it("finds 16 rows without a change in a stock, also where there are two such stretches, and says which rows", () => {
    const { values } = madeUp("stock", 3);
    expect(deadStretches(still(values, 900, 16), "daily")).toEqual([{ from: 900, to: 916 }]);
    expect(deadStretches(still(still(values, 900, 40), 1_500, 30), "daily")).toEqual([{ from: 900, to: 940 }, { from: 1_500, to: 1_530 }]);
    expect(deadStretches(still(values, 900, 14), "daily")).toEqual([]);
  });

  it("finds a return that is copied forward, and months and weeks without a change", () => {
    const { values } = madeUp("stock", 4);
    expect(deadStretches(still(values, 100, 20, 0.0123), "daily")).toEqual([{ from: 100, to: 120 }]);
    expect(deadStretches(still(values.subarray(0, 200), 100, 18), "weekly")).toEqual([{ from: 100, to: 118 }]);
    expect(deadStretches(still(values.subarray(0, 120), 50, 17), "monthly")).toEqual([{ from: 50, to: 67 }]);
  });

  it("asks for more rows the more a series rests: 16 are nothing in one that rests every second day", () => {
    const { values } = madeUp("rests on 20% of days", 5);
    expect(deadStretches(still(values, 900, 40), "daily")).toHaveLength(1);
    const idle = madeUp("rests on 50% of days", 5).values;
    expect(deadStretches(still(idle, 900, 16), "daily")).toEqual([]);
  });
});

describe("returnUnitStretch", () => {
  const times = (values: Float64Array, from: number, to: number, factor: number) => values.map((value, row) => (row >= from && row < to ? factor * value : value));

  it.each([40, 250, 1_000])("finds %i rows of percent among decimals and the reverse, to a few rows", (count) => {
    const { values } = madeUp("stock", 6);
    for (const [factor, all] of [[100, values], [0.01, values.map((value) => 100 * value)]] as const) {
      const found = returnUnitStretch(times(all, 1_400, 1_400 + count, factor));
      expect(found).toMatchObject({ factor });
      expect(Math.abs(found!.from - 1_400)).toBeLessThan(5);
      expect(Math.abs(found!.to - 1_400 - count)).toBeLessThan(5);
    }
  });

  it("finds a file whose unit changes once, either way", () => {
    const { values } = madeUp("stock", 7);
    expect(returnUnitStretch(times(values, 2_000, rows, 100))).toMatchObject({ factor: 100, to: rows });
    expect(returnUnitStretch(times(values, 0, 700, 100))).toMatchObject({ factor: 100, from: 0 });
    // Where most is percent, the rest is the stretch.
    expect(returnUnitStretch(times(values, 500, rows, 100))).toMatchObject({ factor: 0.01, from: 0 });
  });

  it("says nothing of a stretch of ten times the size, or of fewer than 15 rows", () => {
    const { values } = madeUp("stock", 8);
    expect(returnUnitStretch(times(values, 1_400, 1_500, 10))).toBeNull();
    expect(returnUnitStretch(times(values, 1_400, 1_410, 100))).toBeNull();
  });
});

describe("priceUnitStretches", () => {
  it.each([10, 100, 1_000, 0.1, 0.01])("finds prices at %d times the others and the way back", (factor) => {
    const { values } = madeUp("stock", 9);
    const changed = values.map((value, row) => (row === 700 ? factor * (1 + value) - 1 : row === 760 ? (1 + value) / factor - 1 : value));
    expect(priceUnitStretches(changed)).toEqual([{ from: 700, to: 760, factor }]);
  });

  it("takes a single row for a spike, and a change that lasts for another matter", () => {
    const { values } = madeUp("stock", 9);
    expect(priceUnitStretches(values.map((value, row) => (row === 700 ? 99 : row === 701 ? -0.99 : value)))).toEqual([]);
    expect(priceUnitStretches(values.map((value, row) => (row === 700 ? 99 : value)))).toEqual([]);
  });
});

describe("shiftedStretch", () => {
  const shifted = (values: Float64Array, from: number, to: number, lag: number) => values.map((value, row) => (row >= from && row < to ? values[row - lag]! : value));

  it.each([1, -1, 2, 5, -10])("finds a year of a stock whose dates are %i market days off, and roughly where", (lag) => {
    const { market, values } = madeUp("stock", 10);
    const found = shiftedStretch({ days, values: shifted(values, 900, 1_150, lag) }, market);
    expect(found).toMatchObject({ lag });
    expect(Math.abs(found!.from - 900)).toBeLessThan(45);
    expect(Math.abs(found!.to - 1_150)).toBeLessThan(45);
    expect(found!.shifted).toBeGreaterThan(2 * Math.abs(found!.sameDay));
  });

  it("finds it to the end of the file, of a negative β, and two months of an index fund", () => {
    const fund = madeUp("index fund", 11);
    expect(shiftedStretch({ days, values: shifted(fund.values, 900, 942, 1) }, fund.market)).toMatchObject({ lag: 1 });
    const hedge = madeUp("negative β", 12);
    expect(shiftedStretch({ days, values: shifted(hedge.values, 2_200, rows, 1) }, hedge.market)).toMatchObject({ lag: 1 });
  });

  it("says nothing where the series has little to do with the market: it could not know", () => {
    const { market, values } = madeUp("nothing to do with the market", 13);
    expect(shiftedStretch({ days, values: shifted(values, 900, 1_400, 1) }, market)).toBeNull();
  });

  it("says nothing of the whole file, which another test does, or of other calendars", () => {
    const { market, values } = madeUp("stock", 14);
    expect(shiftedStretch({ days, values: shifted(values, 10, rows, 1) }, market)).toBeNull();
    const others = days.map((day) => day + 100_000);
    expect(shiftedStretch({ days: others, values }, market)).toBeNull();
  });
});
