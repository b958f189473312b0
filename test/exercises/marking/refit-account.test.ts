import { describe, expect, it } from "vitest";
import type { NumberField } from "../../../src/exercises/marking/explain-field.ts";
import { refitAccount } from "../../../src/exercises/marking/refit-account.ts";
import type { RefitMistake, RefitMistakeId } from "../../../src/exercises/variants/refit-mistakes.ts";
import { fieldOf, onData, solvedWith } from "./made-up-field.ts";

const a = onData("a", { right: 100, other: 123.4, third: 156.7 }, { formulaMistakes: { doubled: (_model, { id }) => ({ right: 200, other: 246.8, third: 313.4 })[id] ?? Number.NaN } });
const b = onData("b", { right: 200, other: 234.5, third: 267.8 }, { formulaMistakes: { doubled: (_model, { id }) => ({ right: 400, other: 469, third: 535.6 })[id] ?? Number.NaN } });
const constant = onData("constant", { right: 300, other: 300, third: 345.6 });

/** The mistakes of each wrong field by a refit on the other data; null where it gives no account of the form. */
function accountOf(fields: readonly NumberField[], { id = "another-window", data = ["other"], steps = 1 }: { readonly id?: RefitMistakeId; readonly data?: readonly string[]; readonly steps?: RefitMistake["steps"] } = {}) {
  const solved = solvedWith({ [id]: data }, { steps });
  const [account] = refitAccount(solved.refitMistakes[0]!, fields, solved).filter(({ isEvident }) => isEvident);
  return account === undefined ? null : { mistakes: account.mistakes, ...Object.fromEntries([...account.byQuantity].map(([quantity, alternatives]) => [quantity, alternatives.map((each) => each.join(" ")).join(" or ")])) };
}

describe("a form comes of other data", () => {
  it("where all of its wrong numbers do, alone or with one mistake more", () => {
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(b, "234.5")])).toEqual({ mistakes: 1, a: "another-window", b: "another-window" });
    expect(accountOf([fieldOf(a, "246.8"), fieldOf(b, "234.5")])).toEqual({ mistakes: 2, a: "another-window doubled", b: "another-window" });
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(b, "777")])).toBeNull();
    expect(accountOf([fieldOf(a, "777"), fieldOf(b, "888")])).toBeNull();
  });

  it("of which some are in each other's fields", () => {
    expect(accountOf([fieldOf(a, "234.5"), fieldOf(b, "123.4")])).toEqual({ mistakes: 2, a: "another-window swapped-fields", b: "another-window swapped-fields" });
  });

  it("of any of its data sets, and of none where it has none", () => {
    expect(accountOf([fieldOf(a, "156.7"), fieldOf(b, "267.8")], { data: ["other", "third"] })).toEqual({ mistakes: 1, a: "another-window", b: "another-window" });
    expect(accountOf([fieldOf(a, "123.4")], { data: [] })).toBeNull();
  });

  it("if its right numbers come of them too, or of the student's own", () => {
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(constant, "300", { correct: true })])).toEqual({ mistakes: 1, a: "another-window" });
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(b, "200", { correct: true })])).toBeNull();
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(b, "200", { correct: true, carried: () => 200 })])).toEqual({ mistakes: 1, a: "another-window" });
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(b, "200", { correct: true, carried: () => 250 })])).toBeNull();
  });

  it("two mistakes in one count twice where one number tells them", () => {
    expect(accountOf([fieldOf(a, "123.4")], { steps: 2 })).toEqual({ mistakes: 2, a: "another-window" });
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(b, "234.5")], { steps: 2 })).toEqual({ mistakes: 1, a: "another-window", b: "another-window" });
    expect(accountOf([fieldOf(a, "123.4"), fieldOf(constant, "300", { correct: true })], { steps: 2 })).toEqual({ mistakes: 2, a: "another-window" });
  });
});

describe("digits speak for a mistake more than other data", () => {
  it("three in a form of one number, two for none", () => {
    const precise = onData("precise", { right: 1, other: 1.23456 }, { formulaMistakes: { doubled: (_model, { id }) => ({ right: 2, other: 2.46912 })[id] ?? Number.NaN } });
    const common: readonly RefitMistakeId[] = ["other-ticker", "other-factor", "whole-sample", "reversed-regression"];
    for (const id of common) expect(accountOf([fieldOf(precise, "2.469")], { id })).toEqual({ mistakes: 2, precise: `${id} doubled` });
    expect(accountOf([fieldOf(precise, "2.469")])).toEqual({ mistakes: 2, precise: "another-window doubled" });
    expect(accountOf([fieldOf(precise, "2.47")], { id: "other-ticker" })).toEqual({ mistakes: 2, precise: "other-ticker doubled" });
    expect(accountOf([fieldOf(precise, "2.5")], { id: "other-ticker" })).toBeNull();
  });

  it("four where another number is right, fewer where another wrong one has the same mistake or four digits of the data alone", () => {
    expect(accountOf([fieldOf(a, "247"), fieldOf(constant, "300", { correct: true })])).toBeNull();
    expect(accountOf([fieldOf(a, "246.8"), fieldOf(constant, "300", { correct: true })])).toEqual({ mistakes: 2, a: "another-window doubled" });
    expect(accountOf([fieldOf(a, "247"), fieldOf(b, "235")])).toBeNull();
    expect(accountOf([fieldOf(a, "247"), fieldOf(b, "234.5")])).toEqual({ mistakes: 2, a: "another-window doubled", b: "another-window" });
    expect(accountOf([fieldOf(a, "247"), fieldOf(b, "469")])).toEqual({ mistakes: 2, a: "another-window doubled", b: "another-window doubled" });
  });

  it("three for other data alone where the form has one number, two where it has more", () => {
    expect(accountOf([fieldOf(a, "123")])).toEqual({ mistakes: 1, a: "another-window" });
    const coarse = onData("coarse", { right: 100, other: 120.4 });
    expect(accountOf([fieldOf(coarse, "1.2e2")])).toBeNull();
    expect(accountOf([fieldOf(coarse, "1.2e2"), fieldOf(b, "234.5")])).toEqual({ mistakes: 1, coarse: "another-window", b: "another-window" });
  });
});
