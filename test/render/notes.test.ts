import { expect, test } from "vitest";
import { dayOfIso } from "../../src/calendar.ts";
import { leftOutNote, sampleNotes, sharedFactorNotes } from "../../src/render/notes.ts";
import { compoundingNotes } from "../../src/render/period-notes.ts";
import type { CompoundedPeriods } from "../../src/render/recipe.ts";
import { madeUpSample } from "./made-up-fit.ts";
import { madeUpSource } from "./reply-text.ts";

test("rows without a note have none", () => {
  expect(sampleNotes({ sample: madeUpSample, asset: "JPM", riskFreeSubtracted: [], compounded: [], sources: [{ id: "SMB" }] })).toEqual([]);
});

test("a subtracted risk-free rate and a shortened sample are said, in the sample's own period", () => {
  const notes = (frequency: "daily" | "monthly" | "annual") =>
    sampleNotes({ sample: { ...madeUpSample, frequency, shortenedBy: [{ series: "SPY", rows: 1200 }] }, asset: "XYZ", riskFreeSubtracted: ["XYZ"], compounded: [], sources: [] });
  const subtracted = "XYZ is a total return: I subtracted RF to make it an excess return.";
  expect(notes("daily")).toEqual([subtracted, "SPY has no return on 1,200 of XYZ's days: those rows are left out."]);
  expect(notes("monthly")).toEqual([subtracted, "SPY has no return on 1,200 of XYZ's months: those rows are left out."]);
  expect(notes("annual")).toEqual([subtracted, "SPY has no return on 1,200 of XYZ's years: those rows are left out."]);
});

test("series that cost as many rows are named together, and one row is one row", () => {
  const shortenedBy = [{ series: "WMT", rows: 21 }, { series: "SPY", rows: 1 }, { series: "JPM", rows: 21 }];
  expect(sampleNotes({ sample: { ...madeUpSample, shortenedBy }, asset: "MSFT", riskFreeSubtracted: [], compounded: [], sources: [] })).toEqual([
    "WMT and JPM have no return on 21 of MSFT's days: those rows are left out.",
    "SPY has no return on 1 of MSFT's days: that row is left out.",
  ]);
});

test("what the asset's own file lacks is said with its largest day or its first one, on the line of what the others cost", () => {
  const market = { id: "Mkt-RF", kind: "excess", frequency: "daily", days: days("2008-10-13", "2008-11-11"), values: Float64Array.of(0.1135, -0.02) } as const;
  const notes = (dates: readonly string[], market_: typeof market | null, frequency: "daily" | "monthly" = "daily", compounded: readonly CompoundedPeriods[] = []) =>
    sampleNotes({ sample: { ...madeUpSample, frequency, shortenedBy: [{ series: "SPY", rows: 21 }] }, asset: "XYZ", riskFreeSubtracted: [], blank: { series: "XYZ", days: days(...dates), market: market_ }, compounded, sources: [] });
  expect(notes([], market)).toEqual(["SPY has no return on 21 of XYZ's days: those rows are left out."]);
  const both = ["2008-10-13", "2008-11-11"];
  expect(notes(both, market)).toEqual(["XYZ has no return on 2 days on which the market traded, 2008-10-13 (Mkt-RF 11.4%) among them: left out. SPY has no return on 21 of XYZ's days: those rows are left out."]);
  expect(notes(both, null)[0]).toContain("on 2 days on which the market traded, 2008-10-13 the first: left out.");
  expect(notes(["2008-11-11"], market)[0]).toContain("on 1 day on which the market traded, 2008-11-11 (Mkt-RF −2.00%): left out.");
  expect(notes(["2008-10-31", "2008-11-30"], market, "monthly")[0]).toContain("XYZ has no return in 2 months in which the market traded, 2008-10-31 the first: left out.");
  // A path of the same days says it; one that another file completes lacks fewer.
  expect(notes(both, market, "daily", [months("XYZ", days(...both), "daily")])[0]).toBe("SPY has no return on 21 of XYZ's days: those rows are left out.");
  expect(notes(both, market, "daily", [months("XYZ", days("2008-11-11"), "daily")])[0]).toContain("XYZ has no return on 2 days");
});

test("the size factor of the 5-factor file is told from the other", () => {
  const notes = (id: string) => sampleNotes({ sample: madeUpSample, asset: "JPM", riskFreeSubtracted: [], compounded: [], sources: [{ id }] });
  expect(notes("SMB5")).toEqual(["SMB5 is the size factor that is published with RMW and CMA, in the 5-factor file; the chapter's ff5 and ff6 take SMB, that of the 3-factor file."]);
  expect(notes("SMB")).toEqual([]);
});

test("a shared factor that is not an asset's own is said, with whose it is not", () => {
  expect(sharedFactorNotes("Mkt-RF", [{ asset: "JPM", factor: "SPY" }, { asset: "WMT", factor: "SPY" }])).toEqual(["All are on Mkt-RF, on the days that all have; JPM and WMT alone are on SPY, which gives other numbers."]);
  expect(sharedFactorNotes("Mkt-RF", [{ asset: "JPM", factor: "SPY" }])[0]).toContain("JPM alone is on SPY");
  expect(sharedFactorNotes("SPY", [])).toEqual([]);
});

test("assets that were not taken are counted", () => {
  expect([leftOutNote(20), leftOutNote(1), leftOutNote(0)]).toEqual([
    ["20 more assets are loaded: name those that you want tested."],
    ["1 more asset is loaded: name those that you want tested."],
    [],
  ]);
});

const days = (...dates: readonly string[]): Int32Array => Int32Array.from(dates, dayOfIso);

const months = (series: string, missing: Int32Array, frequency: "monthly" | "annual" | "daily" = "monthly"): CompoundedPeriods => ({
  series,
  frequency,
  missing,
  filled: new Int32Array(),
  filledFrom: null,
  partial: { start: null, end: null },
  market: { id: "Mkt-RF", days: days("2008-10-13", "2008-11-11", "2008-11-12"), values: Float64Array.of(0.1135, -0.1, 0) },
});

test("months that lack days are counted, once for series that lack the same, with the day on which the market moved most", () => {
  const missing = days("2008-10-13", "2008-11-11", "2008-11-12");
  expect(compoundingNotes([months("JPM", missing), months("SPY", missing)])).toEqual([
    "2 months lack days: JPM and SPY have no return on 3 days on which the market traded, 2008-10-13 (Mkt-RF 11.4%) among them. They are compounded from the days that are there.",
  ]);
  expect(compoundingNotes([months("JPM", missing), months("JPM", missing, "annual")])[0]).toContain("2 months and 1 year lack days: JPM has no return on 3 days");
});

test("the largest move may be a fall, and one day is one day", () => {
  expect(compoundingNotes([months("JPM", days("2008-11-11", "2008-11-12"))])[0]).toContain("1 month lacks days: JPM has no return on 2 days on which the market traded, 2008-11-11 (Mkt-RF −10.0%) among them. It is compounded");
  expect(compoundingNotes([months("JPM", days("2008-11-11"))])[0]).toContain("JPM has no return on 1 day on which the market traded, 2008-11-11 (Mkt-RF −10.0%). ");
});

test("series that lack different days are told apart, and series that lack none are not named", () => {
  const notes = compoundingNotes([months("JPM", days("2008-10-13")), months("WMT", days("2008-11-11")), months("SPY", days())]);
  expect(notes.map((note) => note.slice(0, 44))).toEqual(["1 month lacks days: JPM has no return on 1 d", "1 month lacks days: WMT has no return on 1 d"]);
  expect(compoundingNotes([months("SPY", days())])).toEqual([]);
});

test("without a market factor of the same origin the first day is named", () => {
  expect(compoundingNotes([{ ...months("JPM", days("2008-10-13", "2008-11-11")), market: null }])[0]).toContain("on which the market traded, 2008-10-13 the first.");
});

test("growth that lacks days says so, and filled days name their file", () => {
  expect(compoundingNotes([months("JPM", days("2008-10-13"), "daily")])).toEqual(["Growth and drawdown lack days: JPM has no return on 1 day on which the market traded, 2008-10-13 (Mkt-RF 11.4%)."]);
  const filledFrom = { ...madeUpSource, file: "prices.csv", fills: true } as const;
  const filled = (series: string) => ({ ...months(series, days()), filled: days("2008-10-13", "2008-11-11"), filledFrom });
  expect(compoundingNotes([filled("JPM"), filled("SPY")])).toEqual(["On 2 days that are blank in JPM's and SPY's excess returns, I took the total returns of prices.csv less RF."]);
});

test("a period that is cut at an end is named with the series that begin or end within it", () => {
  const cut = (series: string, frequency: "weekly" | "monthly", start: string | null, end: string | null): CompoundedPeriods => ({
    ...months(series, days()),
    frequency,
    partial: { start: start === null ? null : dayOfIso(start), end: end === null ? null : dayOfIso(end) },
  });
  expect(compoundingNotes([cut("JPM", "weekly", null, "2025-01-03"), cut("SPY", "weekly", null, "2025-01-03"), cut("MSFT", "monthly", "1986-03-31", null)])).toEqual([
    "MSFT begins within the month to 1986-03-31: it is left out.",
    "JPM and SPY end before the week to 2025-01-03 is over: it is left out.",
  ]);
  expect(compoundingNotes([cut("JPM", "weekly", null, null)])).toEqual([]);
  expect(compoundingNotes([cut("TSLA", "weekly", "2010-07-02", "2025-01-03"), cut("TSLA", "monthly", "2010-06-30", null), cut("SPY", "weekly", null, "2025-01-03")])).toEqual([
    "TSLA begins within the week to 2010-07-02 and the month to 2010-06-30: they are left out.",
    "TSLA and SPY end before the week to 2025-01-03 is over: it is left out.",
  ]);
});
