import { expect, test } from "vitest";
import { collinearityWords } from "../../src/render/collinearity.ts";

test("factors with a variance inflation of 10 or more are named, others are not", () => {
  expect(collinearityWords([{ factor: "SPY", inflation: 22.04 }, { factor: "SMB", inflation: 1.3 }, { factor: "Mkt-RF", inflation: 21 }])).toEqual([
    "**SPY and Mkt-RF go together** (variance inflation 22.0, 10 is much): how one movement is shared out between their βs is hardly known, so read no β of these alone. R² doesn't suffer.",
  ]);
  expect(collinearityWords([{ factor: "SPY", inflation: 9.99 }, { factor: "SMB", inflation: 9.99 }])).toEqual([]);
  expect(collinearityWords([])).toEqual([]);
  expect(collinearityWords(["A", "B", "C"].map((factor) => ({ factor, inflation: 30 })))[0]).toContain("**A, B and C go together**");
});
