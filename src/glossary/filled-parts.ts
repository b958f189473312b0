import type { LessonNumbers } from "../figures/lesson-numbers.ts";
import { lessonQuantities } from "../figures/lesson-quantities.ts";
import type { LessonQuantity } from "../figures/lesson-quantities.ts";
import { templateKeys } from "./lesson-template.ts";

/** A piece of a filled formula: text as it stands, or a number still to be worded by its unit. */
export type FilledPart = string | { readonly value: number; readonly unit: QuantityUnit };

export type QuantityUnit = (typeof lessonQuantities)[number]["unit"];

/** Zero by construction: what is left of it is rounding. */
const zeroByConstruction: readonly LessonQuantity[] = ["betaResidual", "correlationResidual"];

const units = new Map<string, QuantityUnit>(lessonQuantities.map(({ key, unit }) => [key, unit]));

/** A lesson's template with an asset's names and numbers in place; null where the asset has not all of them. */
export function filledParts(
  template: string,
  names: { readonly asset: string; readonly factor: string },
  numbers: LessonNumbers,
): readonly FilledPart[] | null {
  const parts: FilledPart[] = [];
  let remainder = template;
  for (const key of templateKeys(template).keys) {
    const index = remainder.indexOf(`{${key}}`);
    parts.push(remainder.slice(0, index));
    remainder = remainder.slice(index + key.length + 2);
    if (key === "asset" || key === "factor") {
      parts.push(names[key]);
      continue;
    }
    const value = numbers[key];
    if (value === null) return null;
    parts.push({ value: zeroByConstruction.includes(key) ? 0 : value, unit: units.get(key) ?? "ratio" });
  }
  return [...parts, remainder];
}
