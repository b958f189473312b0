/** A problem of a data file, with line and column where they are known. */
export type FileProblem = {
  readonly kind: "bad-file";
  readonly file: string;
  /** 1 is the file's first line; null where the fault concerns the whole file. */
  readonly line: number | null;
  /** The column's name or 1-based number; null where the fault concerns the whole line. */
  readonly column: string | null;
  readonly fault:
    | "missing"
    | "empty"
    | "too-large"
    | "wrong-delimiter"
    | "decimal-comma"
    | "day-first-date"
    | "unreadable-date"
    | "repeated-date"
    | "unsorted"
    | "not-a-number"
    | "no-series"
    | "not-a-price"
    | "wrong-width"
    | "bad-name"
    | "repeated-name"
    | "no-header"
    | "no-rows"
    | "bad-quotes"
    | "lost-letters"
    | "binary"
    | "not-text"
    | "bad-archive"
    | "not-finite"
    | "not-a-return"
    | "in-percent"
    | "unknown-kind"
    | "ambiguous-dates"
    | "needs-name"
    | "needs-column"
    | "needs-unit"
    | "needs-region"
    | "reserved-name"
    | "unix-dates"
    | "serial-dates"
    | "several-a-day"
    | "needs-section"
    | "mixed-percent"
    | "level"
    | "counts"
    | "gross-returns"
    | "not-returns"
    | "not-a-rate"
    | "missing-code"
    | "doubtful-days"
    | "unknown-frequency"
    | "not-imported"
    | "nothing-to-undo"
    | "not-prepared"
    | "over-quota"
    | "not-a-file"
    | "unreadable"
    | "changed-since-import"
    | "unwritable"
    | "offline"
    | "not-found"
    | "cut-short"
    | "too-slow";
  /** The offending text, cut short. */
  readonly found: string;
  /** For doubtful-days: which they are. */
  readonly doubts?: readonly DayDoubt[];
};

/** A day, or a stretch of days, that no market is likely to have had. */
export type DayDoubt = {
  readonly series: string;
  /** ISO. */
  readonly date: string;
} & (
  /** The price became 1/ratio of what it was (ratio below 1: a reverse split), as on an unadjusted split. */
  | { readonly kind: "split"; readonly ratio: number; readonly value: number }
  /** The same for a ratio as small as 3:2 or 5:4, which a day of bad news reaches too. */
  | { readonly kind: "small-split"; readonly ratio: number; readonly value: number }
  /** The price became a hundredth, or a hundredfold: pence and pounds. */
  | { readonly kind: "hundredfold"; readonly value: number }
  /** One value far off and back on the next day. */
  | { readonly kind: "spike"; readonly value: number }
  | { readonly kind: "jump"; readonly value: number }
  /** Unchanged from that day to the end. */
  | { readonly kind: "stale"; readonly rows: number }
  /** Rows after the day of the import, in a series that begins before it. */
  | { readonly kind: "future"; readonly rows: number }
  /** All rows are after the day of the import: made-up data. */
  | { readonly kind: "all-future"; readonly rows: number }
  /** Rows on one day of the weekend and none on the weekday beside it: dates one day off, or a market with another week. */
  | { readonly kind: "weekdays"; readonly rows: number; readonly on: "Saturdays" | "Sundays"; readonly without: "Fridays" | "Mondays" }
  /** Some rows on Saturdays or Sundays. */
  | { readonly kind: "weekend"; readonly rows: number }
  /** The returns move with the market's of the day before (lag 1) or after (lag −1). */
  | { readonly kind: "shifted"; readonly lag: 1 | -1; readonly sameDay: number; readonly shifted: number }
);

/** A text that was meant as a portfolio of loaded series and can't be one. */
export type PortfolioProblem = {
  readonly kind: "unreadable-portfolio";
  readonly text: string;
  readonly reason: "unknown-name" | "unreadable" | "number-alone" | "empty" | "too-many" | "rate" | "single";
  /** The part that is at fault. */
  readonly at: string;
};
