import { describe, expect, it } from "vitest";
import { readDataFile } from "../../src/datasets/data-file.ts";
import type { ReadOptions } from "../../src/datasets/read-options.ts";
import { bytesOf } from "./made-up.ts";

/** 60 weekdays of levels that wander around one. */
const levels = (around: number, step: number) => Array.from({ length: 60 }, (_, row) => around + step * (Math.sin(row / 7) + 0.3 * Math.sin(row * 2.3)));
const dates = Array.from({ length: 84 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)).filter((_, day) => day % 7 < 5);
const yields = levels(4.2, 0.1);
const prices = levels(100, 8);

const table = (header: string, row: (at: number) => string) => bytesOf([header, ...dates.map((date, at) => `${date},${row(at)}`), ""].join("\n"));
const ohlc = (values: readonly number[]) => table("Date,Open,High,Low,Close,Adj Close,Volume", (at) => `${Array.from({ length: 5 }, () => String(values[at])).join()},0`);

/** What a file was taken for: "RF rate", or the fault. */
function taken(file: string, bytes: Uint8Array, options: ReadOptions = {}): string {
  const read = readDataFile(file, bytes, options);
  return read.ok ? read.value.series.map(({ id, kind }) => `${id} ${kind}`).join(", ") : `refused: ${read.problem.fault} ${read.problem.found}`;
}

const yieldNames = ["irx", "^IRX", "^TNX", "^FVX", "^TYX", "DGS10", "BUND10", "US10Y", "ECBDFR", "SOFR", "SARON"];
const levelNames = ["^VIX", "VIX", "^VIX3M", "VVIX", "^MOVE", "DXY"];

describe("what looks like something else is said", () => {
  const notesOf = (values: readonly number[], options: ReadOptions) => {
    const read = readDataFile("ABC.csv", table("date,ABC", (at) => String(values[at])), options);
    return read.ok ? read.value.notes.map(({ kind }) => kind) : read.problem.fault;
  };

  it("logarithms of prices that are called prices", () => {
    const logs = prices.map((price) => Math.log(price));
    expect(notesOf(logs, {})).toBe("price-or-rate");
    expect(notesOf(logs, { kind: "prices" })).toEqual(["perhaps-logs"]);
    expect(notesOf(prices, { kind: "prices" })).toEqual([]);
  });

  it("a code among prices, and not a price that is 999 or 9999 among its like", () => {
    const withCode = (code: number, of: readonly number[]) => of.map((price, at) => (at === 20 ? code : price));
    for (const code of [999, 9999, 99_999, 999.99, 9999.99]) expect(notesOf(withCode(code, prices), {})).toBe("missing-code");
    expect(notesOf(withCode(9999, prices.map((price) => price * 100)), {})).toEqual([]);
    expect(notesOf(prices.map((price, at) => (at < 3 ? 9999 : price)), {})).toBe("missing-code");
    expect(notesOf(withCode(9999.99, prices), { accept: true })).toEqual([]);
    expect(notesOf(withCode(9999.99, prices), { rules: 3 })).toEqual([]);
  });

  it("a year's months in columns, by whatever name, and not tickers beside a month's name", () => {
    const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const long = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    const grid = (names: readonly string[]) => bytesOf([`Year,${names.join()}`, ...[2019, 2020, 2021].map((year) => `${String(year)},${names.map((_, at) => String(0.01 * (at - 5) + 0.0001 * year)).join()}`), ""].join("\n"));
    for (const names of [months, long, months.map((name) => name.toUpperCase()), [...months, "YTD"]]) {
      expect(taken("grid.csv", grid(names), { kind: "total" })).toContain("months-in-columns");
    }
    expect(taken("some.csv", grid(["MAR", "DEC", "MAY", "AAPL"]), { kind: "total" })).toContain("MAR total");
  });
});

describe("yields and levels are known by ticker and by the file's name", () => {
  it.each(yieldNames)("%s is a rate, wherever its name stands", (name) => {
    const id = name.toUpperCase();
    expect(taken(`${name}.csv`, ohlc(yields))).toBe(`${id} rate`);
    expect(taken("wide.csv", table(`date,AAPL,${id}`, (at) => `${String(prices[at])},${String(yields[at])}`))).toBe(`AAPL total, ${id} rate`);
    const long = bytesOf(["date,ticker,close", ...dates.flatMap((date, at) => [`${date},AAPL,${String(prices[at])}`, `${date},${id},${String(yields[at])}`]), ""].join("\n"));
    expect(taken("long.csv", long)).toBe(`AAPL total, ${id} rate`);
    const multi = bytesOf(["Price,Close,Close", `Ticker,AAPL,${id}`, "Date,,", ...dates.map((date, at) => `${date},${String(prices[at])},${String(yields[at])}`), ""].join("\n"));
    expect(taken("multi.csv", multi)).toBe(`AAPL total, ${id} rate`);
    expect(taken(`${name}.csv`, ohlc(yields), { kind: "prices" })).toBe(`refused: level ${id}`);
  });

  it.each(levelNames)("%s is refused, and left out beside a ticker", (name) => {
    expect(taken(`${name}.csv`, ohlc(levels(18, 3)))).toBe(`refused: level ${name}`);
    expect(taken("wide.csv", table(`date,AAPL,${name}`, (at) => `${String(prices[at])},${String(levels(18, 3)[at])}`))).toBe("AAPL total");
  });

  it("takes what can be held for what it is: funds of such names, a share called MOVE", () => {
    for (const name of ["VIXY", "MOVE", "GS", "IEF", "BND", "MMM"]) expect(taken(`${name}.csv`, ohlc(prices))).toBe(`${name} total`);
  });
});

const asideOf = (header: string, row: (at: number) => string, options: ReadOptions = {}): readonly unknown[] => {
  const read = readDataFile("wide.csv", table(header, row), options);
  return read.ok ? read.value.notes.flatMap((note) => (note.kind === "set-aside" ? note.columns.map(({ name, reason }) => `${name}: ${reason}`) : [])) : [read.problem.fault];
};

describe("a column beside prices of which no return is made", () => {
  const beside = (name: string, options: ReadOptions = {}): string => taken("wide.csv", table(`date,AAPL,"${name}"`, (at) => `${String(prices[at])},${String(yields[at])}`), options);

  it.each([
    ["ratio", ["P/E Ratio", "PE Ratio", "PE (TTM)", "TTM PE", "Forward P/E", "P/B", "Price to Book", "EV/EBITDA", "EPS (diluted)", "Div Yield", "Dividend Yield (%)", "dividend_yield", "Mkt Cap", "MarketCap", "Market Cap (B)", "market_cap_usd", "Shares Outstanding", "SMA_50", "EMA20", "RSI 14", "AAPL_PE", "AAPL PE", "PE_AAPL", "AAPL_MarketCap", "BRK-B_EPS"]],
    ["count", ["Volume", "Vol.", "Avg Volume (M)", "Trading Volume", "AAPL_Volume", "Volume AAPL", "AAPL Vol"]],
    ["level", ["VIX", "^VIX", "VIX Close", "DXY", "CPIAUCSL"]],
    ["either", ["PE", "PS", "EPS", "RSI", "Beta", "ROE"]],
  ])("is left out with the reason: %s", (reason, names) => {
    for (const name of names) {
      expect(asideOf(`date,AAPL,"${name}"`, (at) => `${String(prices[at])},${String(yields[at])}`)).toEqual([`${name}: ${reason}`]);
      expect(beside(name)).toBe("AAPL total");
    }
  });

  it("is none of these where its name is a ticker's, a portfolio's or a factor's", () => {
    const names = ["PEG", "DE", "EV.N", "MA", "V", "T", "BETZ", "VOLV-B.ST", "BAC.PB", "BAC_PB", "ME1_BM2", "Hi_30", "LOW", "OPEN", "SHOP", "DIVO", "RSP", "CAP"];
    for (const name of names) expect(beside(name, { kind: "prices" })).toBe(`AAPL total, ${name} total`);
    for (const name of names) expect(asideOf(`date,AAPL,"${name}"`, (at) => `${String(prices[at])},${String(yields[at])}`, { kind: "prices" })).toEqual([]);
  });

  it("is a ticker's price where somebody says so and the name can be one", () => {
    expect(beside("PE", { kind: "prices" })).toBe("AAPL total, PE total");
    expect(beside("P/E", { kind: "prices" })).toBe("AAPL total");
  });

  it("is not read, whatever stands in its cells", () => {
    expect(taken("wide.csv", table('date,AAPL,"Mkt Cap","Div Yield"', (at) => `${String(prices[at])},515.2B,${at % 2 === 0 ? "1.2%" : "n.m."}`))).toBe("AAPL total");
  });

  it("makes a refusal of a file that has nothing else", () => {
    expect(taken("wide.csv", table("date,AAPL_PE,MSFT_PE", (at) => `${String(yields[at])},${String(yields[at])}`))).toBe("refused: level AAPL_PE");
    expect(taken("wide.csv", table("date,PE", (at) => String(yields[at])))).toBe("refused: price-or-ratio PE");
    expect(taken("wide.csv", table("date,AAPL_Volume", (at) => String(1e6 + at)))).toBe("refused: counts AAPL_Volume");
  });
});

describe("returns in percent beside returns in decimals", () => {
  const wave = (at: number, size: number): string => (size * Math.sin(at * 2.3)).toFixed(6);
  const both = table("date,AAA,BBB", (at) => `${wave(at, 0.01)},${wave(at, 1)}`);

  it("are not divided by one option: each is asked for by its column", () => {
    for (const percent of [true, undefined]) expect(taken("wide.csv", both, { kind: "total", ...(percent === undefined ? {} : { percent }) })).toBe("refused: mixed-columns BBB, AAA");
    expect(taken("wide.csv", both, { kind: "total", percent: true, column: "BBB" })).toBe("BBB total");
    expect(taken("wide.csv", both, { kind: "total", column: "AAA" })).toBe("AAA total");
  });

  it("are no question where all are percent, or all decimals", () => {
    expect(taken("wide.csv", table("date,AAA,BBB", (at) => `${wave(at, 2)},${wave(at, 1)}`), { kind: "total", percent: true })).toBe("AAA total, BBB total");
    expect(taken("wide.csv", table("date,AAA,BBB", (at) => `${wave(at, 0.02)},${wave(at, 0.001)}`), { kind: "total" })).toBe("AAA total, BBB total");
  });
});

describe("a rate whose unit is to be said", () => {
  it("is asked about with what it would be per year in each unit that makes a rate of it", () => {
    const read = readDataFile("rf.csv", table("date,RF", () => "0.048"));
    expect(read.ok || read.problem.units?.map(({ unit, annual }) => [unit, Number(annual.toPrecision(3))])).toEqual([["percent", 0.121], ["percent-per-year", 0.00048], ["decimal-per-year", 0.048]]);
  });
});

describe("a rate by a word of its name or its file's", () => {
  const small = (at: number): string => (yields[at]! / 100).toFixed(5);

  it("is asked for its unit where its numbers can be decimals per year, and taken by size where not", () => {
    for (const [file, header] of [["rates.csv", "date,RF"], ["Bond Yield.csv", "date,Price"], ["wide.csv", "date,10Y"], ["wide.csv", "date,policy_rate"], ["wide.csv", "date,yield"]] as const) {
      expect(taken(file, table(header, small))).toMatch(/^refused: needs-(?:annual-unit|name|unit)/u);
      expect(taken(file, table(header, small), { kind: "rate", unit: "decimal-per-year", as: "RF" })).toBe("RF rate");
    }
    expect(taken("wide.csv", table("date,10Y", (at) => String(yields[at])))).toBe("10Y rate");
    expect(taken("rate.csv", table("date,RF", () => "0.0001"))).toBe("RF rate");
    expect(taken("wide.csv", table("date,10Y", (at) => (0.0005 + at / 1e7).toFixed(7)))).toMatch(/^refused: needs-unit/u);
    expect(taken("wide.csv", table("date,yield", (at) => String(yields[at])))).toBe("yield rate");
  });

  it("is percent per year by a publisher's id, however small, and by its percent signs", () => {
    const firstOf = (id: string, cell: (at: number) => string, options: ReadOptions = {}): number => {
      const read = readDataFile("wide.csv", table(`date,${id}`, cell), options);
      return read.ok ? read.value.series[0]!.values[0]! * 252 : NaN;
    };
    expect(firstOf("DTB3", small)).toBeCloseTo(yields[0]! / 1e4, 8);
    expect(firstOf("DGS10", (at) => `${String(yields[at])}%`)).toBeCloseTo(yields[0]! / 100, 8);
    expect(firstOf("10Y", (at) => `${String(yields[at])}%`)).toBeCloseTo(yields[0]! / 100, 8);
    expect(firstOf("RF", (at) => `${String(yields[at])}%`, { unit: "percent-per-year" })).toBeCloseTo(yields[0]! / 100, 8);
    expect(firstOf("RF", (at) => `${String(yields[at]! / 252)}%`, { unit: "percent" })).toBeCloseTo(yields[0]! / 100, 8);
  });

  it("says by what it was divided, percent signs and all", () => {
    const dividedBy = (id: string, cell: (at: number) => string, options: ReadOptions = {}): readonly number[] => {
      const read = readDataFile("wide.csv", table(`date,${id}`, cell), options);
      return read.ok ? read.value.notes.flatMap((note) => (note.kind === "divided" ? [note.divisor] : [])) : [];
    };
    expect(dividedBy("DGS10", (at) => `${String(yields[at])}%`)).toEqual([25_200]);
    expect(dividedBy("DGS10", (at) => String(yields[at]))).toEqual([25_200]);
    expect(dividedBy("RF", small, { unit: "decimal-per-year" })).toEqual([252]);
  });
});

describe("a published factor's name", () => {
  it("--as RF is a rate: by its unit, by its ticker, or it asks", () => {
    expect(taken("treasury.csv", ohlc(yields), { as: "RF" })).toBe(`refused: needs-unit ${String(yields[0])}`);
    expect(taken("treasury.csv", ohlc(yields), { as: "RF", unit: "percent-per-year" })).toBe("RF rate");
    expect(taken("treasury.csv", ohlc(yields), { as: "rf", kind: "rate", unit: "percent-per-year" })).toBe("RF rate");
    expect(taken("irx.csv", ohlc(yields), { as: "RF" })).toBe("RF rate");
    expect(taken("JPM.csv", ohlc(prices), { as: "RF", unit: "percent-per-year" })).toMatch(/^refused: not-a-rate/u);
    for (const kind of ["prices", "total", "excess"] as const) expect(taken("treasury.csv", ohlc(yields), { as: "RF", kind })).toMatch(/^refused: (?:reserved-name|needs-unit)/u);
  });

  it("is never given to prices", () => {
    expect(taken("rf.csv", ohlc(prices))).toBe("refused: reserved-name RF");
    expect(taken("JPM.csv", ohlc(prices), { as: "SMB" })).toBe("refused: reserved-name SMB");
    // Comerica.
    expect(taken("wide.csv", table("date,AAPL,CMA", (at) => `${String(prices[at])},${String(prices[59 - at])}`))).toBe("refused: reserved-name CMA");
    expect(taken("CMA.csv", ohlc(prices), { as: "CMA.N" })).toBe("CMA.N total");
  });
});

it("returns that were added up or compounded from the first row on are no returns, and smoothed ones are", () => {
  const returns = Array.from({ length: 400 }, (_, row) => 0.012 * Math.sin(row * row * 1.7) + 0.001);
  const files = (values: readonly number[]) => {
    const text = ["date,ABC", ...values.map((value, row) => `${new Date(Date.UTC(2020, 0, 1 + 7 * Math.floor(row / 5) + (row % 5))).toISOString().slice(0, 10)},${value.toFixed(6)}`), ""].join("\n");
    return (["total", "excess"] as const).map((kind) => {
      const read = readDataFile("own.csv", bytesOf(text), { kind });
      return read.ok ? read.value.series.length : read.problem.fault;
    });
  };
  const running = (step: (before: number, value: number) => number): readonly number[] => returns.reduce<number[]>((all, value) => [...all, step(all.at(-1) ?? 0, value)], []);
  expect(files(running((before, value) => (1 + before) * (1 + value) - 1))).toEqual(["cumulative", "cumulative"]);
  expect(files(running((before, value) => before + value - 0.001))).toEqual(["cumulative", "cumulative"]);
  expect(files(returns)).toEqual([1, 1]);
  // A fund that reports a half of each return a row late.
  expect(files(running((before, value) => 0.5 * before + 0.5 * value))).toEqual([1, 1]);
});
