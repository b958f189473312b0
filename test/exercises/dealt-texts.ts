import { createHmac } from "node:crypto";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { fillExercise } from "../../src/exercises/fill-exercise.ts";
import { isCorrect } from "../../src/exercises/quantities/quantity.ts";
import { testVariant } from "../../src/exercises/variants/sound-variants.ts";
import type { SolvedVariant } from "../../src/exercises/variants/solved-variant.ts";
import { codeOf, variantOfCode } from "../../src/exercises/variants/variant-code.ts";
import { variantResults } from "../../src/exercises/variants/variant-results.ts";
import { solutionKeepsKeys } from "../../src/exercises/shown-numbers.ts";
import { exampleVariant, fadings } from "../../src/exercises/worked-example.ts";
import { writtenFigure } from "../../src/figures/figures.ts";
import { figureText, templateText } from "../../src/render/figure-text.ts";
import { workOut } from "./load-exercises.ts";

/** A number in a finished text that would be marked as right for a part that is still open. */
interface Leak {
  readonly variant: string;
  readonly quantity: string;
  readonly key: number;
  readonly where: string;
  readonly text: string;
}

/**
 * Reads the finished words that somebody has before they answer, over variants as they are dealt: the hints of every
 * level and part, the worked examples of every fading, each step with its number, and the solution of the variant before,
 * where the dealing lets the one follow on the other. Returns how many variants it read and the keys that it found. What the question itself says, and what a template says on every variant, is no key.
 */
export function scanDealtTexts(exercise: Exercise, codes: Iterable<string>): { readonly read: number; readonly texts: number; readonly solutions: number; readonly leaks: readonly Leak[] } {
  const leaks: Leak[] = [];
  let [read, texts, solutions] = [0, 0, 0];
  let before: SolvedVariant | null = null;
  for (const code of codes) {
    const variant = variantOfCode(exercise.plan, code);
    const own = variant === null ? null : workOut(variant);
    if (!own?.ok) continue;
    read++;
    const look = (where: string, text: string, said: readonly number[]): void => {
      texts++;
      for (const quantity of exercise.quantities) {
        if (quantity.kind === "choice" || quantity.guessable) continue;
        const key = quantity.key(own.value);
        if (Math.abs(key) <= quantity.tolerance.floor) continue;
        if (numbersIn(text).some((value) => !said.includes(value) && isCorrect(value, quantity, key)) && isDealt(exercise, own.value)) leaks.push({ variant: own.value.variant.id, quantity: quantity.id, key, where, text });
      }
    };
    const question = numbersIn(filled(exercise.text.question, exercise, own.value));
    const hints = [...exercise.text.hints, ...Object.values(exercise.text.partHints).flat()];
    for (const [level, template] of hints.entries()) look(`hint ${String(level + 1)}`, filled(template, exercise, own.value), [...question, ...constantsOf(template)]);
    for (const fading of fadings) {
      const example = exampleVariant(exercise, own.value, fading, workOut);
      if (example === null) continue;
      for (const [step, { figure, work }] of exercise.text.example.steps.entries()) {
        const written = writtenFigure(figure, variantResults(example));
        const text = `${templateText(fillExercise(work, [], example))} = ${figureText(written.value, written.unit)}`;
        look(`example ${fading}, step ${String(step + 1)} (${example.variant.id})`, text, [...question, ...constantsOf(work)]);
      }
    }
    look("why", [exercise.text.example.why.ask, exercise.text.example.why.right, ...exercise.text.example.why.wrong].join("\n"), []);
    if (before !== null && solutionKeepsKeys(exercise, before, own.value)) {
      solutions++;
      look(`solution of ${before.variant.id}`, filled(exercise.text.solution, exercise, before), [...question, ...constantsOf(exercise.text.solution)]);
    }
    before = own.value;
  }
  return { read, texts, solutions, leaks };
}

/** Whether it makes a good question: one whose t is 1.96, the limit that everybody knows, is given to nobody. */
function isDealt(exercise: Exercise, { variant }: SolvedVariant): boolean {
  const steps = testVariant(exercise, variant, workOut);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value !== null;
  }
}

/** Codes as they are dealt: so many of an exercise. */
export const drawnCodes = (exercise: Exercise, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => codeOf(createHmac("sha256", "dealt texts").update(`${exercise.id} ${String(n)}`).digest("hex")));

/** One code of each variant that there is, every `stride`-th of them. */
export function everyCode({ plan }: Exercise, stride: number): readonly string[] {
  const codeAt = (n: number): string => codeOf(n.toString(16).padStart(13, "0"));
  const dataAt = (n: number): string => JSON.stringify({ ...variantOfCode(plan, codeAt(n)), id: "" });
  const codes = [codeAt(0)];
  // A code counts through all variants before it comes back to the first.
  for (let n = 1; dataAt(n) !== dataAt(0); n++) codes.push(codeAt(n));
  return codes.filter((_, n) => n % stride === 0);
}

const filled = (template: string, { quantities }: Exercise, own: SolvedVariant): string => templateText(fillExercise(template, quantities, own));

/** The numbers of a template that are there on every variant. */
const constantsOf = (template: string): readonly number[] => numbersIn(template.replaceAll(/\{[^}]*\}/gu, " "));

const scales: Readonly<Record<string, number>> = { "%": 0.01, K: 1e3, M: 1e6, B: 1e9 };

/** The numbers of two digits and more in a text, dates and years left out. */
export function numbersIn(text: string): readonly number[] {
  const plain = text.replaceAll(/\d{4}-\d{2}-\d{2}|\b(?:19|20)\d{2}\b/gu, " ");
  return [...plain.matchAll(/([−-]?)\$?(\d[\d,]*)(\.\d+)?(?:e([−-]?\d+))?\s?([%KMB])?(?![\p{L}\d])/gu)].flatMap(([, sign, whole = "", fraction = "", power = "0", scale = ""]) => {
    const digits = `${whole.replaceAll(",", "")}${fraction}`;
    if (digits.replace(".", "").replace(/^0+/u, "").length < 2) return [];
    return [Number(digits) * 10 ** Number(power.replace("−", "-")) * (scales[scale] ?? 1) * (sign === "" ? 1 : -1)];
  });
}
