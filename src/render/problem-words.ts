/** A problem as a person reads it. */
export interface ProblemWords {
  readonly cause: string;
  /** What to do now. */
  readonly next: string;
}
