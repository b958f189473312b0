import { dayOfIso, dateOf, isoDay } from "../../../src/calendar.ts";
import type { ImportedFile } from "../../commands/asking.ts";
import { madeUpReturns } from "../../engine/made-up.ts";

/** Every weekday of five years, without 25 December. */
const first = dayOfIso("2015-01-02");
const days = Array.from({ length: dayOfIso("2019-12-31") - first + 1 }, (_, row) => first + row).filter(
  (day) => ![0, 6].includes(dateOf(day).getUTCDay()) && !isoDay(day).endsWith("12-25"),
);

const market = [...madeUpReturns(1, days.length)];
const noise = (seed: number, beta: number): number[] => [...madeUpReturns(seed, days.length)].map((value, row) => value + beta * market[row]!);
const rate = days.map((day) => 0.00002 + 0.00001 * (dateOf(day).getUTCFullYear() - 2014));

const table = (header: string, rows: readonly (readonly (number | null)[])[], from = 0, to = rows.length): string =>
  [header, ...rows.slice(from, to).map((cells, row) => [isoDay(days[from + row]!), ...cells.map((cell) => (cell === null ? "" : cell.toFixed(8)))].join(","))].join("\n");

const rowsOf = (...columns: readonly (readonly (number | null)[])[]): readonly (readonly (number | null)[])[] => days.map((_, row) => columns.map((column) => column[row]!));

/** Blank on days in the middle of months, at a month's end and twice in a row. */
const blankRows = new Set([70, 171, 172, 400, days.findIndex((day) => isoDay(day) === "2016-08-31"), 900]);
const holed = (column: readonly number[]): readonly (number | null)[] => column.map((value, row) => (blankRows.has(row) ? null : value));

const [aaa, bbb, ccc] = [noise(2, 1.2), noise(3, 0.8), noise(4, 1.5)];
const total = (excess: readonly number[]): number[] => excess.map((value, row) => value + rate[row]!);
const prices = (returns: readonly number[]): number[] => {
  let price = 50;
  return returns.map((value) => (price *= 1 + value));
};

const factors: ImportedFile = { name: "factors.csv", text: table("date,Mkt-RF,SMB,RF", rowsOf(market, noise(5, 0).map((value) => value / 2), rate)) };
const excess: ImportedFile = { name: "excess.csv", text: table("date,AAA,BBB", rowsOf(holed(aaa), holed(bbb))), content: "excess" };

/** Data sets as classes have them: daily factors only, excess returns with blank days, and what fills them. The newest file, imported last, stands first. */
export const madeUpFiles: Readonly<Record<string, readonly ImportedFile[]>> = {
  "excess returns with blank days": [factors, excess],
  "the same with total returns that have them": [factors, { name: "total.csv", text: table("date,AAA,BBB", rowsOf(total(aaa), total(bbb)), 30), content: "total" }, excess],
  "the same with prices that have them": [factors, { name: "prices.csv", text: table("date,AAA,BBB", rowsOf(prices(total(aaa)), prices(total(bbb)))) }, excess],
  "prices with blank days": [factors, { name: "holes.csv", text: table("date,AAA,BBB", rowsOf(holed(prices(total(ccc))), holed(prices(total(bbb))))) }],
  "parts of a term under one name, returns before prices": [
    factors,
    { name: "AAA.csv", text: table("date,AAA", rowsOf(total(aaa)), 0, 500), content: "total" },
    { name: "AAA.csv", text: table("date,AAA", rowsOf(prices(total(aaa))), 480, 900) },
    { name: "aaa.CSV", text: table("date,AAA", rowsOf(prices(total(aaa))), 880) },
    { name: "BBB.csv", text: table("date,BBB", rowsOf(prices(total(bbb))), 0, 700) },
    { name: "bbb more.csv", text: table("date,BBB", rowsOf(prices(total(bbb))), 690) },
  ],
  "returns without a rate of their own origin": [excess],
};
