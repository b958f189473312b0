import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import type { DataSeries } from "../../src/datasets/datasets.ts";
import type { ReadOptions } from "../../src/datasets/read-options.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { periodReturns } from "../../src/engine/period-returns.ts";
import { openAsking, replyOf, type Asking } from "../commands/asking.ts";

/** Each file is imported into a fresh store; pandas made the numbers, from month-end prices. */
let asking: Asking | null = null;
afterEach(() => asking?.close());

function imported(name: string, content?: ReadOptions["kind"]): Asking {
  const text = readFileSync(join(import.meta.dirname, "../datasets/import-cases", name), "utf8");
  asking = openAsking([{ name, text, ...(content === undefined ? {} : { content }) }]);
  return asking;
}

function seriesOf({ world: { datasets } }: Asking, id: string): DataSeries {
  const found = datasets.find(id);
  if (!found.ok) throw new Error(JSON.stringify(found.problem));
  return found.value;
}

test.each([
  ["union_calendar_stock_and_crypto.csv", "ABC", 24, "2022-01", "2023-12", -0.024775139332681828, 0.0658269582335913],
  ["union_calendar_stock_alone.csv", "ABD", 24, "2022-01", "2023-12", -0.024775139332681828, 0.0658269582335913],
  ["halt_then_doubles.csv", "HALT", 24, "2022-01", "2023-12", -0.024775139332681828, 0.06582693777434256],
  ["monthly_prices_dated_first_of_month.csv", "MFIRST", 107, "2015-02", "2023-12", -0.056217992933313976, -0.06880385775845355],
])("%s: the months of %s are those of month-end prices", (file, id, rows, first, last, firstReturn, lastReturn) => {
  const room = imported(file);
  const own = seriesOf(room, id);
  const market = seriesOf(room, "Mkt-RF").days;
  const { series } = own.frequency === "monthly" ? { series: own } : periodReturns(own, { frequency: "monthly", market, rate: null });
  expect([series.days.length, isoDay(series.days[0]!).slice(0, 7), isoDay(series.days.at(-1)!).slice(0, 7)]).toEqual([rows, first, last]);
  expect(series.values[0]).toBeCloseTo(firstReturn, 12);
  expect(series.values.at(-1)).toBeCloseTo(lastReturn, 12);
  if (id === "HALT") expect(series.values[[...series.days].map(isoDay).indexOf("2022-05-31")]).toBeCloseTo(0.981747, 5);
});

test("decimals in French's layout have the standard deviation of decimals", () => {
  const { values } = seriesOf(imported("ff_decimal_yyyymmdd_unnamed_index.csv"), "Mkt-RF");
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(values[0]).toBeCloseTo(-0.00388, 12);
  expect(Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))).toBeCloseTo(0.008214102166045342, 12);
});

test.each(["own_table_uppercase_MKT-RF.csv", "own_table_Mkt-RF.csv"])("%s: /beta subtracts the rate once, and never from the factor", async (file) => {
  const answered = await imported(file, "total").ask("/beta ABC");
  const fit = replyOf(answered).result["fit"] as FactorFit;
  expect(fit.betas[0].value).toBeCloseTo(1.2762875577056731, 10);
  expect(fit.alpha.value).toBeCloseTo(0.0010877771521259224, 12);
  expect(fit.sample.observations).toBe(260);
});
