import { describe, expect, it } from "vitest";
import { jsonOf, partOf } from "../../src/store/rows.ts";

const row = { answerId: "a1", position: 0, quantity: "beta", text: "1.4", value: 1.4, expected: 1.395, verdict: "wrong", diagnoses: '["beta-one"]' };

describe("jsonOf", () => {
  it.each([null, true, 1.5, "text", ["a", { b: [null] }], {}, { correction: [{ quantity: "beta", key: 1.2 }] }])("reads %j back", (value) => {
    expect(jsonOf(JSON.stringify(value))).toEqual(value);
  });

  it("has nothing where nothing was stored, and leaves a text that is no JSON as it is", () => {
    expect(jsonOf(null)).toBeNull();
    expect(jsonOf("{cut of")).toBe("{cut of");
  });
});

describe("partOf", () => {
  it("reads the diagnoses that were stored", () => {
    expect(partOf(row)).toEqual({ quantity: "beta", text: "1.4", value: 1.4, expected: 1.395, verdict: "wrong", diagnoses: ["beta-one"] });
  });

  it.each(["", "{", "{}", "[1]", "null"])("has none where %j stands for them", (diagnoses) => {
    expect(partOf({ ...row, diagnoses }).diagnoses).toEqual([]);
  });

  it("takes a verdict that no version wrote for unmarked", () => {
    expect(partOf({ ...row, verdict: "excellent" }).verdict).toBe("unmarked");
  });
});
