import { expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { bytesOf } from "./made-up.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const rows = 60;
/** Prices of a made-up share; `of` draws another one. */
const returnOf = (row: number, of: number): number => 0.02 * Math.sin(row * (1.3 + of) + of);
const table = (header: string, returnAt: (row: number) => number, count = rows): Uint8Array => {
  let price = 100;
  const lines = Array.from({ length: count }, (_, row) => `${isoDay(40_000 + row)},${(price *= row === 0 ? 1 : 1 + returnAt(row)).toFixed(6)}`);
  return bytesOf([header, ...lines, ""].join("\n"));
};
const first = table("date,UPX", (row) => returnOf(row, 0));

function then(bytes: Uint8Array, name = "UPX2.csv", said = {}) {
  const localFolder = temporaryFolder();
  const before = importBytes({ name: "UPX.csv", bytes: first }, { localFolder, now: new Date("2091-01-01") });
  if (!before.ok) throw new Error(JSON.stringify(before.problem));
  const imported = importBytes({ name, bytes }, { localFolder, now: new Date("2091-01-02"), ...said });
  return imported.ok ? imported.value.doubts : (imported.problem.doubts ?? imported.problem.fault);
}

it("another series of a name that is taken is asked about, and is itself under another name", () => {
  const other = table("date,UPX", (row) => returnOf(row, 0.9));
  expect(then(other)).toMatchObject([{ kind: "other-series", series: "UPX", rows: rows - 1, differing: rows - 1, file: "UPX.csv" }]);
  expect(then(other, "UPX2.csv", { as: "UPY" })).toEqual([]);
  expect(then(other, "UPX2.csv", { accept: true })).toMatchObject([{ kind: "other-series" }]);
});

it("a revised version, another vendor's digits, a few days and other days are merged without a question", () => {
  expect(then(table("date,UPX", (row) => returnOf(row, 0) + 0.0002 * Math.sin(row * 7)))).toEqual([]);
  expect(then(table("date,UPX", (row) => returnOf(row, 0), rows + 5))).toEqual([]);
  expect(then(table("date,UPX", (row) => returnOf(row, row % 10 === 3 ? 0.9 : 0)))).toEqual([]);
  expect(then(table("date,UPX", (row) => returnOf(row, 0.9), 8))).toEqual([]);
});

it("closing prices over adjusted ones are asked about: the days with a dividend would lose it", () => {
  const isExDay = (row: number) => row % 20 === 19;
  const closes = (drop: number) => {
    const withVolume = new TextDecoder().decode(table("Date,Close", (row) => returnOf(row, 0) + (isExDay(row) ? drop : 0)));
    return bytesOf(withVolume.replaceAll(/$/gmu, ",1000").replace("Date,Close,1000", "Date,Close,Volume").replace(/,1000$/u, ""));
  };
  expect(then(closes(-0.006), "stooq_upx_us_d.csv")).toMatchObject([{ kind: "lost-dividends", series: "UPX", rows: 3, file: "UPX.csv" }]);
  expect(then(closes(0), "stooq_upx_us_d.csv")).toEqual([]);
});

it("an excess return over the total one of its name is asked about, and another vendor's rounding is not", () => {
  const total = (row: number): number => returnOf(row, 0);
  const returns = (returnAt: (row: number) => number): Uint8Array => bytesOf(["date,UPX", ...Array.from({ length: 120 }, (_, row) => `${isoDay(40_000 + row)},${returnAt(row).toFixed(6)}`), ""].join("\n"));
  const over = (newer: (row: number) => number, said = {}) => {
    const localFolder = temporaryFolder();
    const before = importBytes({ name: "UPX.csv", bytes: returns(total) }, { localFolder, kind: "total", now: new Date("2091-01-01") });
    if (!before.ok) throw new Error(JSON.stringify(before.problem));
    const imported = importBytes({ name: "UPX2.csv", bytes: returns(newer) }, { localFolder, kind: "total", now: new Date("2091-01-02"), ...said });
    return imported.ok ? imported.value.doubts.filter(({ kind }) => kind === "one-sided") : (imported.problem.doubts ?? imported.problem.fault);
  };
  expect(over((row) => total(row) - 0.0002)).toMatchObject([{ kind: "one-sided", series: "UPX", rows: 120, differing: 120, file: "UPX.csv" }]);
  expect(over((row) => total(row) - 0.0002, { accept: true })).toHaveLength(1);
  expect(over((row) => total(row) + 0.0002 * Math.sin(row * 7))).toEqual([]);
  expect(over((row) => total(row) - (row % 20 === 3 ? 0.004 : 0))).toEqual([]);
});

it("rows that are only laid out as French's files are do not stand before his own", () => {
  const localFolder = temporaryFolder();
  const rowsOf = (count: number) => Array.from({ length: count }, (_, row) => `${isoDay(18_000 + row).replaceAll("-", "")}, ${(0.5 * Math.sin(row)).toFixed(2)}, 0.10, 0.20, 0.01`);
  const published = ["This file was created by CMPT_ME_BEME_RETS_DAILY using the 202412 CRSP database.", "", ",Mkt-RF,SMB,HML,RF", ...rowsOf(400), ""].join("\r\n");
  const saved = [",Mkt-RF,SMB,HML,RF", ...rowsOf(40).map((line) => line.replaceAll(" ", "")), ""].join("\n");
  const imported = [{ name: "F-F_Research_Data_Factors_daily.CSV", text: published }, { name: "saved.csv", text: saved }].map(({ name, text }, at) => {
    const one = importBytes({ name, bytes: bytesOf(text) }, { localFolder, accept: true, now: new Date(`2091-01-0${String(1 + at)}`) });
    if (!one.ok) throw new Error(JSON.stringify(one.problem));
    return one.value;
  });
  expect(imported[1]).toMatchObject({ hides: [], shadowed: [{ series: "Mkt-RF", file: "F-F_Research_Data_Factors_daily.CSV" }, { series: "SMB" }, { series: "HML" }, { series: "RF" }] });
});
