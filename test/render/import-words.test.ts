import { describe, expect, it } from "vitest";
import { importNotes } from "../../src/render/import-notes.ts";
import { formWords, importWords } from "../../src/render/import-words.ts";
import type { ImportFacts } from "../../src/render/import-facts.ts";

const one = {
  kind: "excess",
  frequency: "daily",
  rows: 7_974,
  first: "1993-02-01",
  last: "2024-12-31",
  blanks: 0,
  blanksBefore: 0,
  blanksAfter: 0,
} as const;

const facts: ImportFacts = {
  file: "F-F.csv",
  sha256: "1a2b3c4d".repeat(8),
  layout: "french",
  form: "French's library",
  vintage: "202604 CRSP",
  series: [
    { ...one, id: "Mkt-RF" },
    { ...one, id: "RF", kind: "rate", blanks: 1, blanksBefore: 1_200, blanksAfter: 3 },
  ],
  empty: [],
  notes: [],
  doubts: [],
  changes: [],
  replaced: null,
  shadowed: [],
  hides: [],
  lacksMarket: false,
  holdsPrices: false,
};

describe("importWords", () => {
  it("says the file, its edition, and a line a series with what was blank", () => {
    expect(importWords(facts)).toEqual([
      "F-F.csv: French's library, percent made decimal, 202604 CRSP (sha 1a2b3c4)",
      "  Mkt-RF  daily excess returns, 7,974 rows, 1993-02-01 to 2024-12-31, no blanks",
      "  RF      daily rate, 7,974 rows, 1993-02-01 to 2024-12-31, 1 blank inside, 1,200 blank before, 3 blank after",
    ]);
  });

  it("says which days were accepted, and in one sentence which may be small splits", () => {
    const at = (day: number) => ({ series: "JPM", date: `2024-01-0${day}` });
    const more: ImportFacts = {
      ...facts,
      doubts: [
        { ...at(1), kind: "split", ratio: 0.4, value: 1.5 },
        ...[2, 3, 4, 5, 6].map((day) => ({ ...at(day), kind: "small-split" as const, ratio: 4 / 3, value: -0.25 })),
      ],
    };
    const shown = [2, 3, 4, 5].map((day) => `JPM 2024-01-0${day}: −25%, like a 4:3 split`).join("; ");
    expect(importWords(more).slice(-2)).toEqual([
      "  Accepted: JPM 2024-01-01: 150%, like a 2:5 split.",
      `  Perhaps splits that the prices are not adjusted for, perhaps news: ${shown}; 1 more.`,
    ]);
    expect(importWords({ ...facts, doubts: more.doubts.slice(1, 2) }).at(-1)).toBe(
      "  Perhaps a split that the prices are not adjusted for, perhaps news: JPM 2024-01-02: −25%, like a 4:3 split.",
    );
  });

  it("says of many series in one sentence what is the same of all", () => {
    const ids = ["A", "B", "C", "D", "E", "F", "G", "H"];
    const change = { frequency: "daily", file: "old.csv", added: 5, kept: 2, revised: 0, largestRevision: null };
    const notesOf = (of: readonly string[]) =>
      importNotes({
        ...facts,
        notes: of.flatMap((series, row) => [
          { kind: "plain-close", series },
          { kind: "holes", series, count: row + 1 },
          { kind: "codes", series, code: "B", count: 1 },
        ]),
        changes: of.map((series) => ({ ...change, series })),
      });
    expect(notesOf(ids)).toEqual([
      "A, B, C, D, E, F and 2 more: 8 cells with the code B, read as blank.",
      "A, B, C, D, E, F and 2 more are taken from their closing prices: the file does not say whether dividends are in them. Without them their mean returns, and α, are too small.",
      "Holes in the dates, over which there is no return: A 1, B 2, C 3, D 4, E 5, F 6 and 2 more.",
      "A, B, C, D, E, F and 2 more daily: adds 5 rows, keeps 2 rows that only old.csv has.",
    ]);
    expect(notesOf(["A"])).toEqual([
      "A: 1 cell with the code B, read as blank.",
      "A is taken from its closing price: the file does not say whether dividends are in it. Without them its mean return, and α, are too small.",
      "A: 1 hole in the dates, over which there is no return.",
      "A daily: adds 5 rows, keeps 2 rows that only old.csv has.",
    ]);
    const revised = { ...change, revised: 1, largestRevision: { day: 40_000, from: 0.01, to: 0.02 } };
    expect(importNotes({ ...facts, changes: [{ ...change, series: "A" }, { ...revised, series: "B" }, { ...change, series: "C", added: 6 }] })).toHaveLength(3);
  });

  it("names prices beside other columns, and percent that was divided, as what they are", () => {
    const table = { ...facts, form: "table", layout: "returns", vintage: null } as const;
    expect(formWords(table)).toBe("decimal returns");
    expect(formWords({ ...table, holdsPrices: true })).toBe("prices, made simple returns, and other columns");
    expect(formWords({ ...table, notes: [{ kind: "divided", series: ["RF"], divisor: 100 }] })).toBe("returns");
    expect(formWords({ ...table, layout: "prices", holdsPrices: true })).toBe("prices, made simple returns");
  });

  it("says what is not loaded, what stands elsewhere and what was replaced", () => {
    const more: ImportFacts = {
      ...facts,
      empty: ["XYZ"],
      replaced: "2026-01-02T03:04:05.000Z",
      shadowed: [
        { series: "JPM", file: "FactorModels_data1.csv" },
        { series: "WMT", file: "FactorModels_data1.csv" },
      ],
    };
    expect(importWords(more).slice(-3)).toEqual([
      "  Without a single return, so not loaded: XYZ.",
      "  Answers keep using JPM, WMT of FactorModels_data1.csv. What was imported now is found as JPM@F-F.",
      "  It takes the place of the file of that name imported 2026-01-02.",
    ]);
  });
});
