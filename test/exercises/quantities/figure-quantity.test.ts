import { expect, test } from "vitest";
import { definitions } from "../../../src/exercises/definitions/index.ts";
import { figures } from "../../../src/figures/figures.ts";
import { candidateVariants, chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { workOut } from "../load-exercises.ts";

test.each(definitions)("every number of $id is a figure, and equals its recipe on every variant", ({ plan, quantities }) => {
  const numbers = quantities.filter((quantity) => quantity.kind === "number");
  let compared = 0;
  for (const variant of [chapterVariant(plan), ...candidateVariants(plan)]) {
    const solved = workOut(variant);
    if (!solved.ok) continue;
    for (const { id, figure, key, recipe } of numbers) {
      const [value, again] = [key(solved.value), recipe(solved.value.model, solved.value.variant, solved.value)];
      expect(figure, id).not.toBeNull();
      const size = figures[figure!].zeroByConstruction ? 1 : Math.abs(again);
      expect(Math.abs(value - again), `${variant.id} ${id}: ${value} and ${again}`).toBeLessThanOrEqual(1e-12 * size);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(numbers.length * 5);
});
