import type { FilledPart } from "../glossary/filled-parts.ts";
import { count, dollars, number, percent, share } from "./numbers.ts";

/** A lesson's formula with an asset's numbers, each written by its unit. */
export function filledFormula(parts: readonly FilledPart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : writeValue(part))).join("");
}

function writeValue({ value, unit }: Exclude<FilledPart, string>): string {
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
