import { figures, figureValue, type FigureKey } from "../../figures/figures.ts";
import type { Unit as FigureUnit } from "../../figures/figure.ts";
import { variantResults } from "../variants/variant-results.ts";
import { defineNumber, type NumberDefinition, type NumberQuantity, type Unit } from "./quantity.ts";

/**
 * A quantity whose key is the figure's value; where the engine refuses there is no key (NaN). The recipe is written
 * a second time on purpose: mistakes are variations of it, and a test compares it with the figure on every variant.
 * The id stands in stored answers, so it stays where the figure's key is renamed.
 */
export const defineFigureQuantity = (
  figure: FigureKey,
  definition: Omit<NumberDefinition, "unit" | "engine" | "figure">,
): NumberQuantity =>
  defineNumber({
    ...definition,
    figure,
    unit: answerUnit(figures[figure].unit),
    engine: (solvedVariant) => figureValue(figure, variantResults(solvedVariant)) ?? Number.NaN,
  });

/** Variances, p-values and counts are answered as plain numbers. */
export const answerUnit = (unit: FigureUnit): Unit => (unit === "variance" || unit === "probability" || unit === "count" ? "ratio" : unit);
