import { expect, test } from "vitest";
import printedFigures from "../../../data/lessons/printed-figures.json" with { type: "json" };
import { asPrinted } from "./as-printed.ts";
import type { Quantities } from "./chapter-quantities.ts";
import { chapterQuantities } from "./chapter-quantities.ts";
import { readCourseTable, readFrenchTable } from "./read-sample.ts";

const course = readCourseTable("FactorModels_data1.csv");
const spy = course.table.get("SPY")!;
const market = readFrenchTable("F-F_Research_Data_Factors_daily.CSV");
const msftExcess = new Map(
  [...readCourseTable("FactorModels_data2.csv").table.get("MSFT")!].map(([date, total]) => [
    date,
    total - market.get("RF")!.get(date)! / 100,
  ]),
);
const marketExcess = new Map([...market.get("Mkt-RF")!].map(([date, percent]) => [date, percent / 100]));

const regressions = new Map([
  ["WMT on SPY", onJointRows(course.table.get("WMT")!, spy)],
  ["JPM on SPY", onJointRows(course.table.get("JPM")!, spy)],
  ["MSFT on Mkt-RF", onJointRows(msftExcess, marketExcess)],
]);

const facts: Readonly<Record<string, string>> = {
  fileFirst: course.dates[0]!,
  fileLast: course.dates.at(-1)!,
  fileTickers: `[${[...course.table.keys()].map((ticker) => `'${ticker}'`).join(", ")}]`,
  first: [...msftExcess.keys()][0]!,
  last: [...msftExcess.keys()].at(-1)!,
};

for (const figure of printedFigures)
  test(`${figure.section} prints ${figure.printed} for ${figure.label}, and the sample gives it`, () => {
    const fact = facts[figure.quantity];
    expect(fact ?? asPrinted(quantityOf(figure), figure.format)).toBe(figure.printed);
  });

test("the figures with the most digits keep stay within a fifth of their last digit", () => {
  for (const figure of printedFigures) {
    const printed = Number(figure.printed.replaceAll(/[$,]/g, ""));
    if (!["jarqueBera", "omnibus", "pnlTotal", "pnlRiskAdjusted"].includes(figure.quantity)) continue;
    const lastDigit = figure.format === "dollars" ? 1 : 0.001;
    expect(Math.abs(quantityOf(figure) - printed), figure.label).toBeLessThan(0.2 * lastDigit);
  }
});

function quantityOf({ asset, factor, quantity }: (typeof printedFigures)[number]): number {
  const value = regressions.get(`${asset} on ${factor ?? ""}`)?.[quantity];
  if (value === undefined) throw new RangeError(`the test computes no ${quantity} of ${asset}`);
  return value;
}

function onJointRows(asset: ReadonlyMap<string, number>, factor: ReadonlyMap<string, number>): Quantities {
  const dates = [...asset.keys()].filter((date) => factor.has(date));
  return chapterQuantities(
    dates.map((date) => asset.get(date)!),
    dates.map((date) => factor.get(date)!),
  );
}
