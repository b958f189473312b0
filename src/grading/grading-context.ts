import type { Exercises } from "../exercises/exercises.ts";
import type { VariantCache } from "./variant-cache.ts";

/** What grading needs of the program; the commands' context is one. */
export interface GradingContext {
  readonly exercises: Exercises;
  readonly variantCache: VariantCache;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** HMAC-SHA-256 of a text, in hexadecimal. */
  readonly keyedHash: (secret: string, text: string) => string;
}
