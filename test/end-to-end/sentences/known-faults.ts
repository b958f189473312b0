/** A sentence that was found to say what its rows do not: listed until it is put right, when the test asks for its removal. */
export interface KnownFault {
  /** The predicate that speaks. */
  readonly says: string;
  /** What the predicate says, or what the sentence itself does. */
  readonly fault: RegExp;
  readonly why: string;
}

export const knownFaults: readonly KnownFault[] = [];
