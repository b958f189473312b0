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

  it.each(levelNames)("%s is refused, wherever its name stands", (name) => {
    expect(taken(`${name}.csv`, ohlc(levels(18, 3)))).toBe(`refused: level ${name}`);
    expect(taken("wide.csv", table(`date,AAPL,${name}`, (at) => `${String(prices[at])},${String(levels(18, 3)[at])}`))).toBe(`refused: level ${name}`);
  });

  it("takes what can be held for what it is: funds of such names, a share called MOVE", () => {
    for (const name of ["VIXY", "MOVE", "GS", "IEF", "BND", "MMM"]) expect(taken(`${name}.csv`, ohlc(prices))).toBe(`${name} total`);
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
