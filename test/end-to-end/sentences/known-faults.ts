/** A sentence that was found to say what its rows do not: listed until it is put right, when the test asks for its removal. */
export interface KnownFault {
  /** The predicate that speaks. */
  readonly says: string;
  /** What the predicate says, or what the sentence itself does. */
  readonly fault: RegExp;
  readonly why: string;
}

export const knownFaults: readonly KnownFault[] = [
  {
    says: "No standard error and no volatility a year: they take rows as independent, and a ⟨day‖month⟩'s value is much like the one before (autocorrelation #).",
    fault: /rows can't say so/u,
    why: "/describe takes a chance autocorrelation of 3 months as a sign that rows go together",
  },
  {
    says: "@ and @: correlation #, ≈⟨, or wider: the rows are few⟩ · covariance #, a year #",
    fault: /^held away from 1/u,
    why: "/describe of HALF and LIFT: correlation 1.00, interval −0.98 to 1.00, as stretches are held 4 ⁄ n away from 1 and the whole is not",
  },
  {
    says: "@: factor risk # (R²)⟨ · ≈⟩ · idiosyncratic #",
    fault: /^held away from 1/u,
    why: "/variance of NEAR on 60 days: 99.3%, interval 67.8% to > 99.9%, as stretches are held 4 ⁄ n away from 1 and the whole is not",
  },
];
