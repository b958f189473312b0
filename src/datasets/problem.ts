/** A problem of a data file, with line and column where they are known. */
export type FileProblem = {
  readonly kind: "bad-file";
  readonly file: string;
  /** 1 is the file's first line; null where the fault concerns the whole file. */
  readonly line: number | null;
  /** The column's name or 1-based number; null where the fault concerns the whole line. */
  readonly column: string | null;
  readonly fault: LayoutFault | MeaningFault | AccessFault | "doubtful-days";
  /** The offending text, cut short. */
  readonly found: string;
  /** For doubtful-days: which they are. */
  readonly doubts?: readonly DayDoubt[];
  /** For needs-unit: the units that make a rate of "found", and what it would be per year, as a decimal. */
  readonly units?: readonly { readonly unit: "decimal" | "percent" | "percent-per-year" | "decimal-per-year"; readonly annual: number }[];
};

/** How rows, dates and cells are written. */
export type LayoutFault =
  | "empty"
  | "wrong-delimiter"
  | "bad-quotes"
  | "lost-letters"
  | "not-an-id"
  | "rounded-ids"
  | "not-canvas"
  | "repeated-id"
  | "no-header"
  | "no-rows"
  | "no-series"
  | "wrong-width"
  | "bad-name"
  | "repeated-name"
  | "needs-section"
  /** One row per year, one column per month. */
  | "months-in-columns"
  | "day-first-date"
  | "unreadable-date"
  | "ambiguous-dates"
  | "unix-dates"
  | "serial-dates"
  | "repeated-date"
  | "several-a-day"
  | "unsorted"
  | "decimal-comma"
  | "not-a-number"
  | "not-finite"
  | "mixed-percent";

/** What the numbers are: prices or returns, in which unit, of which series. */
export type MeaningFault =
  | "unknown-kind"
  | "not-a-price"
  | "not-a-return"
  | "in-percent"
  | "mixed-units"
  /** Percent in one column and decimals in another: "found" names one of each. */
  | "mixed-columns"
  | "gross-returns"
  | "not-returns"
  /** Returns that were added up, or compounded, from the first row on. */
  | "cumulative"
  | "level"
  | "counts"
  | "not-a-rate"
  | "price-or-rate"
  | "price-or-ratio"
  | "needs-unit"
  | "needs-annual-unit"
  | "missing-code"
  | "unknown-frequency"
  | "ambiguous-weeks"
  | "other-weeks"
  | "needs-name"
  | "needs-column"
  | "needs-region"
  | "reserved-name"
  /** The bundled sample's numbers. */
  | "simulated";

/** The file as a whole: whether it can be had, opened and kept. */
export type AccessFault =
  | "missing"
  | "not-a-file"
  | "unreadable"
  | "too-large"
  | "binary"
  | "not-text"
  | "bad-archive"
  | "offline"
  | "not-found"
  /** A service that has no prices of a ticker; that refuses them; that answers with something else. */
  | "no-ticker"
  | "refused-ticker"
  | "odd-answer"
  | "cut-short"
  | "too-slow"
  | "not-prepared"
  | "not-imported"
  | "nothing-to-undo"
  | "over-quota"
  /** More rows of people than a course has. */
  | "too-many-students"
  | "changed-since-import"
  | "unwritable";

/** A day, or a stretch of days, that no market is likely to have had. */
export type DayDoubt = {
  readonly series: string;
  /** ISO. */
  readonly date: string;
} & (
  /** The price became 1/ratio of what it was (ratio below 1: a reverse split), as on an unadjusted split. */
  | { readonly kind: "split"; readonly ratio: number; readonly value: number }
  /** The same for a ratio as small as 3:2 or 5:4, which a day of bad news reaches too; in months two ratios can fit. */
  | { readonly kind: "small-split"; readonly ratio: number; readonly other?: number; readonly value: number }
  /** The price became a hundredth, or a hundredfold: pence and pounds. */
  | { readonly kind: "hundredfold"; readonly value: number }
  /** One value far off and back on the next day. */
  | { readonly kind: "spike"; readonly value: number }
  | { readonly kind: "jump"; readonly value: number }
  /** Unchanged from that day to the end. */
  | { readonly kind: "stale"; readonly rows: number }
  /** The same return on each row from that day to `until`, in a series that seldom repeats one: 0 for copied prices. */
  | { readonly kind: "dead"; readonly until: string; readonly rows: number; readonly value: number }
  /** From that day to `until` the numbers are `factor` times the others: another unit, or a lost decimal mark. */
  | { readonly kind: "units"; readonly until: string; readonly rows: number; readonly factor: number; readonly of: "prices" | "returns" }
  /** `per`: rows are weeks or months. From that day to `until` the returns move with those that `against` has `lag` rows before, and elsewhere with those of the same day. */
  | { readonly kind: "shifted-stretch"; readonly until: string; readonly rows: number; readonly lag: number; readonly sameDay: number; readonly shifted: number; readonly outside: number; readonly against: string | null; readonly per?: "week" | "month" }
  /** Rows after the day of the import, in a series that begins before it. */
  | { readonly kind: "future"; readonly rows: number }
  /** All rows are after the day of the import: made-up data. */
  | { readonly kind: "all-future"; readonly rows: number }
  /** Rows on one day of the weekend and none on the weekday beside it: dates one day off, or a market with another week. */
  | { readonly kind: "weekdays"; readonly rows: number; readonly on: "Saturdays" | "Sundays"; readonly without: "Fridays" | "Mondays" }
  /** Some rows on Saturdays or Sundays. */
  | { readonly kind: "weekend"; readonly rows: number }
  /** An older file has a series of that name, and nearly all days that both have differ. */
  | { readonly kind: "other-series"; readonly rows: number; readonly differing: number; readonly correlation: number; readonly file: string }
  /** An older file has a series of that name, and nearly all days that both have differ to one side, by `change` in the mean. */
  | { readonly kind: "one-sided"; readonly rows: number; readonly differing: number; readonly change: number; readonly file: string }
  /** From that day to `until` a daily series has `rows` on `days` weekdays, so that many of its steps are of several. */
  | { readonly kind: "skipped"; readonly until: string; readonly rows: number; readonly days: number; readonly of: "prices" | "returns" }
  /** Closing prices over adjusted ones. */
  | { readonly kind: "lost-dividends"; readonly rows: number; readonly file: string }
  /** The returns move with the market's of the day before (lag 1) or after (lag −1). */
  | { readonly kind: "shifted"; readonly lag: 1 | -1; readonly sameDay: number; readonly shifted: number; readonly per?: "week" | "month" }
);

/** A text that was meant as a portfolio of loaded series and can't be one. */
export type PortfolioProblem = {
  readonly kind: "unreadable-portfolio";
  readonly text: string;
  readonly reason: "unknown-name" | "unreadable" | "number-alone" | "empty" | "too-many" | "rate" | "single";
  /** The part that is at fault. */
  readonly at: string;
};
