import { describe, expect, it, test } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { definitions } from "../../../src/exercises/definitions/index.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import type { Mistake, NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import type { Model } from "../../../src/exercises/variants/model.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import type { Workings } from "../../../src/exercises/variants/workings.ts";
import { exercises, workOut } from "../load-exercises.ts";

const solve = (plan: (typeof definitions)[number]["plan"]) => {
  const solved = workOut(chapterVariant(plan));
  if (!solved.ok) throw new Error(solved.problem.kind);
  return solved.value;
};

/** The model as if a day were `times` as long: means and variances grow with it, ratios of like numbers stay. */
function withLongerDays(model: Model, times: number): Model {
  const [low, high] = model.alphaInterval;
  return {
    ...model,
    alpha: model.alpha * times,
    assetMean: model.assetMean * times,
    factorMean: model.factorMean * times,
    riskFreeMean: model.riskFreeMean * times,
    assetVariance: model.assetVariance * times,
    factorVariance: model.factorVariance * times,
    residualVariance: model.residualVariance * times,
    alphaError: model.alphaError * times,
    alphaInterval: [low * times, high * times],
  };
}

function longer(workings: Workings, times: number): Workings {
  return {
    ...workings,
    model: withLongerDays(workings.model, times),
    treated: (treatment) => {
      const model = workings.treated(treatment);
      return model === null ? null : withLongerDays(model, times);
    },
    comparison: workings.comparison === null ? null : withLongerDays(workings.comparison, times),
  };
}

/** How a formula's number grows with the length of a day: 1 in proportion, ½ with its root. */
function growthOf(formula: NumberQuantity["recipe"], workings: Workings): number {
  const at = (of: Workings): number => formula(of.model, of.variant, of);
  const times = 1.0001;
  return Math.log(Math.abs(at(longer(workings, times)) / at(workings))) / Math.log(times);
}

/** What has a period of its own, into which no other period can slip. */
const ownPeriod = ["alpha-compounded", "mean-for-sharpe"];

const cases = definitions.flatMap((definition) =>
  definition.quantities.flatMap((quantity) =>
    quantity.kind === "number" && quantity.periodMistakes.length > 0
      ? quantity.mistakes.flatMap((mistake) => (mistake.formula === null ? [] : [{ exercise: definition.id, quantity, mistake, formula: mistake.formula, plan: definition.plan }]))
      : [],
  ),
);

describe("a wrong period goes into a mistake's formula as often as the formula has the period", () => {
  it("there are mistakes of all powers", () => {
    const powers = cases.flatMap(({ mistake: { periodPowers } }) => Object.values(periodPowers));
    expect(new Set(powers)).toEqual(new Set([-1, 0, 2]));
  });

  test.each(cases.map((each) => ({ ...each, name: `${each.exercise} ${each.quantity.id}: ${each.mistake.id}` })))("$name", ({ quantity, mistake, formula, plan }) => {
    const workings = solve(plan);
    if (formula(workings.model, workings.variant, workings) === 0) return;
    const power = powerOf(mistake, quantity);
    if (ownPeriod.includes(mistake.id)) expect(power).toBe(0);
    else expect(measuredPower(formula, quantity, workings)).toBeCloseTo(power, 2);
  });
});

const isOfPosition = ({ periodMistakes: periods }: NumberQuantity): boolean => periods.some(({ of }) => of === "position");

const powerOf = ({ periodPowers }: Mistake, quantity: NumberQuantity): number => periodPowers[isOfPosition(quantity) ? "position" : "number"] ?? 1;

/** Of a P&L, the part that its position has: its rate of return is in proportion to the days in every formula. */
function measuredPower(formula: NumberQuantity["recipe"], quantity: NumberQuantity, workings: Workings): number {
  const rate = isOfPosition(quantity) && quantity.periodMistakes.some(({ of }) => of === "number") ? 1 : 0;
  return (growthOf(formula, workings) - rate) / (growthOf(quantity.recipe, workings) - rate);
}

describe("a budget over a variance", () => {
  const namesOf = (id: string, field: string, numberOf: (of: Workings) => number): readonly (readonly string[])[] => {
    const exercise = exercises.find(id);
    if (exercise === null || !("plan" in exercise)) throw new Error(id);
    const solved = solve(exercise.plan);
    const form = readForm(exercise.quantities, { [field]: String(Math.round(numberOf(solved))) });
    return markSubmission(exercise, solved, form.answers).parts.find(({ quantity }) => quantity === field)?.alternatives ?? [];
  };
  const overVariance = (days: number) => ({ variant: { budget }, model: { assetVariance } }: Workings): number => (budget ?? 0) / (assetVariance * days);

  it.each([
    ["monthly-position", "positionMonthly", 21],
    ["annual-budget", "positionUnhedged", 252],
  ] as const)("of a day sizes by a day's number (%s)", (id, field, days) => {
    expect(namesOf(id, field, overVariance(1))).toEqual([["variance-for-volatility", "daily-volatility"]]);
    expect(namesOf(id, field, overVariance(days))).toEqual([["variance-for-volatility"]]);
    expect(namesOf(id, field, overVariance(1 / days))).toEqual([["variance-for-volatility", "divided-by-root"]]);
    // With the root of the days under the variance there is no period that these numbers are of.
    expect(namesOf(id, field, overVariance(Math.sqrt(days)))).toEqual([]);
  });
});
