import { fillTemplate, type TemplatePart } from "../figures/template.ts";
import type { Quantity } from "./quantities/quantity.ts";
import type { SolvedVariant } from "./variants/solved-variant.ts";
import { variantResults } from "./variants/variant-results.ts";

/** The words of a variant that a text may name: "{asset}'s excess returns on {factor}'s, {first} to {last}". */
export const variantWords = ["asset", "factor", "other", "first", "last", "split"] as const;

/** What stands in place of a number that is left open. */
const blank = "____";

/** A text with the variant's words and figures in place; `quantities` give the words of their choices, and `blanks` are figures that are left open. */
export function fillExercise(template: string, quantities: readonly Quantity[], solvedVariant: SolvedVariant, blanks: readonly string[] = []): readonly TemplatePart[] {
  const { variant, model } = solvedVariant;
  const words: Readonly<Record<(typeof variantWords)[number], string>> = {
    asset: variant.asset,
    factor: variant.factor,
    other: variant.comparison?.asset ?? variant.factor,
    first: model.first,
    last: model.last,
    split: variant.split ?? model.last,
  };
  const choices = quantities.flatMap((quantity) => (quantity.kind === "choice" ? [[quantity.id, quantity.key(solvedVariant)] as const] : []));
  return fillTemplate(template, { ...words, ...Object.fromEntries(choices), ...Object.fromEntries(blanks.map((name) => [name, blank])) }, variantResults(solvedVariant));
}
