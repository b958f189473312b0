/** A name, or a frequency of it, that the loaded data do not have. */
export type SeriesProblem =
  | {
      readonly kind: "unknown-series";
      readonly asked: string;
      /** The most similar ids, best first; empty where nothing is near. */
      readonly nearest: readonly string[];
      /** How many series are loaded in all. */
      readonly available: number;
    }
  | {
      readonly kind: "wrong-frequency";
      readonly series: string;
      readonly has: string;
      readonly asked: string;
    };

/** What the mathematics refuses before it computes: series that do not meet, windows and values that make no estimate. */
export type EngineProblem =
  | {
      readonly kind: "too-few-rows";
      readonly rows: number;
      readonly needed: number;
      readonly series: readonly string[];
    }
  | {
      /** A total return where an excess return is needed, or the risk-free rate about to be taken off twice. */
      readonly kind: "wrong-return-kind";
      readonly series: string;
      readonly has: "excess" | "total" | "rate";
      readonly needs: "excess" | "total" | "rate";
    }
  | { readonly kind: "constant-series"; readonly series: string; readonly value: number }
  | {
      readonly kind: "collinear";
      /** The series that form an exact (to working precision) linear combination. */
      readonly series: readonly string[];
      readonly conditionNumber: number;
    }
  | { readonly kind: "ill-conditioned"; readonly conditionNumber: number; readonly digitsLeft: number }
  | { readonly kind: "not-finite"; readonly series: string; readonly date: string; readonly value: number }
  | { readonly kind: "factor-is-asset"; readonly series: string }
  /** The asset is a combination of the factors: no risk is left of its own to size, or to be paid for. */
  | { readonly kind: "exact-fit"; readonly asset: string; readonly factors: readonly string[] }
  | {
      readonly kind: "gaps-in-dates";
      readonly gaps: number;
      readonly first: { readonly after: string; readonly before: string };
    }
  | {
      readonly kind: "no-overlap";
      readonly ranges: readonly { readonly series: string; readonly first: string; readonly last: string }[];
    }
  | { readonly kind: "reversed-window"; readonly from: string; readonly to: string }
  | Extract<SeriesProblem, { readonly kind: "wrong-frequency" }>
  | OutOfRange;

/** A value outside the range that makes sense; `option` is the name of what it was given as. */
export type OutOfRange = {
      readonly kind: "out-of-range";
      readonly option: string;
      readonly value: number;
      readonly min: number;
      readonly max: number;
    };
