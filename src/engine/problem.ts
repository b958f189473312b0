import type { Frequency } from "./series.ts";

/** A company by its ticker and its name. */
interface NamedCompany {
  readonly ticker: string;
  readonly name: string;
}

/** A series, or a frequency of it, that is not loaded. */
export type SeriesProblem =
  | {
      readonly kind: "unknown-series";
      readonly asked: string;
      /** The most similar ids, best first; empty where nothing is similar. */
      readonly nearest: readonly string[];
      /** Number of loaded series. */
      readonly available: number;
      /** The first few of them. */
      readonly examples: readonly string[];
      /** The company that is meant, by its ticker or its name; left out where none is known. */
      readonly company?: NamedCompany;
    }
  | {
      /** A name that several companies have. */
      readonly kind: "ambiguous-name";
      readonly asked: string;
      readonly companies: readonly (NamedCompany & { readonly isLoaded: boolean })[];
    }
  | {
      readonly kind: "wrong-frequency";
      readonly series: string;
      readonly has: string;
      readonly asked: string;
    }
  | {
      /** Real and simulated returns in one regression. */
      readonly kind: "mixed-origins";
      /** Ids of the imported series, and of those that are the sample's. */
      readonly imported: readonly string[];
      readonly simulated: readonly string[];
      /** The frequency at which they are the sample's. */
      readonly frequency: string;
    };

/** Refused before computing: series without common days, and windows or values that allow no estimate. */
export type EngineProblem =
  | {
      readonly kind: "too-few-rows";
      readonly rows: number;
      readonly needed: number;
      readonly series: readonly string[];
    }
  | {
      /** Fewer rows than one window of a rolling regression has. */
      readonly kind: "window-too-long";
      readonly rows: number;
      readonly window: number;
      readonly series: readonly string[];
    }
  | {
      /** A total return where an excess return is needed, or the risk-free rate would be subtracted twice. */
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
  /** The asset is a combination of the factors: it has no residual risk to size or to appraise. */
  | { readonly kind: "exact-fit"; readonly asset: string; readonly factors: readonly string[] }
  | {
      readonly kind: "no-overlap";
      readonly ranges: readonly { readonly series: string; readonly first: string; readonly last: string }[];
    }
  | { readonly kind: "no-whole-period"; readonly frequency: Frequency; readonly from: string; readonly to: string }
  | { readonly kind: "reversed-window"; readonly from: string; readonly to: string }
  | Extract<SeriesProblem, { readonly kind: "wrong-frequency" }>
  | OutOfRange;

/** A value outside the sensible range; `option` is the name of the parameter. */
export type OutOfRange = {
      readonly kind: "out-of-range";
      readonly option: string;
      /** Of the numbers; left out where they have none. */
      readonly unit?: "dollars";
      readonly value: number;
      readonly min: number;
      readonly max: number;
    };
