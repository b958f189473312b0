import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fillExercise } from "../../src/exercises/fill-exercise.ts";
import { isCorrect } from "../../src/exercises/quantities/quantity.ts";
import { codeOf, variantOfCode } from "../../src/exercises/variants/variant-code.ts";
import { candidateVariants, chapterVariant } from "../../src/exercises/variants/variant.ts";
import type { SolvedVariant } from "../../src/exercises/variants/solved-variant.ts";
import { variantResults } from "../../src/exercises/variants/variant-results.ts";
import { blankFigures, blanksOf, exampleNumbers, exampleVariant, fadings, fillsBlank, nextFading } from "../../src/exercises/worked-example.ts";
import { figures, figureValue, writtenFigure } from "../../src/figures/figures.ts";
import { readAnswer } from "../../src/exercises/answer/read-answer.ts";
import { figureText, templateText } from "../../src/render/figure-text.ts";
import { drawnCodes, numbersIn, scanDealtTexts } from "./dealt-texts.ts";
import { exercises, workOut } from "./load-exercises.ts";

const sample = (n: number): string => codeOf(createHmac("sha256", "examples").update(String(n)).digest("hex"));

/** The chapter's variant, all decades, and of the thousands as many as a test has time for. */
function ownVariants(exercise: (typeof exercises.all)[number], ofThousands: number): readonly SolvedVariant[] {
  const codes = Array.from({ length: ofThousands }, (_, n) => variantOfCode(exercise.plan, sample(n))!);
  return [chapterVariant(exercise.plan), ...candidateVariants(exercise.plan), ...codes].flatMap((variant) => {
    const solved = workOut(variant);
    return solved.ok ? [solved.value] : [];
  });
}

describe.each(exercises.all.map((exercise) => [exercise.id, exercise] as const))("%s", (_, exercise) => {
  test("has an example of each fading for every variant, on another ticker or other years, that prints none of its keys", () => {
    for (const own of ownVariants(exercise, 15)) {
      for (const fading of fadings) {
        const example = exampleVariant(exercise, own, fading, workOut);
        expect(example, `${own.variant.id} ${fading}`).not.toBeNull();
        expect(example!.variant.window.id).not.toBe(own.variant.window.id);
        if (exercise.plan.assets.length > 1) expect(example!.variant.asset).not.toBe(own.variant.asset);
        for (const quantity of exercise.quantities) {
          if (quantity.kind === "choice" || quantity.guessable) continue;
          const leaks = exampleNumbers(exercise, example!).filter((value) => value !== null && isCorrect(value, quantity, quantity.key(own)));
          expect(leaks, `${own.variant.id} ${fading} ${quantity.id}`).toEqual([]);
        }
      }
    }
  });

  test("has no key in its hints, on any variant", () => {
    const { text, quantities } = exercise;
    const templates = [...text.hints, ...Object.values(text.partHints).flat()];
    for (const own of ownVariants(exercise, 15)) {
      const printed = templates.flatMap((template) => fillExercise(template, quantities, own)).flatMap((part) => (typeof part === "string" || part.value === null ? [] : [part.value]));
      for (const quantity of quantities) {
        if (quantity.kind === "choice" || quantity.guessable) continue;
        // What the question fixes is in it for everybody.
        const given = [own.variant.budget, own.variant.share];
        expect(printed.filter((value) => !given.includes(value) && isCorrect(value, quantity, quantity.key(own)))).toEqual([]);
      }
    }
  });

  test("prints none of its keys in the finished words of hints and examples (thousands more in test/end-to-end/dealt-texts.test.ts)", () => {
    const { read, leaks } = scanDealtTexts(exercise, drawnCodes(exercise, 12));
    expect(read).toBeGreaterThan(8);
    expect(leaks).toEqual([]);
  });

  test("has data of its own for each fading, so that no blank can be copied from the one before", () => {
    const own = workOut(chapterVariant(exercise.plan));
    if (!own.ok) throw new Error(own.problem.kind);
    const used = fadings.map((fading) => exampleVariant(exercise, own.value, fading, workOut)!.variant.id);
    expect(new Set(used).size).toBe(fadings.length);
  });

  test("comes to each figure from the numbers that its step prints, so that a blank can be worked out", () => {
    const own = workOut(chapterVariant(exercise.plan));
    if (!own.ok) throw new Error(own.problem.kind);
    const example = exampleVariant(exercise, own.value, "worked", workOut)!;
    for (const { figure, work } of exercise.text.example.steps) {
      const written = templateText(fillExercise(work, [], example));
      const sum = written.split(/: | = |, the root of their variance: /u).at(-1)!.replace(/, (?:nearly|the volatility of a year)$/u, "").replace(/ a day · /u, " · ").replaceAll("−", "-");
      if (figure === "betaMonthly") continue;
      const read = readAnswer(sum.replaceAll("$", ""), { kind: "number", unit: figures[figure].unit === "dollars" ? "dollars" : "ratio" });
      const value = read.ok && read.value.kind === "number" ? read.value.value : null;
      expect(value, `${figure}: ${sum}`).not.toBeNull();
      const key = figureValue(figure, variantResults(example))!;
      expect(Math.abs(value! - key) <= 0.01 * Math.abs(key) || `${figure}: ${sum} is ${String(value)}, not ${String(key)}`).toBe(true);
    }
  });

  test("leaves the last steps blank, also where a later step would print them", () => {
    const own = workOut(chapterVariant(exercise.plan));
    if (!own.ok) throw new Error(own.problem.kind);
    for (const fading of ["last-blank", "two-blank"] as const) {
      const example = exampleVariant(exercise, own.value, fading, workOut)!;
      const blanks = blankFigures(exercise, fading);
      expect(blanks).toHaveLength(blanksOf(fading));
      const shown = exercise.text.example.steps.map(({ work }) => templateText(fillExercise(work, [], example, blanks))).join("\n");
      for (const figure of blanks) {
        const { value, unit } = writtenFigure(figure, variantResults(example));
        expect(shown.split(/[\s,;:()]+/u)).not.toContain(figureText(value, unit));
        expect(fillsBlank(value!, figure, example)).toBe(true);
        expect(fillsBlank(value! * 1.02, figure, example)).toBe(false);
      }
    }
  });
});

test("the fadings follow one another, and the reason is the last", () => {
  expect(fadings.map(nextFading)).toEqual(["last-blank", "two-blank", "why", null]);
});

test("the scan of finished words reads numbers as they are written, and finds a key where there is one", () => {
  expect(numbersIn("β is 1.395, α 14.74% a year, $13.6M since 2001-02-03, 6.4e-4, 5 of 2008 and −0.12")).toEqual([1.395, 0.1474, 13_600_000, 0.00064, -0.12].map((value) => expect.closeTo(value, 8) as number));
  const exercise = exercises.find("annualise-alpha")!;
  const [general, nearer] = exercise.text.hints;
  const telling = { ...exercise, text: { ...exercise.text, hints: [general, nearer, "It is {alphaAnnual}."] as const } };
  expect(scanDealtTexts(telling, drawnCodes(telling, 3)).leaks.length).toBeGreaterThan(0);
});
