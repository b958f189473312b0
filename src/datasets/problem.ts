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
    | "bad-archive"
    | "not-finite"
    | "not-a-return"
    | "in-percent"
    | "unknown-kind"
    | "unknown-frequency"
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
};
