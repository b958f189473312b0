import { describe, expect, it } from "vitest";
import type { NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import { madeUp, markForm, verdictsOf } from "./made-up-quantity.ts";

const verdict = (quantity: NumberQuantity, text: string): string | undefined => verdictsOf(markForm([quantity], { [quantity.id]: text }))[quantity.id];

describe("a number with too few digits", () => {
  it("is right as far as it goes with two digits, and not with one or three", () => {
    const precise = madeUp("x", 1.2344, { relative: 0.0001 });
    expect(verdict(precise, "1.2")).toBe("few-digits");
    expect(verdict(precise, "1")).toBe("unmatched");
    expect(verdict(precise, "1.23")).toBe("unmatched");
    expect(verdict(precise, "1.3")).toBe("unmatched");
    expect(verdict(madeUp("x", 252), "300")).toBe("unmatched");
    expect(verdict(madeUp("x", 13.75e6, { unit: "dollars" }), "$10M")).toBe("unmatched");
  });

  it("takes a key that lies half way between two for either", () => {
    const halfWay = madeUp("x", 1.25);
    expect(verdict(halfWay, "1.2")).toBe("few-digits");
    expect(verdict(halfWay, "1.3")).toBe("few-digits");
  });

  it("must be within five percent of the key, however coarse its digits are", () => {
    expect(verdict(madeUp("x", 10.48), "10.0")).toBe("unmatched");
    expect(verdict(madeUp("x", 10.45), "10")).toBe("unmatched");
    expect(verdict(madeUp("x", 11.45), "11")).toBe("few-digits");
  });

  it("is no mistake whose number only rounds to it, as the key does", () => {
    expect(verdict(madeUp("x", 0.1475, { mistakes: { known: 0.1521 } }), "0.15")).toBe("few-digits");
    expect(verdict(madeUp("x", 163.9, { mistakes: { known: 157.4 } }), "160")).toBe("few-digits");
  });

  it("is the known mistake that has just these digits", () => {
    expect(verdict(madeUp("x", 1.23, { mistakes: { known: 1.201 } }), "1.2")).toBe("mistake known");
    expect(verdict(madeUp("x", 1.22, { mistakes: { known: 1.24 } }), "1.2")).toBe("few-digits");
  });
});

describe("a mistake's number in percent", () => {
  const mistakes = { halved: 0.06 };

  it("is named with the percent slip for returns and shares", () => {
    for (const unit of ["return", "share"] as const) expect(verdict(madeUp("x", 0.12, { unit, mistakes }), "6.00")).toBe("mistake halved percent-slip");
  });

  it("is no percentage where the quantity is a plain number, dollars or years", () => {
    for (const unit of ["ratio", "dollars", "years"] as const) expect(verdict(madeUp("x", 0.12, { unit, mistakes }), "6.00")).toBe("unmatched");
  });

  it("is not looked for where the unit was written", () => {
    expect(verdict(madeUp("x", 0.12, { unit: "return", mistakes }), "600%")).toBe("unmatched");
    expect(verdict(madeUp("x", 0.12, { unit: "return", mistakes }), "6.00%")).toBe("mistake halved");
  });

  it("is found by the digits of the percentage: 6.0 is no 9%", () => {
    expect(verdict(madeUp("x", 0.12, { unit: "return", mistakes: { ...mistakes, threeQuarters: 0.09 } }), "6.0")).toBe("mistake halved percent-slip");
  });

  it("is no slip of a slip: a hundred times a tenth of the key is not explained", () => {
    expect(verdict(madeUp("x", 0.12, { unit: "return" }), "-12.0")).toBe("unmatched");
  });
});

describe("a slip", () => {
  it.each([
    ["-0.123", "sign-slip"],
    ["12.3", "percent-slip"],
    ["0.00123", "percent-slip"],
    ["1.23", "power-of-ten-slip"],
    ["0.0123", "power-of-ten-slip"],
    ["123", "power-of-ten-slip"],
    ["0.000123", "power-of-ten-slip"],
    ["123000", "power-of-ten-slip"],
  ])("of 0.123 is %s: %s", (text, slip) => {
    expect(verdict(madeUp("x", 0.123), text)).toBe(`slip ${slip}`);
  });

  it("gives way to a mistake with the same number, and is named beside it", () => {
    expect(verdict(madeUp("x", 0.123, { mistakes: { turned: -0.123 } }), "-0.123")).toBe("mistake turned sign-slip");
  });

  it("is none where the key is 0 within its tolerance", () => {
    expect(verdict(madeUp("x", 0.00004), "0.004")).toBe("unmatched");
    expect(verdict(madeUp("x", 0.00006), "0.0060")).toBe("slip percent-slip");
  });
});

describe("a convention", () => {
  it("is taken as right with its name, all of them where they can't be told apart", () => {
    const quantity = madeUp("x", 1, { conventions: { compounded: 1.1, continuous: 1.105, far: 2 }, mistakes: { wrong: 1.1 } });
    expect(verdict(quantity, "1.10")).toBe("alternative-convention compounded continuous");
    expect(verdict(quantity, "2.00")).toBe("alternative-convention far");
    expect(verdict(quantity, "1.005")).toBe("correct");
  });
});

describe("a number that follows from earlier ones", () => {
  const first = madeUp("first", 10);
  const second = madeUp("second", 20);
  const other = madeUp("other", 50);
  const sum = madeUp("sum", 30, { errorCarriedForward: { from: ["first", "second"], value: (own) => own["first"]! + (own["second"] ?? 0) } });
  const sums = (texts: Readonly<Record<string, string>>): string | undefined => verdictsOf(markForm([first, second, sum], texts))["sum"];

  it("is inherited from those that are not right, and names them alone", () => {
    expect(sums({ first: "17", second: "20", sum: "37" })).toBe("error-carried-forward first");
    expect(verdictsOf(markForm([first, second, sum, other], { first: "17", second: "24", sum: "41", other: "50" }))["sum"]).toBe("error-carried-forward first second");
    expect(sums({ first: "17", second: "20", sum: "38" })).toBe("unmatched");
  });

  it("is not inherited from a number that nobody recognises where no other part is right", () => {
    expect(sums({ first: "17", second: "24", sum: "41" })).toBe("unmatched");
    expect(verdictsOf(markForm([first, second, sum, other], { first: "17", second: "24", sum: "41", other: "51" }))["sum"]).toBe("unmatched");
    const known = madeUp("first", 10, { mistakes: { known: 17 } });
    expect(verdictsOf(markForm([known, second, sum], { first: "17.0", second: "20", sum: "37" }))["sum"]).toBe("error-carried-forward first");
  });

  it("is not inherited where the earlier ones are right", () => {
    // 10.1 and 20.2 are right within 1%, and so is 30.3; with 10.09 and 20.19 a sum of 30.5 follows and is off.
    expect(sums({ first: "10.1", second: "20.2", sum: "30.5" })).toBe("unmatched");
  });

  it("needs all that it is made of", () => {
    expect(sums({ first: "17", sum: "17" })).toBe("unmatched");
  });

  it("is never inherited from what can't be worked out", () => {
    const ratio = madeUp("ratio", 3, { errorCarriedForward: { from: ["first"], value: () => Infinity } });
    expect(verdictsOf(markForm([first, ratio], { first: "17", ratio: "5.5" }))["ratio"]).toBe("unmatched");
  });

  it("comes before a mistake with the same number", () => {
    const doubled = madeUp("doubled", 20, { mistakes: { known: 34 }, errorCarriedForward: { from: ["first"], value: (own) => own["first"]! * 2 } });
    expect(verdictsOf(markForm([first, doubled, other], { first: "17", doubled: "34", other: "50" }))["doubled"]).toBe("error-carried-forward first");
    expect(verdictsOf(markForm([first, doubled], { first: "10", doubled: "34" }))["doubled"]).toBe("mistake known");
  });
});

describe("another convention's number", () => {
  const yearly = { ...madeUp("x", 0.147384, { unit: "return" }), conventions: [{ id: "compounded", value: () => 0.158748 }] };

  it.each([
    ["0.158748", "alternative-convention"],
    ["15.87%", "alternative-convention"],
    ["0.159", "alternative-convention"],
    // 0.000585 a day, as the table's α is printed elsewhere, compounded.
    ["0.158812", "alternative-convention"],
    // The three-factor α × 252: 1% below.
    ["0.157185", "unmatched"],
    ["0.1572", "unmatched"],
    ["0.160335", "unmatched"],
  ])("%s is %s: by the digits typed, not within 1%", (text, expected) => {
    expect(verdict(yearly, text)?.split(" ")[0]).toBe(expected);
  });
});
