/**
 * Texts with places for figures: "β² · Var(f) = {varFactorPart}". A place names a figure or one of the words that its
 * text may use ("{asset}"); "{alpha:ratio}" writes the figure as a plain number, as a regression table prints it.
 * Percent and dollar signs come with the unit, so no text writes one beside a place.
 */
import type { EngineResults } from "./engine-results.ts";
import type { Unit } from "./figure.ts";
import { isFigureKey, writtenFigure } from "./figures.ts";

/** Text as it stands, or a figure still to be written by its unit; null where the results don't have it. */
export type TemplatePart = string | { readonly value: number | null; readonly unit: Unit };

const place = /\{([^{}:]*)(:ratio)?\}/g;

/** The names between braces, in their order. */
export const placeholdersIn = (template: string): readonly string[] => Array.from(template.matchAll(place), ([, name]) => name ?? "");

/** The names that are neither a figure nor one of `words`. */
export const unknownPlaceholders = (template: string, words: readonly string[]): readonly string[] =>
  placeholdersIn(template).filter((name) => !isFigureKey(name) && !words.includes(name));

/** The template with words and figures in their places; a name that nothing fills stays as it is. */
export function fillTemplate(template: string, words: Readonly<Record<string, string>>, results: EngineResults): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(place)) {
    const [text, name = "", plain] = match;
    parts.push(template.slice(end, match.index), fillPlace(text, name, plain !== undefined, words, results));
    end = match.index + text.length;
  }
  return [...parts, template.slice(end)];
}

function fillPlace(text: string, name: string, plain: boolean, words: Readonly<Record<string, string>>, results: EngineResults): TemplatePart {
  if (Object.hasOwn(words, name)) return words[name] ?? text;
  if (!isFigureKey(name)) return text;
  const figure = writtenFigure(name, results);
  return plain ? { ...figure, unit: "ratio" } : figure;
}

/** Whether the results have every figure that the template names. */
export const isComplete = (parts: readonly TemplatePart[]): boolean => parts.every((part) => typeof part === "string" || part.value !== null);
