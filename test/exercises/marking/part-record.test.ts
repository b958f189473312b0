import { describe, expect, it } from "vitest";
import { isFullyCorrect, withPoints, type MarkedPart, type PartVerdict } from "../../../src/exercises/marking/marked-part.ts";
import { recordOf } from "../../../src/exercises/marking/part-record.ts";

function part(verdict: PartVerdict, expected = 2): MarkedPart {
  const [marked] = withPoints([{ quantity: "beta", text: "1.5", value: 1.5, expected, verdict, diagnoses: ["one", "two"], alternatives: [["one"], ["two"]], read: null }], []);
  if (marked === undefined) throw new Error("no part");
  return marked;
}

describe("recordOf", () => {
  it.each<[PartVerdict, string, readonly string[]]>([
    ["correct", "correct", []],
    ["alternative-convention", "correct", ["one", "two"]],
    ["error-carried-forward", "correct", ["error-carried-forward"]],
    ["few-digits", "partial", ["few-digits"]],
    ["slip", "partial", ["one", "two"]],
    ["mistake", "incorrect", ["one", "two"]],
    ["unmatched", "incorrect", []],
    ["wrong-choice", "incorrect", ["one", "two"]],
    ["blank", "incorrect", ["blank"]],
  ])("keeps %s as %s, with %j", (verdict, kept, diagnoses) => {
    expect(recordOf(part(verdict))).toEqual({ quantity: "beta", text: "1.5", value: 1.5, expected: 2, verdict: kept, diagnoses });
  });

  it("keeps a wrong choice that is nobody's known mistake by its verdict", () => {
    expect(recordOf({ ...part("wrong-choice"), diagnoses: [] }).diagnoses).toEqual(["wrong-choice"]);
  });

  it("keeps no key where the data has none", () => {
    expect(recordOf(part("unmatched", Number.NaN)).expected).toBeNull();
    expect(recordOf(part("unmatched", Infinity)).expected).toBeNull();
    expect(recordOf(part("unmatched", 0)).expected).toBe(0);
  });
});

const verdicts: readonly PartVerdict[] = ["correct", "alternative-convention", "error-carried-forward", "few-digits", "slip", "mistake", "unmatched", "wrong-choice", "blank"];

describe("a verdict", () => {
  it("leaves nothing to be done where the number is right, by the chapter's convention or another", () => {
    const done = verdicts.filter(isFullyCorrect);
    expect(done).toEqual(["correct", "alternative-convention"]);
  });
});
