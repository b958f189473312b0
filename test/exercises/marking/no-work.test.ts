import { describe, expect, it } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import type { Exercise } from "../../../src/exercises/exercise.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import { isCorrect } from "../../../src/exercises/quantities/quantity.ts";
import type { NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import { candidateVariants, chapterVariant } from "../../../src/exercises/variants/variant.ts";
import type { SolvedVariant } from "../../../src/exercises/variants/solved-variant.ts";
import { someOf } from "../../some-of.ts";
import { exercises, workOut } from "../load-exercises.ts";

/** What can be filled in without a regression, on the chapter's variant and three others. */
const cases = exercises.all.map((exercise) => {
  const variants = [chapterVariant(exercise.plan), ...candidateVariants(exercise.plan).filter((_, at) => at % 9 === 2).slice(0, 3)];
  return { id: exercise.id, exercise, solved: someOf(variants, 3).map(workOut).flatMap((solved) => (solved.ok && exercise.suits(solved.value) ? [solved.value] : [])) };
});

const points = (exercise: Exercise, solvedVariant: SolvedVariant, texts: Readonly<Record<string, string>>): number => {
  const form = readForm(exercise.quantities, texts);
  expect(form.unreadable).toEqual([]);
  return markSubmission(exercise, solvedVariant, form.answers).parts.reduce((sum, part) => sum + part.points, 0);
};

/** The key, or another convention's number, which a number can be by chance. */
const isRight = (value: number, quantity: NumberQuantity, solvedVariant: SolvedVariant): boolean =>
  isCorrect(value, quantity, quantity.key(solvedVariant)) ||
  quantity.conventions.some((convention) => {
    const other = convention.value(solvedVariant.model, solvedVariant.variant, solvedVariant);
    return Math.abs(value - other) <= 0.003 * Math.abs(other);
  });

/** A market's mean that happens to have the key's four digits. */
const hasDigitsOf = (value: number, key: number): boolean => {
  const power = Math.log10(Math.abs(value / key));
  return value !== 0 && Math.abs(power - Math.round(power)) < 0.0005;
};

/** One text in every number's field, and every choice tried in the others. */
function fillings({ quantities }: Exercise, text: string): readonly Readonly<Record<string, string>>[] {
  const [choice] = quantities.filter((quantity) => quantity.kind === "choice");
  const numbers = Object.fromEntries(quantities.filter((quantity) => quantity.kind === "number").map(({ id }) => [id, text]));
  return choice === undefined ? [numbers] : choice.choices.map(({ words }) => ({ ...numbers, [choice.id]: words[0] ?? "" }));
}

describe.each(cases)("$id", ({ exercise, solved }) => {
  it("gives nothing for zeros, constants, the numbers of the question and the market's means", () => {
    for (const solvedVariant of solved) {
      const { model, variant } = solvedVariant;
      const given = [variant.budget, variant.share].filter((number) => number !== null).map(String);
      const means = [model.factorMean, model.factorMean * 252, model.riskFreeMean * 252, Math.sqrt(model.factorVariance * 252)].map((mean) => mean.toPrecision(4));
      for (const text of someOf(["0", "1", "-1", "2", "100", "0.1", "0.01", "1000000", ...given, ...means], 3)) {
        for (const texts of fillings(exercise, text)) {
          const byWork = exercise.quantities.filter((quantity) => quantity.kind === "number" && !quantity.guessable && (isRight(Number(text), quantity, solvedVariant) || hasDigitsOf(Number(text), quantity.key(solvedVariant))));
          if (byWork.length === 0) expect({ variant: variant.id, texts, points: points(exercise, solvedVariant, texts) }).toMatchObject({ points: 0 });
        }
      }
    }
  });

  it("gives a number that is copied into every part what it is worth in its own", () => {
    for (const solvedVariant of solved) {
      for (const source of exercise.quantities) {
        if (source.kind !== "number" || source.guessable) continue;
        const key = source.key(solvedVariant);
        const texts = Object.fromEntries(exercise.quantities.filter((quantity) => quantity.kind === "number").map(({ id }) => [id, key.toPrecision(5)]));
        const right = exercise.quantities.filter((quantity) => quantity.kind === "number" && isRight(key, quantity, solvedVariant));
        expect({ variant: solvedVariant.variant.id, source: source.id, points: points(exercise, solvedVariant, texts) }).toMatchObject({ points: right.length });
      }
    }
  });

  it("gives a later part nothing that follows from constants", () => {
    for (const solvedVariant of solved) {
      const { model, variant } = solvedVariant;
      for (const constant of [1, 2, 0.01, 0.5]) {
        const numbers: Record<string, number> = {};
        for (const quantity of exercise.quantities) {
          if (quantity.kind !== "number") continue;
          numbers[quantity.id] = quantity.errorCarriedForward?.from.every((id) => id in numbers) === true ? quantity.errorCarriedForward.value(numbers, model, variant) : constant;
        }
        const texts = Object.fromEntries(Object.entries(numbers).map(([id, value]) => [id, String(Number(value.toPrecision(4)))]));
        const isByChance = exercise.quantities.some((quantity) => quantity.kind === "number" && isRight(numbers[quantity.id] ?? 0, quantity, solvedVariant));
        if (!isByChance) expect({ variant: variant.id, texts, points: points(exercise, solvedVariant, texts) }).toMatchObject({ points: 0 });
      }
    }
  });

  it("gives a later part nothing that follows from guesses near the key, and its point beside a part that is right", () => {
    for (const solvedVariant of solved) {
      const { model, variant } = solvedVariant;
      for (const later of exercise.quantities) {
        if (later.kind !== "number" || later.errorCarriedForward === null) continue;
        const sources = exercise.quantities.filter((quantity) => quantity.kind === "number" && later.errorCarriedForward?.from.includes(quantity.id) === true);
        if (sources.length < later.errorCarriedForward.from.length) continue;
        for (const factor of [0.537, 0.783, 1.271, 1.573, 2.29]) {
          const numbers = Object.fromEntries(sources.map((source) => [source.id, source.kind === "number" ? Number((source.key(solvedVariant) * factor).toPrecision(3)) : 0]));
          const value = later.errorCarriedForward.value(numbers, model, variant);
          const texts = { ...Object.fromEntries(Object.entries(numbers).map(([id, number]) => [id, String(number)])), [later.id]: value.toPrecision(4) };
          const { parts } = markSubmission(exercise, solvedVariant, readForm(exercise.quantities, texts).answers);
          // A guess that is a known mistake's number, or a convention's, is one by chance.
          if (parts.some(({ quantity, verdict }) => quantity in numbers && verdict !== "unmatched") || isRight(value, later, solvedVariant)) continue;
          expect({ variant: variant.id, texts, points: parts.reduce((sum, part) => sum + part.points, 0) }).toMatchObject({ points: 0 });
          const other = exercise.quantities.find((quantity) => quantity.kind === "number" && !quantity.guessable && quantity !== later && !(quantity.id in numbers) && quantity.errorCarriedForward === null);
          if (other?.kind !== "number") continue;
          expect({ variant: variant.id, texts, points: points(exercise, solvedVariant, { ...texts, [other.id]: other.key(solvedVariant).toPrecision(6) }) }).toMatchObject({ points: 2 });
        }
      }
    }
  });

  it("counts what can be guessed beside another part that is right", () => {
    const [solvedVariant] = solved;
    if (solvedVariant === undefined) throw new Error("no variant");
    for (const guessable of exercise.quantities.filter((quantity) => quantity.guessable)) {
      const text = guessable.kind === "choice" ? (guessable.choices.find(({ id }) => id === guessable.key(solvedVariant))?.words[0] ?? "") : "0";
      const other = exercise.quantities.find((quantity) => quantity.kind === "number" && !quantity.guessable);
      if (other?.kind !== "number") throw new Error("all can be guessed");
      expect(points(exercise, solvedVariant, { [guessable.id]: text })).toBe(0);
      expect(points(exercise, solvedVariant, { [guessable.id]: text, [other.id]: other.key(solvedVariant).toPrecision(6) })).toBe(2);
    }
  });
});

it("a form's score is the points of its parts over their number, as it is said and stored", () => {
  const exercise = exercises.find("tracking-portfolio");
  const solved = exercise === null ? null : workOut(chapterVariant(exercise.plan));
  if (exercise === null || !solved?.ok) throw new Error("no exercise");
  const marking = markSubmission(exercise, solved.value, readForm(exercise.quantities, { trackingHolding: "1", factorPremium: "0.0904" }).answers);
  expect(marking).toMatchObject({ score: 0, verdict: "incorrect" });
});

describe("one digit that the tolerance reaches", () => {
  const exercise = exercises.all.find(({ id }) => id === "jpm-regression")!;
  const chapter = workOut(chapterVariant(exercise.plan));
  if (!chapter.ok) throw new Error("the chapter has its variant");
  const of = (texts: Readonly<Record<string, string>>) => {
    const { parts, score } = markSubmission(exercise, chapter.value, readForm(exercise.quantities, texts).answers);
    return { rSquared: parts.find(({ quantity }) => quantity === "rSquared")?.verdict, points: score * parts.length };
  };

  it("is right, and counts beside another part that is, since it is anybody's guess: 0.5 for an R² of 0.5003", () => {
    expect(of({ rSquared: "0.5" })).toEqual({ rSquared: "correct", points: 0 });
    expect(of({ beta: "1", rSquared: "0.5" })).toEqual({ rSquared: "correct", points: 0 });
    expect(of({ beta: "1.395", rSquared: "0.5" })).toEqual({ rSquared: "correct", points: 2 });
    expect(of({ rSquared: "0.500" })).toEqual({ rSquared: "correct", points: 1 });
    expect(of({ rSquared: "0.50" })).toEqual({ rSquared: "correct", points: 1 });
  });

  it("counts where the key has no more digits itself, and where it is all that is asked", () => {
    const [rSquared] = exercise.quantities.filter((quantity) => quantity.kind === "number" && quantity.id === "rSquared") as NumberQuantity[];
    const half = { ...rSquared!, key: () => 0.5 };
    const others = exercise.quantities.filter(({ id }) => id !== "rSquared");
    const marked = (quantities: typeof exercise.quantities) => markSubmission({ quantities, identities: [] }, chapter.value, readForm(quantities, { rSquared: "0.5" }).answers).parts.find(({ quantity }) => quantity === "rSquared")?.points;
    expect([marked([...others, half]), marked([rSquared!])]).toEqual([1, 1]);
  });
});
