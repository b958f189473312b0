import { describe, expect, it } from "vitest";
import type { ExerciseDefinition } from "../../../src/exercises/exercise.ts";
import { collisionReport } from "../../../src/exercises/marking/collision-report.ts";
import type { MistakeReport } from "../../../src/exercises/marking/collision-report.ts";
import { alpha, beta } from "../../../src/exercises/quantities/regression.ts";
import { defineNumber } from "../../../src/exercises/quantities/quantity.ts";
import type { NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { workOut } from "../load-exercises.ts";

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
