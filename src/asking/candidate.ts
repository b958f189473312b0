import type { Evidence } from "./evidence.ts";
import type { Topics } from "./topic-index.ts";
import type { Knowledge, Reading } from "./understanding.ts";

/** What the classifier says of each label. */
export type Chances = ReadonlyMap<string, number>;

export interface ReaderContext {
  readonly knowledge: Knowledge;
  readonly topics: Topics;
  /** Whether a question says what the statement of this id says. */
  readonly agrees: (claim: string, text: string) => boolean;
  readonly similarClaims: (text: string) => readonly { readonly id: string; readonly score: number }[];
}

/** One thing that a question may want, with its chance, and whether the second vote says the same. */
export interface Candidate {
  readonly chance: number;
  readonly isAgreed: boolean;
  /** Of what it may want, the first reading's share of the chance; absent: there is one kind of reading alone. */
  readonly share?: number;
  /** What speaks for the first reading beside its chance: the second vote's, by name. */
  readonly votes?: Evidence;
  readonly readings: readonly Reading[];
}
