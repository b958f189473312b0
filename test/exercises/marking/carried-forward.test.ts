import { describe, expect, it } from "vitest";
import type { ReadNumber } from "../../../src/exercises/answer/read-answer.ts";
import { carriedValue, isNearKey, type FilledNumber } from "../../../src/exercises/marking/carried-forward.ts";
import { carriedForward } from "../../../src/exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../../../src/exercises/variants/solved-variant.ts";
import { madeUp, workings } from "./made-up-quantity.ts";

const first = madeUp("first", 123);
const second = madeUp("second", 456);
const other = madeUp("other", 789);
const sum = madeUp("sum", 579, { errorCarriedForward: carriedForward({ from: ["first", "second"], value: (own) => own("first") + own("second") }) });

const answer = (value: number, digits = 3): ReadNumber => ({ kind: "number", text: String(value), value, halfUnit: 0.5, digits, scale: null, separators: null });
const filled = (values: Readonly<Record<string, number | ReadNumber>>): readonly FilledNumber[] =>
  [first, second, other].flatMap((quantity) => {
    const given = values[quantity.id];
    return given === undefined ? [] : [{ quantity, answer: typeof given === "number" ? answer(given) : given }];
  });
const carried = (values: Readonly<Record<string, number | ReadNumber>>, incorrect: readonly string[] = ["first"], solved: SolvedVariant = workings): number | null =>
  carriedValue(sum, filled(values), solved, new Set(incorrect))(solved);

describe("what is carried on from a wrong number", () => {
  it("is the formula of the student's own numbers", () => {
    expect(carried({ first: 150, second: 456 })).toBe(606);
    expect(carried({ first: 123, second: 470 }, ["second"])).toBe(593);
    expect(carried({ first: 150, second: 470 }, ["first", "second"])).toBe(620);
  });

  it("needs a wrong number among its parts, and every one of them filled in", () => {
    expect(carried({ first: 123, second: 456 }, [])).toBeNull();
    expect(carried({ first: 123, second: 456, other: 800 }, ["other"])).toBeNull();
    expect(carried({ first: 150 })).toBeNull();
    expect(carried({ second: 470, other: 800 }, ["second", "other"])).toBeNull();
    expect(carriedValue(other, filled({ first: 150, second: 456 }), workings, new Set(["first"]))(workings)).toBeNull();
  });

  it("is nothing where the formula has no number", () => {
    const ratio = madeUp("ratio", 1, { errorCarriedForward: carriedForward({ from: ["first"], value: (own) => 1 / (own("first") - 150) }) });
    expect(carriedValue(ratio, filled({ first: 150 }), workings, new Set(["first"]))(workings)).toBeNull();
    expect(carriedValue(ratio, filled({ first: 152 }), workings, new Set(["first"]))(workings)).toBe(0.5);
  });

  it("is nothing where the wrong number takes no work: one digit, one, the question's own numbers", () => {
    const asked: SolvedVariant = { ...workings, variant: { ...workings.variant, budget: 150, share: 0.25 } };
    expect(carried({ first: answer(200, 1), second: 456 })).toBeNull();
    expect(carried({ first: answer(210, 2), second: 456 })).toBe(666);
    expect(carried({ first: 1, second: 456 })).toBeNull();
    expect(carried({ first: -1, second: 456 })).toBeNull();
    expect(carried({ first: 1.01, second: 456 })).toBe(457.01);
    expect(carried({ first: 150, second: 456 }, ["first"], asked)).toBeNull();
    expect(carried({ first: 0.25, second: 456 }, ["first"], asked)).toBeNull();
    expect(carried({ first: 151, second: 456 }, ["first"], asked)).toBe(607);
  });

  it("is nothing where one of two wrong numbers takes no work", () => {
    expect(carried({ first: 150, second: answer(500, 1) }, ["first", "second"])).toBeNull();
  });

  it("takes a right constant for what it is: only a wrong one may take no work", () => {
    expect(carried({ first: answer(100, 1), second: 470 }, ["second"])).toBe(570);
  });

  it("is nothing where the wrong number is a copy of another part, unless both parts are the same number", () => {
    expect(carried({ first: 456, second: 456 })).toBeNull();
    expect(carried({ first: 789, second: 456, other: 789 })).toBeNull();
    const other = madeUp("second", 123);
    const same = [{ quantity: first, answer: answer(150) }, { quantity: other, answer: answer(150) }];
    expect(carriedValue(sum, same, workings, new Set(["first"]))(workings)).toBe(300);
  });
});

describe("a wrong number that may be somebody's working", () => {
  const plausible = (value: number): boolean => isNearKey({ value }, first, workings);

  it("lies within a factor of three of the key, on its side of 0", () => {
    expect([41, 369, 200].map((value) => plausible(value))).toEqual([true, true, true]);
    expect([40.9, 370, -123, 0].map((value) => plausible(value))).toEqual([false, false, false, false]);
  });
});
