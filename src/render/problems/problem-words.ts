/** A problem as a person reads it. */
export interface ProblemWords {
  readonly cause: string;
  /** What to do now. */
  readonly next: string;
}

/** The words of each kind of a module's problems: a kind without words does not compile. */
export type WordsOf<P extends { readonly kind: string }> = { readonly [K in P["kind"]]: (problem: Extract<P, { readonly kind: K }>) => ProblemWords };
