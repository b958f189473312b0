import type { Quantity } from "../../exercises/quantities/quantity.ts";
import { changedKeys } from "../../grading/changed-keys.ts";
import { figureText } from "../../render/figure-text.ts";
import { count } from "../../render/numbers.ts";
import { escaped } from "../../render/plain.ts";
import type { Check } from "../../store/check-records.ts";
import type { AppContext } from "../app-context.ts";

/**
 * "The data have changed since this was posted. The key stays: beta 1.395 (the data give 1.402 now)."; null where every
 * key would be written as it was. Holds keys: for those who may read them.
 */
export function changedKeysWords(check: Check, labels: Readonly<Record<string, string>>, context: AppContext): string | null {
  const changed = changedKeys(check, context).flatMap(({ quantity, variant, posted, now }) => {
    const [before, after] = [keyText(quantity, posted), keyText(quantity, now)];
    return before === after ? [] : [{ variant, words: `${escaped(labels[quantity.id] ?? quantity.id)} ${before} (the data give ${after} now)` }];
  });
  if (changed.length === 0) return null;
  const variants = new Set(changed.map(({ variant }) => variant)).size;
  const keys = check.variants ? `those of ${count(variants)} ${variants === 1 ? "variant" : "variants"} would be others now` : changed.map(({ words }) => words).join("; ");
  return `The data have changed since this was posted. The ${check.variants || changed.length > 1 ? "keys stay" : "key stays"}: ${keys}.`;
}

const keyText = (quantity: Quantity, key: number | string): string => (quantity.kind === "number" && typeof key === "number" ? figureText(key, quantity.unit) : String(key));
