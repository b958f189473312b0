import { expect, test } from "vitest";
import { sampleNotes } from "../../src/render/notes.ts";
import { madeUpSample } from "./made-up-fit.ts";

test("rows without a note have none", () => {
  expect(sampleNotes({ sample: madeUpSample, riskFreeSubtracted: [], compounded: [] })).toEqual([]);
});

test("a subtracted risk-free rate and a shortened sample are said, in the sample's own period", () => {
  const notes = (frequency: "daily" | "monthly" | "annual") =>
    sampleNotes({ sample: { ...madeUpSample, frequency, shortenedBy: [{ series: "SPY", rows: 1200 }] }, riskFreeSubtracted: ["XYZ"], compounded: [] });
  const subtracted = "XYZ is a total return: I subtracted RF to make it an excess return.";
  expect(notes("daily")).toEqual([subtracted, "SPY has no return on 1,200 of the asset's days: those rows are left out."]);
  expect(notes("monthly")).toEqual([subtracted, "SPY has no return on 1,200 of the asset's months: those rows are left out."]);
  expect(notes("annual")).toEqual([subtracted, "SPY has no return on 1,200 of the asset's years: those rows are left out."]);
});
