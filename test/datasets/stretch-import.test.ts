import { describe, expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { fileProblemWords } from "../../src/render/problems/file-problem.ts";
import { bytesOf } from "./made-up.ts";
import { draws, healthyKinds, madeUpMarket } from "./made-up-returns.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

const rows = 1_500;
const random = draws(77);
const market = madeUpMarket(random, rows + 1);
const stocks = ["AAA", "BBB", "CCC", "DDD", "EEE"].map((id) => ({ id, returns: healthyKinds.stock!(market, random) }));
/** Mondays to Fridays from 2000-01-03 on. */
const dayOf = (row: number): string => isoDay(10_959 + 7 * Math.floor(row / 5) + (row % 5));

interface Columns {
  readonly [id: string]: ArrayLike<number>;
}

function table(columns: Columns, dateOf: (row: number) => string = dayOf): string {
  const names = Object.keys(columns);
  const lines = Array.from({ length: rows }, (_, row) => [dateOf(row), ...names.map((id) => columns[id]![row]!.toPrecision(8))].join(","));
  return `date,${names.join(",")}\n${lines.join("\n")}\n`;
}

const pricesOf = (returns: Float64Array): readonly number[] => {
  let price = 50;
  return Array.from(returns, (value) => (price *= 1 + value));
};
const prices: Columns = Object.fromEntries(stocks.map(({ id, returns }) => [id, pricesOf(returns)]));
const returns: Columns = Object.fromEntries(stocks.map(({ id, returns: values }) => [id, values]));
const changed = (values: ArrayLike<number>, from: number, to: number, change: (value: number, row: number) => number): number[] =>
  Array.from(values, (value, row) => (row >= from && row < to ? change(value, row) : value));

function imported(text: string, { kind, folder = temporaryFolder(), accept = false }: { readonly kind: "prices" | "total" | "excess"; readonly folder?: string; readonly accept?: boolean }) {
  const before = contentsOf(folder);
  const result = importBytes({ name: "mine.csv", bytes: bytesOf(text) }, { localFolder: folder, kind, accept, now: new Date("2026-01-05T12:00:00Z") });
  if (!result.ok) expect(contentsOf(folder)).toEqual(before);
  return result;
}

const asked = (text: string, options: Parameters<typeof imported>[1]) => {
  const result = imported(text, options);
  if (result.ok) throw new Error("was taken");
  return { doubts: result.problem.doubts ?? [], fault: result.problem.fault, words: fileProblemWords(result.problem, (one) => one) };
};

/** Fridays, and months as "1901-01": long enough that a shift of a few years can be told. */
const periods = [
  ["week", (row: number): string => isoDay(7 * row + 1)],
  ["month", (row: number): string => `${String(1901 + Math.floor(row / 12))}-${String(1 + (row % 12)).padStart(2, "0")}`],
] as const;

describe.each(periods)("an import of made-up prices, one per %s", (per, dateOf) => {
  it("is taken where nothing is wrong", () => {
    expect(imported(table(prices, dateOf), { kind: "prices" }).ok).toBe(true);
    expect(imported(table({ "Mkt-RF": market, ...returns }, dateOf), { kind: "total" }).ok).toBe(true);
  });

  it("asks about a ticker that is one row off in a stretch, known from the other tickers, in words of its own", () => {
    const late = changed(prices.CCC!, 600, 850, (_, row) => prices.CCC![row - 1]!);
    const { doubts, words } = asked(table({ ...prices, CCC: late }, dateOf), { kind: "prices" });
    expect(doubts).toMatchObject([{ kind: "shifted-stretch", series: "CCC", lag: 1, against: null, per }]);
    expect(words.cause).toContain(`CCC has dates that are 1 ${per} too late from about`);
    expect(words.cause).toContain(`of the same ${per} `);
    expect(words.cause).not.toMatch(/market day|same day/u);
  });

  it("asks about one that is a row off everywhere, against the market of the same frequency", () => {
    const off = Float64Array.from(market.subarray(0, rows), (_, row) => (row === 0 ? 0 : stocks[0]!.returns[row - 1]!));
    const { doubts, words } = asked(table({ "Mkt-RF": market, OFF: off, BBB: returns.BBB! }, dateOf), { kind: "total" });
    expect(doubts).toMatchObject([{ kind: "shifted", series: "OFF", lag: 1, per }]);
    expect(words.cause).toContain(`OFF moves with the market of the ${per} before`);
    expect(words.cause).toContain(`its dates are one ${per} off`);
  });
});

describe("an import of made-up prices", () => {
  it("is taken where nothing is wrong, with the market and without", () => {
    expect(imported(table(prices), { kind: "prices" }).ok).toBe(true);
    expect(imported(table({ "Mkt-RF": market, ...returns }), { kind: "total" }).ok).toBe(true);
  });

  it("asks about one ticker whose dates are a day off for a year, known from the file's other tickers", () => {
    const late = changed(prices.CCC!, 600, 850, (_, row) => prices.CCC![row - 1]!);
    const { doubts, words } = asked(table({ ...prices, CCC: late }), { kind: "prices" });
    expect(doubts).toMatchObject([{ kind: "shifted-stretch", series: "CCC", lag: 1, against: null }]);
    expect(words.cause).toMatch(/^mine\.csv: CCC has dates that are 1 market day too late from about 200[23]-\d\d-\d\d to about 200[34]-\d\d-\d\d, 2\d\d rows: there it moves with the file's other series of 1 row before \(correlation 0\.\d+, of the same day −?0\.\d+\), elsewhere with the same day \(0\.\d+\)\.$/u);
    expect(words.next).toBe("Correct the dates of these rows, or leave the rows out, and import the file again, or continue with --accept where they are right.");
  });

  it("says in one sentence that all tickers are off at the same time, known from a market that was imported before", () => {
    const folder = temporaryFolder();
    const factors = importBytes({ name: "factors.csv", bytes: bytesOf(table({ "Mkt-RF": market, RF: new Float64Array(rows).fill(0.0001) })) }, { localFolder: folder, kind: "excess" });
    expect(factors.ok).toBe(true);
    const early = Object.fromEntries(Object.entries(prices).map(([id, values]) => [id, changed(values, 600, 1_000, (_, row) => values[row + 2]!)]));
    const { doubts, words } = asked(table(early), { kind: "prices", folder });
    expect(doubts).toMatchObject(stocks.map(({ id }) => ({ kind: "shifted-stretch", series: id, lag: -2, against: "Mkt-RF" })));
    expect(words.cause).toMatch(/^mine\.csv: AAA \(and 4 more at about that time\) has dates that are 2 market days too early from about/u);
  });

  it("asks about a stretch of one price, with its days", () => {
    const still = changed(prices.BBB!, 700, 725, () => prices.BBB![699]!);
    const { words } = asked(table({ ...prices, BBB: still }), { kind: "prices" });
    expect(words.cause).toBe(`mine.csv: BBB does not move from ${dayOf(700)} to ${dayOf(724)}, 25 rows, and seldom repeats a price elsewhere: prices were copied forward, or trade was halted.`);
    expect(words.next).toBe("Leave these rows blank, or take them from another source, and import the file again, or continue with --accept where they are right.");
  });

  it("asks about prices whose decimal mark was lost for a while, once and not at both ends", () => {
    const lost = changed(prices.DDD!, 300, 340, (value) => 100 * value);
    const { doubts, words } = asked(table({ ...prices, DDD: lost }), { kind: "prices" });
    expect(doubts).toMatchObject([{ kind: "units", series: "DDD", date: dayOf(300), until: dayOf(339), rows: 40, factor: 100 }]);
    expect(words.cause).toBe(`mine.csv: DDD is in another unit from ${dayOf(300)} to ${dayOf(339)}, 40 rows: its prices there are about 100 times the others, like a lost decimal mark, or pence and pounds.`);
  });

  it("keeps the doubt among the notes where it was accepted", () => {
    const lost = changed(prices.DDD!, 300, 340, (value) => 100 * value);
    expect(imported(table({ ...prices, DDD: lost }), { kind: "prices", accept: true })).toMatchObject({ ok: true, value: { doubts: [{ kind: "units" }] } });
  });
});

describe("an import of made-up returns", () => {
  it("names the rows of percent among decimals, where they can be read as returns and where they can't", () => {
    const quiet = Array.from(returns.AAA!, (value) => Math.max(-0.008, Math.min(0.008, value / 4)));
    const { doubts } = asked(table({ AAA: changed(quiet, 900, 1_000, (value) => 100 * value) }), { kind: "total" });
    expect(doubts).toMatchObject([{ kind: "units", series: "AAA", factor: 100, of: "returns" }]);
    const { fault, words } = asked(table({ ...returns, AAA: changed(returns.AAA!, 900, 1_000, (value) => 100 * value) }), { kind: "total" });
    expect(fault).toBe("mixed-units");
    expect(words.cause).toMatch(/^mine\.csv, column AAA: the returns from 2003-06-\d\d to 2003-\d\d-\d\d are about 100 times the others: percent beside decimals\.$/u);
  });

  it("names the rows of decimals among percent", () => {
    const percent = Object.fromEntries(stocks.map(({ id, returns: values }) => [id, values.map((value) => 100 * value)]));
    const text = table({ ...percent, EEE: changed(percent.EEE!, 900, 1_000, (value) => value / 100) });
    const result = importBytes({ name: "mine.csv", bytes: bytesOf(text) }, { localFolder: temporaryFolder(), kind: "total", percent: true });
    expect(result).toMatchObject({ ok: false, problem: { doubts: [{ kind: "units", series: "EEE", factor: 0.01 }] } });
  });
});
