import type { Unit } from "../figures/figure.ts";
import type { TemplatePart } from "../figures/template.ts";
import { count, dollars, number, percent, share, shortDollars } from "./numbers.ts";

/** A filled template, each number written by its unit. */
export const templateText = (parts: readonly TemplatePart[]): string =>
  parts.map((part) => (typeof part === "string" ? part : figureText(part.value, part.unit)))
    .join("")
    // "p = {pAlpha}" of a p that is written as below a bound.
    .replaceAll(/= (?=< ?\d)/gu, "");

/** The same in few characters, to stand below a bar: $13.7M, 0.0585%. */
export function shortFigureText(value: number, unit: Unit): string {
  if (unit === "dollars") return shortDollars(value);
  if (unit === "return") return percent(value, 3);
  return unit === "ratio" || unit === "variance" ? number(value, 3) : figureText(value, unit);
}

/** A figure by its unit. */
export function figureText(value: number | null, unit: Unit): string {
  if (value === null) return number(Number.NaN);
  switch (unit) {
    case "return":
      return percent(value);
    case "share":
      return share(value);
    case "dollars":
      return dollars(value);
    case "count":
      return count(value);
    case "years":
      return number(value, 3);
    case "probability":
      return value < 0.001 ? "< 0.001" : number(value, 3);
    case "ratio":
    case "variance":
      return number(value);
  }
}
