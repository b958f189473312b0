import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dateOf } from "../../src/calendar.ts";
import { readDataFile } from "../../src/datasets/data-file.ts";
import type { FileSeries } from "../../src/datasets/file-contents.ts";
import { calendarNotes } from "../../src/datasets/other-calendar.ts";

const file = "union_calendar_stock_and_crypto.csv";
const read = readDataFile(file, readFileSync(join(import.meta.dirname, "import-cases", file)));
const [stock, coin]: readonly FileSeries[] = read.ok ? read.value.series : [];
if (stock === undefined || coin === undefined) throw new Error(`${file} can't be read`);

test("a coin beside the market: its weekends are counted, the stock is not named", () => {
  const weekends = [...coin.days].filter((day) => [0, 6].includes(dateOf(day).getUTCDay()) && day >= stock.days[0]! && day <= stock.days.at(-1)!);
  expect(calendarNotes([stock, coin], { days: stock.days })).toMatchObject([{ kind: "calendar", series: [coin.id], count: weekends.length }]);
});

test("a holiday or two, and days before the market begins or after it ends, are no other calendar", () => {
  const without = (days: readonly number[]) => ({ days: stock.days.filter((day) => !days.includes(day)) });
  expect(calendarNotes([stock], without([stock.days[10]!, stock.days[200]!]))).toEqual([]);
  expect(calendarNotes([stock], { days: stock.days.subarray(100, 300) })).toEqual([]);
  expect(calendarNotes([stock], without([...stock.days.subarray(10, 20)]))).toMatchObject([{ count: 10 }]);
});

test("a published factor is of the market factor's own days, in an edition that reaches further too", () => {
  expect(calendarNotes([{ ...coin, id: "SMB" }, { ...coin, id: "Europe_HML" }], { days: stock.days })).toEqual([]);
});

test("rates, months and stores without a market are left alone", () => {
  const market = { days: stock.days };
  expect(calendarNotes([{ ...coin, kind: "rate" }, { ...coin, frequency: "monthly" }], market)).toEqual([]);
  expect(calendarNotes([coin], undefined)).toEqual([]);
});
