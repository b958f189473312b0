import type { Treatment } from "./treatment.ts";
import type { Model } from "./model.ts";
import type { Variant } from "./variant.ts";

/** The numbers that formulas are worked out from, right or wrong. */
export interface Workings {
  readonly variant: Variant;
  readonly model: Model;
  /** The same regression on data that are treated otherwise; null where this variant can't have it. */
  readonly treated: (treatment: Treatment) => Model | null;
  /** Of the stock it is compared with, on the same window. */
  readonly comparison: Model | null;
}
