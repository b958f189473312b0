import { expect, test } from "vitest";
import { numbersOn } from "../../../src/exercises/marking/numbers-on.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { exercises, workOut } from "../load-exercises.ts";

const numberQuantities = exercises.all.flatMap(({ plan, quantities }) => {
  const solved = workOut(chapterVariant(plan));
  if (!solved.ok) throw new Error(solved.problem.kind);
  return quantities.flatMap((quantity) => (quantity.kind === "number" ? [{ quantity, solved: solved.value }] : []));
});

test("a quantity's numbers are its formulas' on those workings, each quantity's its own, and the same when asked for again", () => {
  for (const { quantity, solved } of numberQuantities) {
    const all = [solved, ...solved.refitMistakes.flatMap(({ workings }) => workings())];
    for (const workings of all) {
      const numbers = numbersOn(quantity, workings);
      const { model, variant } = workings;
      const formulas = quantity.mistakes.flatMap(({ formula }) => (formula === null ? [] : [formula(model, variant, workings)]));
      expect(numbers.right).toBe(quantity.recipe(model, variant, workings));
      expect(numbers.formulas.map(({ value }) => value)).toEqual(formulas);
      expect(numbers.ofOneMistake).toEqual([...formulas, ...quantity.periodMistakes.map(({ factor }) => numbers.right * factor)].filter(Number.isFinite));
      expect(numbersOn(quantity, workings)).toBe(numbers);
    }
  }
});
