import type { Quantity } from "./quantities/quantity.ts";
import { isStep, steps } from "./steps.ts";
import type { Fact } from "./steps.ts";
import type { SolvedVariant } from "./variants/solved-variant.ts";

/** The words of a variant that a text may name: "{asset}'s excess returns on {factor}'s, {first} to {last}". */
export const templateWords = ["asset", "factor", "other", "first", "last"] as const;

type TemplateWord = (typeof templateWords)[number];

const isTemplateWord = (name: string): name is TemplateWord => templateWords.some((word) => word === name);

/** The names between braces, in their order. */
export function placeholdersIn(template: string): readonly string[] {
  return Array.from(template.matchAll(/\{([^{}]*)\}/g), ([, name]) => name ?? "");
}

/** The names that neither the variant, nor the steps, nor `quantities` can fill. */
export function unknownPlaceholders(template: string, quantities: readonly Quantity[]): readonly string[] {
  return placeholdersIn(template).filter(
    (name) => !isTemplateWord(name) && !isStep(name) && !quantities.some(({ id }) => id === name),
  );
}

/** What stands in a name's place: words as they are, a number for the room of words to write. */
export type TemplateValue =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "number"; readonly fact: Fact };

/** The template with `write(filling)` in each name's place. */
export function fillExercise(
  template: string,
  quantities: readonly Quantity[],
  solvedVariant: SolvedVariant,
  write: (filling: TemplateValue) => string,
): string {
  return template.replaceAll(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const filling = templateValueOf(name, quantities, solvedVariant);
    return filling === null ? placeholder : write(filling);
  });
}

function templateValueOf(name: string, quantities: readonly Quantity[], solvedVariant: SolvedVariant): TemplateValue | null {
  if (isTemplateWord(name)) return { kind: "words", words: variantWord(name, solvedVariant) };
  const quantity = quantities.find(({ id }) => id === name);
  if (quantity?.kind === "choice") return { kind: "words", words: quantity.key(solvedVariant) };
  if (quantity !== undefined) {
    return { kind: "number", fact: { unit: quantity.unit, value: quantity.key(solvedVariant) } };
  }
  return isStep(name) ? { kind: "number", fact: steps[name](solvedVariant) } : null;
}

function variantWord(word: TemplateWord, { variant, model }: SolvedVariant): string {
  switch (word) {
    case "asset":
      return variant.asset;
    case "factor":
      return variant.factor;
    case "other":
      return variant.comparison?.asset ?? variant.factor;
    case "first":
      return model.first;
    case "last":
      return model.last;
  }
}
