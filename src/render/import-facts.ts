import type { DayDoubt } from "../datasets/problem.ts";

/** The result of an import, declared here so that render does not depend on datasets. */
export interface ImportFacts {
  readonly file: string;
  readonly sha256: string;
  readonly layout: "course" | "french" | "prices" | "returns";
  /** The layout that was recognized: "yfinance", "long table". */
  readonly form: string;
  readonly vintage: string | null;
  readonly series: readonly {
    readonly id: string;
    readonly kind: "excess" | "total" | "rate";
    readonly frequency: string;
    readonly rows: number;
    readonly first: string;
    readonly last: string;
    readonly blanks: number;
    readonly blanksBefore: number;
    readonly blanksAfter: number;
  }[];
  readonly empty: readonly string[];
  readonly notes: readonly ImportNote[];
  readonly doubts: readonly DayDoubt[];
  readonly changes: readonly {
    readonly series: string;
    readonly frequency: string;
    readonly file: string;
    /** The first day of the file, where the older one ends before it: there is no return from one to the other. */
    readonly withoutReturn?: string | null;
    readonly added: number;
    readonly kept: number;
    readonly revised: number;
    /** The day since 1970, and the return before and now. */
    readonly largestRevision: { readonly day: number; readonly from: number; readonly to: number } | null;
  }[];
  readonly replaced: string | null;
  /** The import that had the same bytes and gave the same series; null where there was none. */
  readonly same?: { readonly file: string; readonly importedAt: string } | null;
  readonly shadowed: readonly { readonly series: string; readonly file: string }[];
  readonly hides: readonly { readonly series: string; readonly file: string }[];
  readonly lacksMarket: boolean;
  /** Some column is prices; all are where the layout says so. */
  readonly holdsPrices: boolean;
}

export type ImportNote =
  | { readonly kind: "codes"; readonly series: string; readonly code: string; readonly count: number }
  | { readonly kind: "bid-ask"; readonly series: string; readonly count: number }
  | { readonly kind: "weeks"; readonly weekday: string; readonly begins: boolean }
  | { readonly kind: "unfinished"; readonly date: string; readonly period: "day" | "week" | "month" | "year" }
  | { readonly kind: "events"; readonly count: number }
  | { readonly kind: "perhaps-logs"; readonly series: string; readonly volatility: number }
  | { readonly kind: "plain-close"; readonly series: string }
  | { readonly kind: "holes"; readonly series: string; readonly count: number }
  | { readonly kind: "named-by-file"; readonly series: string }
  | { readonly kind: "encoding"; readonly encoding: string }
  | { readonly kind: "set-aside"; readonly columns: readonly { readonly name: string; readonly reason: "ratio" | "level" | "count" | "either" }[] }
  | { readonly kind: "divided"; readonly series: readonly string[]; readonly divisor: number }
  | { readonly kind: "decimal" }
  | { readonly kind: "calendar"; readonly series: readonly string[]; readonly count: number; readonly first: string }
  | { readonly kind: "section"; readonly title: string; readonly sections: number; readonly isSheet?: true };
