import { describe, expect, test } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { exercises, workOut } from "../load-exercises.ts";

/** Numbers that nobody worked out, the same at each run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

const random = seededRandom(12_345);

const typed = (value: number, digits: number): string => (Math.abs(value) < 1e-9 ? "0" : String(Number(value.toPrecision(digits))));

interface Named {
  readonly oneNumber: boolean;
  readonly digits: number;
  readonly mistakes: number;
}

/** Right forms with an arbitrary number in one field, from a fifth of the key to five times it, and what it was taken for. */
const named: readonly Named[] = exercises.all.flatMap((exercise) => {
  if (!("plan" in exercise)) return [];
  const workings = workOut(chapterVariant(exercise.plan));
  if (!workings.ok) throw new Error(exercise.id);
  const { quantities } = exercise;
  const keys = Object.fromEntries(quantities.map((quantity) => [quantity.id, quantity.key(workings.value)]));
  const right = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, typeof key === "number" ? typed(key, 6) : key]));
  const numbers = quantities.filter(({ kind, id }) => kind === "number" && Math.abs(Number(keys[id])) > 1e-9);
  return [3, 4, 5].flatMap((digits) =>
    Array.from({ length: 60 }).flatMap(() => {
      const quantity = numbers[Math.floor(random() * numbers.length)];
      const factor = 5 ** (2 * random() - 1);
      if (quantity === undefined || Math.abs(factor - 1) < 0.05) return [];
      const form = readForm(quantities, { ...right, [quantity.id]: typed(Number(keys[quantity.id]) * factor, digits) });
      if (form.unreadable.length > 0) return [];
      const part = markSubmission(exercise, workings.value, form.answers).parts.find((each) => each.quantity === quantity.id);
      const isNamed = part?.verdict === "mistake" || part?.verdict === "slip";
      return [{ oneNumber: quantities.length === 1, digits, mistakes: isNamed ? Math.max(...part.alternatives.map((ids) => ids.length)) : 0 }];
    }),
  );
});


describe("of arbitrary wrong numbers", () => {
  test.each([true, false])("few are taken for a mistake, where the form has that one number alone: %s", (oneNumber) => {
    const of = named.filter((each) => each.oneNumber === oneNumber);
    const share = (mistakes: number): number => of.filter((each) => each.mistakes >= mistakes).length / of.length;
    expect(of.length).toBeGreaterThan(400);
    expect(share(1)).toBeLessThan(0.07);
    expect(share(2)).toBeLessThan(0.02);
  });

  test("the more digits, the fewer", () => {
    const share = (digits: number): number => named.filter((each) => each.digits === digits && each.mistakes > 0).length;
    expect(share(5)).toBeLessThan(share(3));
  });
});
