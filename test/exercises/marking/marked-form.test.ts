import { describe, expect, it } from "vitest";
import type { Identity } from "../../../src/exercises/marking/identity.ts";
import { madeUp, madeUpChoice, markForm, verdictsOf } from "./made-up-quantity.ts";

const four = ["a", "b", "c", "d"].map((id, place) => madeUp(id, (place + 1) * 100));

describe("a form's verdict and score", () => {
  it("is right where every part is, partly where one has a credit, wrong where none has", () => {
    expect(markForm(four, { a: "100", b: "200", c: "300", d: "400" })).toMatchObject({ verdict: "correct", score: 1 });
    expect(markForm(four, { a: "100" })).toMatchObject({ verdict: "partial", score: 0.25 });
    expect(markForm(four, { a: "100", b: "-200" })).toMatchObject({ verdict: "partial", score: 0.375 });
    expect(markForm(four, { a: "-100" })).toMatchObject({ verdict: "partial", score: 0.125 });
    expect(markForm(four, { a: "777" })).toMatchObject({ verdict: "incorrect", score: 0 });
    expect(markForm(four, {})).toMatchObject({ verdict: "incorrect", score: 0 });
  });

  it("is not right while a number is inherited, whatever its credit", () => {
    const doubled = madeUp("doubled", 200, { errorCarriedForward: { from: ["a"], value: (own) => own["a"]! * 2 } });
    expect(markForm([four[0]!, doubled, four[1]!], { a: "170", doubled: "340", b: "200" })).toMatchObject({ verdict: "partial", score: 2 / 3, parts: [{}, { verdict: "error-carried-forward" }, {}] });
  });
});

describe("what is kept of each part", () => {
  it("holds the text, the number read, the key, and nothing where the field was blank", () => {
    const [first, second] = markForm(four.slice(0, 2), { a: "about 1e2" }).parts;
    expect(first).toMatchObject({ quantity: "a", text: "about 1e2", value: 100, expected: 100, verdict: "correct", diagnoses: [], read: { kind: "number" } });
    expect(second).toEqual({ quantity: "b", text: "", value: null, expected: 200, verdict: "blank", diagnoses: [], alternatives: [], read: null, points: 0 });
  });

  it("gives a choice by its index in the list, a blank one too", () => {
    const choice = madeUpChoice("sign", "more", "less");
    expect(markForm([choice], { sign: "less" }).parts).toMatchObject([{ quantity: "sign", text: "less", value: 1, expected: 0, verdict: "wrong-choice", diagnoses: [] }]);
    expect(markForm([choice], { sign: "it is more" }).parts).toMatchObject([{ text: "it is more", value: 0, expected: 0, verdict: "correct", diagnoses: [] }]);
    expect(markForm([choice], {}).parts).toEqual([{ quantity: "sign", text: "", value: null, expected: 0, verdict: "blank", diagnoses: [], alternatives: [], read: null, points: 0 }]);
  });
});

describe("a hint", () => {
  const only = four.slice(0, 1);
  const hint = (text: string, hints = 0, fingerprints: readonly string[] = []) => markForm(only, { a: text }, { earlier: { hintLevel: hints, fingerprints } }).hint?.level ?? null;

  it("is due where nothing explains the answer: the level after those that are open, three at most", () => {
    expect([0, 1, 2, 3].map((open) => hint("777", open))).toEqual([1, 2, 3, null]);
    expect(markForm([madeUpChoice("sign", "more", "less")], { sign: "less" }).hint).toEqual({ level: 1, quantity: "sign" });
  });

  it("is not due where the answer is right, explained, coarse, blank, or the same as before", () => {
    expect(hint("100")).toBeNull();
    expect(hint("-100")).toBeNull();
    expect(markForm([madeUp("x", 123)], { x: "120" }).hint).toBeNull();
    expect(markForm(only, {}).hint).toBeNull();
    const { fingerprint } = markForm(only, { a: "777" });
    expect(hint("777", 0, ["a:1", fingerprint])).toBeNull();
    expect(markForm(only, { a: "777" }, { earlier: { hintLevel: 0, fingerprints: ["a:1"] } })).toMatchObject({ repeats: false, hint: { level: 1 } });
  });

  it("belongs to the part that is wrong", () => {
    expect(markForm(four, { a: "100", b: "200", c: "300", d: "777" }).hint).toEqual({ level: 1, quantity: "d" });
  });
});

describe("mistakes that explain several parts", () => {
  const parts = [
    madeUp("a", 100, { mistakes: { rare: 50, shared: 50.004 } }),
    madeUp("b", 200, { mistakes: { shared: 70 } }),
    madeUp("c", 300, { mistakes: { shared: 90, other: 130 } }),
    madeUp("d", 400, { mistakes: { other: 150 } }),
  ];

  it("are the likelier ones where several have a part's number", () => {
    expect(verdictsOf(markForm(parts, { a: "50.0" }))["a"]).toBe("mistake rare shared");
    expect(verdictsOf(markForm(parts, { a: "50.0", b: "70.0" }))["a"]).toBe("mistake shared");
    expect(verdictsOf(markForm(parts, { a: "50.00", b: "71.5" }))["a"]).toBe("mistake rare shared");
  });

  it("keep each other company where they explain equally many", () => {
    const both = [madeUp("a", 100, { mistakes: { one: 50, two: 50.02 } }), madeUp("b", 200, { mistakes: { one: 70, two: 70.02 } })];
    expect(verdictsOf(markForm(both, { a: "50.0", b: "70.0" }))).toEqual({ a: "mistake one two", b: "mistake one two" });
  });

  it("are listed with their parts, the ones that explain most first", () => {
    const each = [
      madeUp("a", 100, { mistakes: { pair: 30 } }),
      madeUp("b", 200, { mistakes: { pair: 70 } }),
      madeUp("c", 300, { mistakes: { triple: 90 } }),
      madeUp("d", 400, { mistakes: { triple: 150 } }),
      madeUp("e", 500, { mistakes: { triple: 170, alone: 260 } }),
    ];
    expect(markForm(each, { a: "30.0", b: "70.0", c: "90.0", d: "150", e: "170" }).jointMistakes).toEqual([
      { mistakes: ["triple"], parts: ["c", "d", "e"] },
      { mistakes: ["pair"], parts: ["a", "b"] },
    ]);
    expect(markForm(each, { a: "30.0", c: "90.0", e: "260" }).jointMistakes).toEqual([]);
  });

  it("may be slips too, and conventions are none", () => {
    expect(markForm(four, { a: "-100", b: "-200" }).jointMistakes).toEqual([{ mistakes: ["sign-slip"], parts: ["a", "b"] }]);
    const compounded = ["a", "b"].map((id) => madeUp(id, 100, { conventions: { compounded: 120 } }));
    expect(markForm(compounded, { a: "120", b: "120" }).jointMistakes).toEqual([]);
  });

  it("leave a slip's or a convention's several names as they are", () => {
    const conventions = [madeUp("a", 100, { conventions: { one: 120, two: 120.1 } }), madeUp("b", 200, { mistakes: { one: 70 } }), madeUp("c", 300, { mistakes: { one: 90 } })];
    expect(verdictsOf(markForm(conventions, { a: "120", b: "70.0", c: "90.0" }))["a"]).toBe("alternative-convention one two");
  });
});

describe("equations between parts", () => {
  const equal: Identity = { id: "equal", parts: ["a", "b"], sides: (own) => [own["a"]!, own["b"]!] };
  const [a, b, c] = ["a", "b", "c"].map((id) => madeUp(id, 100)) as [ReturnType<typeof madeUp>, ReturnType<typeof madeUp>, ReturnType<typeof madeUp>];
  const identities = (texts: Readonly<Record<string, string>>) => markForm([a, b, c], texts, { identities: [equal] }).identities;

  it("are looked at where one of their parts is unexplained, and say whether they hold", () => {
    expect(identities({ a: "77.7", b: "77.7" })).toEqual([{ id: "equal", parts: ["a", "b"], holds: true }]);
    expect(identities({ a: "77.7", b: "88.8" })).toEqual([{ id: "equal", parts: ["a", "b"], holds: false }]);
    expect(identities({ a: "77.7", b: "100" })).toEqual([{ id: "equal", parts: ["a", "b"], holds: false }]);
  });

  it("are not said to hold where one part alone is wrong, however nearly it fits the others", () => {
    expect(identities({ a: "98.5", b: "100" })).toEqual([]);
    expect(identities({ a: "98.5", b: "98.4" })).toEqual([{ id: "equal", parts: ["a", "b"], holds: true }]);
  });

  it("are not looked at where a part is blank, or all are right or explained, or only another part is unexplained", () => {
    expect(identities({ a: "77.7" })).toEqual([]);
    expect(identities({ a: "100", b: "100", c: "77.7" })).toEqual([]);
    expect(identities({ a: "100", b: "-100", c: "77.7" })).toEqual([]);
    expect(identities({})).toEqual([]);
  });
});
