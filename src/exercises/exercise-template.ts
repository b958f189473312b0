import type { Quantity } from "./quantities/quantity.ts";
import { isStep, steps } from "./steps.ts";
import type { Fact } from "./steps.ts";
import type { Workings } from "./variants/workings.ts";

/** The words of a variant that a text may name: "{asset}'s excess returns on {factor}'s, {first} to {last}". */
export const templateWords = ["asset", "factor", "other", "first", "last"] as const;

type TemplateWord = (typeof templateWords)[number];

const isWord = (name: string): name is TemplateWord => templateWords.some((word) => word === name);

/** The names between braces, in their order. */
export function namesIn(template: string): readonly string[] {
  return Array.from(template.matchAll(/\{([^{}]*)\}/g), ([, name]) => name ?? "");
}

/** The names that neither the variant, nor the steps, nor `quantities` can fill. */
export function unknownNames(template: string, quantities: readonly Quantity[]): readonly string[] {
  return namesIn(template).filter(
    (name) => !isWord(name) && !isStep(name) && !quantities.some(({ id }) => id === name),
  );
}

/** What stands in a name's place: words as they are, a number for the room of words to write. */
export type Filling =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "number"; readonly fact: Fact };

/** The template with `write(filling)` in each name's place. */
export function fillExercise(
  template: string,
  quantities: readonly Quantity[],
  workings: Workings,
  write: (filling: Filling) => string,
): string {
  return template.replaceAll(/\{([^{}]*)\}/g, (place, name: string) => {
    const filling = fillingOf(name, quantities, workings);
    return filling === null ? place : write(filling);
  });
}

function fillingOf(name: string, quantities: readonly Quantity[], workings: Workings): Filling | null {
  if (isWord(name)) return { kind: "words", words: wordOf(name, workings) };
  const quantity = quantities.find(({ id }) => id === name);
  if (quantity?.kind === "choice") return { kind: "words", words: quantity.key(workings) };
  if (quantity !== undefined) {
    return { kind: "number", fact: { unit: quantity.unit, value: quantity.key(workings) } };
  }
  return isStep(name) ? { kind: "number", fact: steps[name](workings) } : null;
}

function wordOf(word: TemplateWord, { variant, model }: Workings): string {
  switch (word) {
    case "asset":
      return variant.asset;
    case "factor":
      return variant.factor;
    case "other":
      return variant.other?.asset ?? variant.factor;
    case "first":
      return model.first;
    case "last":
      return model.last;
  }
}
