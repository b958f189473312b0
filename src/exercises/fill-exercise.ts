import { fillTemplate, type TemplatePart } from "../figures/template.ts";
import type { Quantity } from "./quantities/quantity.ts";
import type { SolvedVariant } from "./variants/solved-variant.ts";
import { variantResults } from "./variants/variant-results.ts";

/** The words of a variant that a text may name: "{asset}'s excess returns on {factor}'s, {first} to {last}". */
export const variantWords = ["asset", "factor", "other", "first", "last"] as const;

/** A text with the variant's words and figures in place; `quantities` give the words of their choices. */
export function fillExercise(template: string, quantities: readonly Quantity[], solvedVariant: SolvedVariant): readonly TemplatePart[] {
  const { variant, model } = solvedVariant;
  const words: Readonly<Record<(typeof variantWords)[number], string>> = {
    asset: variant.asset,
    factor: variant.factor,
    other: variant.comparison?.asset ?? variant.factor,
    first: model.first,
    last: model.last,
  };
  const choices = quantities.flatMap((quantity) => (quantity.kind === "choice" ? [[quantity.id, quantity.key(solvedVariant)] as const] : []));
  return fillTemplate(template, { ...words, ...Object.fromEntries(choices) }, variantResults(solvedVariant));
}
