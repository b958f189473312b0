import { describe, expect, it } from "vitest";
import { importWords } from "../../src/render/import-words.ts";
import type { ImportFacts } from "../../src/render/import-words.ts";

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
      "  Answers keep using JPM, WMT of FactorModels_data1.csv. What was imported now is found as JPM@ and the name of this file.",
      "  It takes the place of the file of that name imported 2026-01-02.",
    ]);
  });
});
