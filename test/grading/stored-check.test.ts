import { describe, expect, expectTypeOf, it } from "vitest";
import type { KeyCorrection } from "../../src/grading/correct-key.ts";
import { readCorrections, readStoredQuestion, type StoredQuestion } from "../../src/grading/stored-check.ts";

const byNumber: StoredQuestion = {
  text: "How many trading days has a year?",
  label: "Your answer",
  own: { key: { kind: "number", value: 252, unit: "ratio" }, tolerance: null, messages: [{ value: 365, message: "Trading days." }] },
};
const byQuantity: StoredQuestion = {
  ...byNumber,
  own: { key: { kind: "quantity", quantity: "beta", asset: "JPM", factor: "SPY", from: "2000-01-01", budget: null, share: 0.2 }, tolerance: 0.02, messages: [] },
};

describe("readStoredQuestion", () => {
  it.each([byNumber, byQuantity])("reads back what was written", (question) => {
    expect(readStoredQuestion(JSON.parse(JSON.stringify(question)))).toEqual({ ok: true, value: question });
  });

  it("leaves out fields that another version knows", () => {
    expect(readStoredQuestion({ ...byNumber, colour: "red", own: { ...byNumber.own, level: 3 } })).toEqual({ ok: true, value: byNumber });
  });

  it.each([
    ["no object", "text", ""],
    ["a list", [byNumber], "text"],
    ["no label", { text: "?", own: byNumber.own }, "label"],
    ["a number as text", { ...byNumber, own: { ...byNumber.own, key: { kind: "number", value: "252", unit: "ratio" } } }, "own.key.value"],
    ["an unknown unit", { ...byNumber, own: { ...byNumber.own, key: { kind: "number", value: 252, unit: "percent" } } }, "own.key.unit"],
    ["an unknown key", { ...byNumber, own: { ...byNumber.own, key: { kind: "formula" } } }, "own.key.kind"],
    ["a message without its number", { ...byNumber, own: { ...byNumber.own, messages: [{ message: "No." }] } }, "own.messages.0.value"],
  ])("names the field where there is %s", (_, json, field) => {
    expect(readStoredQuestion(json)).toMatchObject({ ok: false, problem: { kind: "unreadable-check", part: "question", field } });
  });
});

describe("readCorrections", () => {
  const corrections = [{ quantity: "beta", key: 1.2 }, { quantity: "alpha", key: { quantity: "alphaAnnual" }, tolerance: 0.02 }];

  it("reads back what was written, and none where a check was never corrected", () => {
    expect(readCorrections(corrections)).toEqual({ ok: true, value: corrections });
    expect(readCorrections(null)).toEqual({ ok: true, value: [] });
  });

  it.each([
    [{ tolerance: 0.02 }, ""],
    [[{ quantity: "beta", key: "1.2" }], "0.key"],
    [[{ quantity: "beta" }, { key: 1 }], "1.quantity"],
  ])("refuses %j: marking by a key that can't be read would be wrong", (json, field) => {
    expect(readCorrections(json)).toMatchObject({ ok: false, problem: { kind: "unreadable-check", part: "correction", field } });
  });

  it("has the types of what it reads", () => {
    expectTypeOf<KeyCorrection["key"]>().toEqualTypeOf<number | Readonly<{ quantity: string }> | undefined>();
    expectTypeOf<StoredQuestion["own"]["tolerance"]>().toEqualTypeOf<number | null>();
  });
});
