import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { orthogonalFits } from "../../src/engine/orthogonal-factors.ts";
import { betasOfTheseRows, ofTheseRowsLines, otherYearsLines, zeroInOtherYears } from "../../src/render/other-years.ts";
import { madeUpReturns, series, value } from "../engine/made-up.ts";

const rows = 2016;
const [one, other, noise] = [madeUpReturns(1, rows), madeUpReturns(2, rows), madeUpReturns(3, rows)];
const fitOn = (names: readonly string[], count = rows, slope: (row: number) => number = () => 0.8) =>
  value(fitFactors(series("A", one.map((each, row) => slope(row) * each + 0.5 * other[row]! + noise[row]!).slice(0, count)), names.map((id, place) => series(id, [one, other][place]!.slice(0, count)))));

test("a model with the market says nothing of other years, and one without it gives the interval of stretches, its βs beside it", () => {
  expect(otherYearsLines({ fit: fitOn(["SPY"]) })).toEqual([]);
  expect(otherYearsLines({ fit: fitOn(["WMT", "Mkt-RF"]) })).toEqual([]);
  expect(otherYearsLines({ fit: fitOn(["WMT"]) })[0]).toMatch(/^In other years: 95% interval of β \d\.\d+ to \d\.\d+, from β in 4 stretches of these rows \((?:\d\.\d+, ){3}\d\.\d+\)\. The ones above are of these rows, as neither SPY nor Mkt-RF is in the model\.$/u);
  expect(otherYearsLines({ fit: fitOn(["WMT", "HML"]) })[0]).toMatch(/interval of β WMT \S+ to \S+; of β HML \S+ to \S+, from β in 4 stretches of these rows\. The/u);
});

test("of few rows it says what one takes, and of an exact fit nothing", () => {
  expect(otherYearsLines({ fit: fitOn(["WMT"], rows - 1) })).toEqual(["-# The intervals of β are of these rows, not of other years, as neither SPY nor Mkt-RF is in the model: one of other years takes 2,016 days."]);
  expect(otherYearsLines({ fit: value(fitFactors(series("A", one), [series("WMT", one.map((each) => 2 * each))])) })).toEqual([]);
});

test("an interval of other years that holds 0 is said to, where the stretches' βs have other signs", () => {
  const fit = fitOn(["WMT"], rows, (row) => (row < 504 ? -2 : 1));
  expect(otherYearsLines({ fit })[0]).toContain(", which holds 0, from");
  expect(zeroInOtherYears({ fit })).toEqual(["WMT"]);
  expect(zeroInOtherYears({ fit: fitOn(["WMT"]) })).toEqual([]);
});

test("of orthogonal factors those before the market are of these rows, each beside the ones before it", () => {
  const plain = fitOn(["WMT", "Mkt-RF"]);
  const { fit } = value(orthogonalFits(plain, {}));
  const [only, ...more] = betasOfTheseRows({ fit, plain });
  expect(more).toEqual([]);
  const alone = value(fitFactors(series("A", plain.rows.asset), [series("WMT", one)]));
  expect(only!.other!.each).toEqual(betasOfTheseRows({ fit: alone })[0]!.other!.each);
  expect(otherYearsLines({ fit, plain })[0]).toMatch(/interval of β WMT .* as WMT stands before the market\.$/u);
  const few = fitOn(["WMT", "Mkt-RF"], 200);
  expect(otherYearsLines({ fit: value(orthogonalFits(few, {})).fit, plain: few })).toEqual(["-# The intervals of β WMT are of these rows, not of other years, as WMT stands before the market: one of other years takes 2,016 days."]);
});

test("where no interval of other years is printed, only that is said", () => {
  expect(ofTheseRowsLines(["WMT"])).toEqual(["-# The intervals of β are of these rows, not of other years, as neither SPY nor Mkt-RF is in the model."]);
  expect(ofTheseRowsLines(["HML", "SPY"])).toEqual([]);
});
