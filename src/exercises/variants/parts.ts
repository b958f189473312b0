import type { Model } from "./model.ts";
import type { Workings } from "./workings.ts";

/** The regressions of the days before a variant's split and of those since; null where it has none, or a part has too few days. */
export function partsOf({ variant: { split }, treated }: Pick<Workings, "variant" | "treated">): readonly [before: Model | null, since: Model | null] {
  return split === undefined ? [null, null] : [treated(`before ${split}`), treated(`since ${split}`)];
}
