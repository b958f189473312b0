import { describe, expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { dateDoubts } from "../../src/datasets/date-doubts.ts";
import { dayDoubts, stopsImport } from "../../src/datasets/day-doubts.ts";
import type { FileSeries } from "../../src/datasets/file-contents.ts";

const rowsOf = { daily: 500, weekly: 300, monthly: 120, annual: 60 } as const;
const typical = { daily: 0.012, weekly: 0.025, monthly: 0.04, annual: 0.18 } as const;

/** Returns of an ordinary size, the same on every run, with one of them changed. */
function series(frequency: FileSeries["frequency"], changed: number | null, more: Partial<FileSeries> = {}): FileSeries {
  let seed = 7;
  const uniform = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const values = Float64Array.from({ length: rowsOf[frequency] }, () => typical[frequency] * (uniform() + uniform() + uniform() + uniform() - 2) * 1.7);
  const step = { daily: 1, weekly: 7, monthly: 30, annual: 365 }[frequency];
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

  it("reports a split of 2:1 or 3:2 in a month that rose or fell beside it, and no ordinary bad month", () => {
    const share = series("monthly", null);
    for (const [ratio, moves] of [[2, [0.12, 0.13]], [3 / 2, [-0.05, 0]]] as const) {
      for (const move of moves) {
        const values = share.values.map((_, row) => (row === 60 ? (1 + move) / ratio - 1 : [0.06, -0.05, 0.065, -0.06][row % 4]!));
        const doubts = dayDoubts({ ...share, values }, false);
        expect(doubts, String(move)).toMatchObject([{ kind: "small-split" }]);
        expect(doubts.flatMap((doubt) => (doubt.kind === "small-split" ? [doubt.ratio, doubt.other] : [])), String(move)).toContain(ratio);
        expect(doubts.some(stopsImport)).toBe(false);
      }
    }
    expect(found(series("monthly", -0.14))).toEqual([]);
    expect(found(series("monthly", 0.6))).toEqual([]);
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

describe("dateDoubts", () => {
  /** Rows on these days of the week (0 is Sunday) from 2024-01-01, a Monday, on. */
  const onDays = (weekdays: readonly number[], count = 200): FileSeries => {
    const days = Array.from({ length: 2 * count }, (_, at) => 19_723 + at).filter((day) => weekdays.includes((day + 4) % 7)).slice(0, count);
    return { ...series("daily", null), days: Int32Array.from(days), values: new Float64Array(days.length).fill(0.01), calendar: { first: isoDay(days[0]!), last: isoDay(days.at(-1)!) } };
  };
  const kinds = (one: FileSeries, asOf = "2026-01-01") => dateDoubts(one, asOf).map((doubt) => `${doubt.kind}${stopsImport(doubt) ? " stops" : ""}`);

  it("has none about a week of trade, or about a coin's seven days", () => {
    expect(kinds(onDays([1, 2, 3, 4, 5]))).toEqual([]);
    expect(kinds(onDays([0, 1, 2, 3, 4, 5, 6]))).toEqual([]);
  });

  it("asks about dates that are one day off, either way", () => {
    expect(dateDoubts(onDays([0, 1, 2, 3, 4]), "2026-01-01")).toMatchObject([{ kind: "weekdays", on: "Sundays", without: "Fridays", date: "2024-01-07" }]);
    expect(dateDoubts(onDays([2, 3, 4, 5, 6]), "2026-01-01")).toMatchObject([{ kind: "weekdays", on: "Saturdays", without: "Mondays" }]);
    expect(kinds(onDays([0, 1, 2, 3, 4]))).toEqual(["weekdays stops"]);
  });

  it("reports a stray Sunday and a market that meets on Sundays too, and no Saturday before 1953", () => {
    const stray = onDays([1, 2, 3, 4, 5]);
    stray.days[9] = 19_723 + 13;
    expect(dateDoubts(stray, "2026-01-01")).toMatchObject([{ kind: "weekend", rows: 1, date: "2024-01-14" }]);
    expect(kinds(onDays([0, 1, 2, 3, 4, 5]))).toEqual(["weekend"]);
    const old = { ...onDays([1, 2, 3, 4, 5, 6]), days: onDays([1, 2, 3, 4, 5, 6]).days.map((day) => day - 7 * 4_000) };
    expect(kinds({ ...old, calendar: { first: isoDay(old.days[0]!), last: isoDay(old.days.at(-1)!) } })).toEqual([]);
  });

  it("asks about rows after today among older ones, and reports made-up data that are all later", () => {
    const one = onDays([1, 2, 3, 4, 5]);
    const last = one.calendar.last;
    expect(kinds(one, last)).toEqual([]);
    expect(kinds(one, isoDay(one.days.at(-1)! - 1))).toEqual([]);
    expect(dateDoubts(one, isoDay(one.days.at(-1)! - 2))).toMatchObject([{ kind: "future", date: last, rows: 1 }]);
    expect(kinds(one, isoDay(one.days.at(-1)! - 10))).toEqual(["future stops"]);
    // The hole before a mistyped year leaves no return on it.
    expect(dateDoubts({ ...one, calendar: { ...one.calendar, last: "2042-07-18" } }, "2026-01-01")).toMatchObject([{ kind: "future", date: "2042-07-18", rows: 1 }]);
    expect(kinds(one, "2020-01-01")).toEqual(["all-future"]);
  });

  it("takes a month or a year that is dated at its end for no future one", () => {
    const monthly: FileSeries = { ...series("monthly", null), days: Int32Array.from([20_057, 20_088]), calendar: { first: "2024-11-30", last: "2024-12-31" } };
    expect(kinds(monthly, "2024-12-13")).toEqual([]);
    expect(kinds(monthly, "2024-11-30")).toEqual(["future stops"]);
  });
});
