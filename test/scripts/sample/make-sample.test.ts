import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sampleFiles } from "../../../scripts/sample/sample-files.ts";
import { frenchTables, readCourseTable, readText, sampleFolder } from "./read-sample.ts";

const made = sampleFiles();

test("making the sample again gives the committed files to the last byte", () => {
  for (const [name, text] of made) expect(text === readText(name), name).toBe(true);
});

test("the folder holds the generated files and no other data", () => {
  const data = readdirSync(sampleFolder).filter((name) => /\.csv$/i.test(name));
  expect(data.sort()).toEqual([...made.keys()].sort());
});

test("the sample stays small enough to clone: under 8 MB", () => {
  const bytes = [...made.values()].reduce((total, text) => total + text.length, 0);
  expect(bytes).toBeLessThan(8_000_000);
});

test("each file in French's layout says in its first line that it is simulated", () => {
  for (const [name, text] of made) if (name.endsWith(".CSV")) expect(text).toMatch(/^SIMULATED /);
});

test("months are their days compounded, and years their months", () => {
  for (const stem of ["F-F_Research_Data_Factors", "F-F_Research_Data_5_Factors_2x3", "F-F_Momentum_Factor"]) {
    const days = frenchTables(`${stem}_daily.CSV`)[0]!;
    const [months, years] = frenchTables(`${stem}.CSV`);
    for (const [name, daily] of days) {
      const ofMonths = compounded(daily, 7);
      for (const [month, percent] of months!.get(name)!)
        expect(Math.abs(ofMonths.get(month)! - percent), `${name} ${month}`).toBeLessThan(1e-5);
      const ofYears = compounded(daily, 4);
      for (const [year, percent] of years!.get(name)!)
        expect(Math.abs(ofYears.get(year)! - percent), `${name} ${year}`).toBeLessThan(1e-5);
    }
  }
});

const realData = process.env["FACTOR_TA_REAL_DATA"];

test.skipIf(realData === undefined)(
  "no observation of the course's or French's files is in the sample (needs FACTOR_TA_REAL_DATA)",
  () => {
    const real = new Set(
      filesUnder(realData!).flatMap((path) => readFileSync(path, "latin1").split(/\r?\n/).filter(isObservation).map(squeezed)),
    );
    expect(real.size).toBeGreaterThan(10_000);
    for (const [name, text] of made) {
      const shared = text.split(/\r?\n/).filter((line) => isObservation(line) && real.has(squeezed(line)));
      expect(shared, name).toEqual([]);
    }
  },
);

test.skipIf(realData === undefined)(
  "a simulated stock's day agrees with the real one no oftener than by chance (needs FACTOR_TA_REAL_DATA)",
  () => {
    const real = realReturns(readFileSync(join(realData!, "other", "stock_prices_1990_2024.csv"), "latin1"));
    const simulated = readCourseTable("simulated_stocks.csv").table;
    const both = [...simulated.keys()].filter((ticker) => real.has(ticker));
    expect(both.length).toBeGreaterThan(10);
    for (const ticker of both) {
      const days = [...simulated.get(ticker)!].filter(([date]) => real.get(ticker)!.has(date));
      const same = days.filter(([date, value]) => Math.abs(real.get(ticker)!.get(date)! - value) < 5e-7);
      expect(days.length, ticker).toBeGreaterThan(2_000);
      // Two independent returns of 1 % a day share their first six decimals about once in 30,000 days.
      expect(same.length, ticker).toBeLessThan(4);
    }
  },
);

/** Ticker → date → simple return of adjusted closes. */
function realReturns(text: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/);
  const rows = lines.map((line) => line.split(","));
  return new Map(
    header!
      .split(",")
      .map((ticker, column) => [
        ticker,
        new Map(
          rows.slice(1).flatMap((cells, row): [string, number][] => {
            const [before, now] = [rows[row]![column]!, cells[column]!];
            return before === "" || now === "" ? [] : [[cells[0]!, Number(now) / Number(before) - 1]];
          }),
        ),
      ]),
  );
}

/** Percent in, percent out; `length` characters of the date name the period. */
function compounded(daily: ReadonlyMap<string, number>, length: number): ReadonlyMap<string, number> {
  const growth = new Map<string, number>();
  for (const [date, percent] of daily) {
    const period = date.slice(0, length);
    growth.set(period, (growth.get(period) ?? 1) * (1 + percent / 100));
  }
  return new Map([...growth].map(([period, value]) => [period, (value - 1) * 100]));
}

function filesUnder(folder: string): string[] {
  return ["course", "french"].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => /\.csv$/i.test(name))
      .map((name) => join(folder, part, name)),
  );
}

/** A date and at least one number: the calendar's blank rows are nobody's observation. */
function isObservation(line: string): boolean {
  return /^\s*\d{4}[\d-]*,.*\d/.test(line);
}

/** Without the spaces and trailing zeros in which the same number could be written differently. */
function squeezed(line: string): string {
  const [date, ...cells] = line.split(",");
  return [date!.trim(), ...cells.map((cell) => (cell.trim() === "" ? "" : String(Number(cell))))].join(",");
}
