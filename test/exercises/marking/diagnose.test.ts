import { describe, expect, test } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import type { NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import { candidateVariants, chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { exercises, workOut } from "../load-exercises.ts";

/** Numbers that nobody worked out, the same at each run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

const random = seededRandom(12_345);

const typed = (value: number, digits: number): string => (Math.abs(value) < 1e-9 ? "0" : String(Number(value.toPrecision(digits))));

/** What people type who have not worked anything out. */
const guesses = ["0", "1", "1.0", "2", "0.1", "0.5", "0.8", "1.2", "1.5", "0.05", "0.12", "0.25", "5%", "10%", "20", "100"];

interface Marked {
  readonly typed: string;
  readonly place: "alone" | "beside right ones" | "everywhere";
  readonly isNamed: boolean;
}

/** Three variants of every exercise, an arbitrary number in one field or in all, from a quarter of the key to four times it. */
const marked: readonly Marked[] = exercises.all.flatMap((exercise) => {
  const variants = [chapterVariant(exercise.plan), ...candidateVariants(exercise.plan).filter((_, at) => at % 9 === 4).slice(0, 2)];
  return variants.map(workOut).flatMap((worked) => {
    if (!worked.ok || !exercise.suits(worked.value)) return [];
    const numbers = exercise.quantities.filter((quantity) => quantity.kind === "number");
    const right = Object.fromEntries(numbers.map((quantity) => [quantity.id, typed(quantity.key(worked.value), 5)]));
    const near = (quantity: NumberQuantity): number => {
      const key = quantity.key(worked.value);
      return (Math.abs(key) < 1e-9 ? 0.5 : key) * 4 ** (2 * random() - 1);
    };
    const mark = (place: Marked["place"], label: string, texts: Readonly<Record<string, string>>, ids: readonly string[]): readonly Marked[] => {
      const { answers, unreadable } = readForm(exercise.quantities, texts);
      if (unreadable.length > 0) return [];
      const { parts } = markSubmission(exercise, worked.value, answers);
      return parts.filter(({ quantity, verdict }) => ids.includes(quantity) && ["mistake", "slip", "unmatched"].includes(verdict)).map(({ verdict }) => ({ typed: label, place, isNamed: verdict !== "unmatched" }));
    };
    const inEach = (quantity: NumberQuantity, text: string, label: string): readonly Marked[] => [
      ...mark("alone", label, { [quantity.id]: text }, [quantity.id]),
      ...(numbers.length > 1 ? mark("beside right ones", label, { ...right, [quantity.id]: text }, [quantity.id]) : []),
    ];
    return [
      ...numbers.flatMap((quantity) => [
        ...[1, 2, 3, 4, 5].flatMap((digits) => Array.from({ length: 3 }).flatMap(() => inEach(quantity, typed(near(quantity), digits), `${String(digits)} digits`))),
        ...guesses.flatMap((guess) => (quantity.unit === "dollars" && Number.parseFloat(guess) < 20 ? [] : inEach(quantity, guess, "a guess"))),
      ]),
      ...[1, 2, 3, 4, 5].flatMap((digits) => Array.from({ length: 3 }).flatMap(() => (numbers.length > 1 ? mark("everywhere", `${String(digits)} digits`, Object.fromEntries(numbers.map((quantity) => [quantity.id, typed(near(quantity), digits)])), numbers.map(({ id }) => id)) : []))),
    ];
  });
});

/** In how many of a hundred a number that nobody worked out gets a name. */
const namedOf = (label: string, place: Marked["place"]): number => {
  const of = marked.filter((each) => each.typed === label && each.place === place);
  expect(of.length).toBeGreaterThan(150);
  return (100 * of.filter(({ isNamed }) => isNamed).length) / of.length;
};

describe("a number that nobody worked out is seldom taken for a mistake", () => {
  test.each([
    ["a guess", { "alone": 2, "beside right ones": 4 }],
    ["1 digits", { "alone": 2, "beside right ones": 3, "everywhere": 1 }],
    ["2 digits", { "alone": 2, "beside right ones": 3, "everywhere": 1 }],
    ["3 digits", { "alone": 3, "beside right ones": 4, "everywhere": 1 }],
    ["4 digits", { "alone": 3, "beside right ones": 3, "everywhere": 1 }],
    ["5 digits", { "alone": 3, "beside right ones": 3, "everywhere": 1 }],
  ] as const)("%s: at most so many in a hundred: %j", (label, most) => {
    const places = Object.keys(most) as Marked["place"][];
    const found = Object.fromEntries(places.map((place) => [place, namedOf(label, place)]));
    for (const [place, limit] of Object.entries(most)) expect(found[place], JSON.stringify(found)).toBeLessThanOrEqual(limit);
  });
});
