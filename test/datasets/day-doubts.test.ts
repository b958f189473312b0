import { describe, expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { dayDoubts, stopsImport } from "../../src/datasets/day-doubts.ts";
import type { FileSeries } from "../../src/datasets/file-contents.ts";

const rowsOf = { daily: 500, monthly: 120, annual: 60 } as const;
const typical = { daily: 0.012, monthly: 0.04, annual: 0.18 } as const;

/** Returns of an ordinary size, the same on every run, with one of them changed. */
function series(frequency: FileSeries["frequency"], changed: number | null, more: Partial<FileSeries> = {}): FileSeries {
  let seed = 7;
  const uniform = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const values = Float64Array.from({ length: rowsOf[frequency] }, () => typical[frequency] * (uniform() + uniform() + uniform() + uniform() - 2) * 1.7);
  const step = { daily: 1, monthly: 30, annual: 365 }[frequency];
  const row = rowsOf[frequency] >> 1;
  if (changed !== null) values[row] = (1 + changed) * (1 + values[row]!) - 1;
  return {
    id: "ABC",
    kind: "total",
    frequency,
    values,
    days: Int32Array.from(values, (_, at) => 15_000 + at * step),
    blanks: 0,
    blanksBefore: 0,
    blanksAfter: 0,
    calendar: { first: isoDay(15_000), last: isoDay(15_000 + step * (values.length - 1)) },
    reading: { form: "plain", column: "ABC", dates: "date", rows: null, divisor: 1 },
    content: "prices",
    ...more,
  };
}

const large = [2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 50];
const small = [3 / 2, 4 / 3, 5 / 4];
const found = (one: FileSeries, isPublished = false) =>
  dayDoubts(one, isPublished).map((doubt) => ({ kind: doubt.kind, ...("ratio" in doubt ? { ratio: doubt.ratio } : {}), date: doubt.date }));

describe("dayDoubts", () => {
  it("has no doubt about ordinary returns", () => {
    for (const frequency of ["daily", "monthly", "annual"] as const) expect(found(series(frequency, null))).toEqual([]);
  });

  it.each(["daily", "monthly"] as const)("asks about every usual split in %s returns, of either direction", (frequency) => {
    for (const ratio of large.flatMap((one) => [one, 1 / one])) {
      const one = series(frequency, 1 / ratio - 1);
      const date = isoDay(one.days[one.days.length >> 1]!);
      const doubts = dayDoubts(one, false);
      expect(doubts.filter(stopsImport), String(ratio)).toHaveLength(1);
      expect(doubts[0]).toMatchObject({ date });
      // A month's own move can bring 12:1 nearer to 10:1.
      if (frequency === "daily") expect(doubts[0]).toMatchObject({ kind: "split", ratio });
    }
  });

  it("reports a split of 3:2, 4:3 or 5:4 in daily returns, and does not stop for it", () => {
    for (const ratio of small) {
      const doubts = dayDoubts(series("daily", 1 / ratio - 1), false);
      expect(doubts).toMatchObject([{ kind: "small-split", ratio }]);
      expect(doubts.some(stopsImport)).toBe(false);
    }
  });

  it("takes a fall of that size for news where the days around are wild, or where it is beside the ratio", () => {
    const wild = series("daily", null);
    const values = wild.values.map((value) => value * 4);
    values[250] = -1 / 3;
    expect(found({ ...wild, values })).toEqual([]);
    expect(found(series("daily", -0.29))).toEqual([]);
    expect(found(series("daily", -0.38))).toEqual([]);
  });

  it("asks about a 100-fold change and about a value that is off for one row", () => {
    expect(found(series("daily", -0.99))).toMatchObject([{ kind: "hundredfold" }]);
    expect(found(series("monthly", 99))).toMatchObject([{ kind: "hundredfold" }]);
    const one = series("daily", 9);
    one.values[251] = -0.9;
    expect(found(one)).toMatchObject([{ kind: "spike" }]);
  });

  it("does not ask about what a data library or a published factor really did", () => {
    // Momentum in July and August 1932 and in 2009, as published.
    for (const [frequency, value] of [["monthly", -0.5262], ["monthly", -0.4568], ["annual", -0.8384], ["monthly", -0.5]] as const) {
      expect(found(series(frequency, value, { id: "MOM", kind: "excess", content: "returns" }))).toEqual([]);
      expect(found(series(frequency, value, { id: "Europe_MOM", kind: "excess", content: "returns" }))).toEqual([]);
      expect(found(series(frequency, value, { id: "SMALL_LoBM", content: "returns" }), true)).toEqual([]);
    }
    expect(found(series("monthly", -0.5, { id: "SMALL_LoBM", content: "returns" }))).toMatchObject([{ kind: "split", ratio: 2 }]);
  });

  it("asks about a tail without a change, from 20 rows on", () => {
    const tail = (rows: number) => {
      const one = series("daily", null);
      one.values.fill(0, one.values.length - rows);
      return found(one);
    };
    expect(tail(19)).toEqual([]);
    expect(tail(20)).toMatchObject([{ kind: "stale" }]);
  });
});
