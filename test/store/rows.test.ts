import { describe, expect, it } from "vitest";
import { verdicts } from "../../src/store/answer-records.ts";
import { jsonOf, partOf, partRow } from "../../src/store/rows.ts";

const row = { answerId: "a1", position: 0, quantity: "beta", text: "1.4", value: 1.4, expected: 1.395, verdict: "wrong", diagnoses: '["beta-one"]', earlierVerdict: null };

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
    expect(partOf(row)).toEqual({ quantity: "beta", text: "1.4", value: 1.4, expected: 1.395, verdict: "incorrect", diagnoses: ["beta-one"] });
  });

  it.each(["", "{", "{}", "[1]", "null"])("has none where %j stands for them", (diagnoses) => {
    expect(partOf({ ...row, diagnoses }).diagnoses).toEqual([]);
  });

  it("reads the verdict by which its answer keeps its mark, where it is an earlier key's", () => {
    expect(partOf({ ...row, earlierVerdict: "right" })).toMatchObject({ verdict: "incorrect", earlier: "correct" });
    expect(partRow(partOf({ ...row, earlierVerdict: "right" }), "a1", 0)).toEqual({ ...row, earlierVerdict: "right" });
    expect(partOf(row)).not.toHaveProperty("earlier");
  });

  it("takes a verdict that no version wrote for unmarked", () => {
    expect(partOf({ ...row, verdict: "excellent" }).verdict).toBe("unmarked");
  });
});

describe("partRow", () => {
  it("stores a verdict under the name that version 0.1.0 gave it, and partOf reads it back", () => {
    const stored = verdicts.map((verdict) => partRow({ ...partOf(row), verdict }, "a1", 0));
    expect(stored.map(({ verdict }) => verdict)).toEqual(["right", "partly", "wrong", "unmarked"]);
    expect(stored.map((part) => partOf({ ...row, ...part }).verdict)).toEqual(verdicts);
  });

  it("stores an error carried forward as 'inherited', and partOf reads it back", () => {
    const diagnoses = ["error-carried-forward", "few-digits"];
    const part = partRow({ ...partOf(row), diagnoses }, "a1", 0);
    expect(part.diagnoses).toBe('["inherited","few-digits"]');
    expect(partOf({ ...row, ...part }).diagnoses).toEqual(diagnoses);
  });
});
