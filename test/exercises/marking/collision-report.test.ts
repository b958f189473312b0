import { describe, expect, it } from "vitest";
import type { ExerciseDefinition } from "../../../src/exercises/exercise.ts";
import { collisionReport } from "../../../src/exercises/marking/collision-report.ts";
import type { MistakeReport } from "../../../src/exercises/marking/collision-report.ts";
import { alpha, beta } from "../../../src/exercises/quantities/regression.ts";
import { defineNumber } from "../../../src/exercises/quantities/quantity.ts";
import type { NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { workOut } from "../load-exercises.ts";
import { madeUp, madeUpChoice, workings as made } from "./made-up-quantity.ts";

const jpm = workOut(chapterVariant({ assets: ["JPM"] }));
if (!jpm.ok) throw new Error(jpm.problem.kind);
const { value: workings } = jpm;

const asking = (...quantities: readonly NumberQuantity[]): Pick<ExerciseDefinition, "quantities" | "coincidences"> => ({
  quantities,
  coincidences: [],
});

function reportOf(quantities: readonly NumberQuantity[], mistake: string): MistakeReport {
  const found = collisionReport(asking(...quantities), workings)
    .quantities.find(({ quantity }) => quantity === quantities[0]?.id)
    ?.mistakes.find((one) => one.mistake === mistake);
  return found ?? never();
}

function never(): never {
  throw new Error("not in the report");
}

describe("collisionReport", () => {
  it("lists the β through the origin as one that can't be seen, within 0.0005 of the key", () => {
    const report = reportOf([beta], "no-intercept");
    expect(report.state).toBe("declared");
    expect(Math.abs(report.value - workings.model.beta)).toBeLessThan(0.0005);
  });

  it("says which mistakes can't be told apart, and which other part would tell", () => {
    const withMistakes = (id: string, mistakes: Readonly<Record<string, number>>): NumberQuantity =>
      defineNumber({ id, unit: "ratio", decimals: 3, recipe: () => 1, formulaMistakes: Object.fromEntries(Object.entries(mistakes).map(([name, value]) => [name, () => value])) });
    const first = withMistakes("first", { one: 2, two: 2.001 });
    const second = withMistakes("second", { one: 3, two: 4 });
    expect(reportOf([first], "one")).toMatchObject({ state: "inseparable", from: ["two"], separatedBy: [] });
    expect(reportOf([first, second], "one")).toMatchObject({ state: "inseparable", separatedBy: ["second"] });
    expect(reportOf([alpha], "residual-mean")).toMatchObject({ state: "inseparable", from: ["no-intercept"], value: 0 });
  });

  it("calls a mistake hidden, and the variant unsound, where its number is taken as right undeclared", () => {
    const hiding = defineNumber({
      id: "hiding",
      unit: "ratio",
      decimals: 3,
      recipe: (model) => model.beta,
      formulaMistakes: { near: (model) => model.beta * 1.005, far: (model) => model.beta * 1.05 },
    });
    const report = collisionReport(asking(hiding), workings);
    expect(report.sound).toBe(false);
    expect(report.quantities[0]?.mistakes.map(({ state }) => state)).toEqual(["hidden", "separate"]);
    expect(collisionReport({ quantities: [hiding], coincidences: ["hiding/near"] }, workings).sound).toBe(true);
  });

  it("does not pass a key that the engine and the recipe disagree on, or that is no number", () => {
    const quantity = (engine: () => number) =>
      defineNumber({ id: "odd", unit: "ratio", decimals: 3, engine, recipe: ({ beta: slope }) => slope });
    expect(collisionReport(asking(quantity(() => 1)), workings).sound).toBe(false);
    expect(collisionReport(asking(quantity(() => Number.NaN)), workings).sound).toBe(false);
    expect(collisionReport(asking(quantity(() => workings.model.beta)), workings).sound).toBe(true);
  });
});

describe("of made-up quantities, a mistake", () => {
  const one = (...quantities: readonly NumberQuantity[]) => collisionReport(asking(...quantities), made).quantities[0]?.mistakes[0];

  it("is taken as right where its number is another convention's within 0.2%, as marking takes it", () => {
    const near = (value: number) => one(madeUp("x", 50, { mistakes: { one: value }, conventions: { other: 60 } }))?.state;
    expect([60, 60.11, 59.89].map(near)).toEqual(["hidden", "hidden", "hidden"]);
    expect([60.13, 59.87, 70, -60].map(near)).toEqual(["separate", "separate", "separate", "separate"]);
  });

  it("that is told from everything is told by itself, and one taken as right from nothing", () => {
    expect(one(madeUp("x", 50, { mistakes: { one: 70 } }), madeUp("y", 5, { mistakes: { one: 7 } }))).toEqual({ mistake: "one", value: 70, state: "separate", from: [], separatedBy: [] });
    expect(one(madeUp("x", 50, { mistakes: { one: 50.1, two: 50.2 } }))).toMatchObject({ state: "hidden", from: [] });
  });

  it("is no mistake of a variant that has no number for it", () => {
    const report = collisionReport(asking(madeUp("x", 50, { mistakes: { none: null, one: 70 } })), made);
    expect(report.quantities[0]?.mistakes.map(({ mistake }) => mistake)).toEqual(["one"]);
  });

  it("is told apart by another quantity only where that one has it, does not take it as right, and tells it from all of its like", () => {
    const first = madeUp("x", 50, { mistakes: { one: 70, two: 70.1, three: 70.2 } });
    const by = (mistakes: Readonly<Record<string, number>>) => one(first, madeUp("y", 5, { mistakes }))?.separatedBy;
    expect(by({ one: 7, two: 8, three: 9 })).toEqual(["y"]);
    expect(by({ two: 8, three: 9 })).toEqual([]);
    expect(by({ one: 5.01, two: 8, three: 9 })).toEqual([]);
    expect(by({ one: 7, two: 7.01, three: 9 })).toEqual([]);
    expect(by({ three: 9, two: 8, one: 7 })).toEqual(["y"]);
  });

  it("has another's number where they differ by 0.5% of the larger one at most", () => {
    expect(one(madeUp("x", 50, { mistakes: { one: 100, two: 99.5 } }))?.from).toEqual(["two"]);
    expect(one(madeUp("x", 50, { mistakes: { one: 100, two: 99.49 } }))?.from).toEqual([]);
  });
});

describe("a report is sound", () => {
  it("of numbers alone: a choice has no mistakes", () => {
    const report = collisionReport({ quantities: [madeUpChoice("sign", "more", "less"), madeUp("x", 50)], coincidences: [] }, made);
    expect(report).toMatchObject({ sound: true, quantities: [{ quantity: "x", key: 50, keyPasses: true }] });
  });

  it("where every quantity is, not one of them", () => {
    const passes = madeUp("x", 50);
    expect(collisionReport(asking(passes, madeUp("y", 50, { mistakes: { one: 50.1 } })), made).sound).toBe(false);
    expect(collisionReport(asking(passes, madeUp("y", Number.NaN)), made).sound).toBe(false);
  });

  it("where a key's roundings to three digits and more are right", () => {
    const within = (relative: number) => collisionReport(asking(madeUp("x", 100.4, { relative })), made).quantities[0]?.keyPasses;
    expect([0.01, 0.004, 0.0039].map(within)).toEqual([true, true, false]);
  });

  it("where the engine's key and the recipe agree to eight digits, or to 1e-12", () => {
    const keyPasses = (key: number, recipe: number) =>
      collisionReport(asking(defineNumber({ id: "x", unit: "ratio", decimals: 20, relative: 0.01, engine: () => key, recipe: () => recipe })), made).quantities[0]?.keyPasses;
    expect([keyPasses(50, 50 + 4e-7), keyPasses(50, 50 + 6e-7), keyPasses(1e-6, 1e-6 + 9e-13), keyPasses(1e-6, 1e-6 + 2e-12)]).toEqual([true, false, true, false]);
  });

  it("only in the chapter's variant by a coincidence that was declared", () => {
    const near = madeUp("x", 50, { mistakes: { one: 50.1 } });
    const other = { ...made, variant: { ...made.variant, id: "another" } };
    expect(collisionReport({ quantities: [near], coincidences: ["x/one"] }, made).sound).toBe(true);
    expect(collisionReport({ quantities: [near], coincidences: ["x/one"] }, other).sound).toBe(false);
  });
});
